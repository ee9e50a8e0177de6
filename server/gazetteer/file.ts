// The file an index is kept in: a header, a table of sections and a checksum; what is damaged or foreign is refused with one plain sentence.

/** The file cannot be used as an index; the message says why in one sentence. */
export class IndexError extends Error {
  override readonly name = 'IndexError';
}

/** Raised whenever a reader of the last version would misread a new file. */
export const VERSION = 2;

// "QALAMGAZ", as two little-endian words.
const MAGIC = [0x4c_41_51 | (0x41 << 24), 0x4d | (0x47 << 8) | (0x41 << 16) | (0x5a << 24)] as const;
const HEADER_WORDS = 6;
// More entities than this no file holds; a damaged length must not take all memory.
const MOST = 1 << 26;

/** A column or a run of bytes: numbers of one width (1, 2 or 4 bytes; unsigned). */
export type Column = Uint8Array | Uint16Array | Uint32Array;

// Words of the table for each section: where it begins, how many numbers are kept, their width, and how many zeros stand before them. Most
// columns that few entities use are nothing but zeros for the places of GeoNames, which come first.
const ENTRY = 4;
/** Fewer zeros than this are kept like other numbers, so that the column can be viewed in place. */
const MANY_ZEROS = 1024;

/** Packs sections, in the order given, into one file. */
export function packFile(sections: readonly Column[]): Uint8Array {
  let at = (HEADER_WORDS + sections.length * ENTRY) * 4;
  const table: number[] = [];
  const kept = sections.map(section => {
    const used = section.findIndex(number => number !== 0);
    const zeros = used < 0 ? section.length : used;
    const rest = zeros < MANY_ZEROS ? section : section.subarray(zeros);
    table.push(at, rest.length, section.BYTES_PER_ELEMENT, section.length - rest.length);
    at += (rest.byteLength + 3) & ~3;
    return rest;
  });
  const bytes = new Uint8Array(at);
  const words = new Uint32Array(bytes.buffer);
  words.set(table, HEADER_WORDS);
  kept.forEach((section, i) => {
    bytes.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), table[i * ENTRY]);
  });
  words.set([MAGIC[0], MAGIC[1], VERSION, at, sections.length], 0);
  words[5] = checksum(words);
  return bytes;
}

/** Views on the sections of a file. Throws `IndexError` when the file is not one of ours, or not whole. */
export function openFile(file: Uint8Array | ArrayBuffer, expected: number): Column[] {
  let bytes = file instanceof Uint8Array ? file : new Uint8Array(file);
  if (bytes.length < HEADER_WORDS * 4) throw new IndexError('This is not a Qalam gazetteer: the file is too short.');
  if (bytes.byteOffset % 4 !== 0) bytes = bytes.slice();
  const words = new Uint32Array(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.length >> 2);
  if (words[0] !== MAGIC[0] >>> 0 || words[1] !== MAGIC[1] >>> 0)
    throw new IndexError('This is not a Qalam gazetteer.');
  if (words[2] !== VERSION) {
    throw new IndexError(`This gazetteer is of version ${words[2]}, and version ${VERSION} is needed: build it again.`);
  }
  if (words[3] !== bytes.length) {
    throw new IndexError(`This gazetteer is damaged: it should be ${words[3]} bytes long and is ${bytes.length}.`);
  }
  if (words[5] !== checksum(words) || words[4] !== expected) {
    throw new IndexError('This gazetteer is damaged: its checksum does not match its contents.');
  }
  const sections: Column[] = [];
  for (let i = 0; i < expected; i++) {
    const entry = HEADER_WORDS + i * ENTRY;
    const [offset = 0, length = 0, width = 0, zeros = 0] = words.subarray(entry, entry + ENTRY);
    const Type = width === 4 ? Uint32Array : width === 2 ? Uint16Array : Uint8Array;
    if (offset % 4 !== 0 || offset + length * width > bytes.length || zeros > MOST)
      throw new IndexError('This gazetteer is damaged: a section lies outside it.');
    const view = new Type(bytes.buffer as ArrayBuffer, bytes.byteOffset + offset, length);
    if (zeros === 0) sections.push(view);
    else {
      const whole = new Type(zeros + length);
      whole.set(view, zeros);
      sections.push(whole);
    }
  }
  return sections;
}

// Four independent sums of words, so that 12 MB take a few milliseconds; the word that holds the checksum counts as 0.
function checksum(words: Uint32Array): number {
  let a = 1;
  let b = 2;
  let c = 3;
  let d = 4;
  const whole = words.length & ~3;
  for (let i = 8; i < whole; i += 4) {
    a = Math.imul(a ^ words[i]!, 0x01000193);
    b = Math.imul(b ^ words[i + 1]!, 0x01000193);
    c = Math.imul(c ^ words[i + 2]!, 0x01000193);
    d = Math.imul(d ^ words[i + 3]!, 0x01000193);
  }
  for (let i = Math.max(whole, 8); i < words.length; i++) a = Math.imul(a ^ words[i]!, 0x01000193);
  for (let i = 0; i < 8 && i < words.length; i++) if (i !== 5) b = Math.imul(b ^ words[i]!, 0x01000193);
  return (a ^ Math.imul(b, 3) ^ Math.imul(c, 5) ^ Math.imul(d, 7)) >>> 0;
}

/** The narrowest column that holds these numbers (whole, 0 to 2³² − 1). */
export function columnOf(numbers: ArrayLike<number>): Column {
  let max = 0;
  for (let i = 0; i < numbers.length; i++) if (numbers[i]! > max) max = numbers[i]!;
  const Type = max < 0x100 ? Uint8Array : max < 0x10000 ? Uint16Array : Uint32Array;
  return Type.from(numbers);
}

/** Bytes that grow as they are written. */
export class Bytes {
  private bytes = new Uint8Array(1024);
  length = 0;

  byte(value: number): void {
    if (this.length === this.bytes.length) this.grow(1);
    this.bytes[this.length++] = value;
  }

  /** A whole number from 0 to 2³¹ − 1: seven bits a byte, low bits first, the high bit set on all bytes but the last. */
  number(value: number): void {
    let rest = value;
    while (rest > 0x7f) {
      this.byte((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    this.byte(rest);
  }

  all(values: Uint8Array): void {
    if (this.length + values.length > this.bytes.length) this.grow(values.length);
    this.bytes.set(values, this.length);
    this.length += values.length;
  }

  done(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }

  private grow(least: number): void {
    const next = new Uint8Array(Math.max(this.bytes.length * 2, this.length + least));
    next.set(this.bytes.subarray(0, this.length));
    this.bytes = next;
  }
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The UTF-8 bytes of a text; ASCII without the cost of an encoder. */
export function encode(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c > 0x7f) return encoder.encode(text);
    bytes[i] = c;
  }
  return bytes;
}

/** The text of bytes `from` to `to`; short ASCII, which most names are, without the cost of a decoder. */
export function decode(bytes: Uint8Array, from: number, to: number): string {
  let out = '';
  for (let i = from; i < to; i++) {
    const c = bytes[i]!;
    if (c > 0x7f) return decoder.decode(bytes.subarray(from, to));
    out += String.fromCharCode(c);
  }
  return out;
}
