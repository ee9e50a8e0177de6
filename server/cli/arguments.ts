// What the user asked for on the command line, or one sentence on what is wrong with it.
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { Failure } from './failure';
import { didYouMean } from './suggest';

type Options = NonNullable<ParseArgsConfig['options']>;

/** The options and operands of a command. Throws `Failure` for an option the command does not have or a value it lacks. */
export function readArguments<T extends Options>(command: string, args: readonly string[], options: T) {
  try {
    return parseArgs({ args: withNumbers(args, options), options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new Failure(plain(error as Error & { code?: string }, Object.keys(options)), command);
  }
}

/** `--limit -1` as `--limit=-1`: a number below nought is no option. */
function withNumbers(args: readonly string[], options: Options): string[] {
  const joined: string[] = [];
  for (const arg of args) {
    const option = /^--(.+)$/.exec(joined.at(-1) ?? '')?.[1] ?? '';
    if (/^-\d/.test(arg) && options[option]?.type === 'string') joined[joined.length - 1] += `=${arg}`;
    else joined.push(arg);
  }
  return joined;
}

/** What is wrong, in our words: Node's say more than a user needs. */
function plain({ code, message }: Error & { code?: string }, known: readonly string[]): string {
  const option = /'(?:-\w, )?(-[^\s']*)/.exec(message)?.[1] ?? 'This option';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const near = option.startsWith('--')
      ? didYouMean(
          option,
          [...known, 'help'].map(name => `--${name}`),
        )
      : '';
    return `There is no option ${option} here.${near}`;
  }
  if (/ambiguous/.test(message)) return `${option} needs a value; write ${option}=VALUE if it begins with a dash.`;
  if (/argument missing/.test(message)) return `${option} needs a value.`;
  if (/does not take an argument/.test(message)) return `${option} takes no value.`;
  const [sentence = ''] = message.split(/\. |\n/);
  return `${sentence.replace(/\.$/, '')}.`;
}

/** One of some words. Throws `Failure` for any other. */
export function oneOf<T extends string>(command: string, option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find(word => word === value);
  if (found === undefined) {
    const near = didYouMean(value, allowed);
    throw new Failure(`--${option} is one of ${allowed.join(', ')}, not “${value}”.${near}`, command);
  }
  return found;
}

/** A whole number from `least` to `most`. Throws `Failure` for anything else. */
export function wholeNumber(command: string, option: string, value: string, least: number, most: number): number {
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
  if (!(number >= least && number <= most))
    throw new Failure(`--${option} is a whole number from ${least} to ${most}, not “${value}”.`, command);
  return number;
}
