// A sorted list of keys, each with a list of numbers: found by key, by prefix or by its place in the order.

import { Bytes, decode, encode } from './file';
import { type Column, packNumbers, unpackNumbers } from './numbers';
import { learnTables, type Purpose, pageOf, readTables, type Symbols } from './symbols';

// Keys of a block share their beginnings; a longer block is smaller and slower to read.
const BLOCK = 16;
// Two lengths share a byte; one of 15 or more is continued in the next.
const NIBBLE = 15;

/** The sections of a dictionary: a table of symbols, the start of each block of keys (the last one is the number of keys), the keys, the
 * start of each block's lists, and the lists. They stand apart because many lists are read without their keys. */
export const SECTIONS = 5;

/** Writes keys in the order of their UTF-8 bytes, each once, with ascending numbers. */
export function writeDictionary(
  entries: readonly (readonly [key: string, numbers: ArrayLike<number>])[],
  purpose: Purpose,
): readonly Uint8Array[] {
  const keys = new Bytes();
  const lists = new Bytes();
  const starts: number[] = [];
  const listStarts: number[] = [];
  const rest = (i: number) => {
    const key = keyBytes(entries[i]![0]);
    return i % BLOCK === 0 ? key : key.subarray(sharedBytes(keyBytes(entries[i - 1]![0]), key));
  };
  const table = learnTables(entries.length, rest, purpose);
  const pages = readTables(table);
  const blocks = Math.ceil(entries.length / BLOCK);
  let before: Uint8Array = new Uint8Array();
  entries.forEach(([text, numbers], i) => {
    if (i % BLOCK === 0) {
      starts.push(keys.length);
      listStarts.push(lists.length);
    }
    const key = keyBytes(text);
    const shared = i % BLOCK === 0 ? 0 : sharedBytes(before, key);
    before = key;
    const short = pages[pageOf(Math.floor(i / BLOCK), blocks, pages.length)]!.encode(key.subarray(shared));
    keys.byte((Math.min(shared, NIBBLE) << 4) | Math.min(short.length, NIBBLE));
    if (shared >= NIBBLE) keys.byte(shared - NIBBLE);
    if (short.length >= NIBBLE) keys.number(short.length - NIBBLE);
    keys.all(short);
    writeNumbers(lists, numbers);
  });
  starts.push(entries.length);
  return [table, packNumbers(starts), keys.done(), packNumbers(listStarts), lists.done()];
}

/** How many bytes at the start two keys share. */
function sharedBytes(a: Uint8Array, b: Uint8Array): number {
  let shared = 0;
  while (shared < a.length && shared < b.length && a[shared] === b[shared]) shared++;
  return shared;
}

// Each number as its distance from the one before, doubled; the lowest bit says whether more follow.
function writeNumbers(out: Bytes, numbers: ArrayLike<number>): void {
  let last = 0;
  for (let i = 0; i < numbers.length; i++) {
    out.number((numbers[i]! - last) * 2 + (i + 1 < numbers.length ? 1 : 0));
    last = numbers[i]!;
  }
}

/** Longest key in bytes. */
export const LONGEST_KEY = 250;

/** The bytes of a key, cut to the longest that is kept. */
export function keyBytes(key: string): Uint8Array {
  const bytes = encode(key);
  if (bytes.length <= LONGEST_KEY) return bytes;
  let end = LONGEST_KEY;
  while ((bytes[end]! & 0xc0) === 0x80) end--;
  return bytes.subarray(0, end);
}

/** A reader of one dictionary. It stands on one entry at a time: `key`, `rank` and `numbers` speak of that entry. */
export class Dictionary {
  readonly size: number;
  /** Place of the current entry in the order. */
  rank = -1;
  private readonly blocks: number;
  /** The current key as UTF-8, in the first `keyLength` bytes. */
  readonly letters = new Uint8Array(LONGEST_KEY + 8);
  keyLength = 0;
  /** Where the current entry's key ends. */
  private end = 0;

  private readonly starts: Column;
  private readonly bytes: Uint8Array;
  private readonly listStarts: Column;
  private readonly lists: Uint8Array;
  private readonly pages: readonly Symbols[];
  /** The table of the current block. */
  private symbols: Symbols;

  /** `sections` as `writeDictionary` gives them. */
  constructor(sections: readonly Uint8Array[]) {
    const [table, starts, bytes, listStarts, lists] = sections as [
      Uint8Array,
      Uint8Array,
      Uint8Array,
      Uint8Array,
      Uint8Array,
    ];
    this.pages = readTables(table);
    this.symbols = this.pages[0]!;
    this.starts = unpackNumbers(starts);
    this.bytes = bytes;
    this.listStarts = unpackNumbers(listStarts);
    this.lists = lists;
    this.size = this.starts[this.starts.length - 1] ?? 0;
    this.blocks = this.starts.length - 1;
  }

  /** Stands on the entry with this key; false when there is none. */
  find(key: string): boolean {
    const wanted = keyBytes(key);
    return this.seek(wanted) && this.compare(wanted) === 0;
  }

  /** Stands on the first entry whose key is not below `wanted`; false when all are. */
  seek(wanted: Uint8Array): boolean {
    if (this.size === 0) return false;
    let low = 0;
    let high = this.blocks;
    while (low < high) {
      const middle = (low + high) >> 1;
      this.open(middle);
      if (this.compare(wanted) <= 0) low = middle + 1;
      else high = middle;
    }
    this.open(Math.max(low - 1, 0));
    while (this.compare(wanted) < 0) if (!this.next()) return false;
    return true;
  }

  /** Stands on the entry of this rank (0 to `size` − 1). */
  go(rank: number): void {
    const block = Math.floor(rank / BLOCK);
    if (block !== Math.floor(this.rank / BLOCK) || rank < this.rank) this.open(block);
    while (this.rank < rank) this.next();
  }

  /** Moves to the next entry; false at the end. */
  next(): boolean {
    if (this.rank + 1 >= this.size) return false;
    if ((this.rank + 1) % BLOCK === 0) {
      this.keyLength = 0;
      this.symbols = this.pages[pageOf((this.rank + 1) / BLOCK, this.blocks, this.pages.length)]!;
    }
    this.read(this.end);
    this.rank++;
    return true;
  }

  get key(): string {
    return decode(this.letters, 0, this.keyLength);
  }

  /** All keys, in order. */
  *keys(): Iterable<string> {
    for (let rank = 0; rank < this.size; rank++) {
      this.go(rank);
      yield this.key;
    }
  }

  /** The first number of the current entry. */
  get first(): number {
    const { lists } = this;
    let at = this.listOf(this.rank);
    let byte = lists[at++]!;
    let number = (byte & 0x7f) >> 1;
    for (let shift = 6; byte > 0x7f; shift += 7) {
      byte = lists[at++]!;
      number |= (byte & 0x7f) << shift;
    }
    return number;
  }

  /** The numbers of the current entry, ascending. */
  get numbers(): number[] {
    const out: number[] = [];
    this.each(number => out.push(number));
    return out;
  }

  /** Calls back with each number of the current entry, ascending. */
  each(take: (number: number) => void): void {
    this.walkRange(this.rank, this.rank + 1, (_, number) => {
      take(number);
    });
  }

  /** The ranks of the keys that begin with these bytes: the first, and the one after the last. */
  range(prefix: Uint8Array): [from: number, to: number] {
    if (prefix.length === 0) return [0, this.size];
    if (!this.seek(prefix) || !this.startsWith(prefix)) return [0, 0];
    const from = this.rank;
    // 0xff is in no text, so this comes after all that begin so.
    const after = new Uint8Array(prefix.length + 1);
    after.set(prefix);
    after[prefix.length] = 0xff;
    return [from, this.seek(after) ? this.rank : this.size];
  }

  /**
   * Calls back with the rank and each number of the entries from one rank up to another, wherever it stands, until that answers false; the
   * keys are not read.
   */
  walkRange(from: number, to: number, take: (rank: number, number: number) => unknown): void {
    if (from >= to) return;
    const { lists } = this;
    let at = this.listOf(from);
    for (let rank = from; rank < to; rank++) {
      let number = 0;
      for (let more = true; more; ) {
        let byte = lists[at++]!;
        more = (byte & 1) === 1;
        let gap = (byte & 0x7f) >> 1;
        for (let shift = 6; byte > 0x7f; shift += 7) {
          byte = lists[at++]!;
          gap |= (byte & 0x7f) << shift;
        }
        number += gap;
        if (take(rank, number) === false) return;
      }
    }
  }

  /** Whether the current key begins with these bytes. */
  startsWith(prefix: Uint8Array): boolean {
    if (this.keyLength < prefix.length) return false;
    for (let i = 0; i < prefix.length; i++) if (this.letters[i] !== prefix[i]) return false;
    return true;
  }

  private open(block: number): void {
    this.keyLength = 0;
    this.symbols = this.pages[pageOf(block, this.blocks, this.pages.length)]!;
    this.read(this.starts[block]!);
    this.rank = block * BLOCK;
  }

  private read(from: number): void {
    const { bytes } = this;
    let at = from;
    const lengths = bytes[at++]!;
    let shared = lengths >> 4;
    let length = lengths & NIBBLE;
    if (shared === NIBBLE) shared += bytes[at++]!;
    if (length === NIBBLE) {
      for (let shift = 0, byte = 0x80; byte > 0x7f; shift += 7) {
        byte = bytes[at++]!;
        length += (byte & 0x7f) << shift;
      }
    }
    this.keyLength = this.symbols.decode(bytes, at, at + length, this.letters, shared);
    this.end = at + length;
  }

  /** Where the list of the entry of this rank begins. */
  private listOf(rank: number): number {
    const { lists } = this;
    const block = Math.floor(rank / BLOCK);
    let at = this.listStarts[block]!;
    for (let left = rank - block * BLOCK; left > 0; left--) {
      for (let more = true; more; ) {
        more = (lists[at]! & 1) === 1;
        while (lists[at++]! > 0x7f);
      }
    }
    return at;
  }

  /** Below 0 when the current key comes before `wanted`, 0 when it is the same. */
  private compare(wanted: Uint8Array): number {
    const shorter = Math.min(this.keyLength, wanted.length);
    for (let i = 0; i < shorter; i++) {
      const difference = this.letters[i]! - wanted[i]!;
      if (difference !== 0) return difference;
    }
    return this.keyLength - wanted.length;
  }
}
