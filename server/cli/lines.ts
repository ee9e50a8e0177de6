// The lines of a file or a stream, one after another, however large it is.
import fs from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { Failure, reasonOf } from './failure';

const CHUNK = 1 << 20;

/** Longest line that is read, in characters. One more is kept of a longer line, which shows that it was one, and the rest dropped. */
export const LONGEST_LINE = 1_000_000;
const KEPT = LONGEST_LINE + 1;

/** Cuts chunks of UTF-8 into lines ended by LF; a CR before it goes. */
export class LineCutter {
  private readonly decoder = new StringDecoder('utf8');
  private rest = '';

  /** The lines that this chunk completes. */
  add(chunk: Uint8Array): string[] {
    const lines = this.decoder.write(chunk as Buffer).split('\n');
    lines[0] = this.rest + lines[0]!;
    this.rest = lines.pop()!.slice(0, KEPT);
    return lines.map(cut);
  }

  /** What follows the last line end. */
  end(): string[] {
    const last = this.rest + this.decoder.end();
    this.rest = '';
    return last === '' ? [] : [cut(last)];
  }
}

const cut = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line).slice(0, KEPT);

/** Lines of a file, read in pieces; `progress` hears how much of it has been read, from 0 to 1. Throws `Failure` when it cannot be read. */
export function* linesOf(file: string, progress: (share: number) => void = () => {}): Generator<string> {
  let from: number | undefined;
  try {
    from = fs.openSync(file, 'r');
    const { size } = fs.fstatSync(from);
    const cutter = new LineCutter();
    const buffer = Buffer.alloc(CHUNK);
    let read = 0;
    for (let got = fs.readSync(from, buffer); got > 0; got = fs.readSync(from, buffer)) {
      read += got;
      yield* cutter.add(buffer.subarray(0, got));
      if (size > 0) progress(Math.min(1, read / size));
    }
    yield* cutter.end();
  } catch (error) {
    throw error instanceof Failure ? error : new Failure(`${file} cannot be read: ${reasonOf(error)}.`);
  } finally {
    if (from !== undefined) fs.closeSync(from);
  }
}
