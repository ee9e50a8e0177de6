// What the user asked for on the command line, or one sentence on what is wrong with it.
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { Failure } from './failure';

type Options = NonNullable<ParseArgsConfig['options']>;

/** The options and operands of a command. Throws `Failure` for an option the command does not have or a value it lacks. */
export function readArguments<T extends Options>(command: string, args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const [sentence = ''] = (error as Error).message.split(/\. (?=To specify)|\n/);
    throw new Failure(`${sentence.replace(/\.$/, '')}.`, command);
  }
}

/** One of some words. Throws `Failure` for any other. */
export function oneOf<T extends string>(command: string, option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find(word => word === value);
  if (found === undefined) throw new Failure(`--${option} is one of ${allowed.join(', ')}, not “${value}”.`, command);
  return found;
}

/** A whole number from `least` to `most`. Throws `Failure` for anything else. */
export function wholeNumber(command: string, option: string, value: string, least: number, most: number): number {
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
  if (!(number >= least && number <= most))
    throw new Failure(`--${option} is a whole number from ${least} to ${most}, not “${value}”.`, command);
  return number;
}
