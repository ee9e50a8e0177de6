// `qalam explain`: what a check finds, why that matters and what to do about it.
import { codes, rules } from '../features/checks';
import { page } from '../features/checks/page';
import { readArguments } from './arguments';
import type { Command } from './command';
import { Failure } from './failure';
import { didYouMean } from './suggest';

export const explain: Command = {
  name: 'explain',
  summary: 'Say what a check finds and what to do about it',
  help: `qalam explain [CODE…]

Prints the page of each check. Codes stand in brackets behind what "qalam check" finds; without one,
all checks are listed with how grave they are.

Exit code 0: told. 2: there is no such check.`,
  takes: [...codes],
  run(args) {
    const { positionals } = readArguments('explain', args, {});
    if (!positionals.length) {
      for (const { code, severity, means } of rules) console.log(`${code.padEnd(22)} ${severity.padEnd(8)} ${means}`);
      return 0;
    }
    const pages = positionals.map(code => {
      const rule = rules.find(one => one.code === code);
      if (rule) return page(rule);
      const near = didYouMean(code, codes, ' “qalam explain” lists them.');
      throw new Failure(`There is no check “${code}”.${near}`, 'explain');
    });
    console.log(pages.join('\n\n'));
    return 0;
  },
};
