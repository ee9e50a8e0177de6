// A sorted list of keys on one run of bytes, each with a list of numbers: found by key, by prefix or by its place in the order.

import { Bytes, type Column, columnOf, decode, encode } from './file';

// Keys of a block share their beginnings; a longer block is smaller and slower to read.
const BLOCK = 16;

/** The two sections a dictionary is kept in: where each block begins, and the blocks. The last start is the number of keys. */
export type DictionarySections = readonly [starts: Column, bytes: Column];

/** Writes keys sorted by their UTF-8 bytes, each once, with ascending numbers. */
export function writeDictionary(
  entries: Iterable<readonly [key: Uint8Array, numbers: ArrayLike<number>]>,
): [Column, Column] {
  const out = new Bytes();
  const starts: number[] = [];
  let before: Uint8Array = new Uint8Array();
  let count = 0;
  for (const [key, numbers] of entries) {
    let shared = 0;
    if (count % BLOCK === 0) starts.push(out.length);
    else while (shared < before.length && shared < key.length && before[shared] === key[shared]) shared++;
    if (count % BLOCK !== 0) out.byte(shared);
    out.byte(key.length - shared);
    out.all(key.subarray(shared));
    // The lowest bit says whether more numbers follow.
    let last = 0;
    for (let i = 0; i < numbers.length; i++) {
      out.number((numbers[i]! - last) * 2 + (i + 1 < numbers.length ? 1 : 0));
      last = numbers[i]!;
    }
    before = key;
    count++;
  }
  starts.push(count);
  return [columnOf(starts), out.done()];
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
  private readonly letters = new Uint8Array(256);
  private keyLength = 0;
  /** Where the current entry's numbers begin. */
  private list = 0;

  constructor(
    private readonly starts: Column,
    private readonly bytes: Uint8Array,
  ) {
    this.size = starts[starts.length - 1] ?? 0;
    this.blocks = starts.length - 1;
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
    let at = this.list;
    for (let more = true; more; ) {
      more = (this.bytes[at]! & 1) === 1;
      while (this.bytes[at++]! > 0x7f);
    }
    this.read(at, (this.rank + 1) % BLOCK === 0);
    this.rank++;
    return true;
  }

  get key(): string {
    return decode(this.letters, 0, this.keyLength);
  }

  /** The numbers of the current entry, ascending. */
  get numbers(): number[] {
    const out: number[] = [];
    this.each(number => out.push(number));
    return out;
  }

  /** Calls back with each number of the current entry, ascending. */
  each(take: (number: number) => void): void {
    let at = this.list;
    let number = 0;
    for (let more = true; more; ) {
      let byte = this.bytes[at++]!;
      more = (byte & 1) === 1;
      let gap = (byte & 0x7f) >> 1;
      for (let shift = 6; byte > 0x7f; shift += 7) {
        byte = this.bytes[at++]!;
        gap |= (byte & 0x7f) << shift;
      }
      number += gap;
      take(number);
    }
  }

  /** Adds one to `counts` at each number of the current entry: `each`, without a call for every number. */
  count(counts: Uint8Array): void {
    const bytes = this.bytes;
    let at = this.list;
    let number = 0;
    for (let more = true; more; ) {
      let byte = bytes[at++]!;
      more = (byte & 1) === 1;
      let gap = (byte & 0x7f) >> 1;
      for (let shift = 6; byte > 0x7f; shift += 7) {
        byte = bytes[at++]!;
        gap |= (byte & 0x7f) << shift;
      }
      number += gap;
      counts[number]!++;
    }
  }

  /** Whether the current key begins with these bytes. */
  startsWith(prefix: Uint8Array): boolean {
    if (this.keyLength < prefix.length) return false;
    for (let i = 0; i < prefix.length; i++) if (this.letters[i] !== prefix[i]) return false;
    return true;
  }

  private open(block: number): void {
    this.read(this.starts[block]!, true);
    this.rank = block * BLOCK;
  }

  private read(from: number, whole: boolean): void {
    let at = from;
    const shared = whole ? 0 : this.bytes[at++]!;
    const length = this.bytes[at++]!;
    for (let i = 0; i < length; i++) this.letters[shared + i] = this.bytes[at + i]!;
    this.keyLength = shared + length;
    this.list = at + length;
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
