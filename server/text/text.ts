// A text that knows where its lines begin, and what it becomes after an edit.
import type { Edit } from './edit';
import { last } from './last';

/** Zero-based line and UTF-16 column. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A stretch of the text. Offsets in `lines` count from its start; the line it begins in belongs to the stretch before. */
interface Piece {
  readonly string: string;
  /** Where lines begin in it: after each LF, CRLF or lone CR. */
  readonly lines: Int32Array;
}

/** About how long a piece is: an edit costs a copy of one, so not long; the list of pieces is copied too, so not short. */
const PIECE = 8192;
const LF = 10;
const CR = 13;

/** Immutable. Kept in pieces, so that an edit in a long text costs little time and leaves little behind. */
export class Text {
  /** Where each piece begins, and how many lines begin before it, besides the first; one entry more than pieces. */
  private readonly offsets: Int32Array;
  private readonly lineCounts: Int32Array;
  private whole: string | undefined;

  private constructor(
    private readonly pieces: readonly Piece[],
    private readonly pieceLength: number,
  ) {
    this.offsets = new Int32Array(pieces.length + 1);
    this.lineCounts = new Int32Array(pieces.length + 1);
    pieces.forEach((piece, i) => {
      this.offsets[i + 1] = this.offsets[i]! + piece.string.length;
      this.lineCounts[i + 1] = this.lineCounts[i]! + piece.lines.length;
    });
  }

  static of(string: string, pieceLength = PIECE): Text {
    const text = new Text(piecesOf(string, pieceLength), pieceLength);
    text.whole = string;
    return text;
  }

  /** All of it; put together anew after an edit, so `slice` is the better question for a part. */
  get string(): string {
    this.whole ??= this.pieces.map(piece => piece.string).join('');
    return this.whole;
  }

  get length(): number {
    return this.offsets[this.pieces.length]!;
  }

  get lineCount(): number {
    return this.lineCounts[this.pieces.length]! + 1;
  }

  slice(start: number, end: number): string {
    if (this.whole !== undefined) return this.whole.slice(start, end);
    let result = '';
    for (let i = last(this.offsets, start); i < this.pieces.length && this.offsets[i]! < end; i++) {
      const from = this.offsets[i]!;
      result += this.pieces[i]!.string.slice(Math.max(0, start - from), end - from);
    }
    return result;
  }

  /** The offset at which a line begins; the text's end for a line past the last. */
  lineStart(line: number): number {
    if (line <= 0) return 0;
    if (line >= this.lineCount) return this.length;
    const piece = last(this.lineCounts, line - 1);
    return this.offsets[piece]! + this.pieces[piece]!.lines[line - 1 - this.lineCounts[piece]!]!;
  }

  /** The line an offset lies in; offsets past the end lie in the last line. */
  lineAt(offset: number): number {
    const piece = Math.min(last(this.offsets, offset), this.pieces.length - 1);
    if (piece < 0) return 0;
    const within = offset - this.offsets[piece]!;
    return this.lineCounts[piece]! + last(this.pieces[piece]!.lines, within) + 1;
  }

  positionAt(offset: number): Position {
    const inside = Math.max(0, Math.min(offset, this.length));
    const line = this.lineAt(inside);
    return { line, character: inside - this.lineStart(line) };
  }

  /** A position past the end of its line means the end of that line, as the protocol has it. */
  offsetAt({ line, character }: Position): number {
    if (line >= this.lineCount) return this.length;
    return Math.min(this.lineStart(line) + Math.max(0, character), this.lineEnd(line));
  }

  /** Where a line ends, without its end-of-line characters. */
  lineEnd(line: number): number {
    const start = this.lineStart(line);
    const next = this.lineStart(line + 1);
    const end = this.slice(Math.max(start, next - 2), next);
    return next - /[\r\n]*$/.exec(end)![0].length;
  }

  edited({ span: { start, end }, text }: Edit): Text {
    // One character to either side belongs to it: a CR and an LF may pair up there, or part.
    const first = Math.max(0, last(this.offsets, Math.max(0, start - 1)));
    const after = Math.min(this.pieces.length, last(this.offsets, end + 1) + 1);
    const base = this.offsets[first]!;
    const joined = this.pieces
      .slice(first, after)
      .map(piece => piece.string)
      .join('');
    const fresh = piecesOf(joined.slice(0, start - base) + text + joined.slice(end - base), this.pieceLength);
    return new Text([...this.pieces.slice(0, first), ...fresh, ...this.pieces.slice(after)], this.pieceLength);
  }
}

/** Cuts a text into pieces, never between a CR and its LF. */
function piecesOf(string: string, length: number): Piece[] {
  const pieces: Piece[] = [];
  for (let from = 0; from < string.length; ) {
    let to = Math.min(string.length, from + length);
    if (string.charCodeAt(to - 1) === CR && string.charCodeAt(to) === LF) to++;
    const part = string.slice(from, to);
    pieces.push({ string: part, lines: lineStartsIn(part) });
    from = to;
  }
  return pieces;
}

function lineStartsIn(string: string): Int32Array {
  const starts: number[] = [];
  for (let i = 0; i < string.length; i++) {
    const code = string.charCodeAt(i);
    if (code === LF || (code === CR && string.charCodeAt(i + 1) !== LF)) starts.push(i + 1);
  }
  return Int32Array.from(starts);
}
