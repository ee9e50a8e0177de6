// Which names have the letters of another, but for one or two: what a slip of the pen or of a scribe makes of a name, whatever its sounds.

import { keyBytes, LONGEST_KEY } from './dictionary';
import type { Layer } from './read';

/** Letters that may be in one name and not in the other: a wrong letter makes two. */
const MOST_APART = 4;
/** How many names are handed on at most. Those further apart are left out together, except where they are one letter apart. */
const MOST = 300;
const ONE_LETTER = 2;
/** How many letters one of the two names may have more than the other. */
const LONGER = 2;
const SPACE = 0x20;
/** The first byte after `z`: the keys from there on are in other scripts, where no letter is one byte. */
const AFTER_LATIN = Uint8Array.of(0x7b);

/** Whether a light key is in Latin script. */
export function isLatin(key: string): boolean {
  for (let i = 0; i < key.length; i++) if (key.charCodeAt(i) >= AFTER_LATIN[0]!) return false;
  return true;
}

/** The terms of a layer in Latin script, the shortest first. */
interface Letters {
  readonly ranks: Uint32Array;
  /** For each of them, which letters it has (see `lettersOf`). */
  readonly sets: Int32Array;
  /** For each number of letters, where the terms begin that have so many. */
  readonly starts: Uint32Array;
  /** Which of them pass, and how far apart they are. */
  readonly passed: Uint32Array;
  readonly apart: Uint8Array;
}
const byLayer = new WeakMap<Layer, Letters>();

/** Ranks of the terms that have nearly the letters of a light key, of those that `only` marks; none for one in another script. */
export function termsWithLetters(layer: Layer, key: string, only?: Uint8Array): number[] {
  if (!isLatin(key)) return [];
  const wanted = keyBytes(key);
  const { ranks, sets, starts, passed, apart } = lettersIn(layer);
  const set = lettersOf(wanted, wanted.length);
  const length = lengthOf(wanted, wanted.length);
  const tally = new Uint32Array(MOST_APART + 1);
  let count = 0;
  const end = starts[Math.min(length + LONGER, LONGEST_KEY) + 1]!;
  for (let i = starts[Math.max(0, length - LONGER)]!; i < end; i++) {
    const difference = bits(sets[i]! ^ set);
    if (difference > MOST_APART) continue;
    const rank = ranks[i]!;
    if (only !== undefined && only[rank] === 0) continue;
    tally[difference]!++;
    passed[count] = rank;
    apart[count++] = difference;
  }
  let reach = 0;
  for (let taken = tally[0]!; reach < MOST_APART; reach++) {
    taken += tally[reach + 1]!;
    if (taken > MOST && reach >= ONE_LETTER) break;
  }
  const terms: number[] = [];
  for (let i = 0; i < count; i++) if (apart[i]! <= reach) terms.push(passed[i]!);
  return terms;
}

/** The letters of all names of a layer; found when first asked for (some 50 ms for the world). */
function lettersIn(layer: Layer): Letters {
  let known = byLayer.get(layer);
  if (known === undefined) {
    const { terms } = layer;
    const size = terms.seek(AFTER_LATIN) ? terms.rank : terms.size;
    const lengths = new Uint8Array(size);
    const inOrder = new Int32Array(size);
    const starts = new Uint32Array(LONGEST_KEY + 3);
    if (size > 0) terms.go(0);
    for (let rank = 0; rank < size; rank++, terms.next()) {
      inOrder[rank] = lettersOf(terms.letters, terms.keyLength);
      lengths[rank] = lengthOf(terms.letters, terms.keyLength);
      starts[lengths[rank]! + 2]!++;
    }
    for (let i = 2; i < starts.length; i++) starts[i]! += starts[i - 1]!;
    const ranks = new Uint32Array(size);
    const sets = new Int32Array(size);
    for (let rank = 0; rank < size; rank++) {
      const at = starts[lengths[rank]! + 1]!++;
      ranks[at] = rank;
      sets[at] = inOrder[rank]!;
    }
    known = { ranks, sets, starts, passed: new Uint32Array(size), apart: new Uint8Array(size) };
    byLayer.set(layer, known);
  }
  return known;
}

/** A bit for each letter that a key has; five more, by the letter, for one that it has again. Doubled letters count as one. */
function lettersOf(key: Uint8Array, length: number): number {
  let set = 0;
  let last = SPACE;
  for (let i = 0; i < length; i++) {
    const letter = key[i]!;
    if (letter === SPACE || letter === last) continue;
    last = letter;
    const bit = 1 << (letter & 31);
    set |= (set & bit) === 0 ? bit : 1 << (27 + (letter % 5));
  }
  return set;
}

/** How many letters a key has; doubled ones count as one. */
function lengthOf(key: Uint8Array, length: number): number {
  let count = 0;
  let last = SPACE;
  for (let i = 0; i < length; i++) {
    const letter = key[i]!;
    if (letter === SPACE || letter === last) continue;
    last = letter;
    count++;
  }
  return count;
}

/** How many bits are set. */
function bits(set: number): number {
  let count = set - ((set >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return (((count + (count >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
