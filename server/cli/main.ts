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
import { didYouMean } from './suggest';

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
    console.log(helpOn(args.slice(1)));
    return 0;
  }
  if (first === undefined) {
    console.error(overview());
    return 2;
  }
  const command = commandOf(args);
  if (!command) {
    if (args[1] !== '--help' && args[1] !== '-h') throw new Failure(unknown(args), '');
    console.log(helpOn(args.slice(0, 1)));
    return 0;
  }
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

/** Commands of two words that begin with this one. */
const commandsOf = (word: string): readonly Command[] => commands.filter(({ name }) => name.startsWith(`${word} `));

/** The page of a command, the list of those that begin with a word, or the overview. Throws `Failure` for any other word. */
function helpOn(args: readonly string[]): string {
  const [first] = args;
  if (first === undefined) return overview();
  const longer = commandsOf(first);
  const page = commandOf(args)?.help ?? (longer.length && args.length === 1 ? listed(longer) : undefined);
  if (page === undefined) throw new Failure(unknown(args), '');
  return page;
}

function unknown([first = '', second]: readonly string[]): string {
  const longer = commandsOf(first).map(({ name }) => name);
  if (longer.length) {
    const which =
      second === undefined
        ? `“qalam ${first}” needs one more word:`
        : `There is no command “${first} ${second}”; there are`;
    return `${which} ${longer.join(', ')}.`;
  }
  if (first.startsWith('-')) return `There is no option ${first} here.${didYouMean(first, ['--help', '--version'])}`;
  const words = commands.flatMap(({ name }) => [name, name.split(' ')[0]!]);
  return `There is no command “${first}”.${didYouMean(first, new Set([...words, 'help']))}`;
}

const listed = (some: readonly Command[]): string =>
  some.map(({ name, summary }) => `  ${name.padEnd(17)} ${summary}`).join('\n');

const overview = (): string => `Qalam: structured reports of armed conflict in plain text.

qalam COMMAND [OPTION]… [PATH]…

${listed(commands)}

  --help            this page; after a command, the page of that command
  --version         the version

Exit codes: 0 all is well; 1 something was found; 2 wrong use, or a file that cannot be read or written.`;
