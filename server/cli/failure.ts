// A run that cannot go on: the one sentence that the user is told, and the exit code.

/** Exit codes of every command: 0 all is well, 1 something was found, 2 wrong use or a file that cannot be read or written. */
export type ExitCode = 0 | 1 | 2;

/** Thrown anywhere below the command line; its message is shown as it stands, without a stack. */
export class Failure extends Error {
  override readonly name = 'Failure';
  constructor(
    message: string,
    /** The command whose help would say more; undefined when the use was right. */
    readonly command?: string,
  ) {
    super(message);
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'it is not permitted',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is a file, not a folder',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'its links run in a circle',
  EMFILE: 'too many files are open',
  ERR_FS_FILE_TOO_LARGE: 'it is larger than 2 GB',
  ERR_STRING_TOO_LONG: 'it is too long to be read as one text',
};

/** Why the system refused something, in plain words. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  return (code !== undefined && reasons[code]) || message || String(error);
}

/** Where files that cannot be read are told of while the rest of the work goes on. */
export class Complaints {
  private told = false;

  /** Whether anything could not be read. */
  get any(): boolean {
    return this.told;
  }

  /** What `work` gives; undefined, with its failure told, when it fails. */
  attempt<T>(work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      return this.tell(error);
    }
  }

  /** The same for work that takes its time. */
  async attemptLater<T>(work: () => Promise<T>): Promise<T | undefined> {
    return work().catch(error => this.tell(error));
  }

  private tell(error: unknown): undefined {
    if (!(error instanceof Failure)) throw error;
    this.told = true;
    console.error(`qalam: ${error.message}`);
  }

  /** The exit code of a run that would else have ended with `code`. */
  exitCode(code: ExitCode): ExitCode {
    return this.told ? 2 : code;
  }
}
