// What a command of the command line is.
import type { ExitCode } from './failure';

export interface Command {
  /** The word or words it is called by: `check`, `gazetteer build`. */
  readonly name: string;
  /** What it does, in a line. */
  readonly summary: string;
  /** How it is called, and what each option means: shown by `--help`. */
  readonly help: string;
  /** The words it takes beside options, when there are only so many; paths where absent. */
  readonly takes?: readonly string[];
  run(args: readonly string[]): ExitCode | Promise<ExitCode>;
}
