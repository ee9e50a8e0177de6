// Which names could be meant by a misspelt one: the terms whose skeletons are nearest to the query's.

import { keyBytes } from './dictionary';
import type { Layer } from './read';
import { pairsOf, skeletonOf } from './skeleton';
import type { Sounds } from './sounds';

interface Scratch {
  /** For each skeleton, how many pairs it shares with the query. */
  readonly counts: Uint8Array;
}
const scratches = new WeakMap<Layer, Scratch>();
const LEVELS = 64;
/** How many skeletons are compared in full, and how many terms are handed on. */
const SKELETONS = 350;
const TERMS = 600;
/** How many longer names are taken for a word of theirs. */
const LONGER = 60;

/** Ranks of names of several words of which a key is the first or a later one: `ise` is a part of `ise ekiti`. */
export function termsWithWord(layer: Layer, key: string): number[] {
  const terms: number[] = [];
  const prefix = keyBytes(`${key} `);
  for (let more = layer.terms.seek(prefix); more && layer.terms.startsWith(prefix); more = layer.terms.next()) {
    terms.push(layer.terms.rank);
    if (terms.length >= LONGER) break;
  }
  if (layer.words.find(key)) terms.push(...layer.words.numbers.slice(0, LONGER));
  return terms;
}

/** Ranks of the terms nearest by skeleton, the nearest first. */
export function likelyTerms(layer: Layer, sounds: Sounds): number[] {
  const { skeletons } = layer;
  if (skeletons.size === 0) return [];
  const skeleton = skeletonOf(sounds);
  const near = sharing(layer, skeleton);
  const order = near.map(({ rank, share }) => {
    skeletons.go(rank);
    const { key } = skeletons;
    return { rank, distance: editDistance(skeleton, key) / (2 * Math.max(skeleton.length, key.length, 1)) - share };
  });
  order.sort((a, b) => a.distance - b.distance || a.rank - b.rank);
  const terms: number[] = [];
  for (const { rank } of order) {
    if (terms.length >= TERMS) break;
    skeletons.go(rank);
    skeletons.each(term => terms.push(term));
  }
  return terms;
}

/** The skeletons that share most pairs with one, and what share of the pairs of both that is. */
function sharing(layer: Layer, skeleton: string): { rank: number; share: number }[] {
  let scratch = scratches.get(layer);
  if (scratch === undefined) {
    scratch = { counts: new Uint8Array(layer.skeletons.size) };
    scratches.set(layer, scratch);
  }
  const { counts } = scratch;
  counts.fill(0);
  const pairs = [...new Set(pairsOf(skeleton))];
  for (const pair of pairs) if (layer.pairs.find(pair)) layer.pairs.count(counts);

  // Levels of likeness, so that the best are found without sorting them all.
  const lengths = layer.skeletonLengths;
  const level = levelTable(pairs.length);
  const tally = new Uint32Array(LEVELS + 1);
  const size = counts.length;
  // Most skeletons share a pair by chance; a third of the pairs is the least that means something.
  const least = Math.max(1, Math.floor(pairs.length / 3));
  for (let rank = 0; rank < size; rank++)
    if (counts[rank]! >= least) tally[level[(counts[rank]! << 4) | lengths[rank]!]!]!++;
  let floor = LEVELS;
  for (let taken = tally[LEVELS]!; floor > 1 && taken + tally[floor - 1]! <= SKELETONS; floor--)
    taken += tally[floor - 1]!;
  floor = Math.min(floor, LEVELS - 1);
  const near: { rank: number; share: number }[] = [];
  for (let rank = 0; rank < size; rank++) {
    if (counts[rank]! < least) continue;
    const likeness = level[(counts[rank]! << 4) | lengths[rank]!]!;
    if (likeness >= floor) near.push({ rank, share: likeness / LEVELS });
  }
  return near;
}

/** Likeness of two skeletons from 0 to LEVELS, by how many pairs they share (times 16) and the length of the one that is looked at. */
function levelTable(pairs: number): Uint8Array {
  const table = new Uint8Array(16 * 16);
  for (let shared = 1; shared < 16; shared++) {
    for (let length = 0; length < 16; length++) {
      table[(shared << 4) | length] = Math.min(LEVELS, Math.round((LEVELS * 2 * shared) / (pairs + length + 1)));
    }
  }
  return table;
}

const rows = [new Uint8Array(20), new Uint8Array(20)] as const;

/** How many consonant classes must be put in, left out or exchanged (that counts one and a half). In halves. */
function editDistance(a: string, b: string): number {
  let [before, row] = rows as readonly [Uint8Array, Uint8Array];
  for (let j = 0; j <= b.length; j++) before[j] = 2 * j;
  for (let i = 0; i < a.length; i++) {
    row[0] = 2 * (i + 1);
    const one = a.charCodeAt(i);
    for (let j = 0; j < b.length; j++) {
      const change = before[j]! + (one === b.charCodeAt(j) ? 0 : 3);
      const move = Math.min(before[j + 1]!, row[j]!) + 2;
      row[j + 1] = change < move ? change : move;
    }
    [before, row] = [row, before];
  }
  return before[b.length]!;
}
