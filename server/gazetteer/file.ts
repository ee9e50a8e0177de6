// The file an index is kept in: a header, a table of sections and a checksum; what is damaged or foreign is refused with one plain sentence.

/** The file cannot be used as an index; the message says why in one sentence. */
export class IndexError extends Error {
  override readonly name = 'IndexError';
}

/** Raised whenever a reader of the last version would misread a new file. */
export const VERSION = 4;

// "QALAMGAZ", as two little-endian words.
const MAGIC = [0x4c_41_51 | (0x41 << 24), 0x4d | (0x47 << 8) | (0x41 << 16) | (0x5a << 24)] as const;
const HEADER_WORDS = 6;
// Words of the table for each section: where it begins, and how many bytes it has.
const ENTRY = 2;

/** Packs sections, in the order given, into one file. */
export function packFile(sections: readonly Uint8Array[]): Uint8Array {
  let at = (HEADER_WORDS + sections.length * ENTRY) * 4;
  const table: number[] = [];
  for (const section of sections) {
    table.push(at, section.length);
    at += (section.length + 3) & ~3;
  }
  const bytes = new Uint8Array(at);
  const words = new Uint32Array(bytes.buffer);
  words.set(table, HEADER_WORDS);
  sections.forEach((section, i) => {
    bytes.set(section, table[i * ENTRY]);
  });
  words.set([MAGIC[0], MAGIC[1], VERSION, at, sections.length], 0);
  words[5] = checksum(words);
  return bytes;
}

/** Views on the sections of a file. Throws `IndexError` when the file is not one of ours, or not whole. */
export function openFile(file: Uint8Array | ArrayBuffer, expected: number): Uint8Array[] {
  let bytes = file instanceof Uint8Array ? file : new Uint8Array(file);
  if (bytes.length < HEADER_WORDS * 4) throw new IndexError('This is not a Qalam gazetteer: the file is too short.');
  // The checksum reads words, which lie at multiples of four.
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
  return Array.from({ length: expected }, (_, i) => {
    const [offset = 0, length = 0] = words.subarray(HEADER_WORDS + i * ENTRY);
    if (offset + length > bytes.length) throw new IndexError('This gazetteer is damaged: a section lies outside it.');
    return bytes.subarray(offset, offset + length);
  });
}

// Four independent sums of words, so that 10 MB take a few milliseconds; the word that holds the checksum counts as 0.
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

/** Bytes that grow as they are written. */
export class Bytes {
  private bytes = new Uint8Array(1024);
  length = 0;

  byte(value: number): void {
    if (this.length === this.bytes.length) this.grow(1);
    this.bytes[this.length++] = value;
  }

  /** A whole number from 0 to 2³² − 1: seven bits a byte, low bits first, the high bit set on all bytes but the last. */
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
