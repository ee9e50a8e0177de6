// A text that knows where its lines begin, and what it becomes after an edit.
import type { Edit } from './edit';

/** Zero-based line and UTF-16 column. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

const LF = 10;
const CR = 13;

/** Offsets at which lines begin within `string`, shifted by `base`; the first line is left out. Ends of line: LF, CRLF, CR. */
function lineStartsIn(string: string, base: number): number[] {
  const starts: number[] = [];
  for (let i = 0; i < string.length; i++) {
    const code = string.charCodeAt(i);
    if (code === LF || (code === CR && string.charCodeAt(i + 1) !== LF)) starts.push(base + i + 1);
  }
  return starts;
}

/** Immutable. An edit costs a copy of the string and of the line table, never a new scan. */
export class Text {
  private constructor(
    readonly string: string,
    private readonly starts: Int32Array,
  ) {}

  static of(string: string): Text {
    return new Text(string, Int32Array.from([0, ...lineStartsIn(string, 0)]));
  }

  get length(): number {
    return this.string.length;
  }

  get lineCount(): number {
    return this.starts.length;
  }

  /** The offset at which a line begins; the text's end for a line past the last. */
  lineStart(line: number): number {
    return line < 0 ? 0 : (this.starts[line] ?? this.string.length);
  }

  /** The line an offset lies in; offsets past the end lie in the last line. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  positionAt(offset: number): Position {
    const inside = Math.max(0, Math.min(offset, this.string.length));
    const line = this.lineAt(inside);
    return { line, character: inside - this.lineStart(line) };
  }

  /** A position past the end of its line means the end of that line, as the protocol has it. */
  offsetAt({ line, character }: Position): number {
    if (line >= this.starts.length) return this.string.length;
    const start = this.lineStart(line);
    return Math.min(start + Math.max(0, character), this.lineEnd(line));
  }

  /** Where a line ends, without its end-of-line characters. */
  lineEnd(line: number): number {
    let end = this.lineStart(line + 1);
    while (end > this.lineStart(line) && isEndOfLine(this.string.charCodeAt(end - 1))) end--;
    return end;
  }

  edited({ span: { start, end }, text }: Edit): Text {
    const string = this.string.slice(0, start) + text + this.string.slice(end);
    // A CR or LF beside the edit may pair up or part: read the line table again from one character before to one after.
    const from = Math.max(0, start - 1);
    const until = Math.min(string.length, start + text.length + 1);
    const fresh = lineStartsIn(string.slice(from, until + 1), from).filter(offset => offset <= until);
    const by = text.length - (end - start);
    const keep = this.lineAt(from) + 1;
    let next = this.lineAt(until - by) + 1;
    while (next < this.starts.length && this.starts[next]! + by <= until) next++;
    const starts = new Int32Array(keep + fresh.length + this.starts.length - next);
    starts.set(this.starts.subarray(0, keep));
    starts.set(fresh, keep);
    for (let i = next, at = keep + fresh.length; i < this.starts.length; i++, at++) starts[at] = this.starts[i]! + by;
    return new Text(string, starts);
  }
}

const isEndOfLine = (code: number): boolean => code === LF || code === CR;

