// What the extension asks of the command line where the host can run programs.
import type { CancellationToken } from 'vscode';

/** Hears how far the work has come, from 0 to 1, and with what. */
export type Heard = (share: number, what: string) => void;

/**
 * Runs `qalam` with these words. Gives what it wrote; undefined when it was called off. Throws what it said, for the user, when it ended with
 * an exit code above `most` (0 when not given).
 */
export type Run = (
  args: readonly string[],
  heard: Heard,
  cancelled: CancellationToken,
  most?: number,
) => Promise<Written | undefined>;

export interface Written {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
}
