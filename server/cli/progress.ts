// How far long work has come: on a terminal one line that rewrites itself and is gone at the end; for a program that asks
// for it (QALAM_PROGRESS=lines) one line of standard error each time, `@ 0.42 Fetching Syria`.

/** Milliseconds before the first word, and between two. */
const PATIENCE = 400;
const PAUSE = 100;

export class Progress {
  private next = performance.now() + PATIENCE;
  private shown = false;
  private readonly lines = process.env.QALAM_PROGRESS === 'lines';
  private readonly terminal = process.stderr.isTTY === true && !this.lines;

  /** Tells the share done, from 0 to 1. Cheap enough to be called often. */
  at(what: string, share: number): void {
    if (!(this.terminal || this.lines) || performance.now() < this.next) return;
    this.next = performance.now() + PAUSE;
    if (this.lines) {
      process.stderr.write(`@ ${share.toFixed(2)} ${what}\n`);
      return;
    }
    this.shown = true;
    process.stderr.write(`\r\x1b[K${what} … ${Math.floor(share * 100)} %`);
  }

  /** Clears the line. */
  done(): void {
    if (this.shown) process.stderr.write('\r\x1b[K');
    this.shown = false;
  }
}
