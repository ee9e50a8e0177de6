// What the command line does with its words: finds the command, runs it, and turns whatever goes wrong into a sentence and an exit code.
import { version } from '../../package.json';
import { check } from './check';
import type { Command } from './command';
import { completionOf } from './completion';
import { explain } from './explain';
import { exportReports } from './export';
import { type ExitCode, Failure } from './failure';
import { format } from './format';
import { gazetteerBuild } from './gazetteer';
import { gazetteerAdd } from './gazetteers/add';
import { gazetteerList, gazetteerRemove } from './gazetteers/list';
import { importReports } from './import';
import { lookup } from './lookup';
import { schema } from './schema';
import { serve } from './serve';

const commands: readonly Command[] = [
  check,
  explain,
  exportReports,
  importReports,
  format,
  lookup,
  gazetteerAdd,
  gazetteerList,
  gazetteerRemove,
  gazetteerBuild,
  schema,
  serve,
  completionOf(() => commands),
];

/** Runs a command line, without the program's own name, and gives the exit code. Never throws. */
export async function main(args: readonly string[]): Promise<ExitCode> {
  try {
    return await run(args);
  } catch (error) {
    if (error instanceof Failure) {
      const more = error.command === undefined ? '' : `\nTry “qalam ${error.command} --help”.`.replace('  ', ' ');
      console.error(`qalam: ${error.message}${more}`);
    } else {
      console.error(`qalam: something went wrong inside: ${error instanceof Error ? error.message : String(error)}`);
      if (process.env.QALAM_DEBUG) console.error(error);
    }
    return 2;
  }
}

async function run(args: readonly string[]): Promise<ExitCode> {
  const [first] = args;
  if (first === '--version' || first === '-v') {
    console.log(version);
    return 0;
  }
  if (first === '--help' || first === '-h' || first === 'help') {
    const about = commandOf(args.slice(1));
    console.log(about ? about.help : overview());
    return 0;
  }
  if (first === undefined) {
    console.error(overview());
    return 2;
  }
  const command = commandOf(args);
  if (!command) throw new Failure(unknown(args), '');
  const rest = args.slice(command.name.split(' ').length);
  const untilOperands = rest.includes('--') ? rest.slice(0, rest.indexOf('--')) : rest;
  if (untilOperands.includes('--help') || untilOperands.includes('-h')) {
    console.log(command.help);
    return 0;
  }
  return command.run(rest);
}

const commandOf = (args: readonly string[]): Command | undefined =>
  commands.find(({ name }) => name.split(' ').every((word, i) => args[i] === word));

function unknown(args: readonly string[]): string {
  const longer = commands.filter(({ name }) => name.startsWith(`${args[0]} `));
  if (longer.length) return `“qalam ${args[0]}” needs one more word: ${longer.map(({ name }) => name).join(', ')}.`;
  return args[0]!.startsWith('-') ? `There is no option ${args[0]} here.` : `There is no command “${args[0]}”.`;
}

const overview = (): string => `Qalam: structured reports of armed conflict in plain text.

qalam COMMAND [OPTION]… [PATH]…

${commands.map(({ name, summary }) => `  ${name.padEnd(17)} ${summary}`).join('\n')}

  --help            this page; after a command, the page of that command
  --version         the version

Exit codes: 0 all is well; 1 something was found; 2 wrong use, or a file that cannot be read or written.`;
