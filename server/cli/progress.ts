// How far long work has come, on a terminal only: one line that rewrites itself and is gone at the end.

/** Milliseconds before the first word, and between two. */
const PATIENCE = 400;
const PAUSE = 100;

export class Progress {
  private next = performance.now() + PATIENCE;
  private shown = false;
  private readonly terminal = process.stderr.isTTY === true;

  /** Tells the share done, from 0 to 1. Cheap enough to be called often. */
  at(what: string, share: number): void {
    if (!this.terminal || performance.now() < this.next) return;
    this.next = performance.now() + PAUSE;
    this.shown = true;
    process.stderr.write(`\r\x1b[K${what} … ${Math.floor(share * 100)} %`);
  }

  /** Clears the line. */
  done(): void {
    if (this.shown) process.stderr.write('\r\x1b[K');
    this.shown = false;
  }
}
