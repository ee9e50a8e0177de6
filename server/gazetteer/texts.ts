// A list of short texts on one run of bytes, found by number.

import { Bytes, decode, encode } from './file';
import { type Column, packNumbers, unpackNumbers } from './numbers';
import { learnTables, type Purpose, pageOf, readTables, type Symbols } from './symbols';

// One start is kept for so many texts; the others are found by stepping over lengths.
const STEP = 8;
const LF = 10;

/** The sections of a list: the tables of symbols, the starts (the last one is the number of texts), the bytes. */
export function writeTexts(texts: readonly string[], purpose: Purpose): [Uint8Array, Uint8Array, Uint8Array] {
  const table = learnTables(texts.length, i => encode(texts[i]!), purpose);
  const pages = readTables(table);
  const out = new Bytes();
  const starts: number[] = [];
  texts.forEach((text, i) => {
    if (i % STEP === 0) starts.push(out.length);
    const short = pages[pageOf(i, texts.length, pages.length)]!.encode(encode(text));
    out.number(short.length);
    out.all(short);
  });
  starts.push(texts.length);
  return [table, packNumbers(starts), out.done()];
}

/** A reader of such a list. */
export class Texts {
  readonly size: number;
  private readonly pages: readonly Symbols[];
  private readonly starts: Column;
  private scratch = new Uint8Array(256);

  constructor(
    table: Uint8Array,
    starts: Uint8Array,
    private readonly bytes: Uint8Array,
  ) {
    this.pages = readTables(table);
    this.starts = unpackNumbers(starts);
    this.size = this.starts[this.starts.length - 1] ?? 0;
  }

  /** The first line of the text with this number; '' when there is none. */
  lineAt(number: number): string {
    return this.at(number, LF);
  }

  /** The text with this number, or what of it stands before the first byte `stop`; '' when there is none. */
  at(number: number, stop?: number): string {
    if (number < 0 || number >= this.size) return '';
    let at = this.starts[Math.floor(number / STEP)]!;
    for (let i = number % STEP; ; i--) {
      let length = 0;
      for (let shift = 0, byte = 0x80; byte > 0x7f; shift += 7) {
        byte = this.bytes[at++]!;
        length |= (byte & 0x7f) << shift;
      }
      if (i === 0) return this.text(this.pages[pageOf(number, this.size, this.pages.length)]!, at, at + length, stop);
      at += length;
    }
  }

  private text(symbols: Symbols, from: number, to: number, stop?: number): string {
    // One byte stands for eight at most.
    if (this.scratch.length < (to - from) * 8) this.scratch = new Uint8Array((to - from) * 16);
    return decode(this.scratch, 0, symbols.decode(this.bytes, from, to, this.scratch, 0, stop));
  }
}
