// Which names could be meant by a misspelt one: the terms whose skeletons share most pairs with the query's.

import type { Layer } from './read';
import { pairsOf, skeletonOf } from './skeleton';
import type { Sounds } from './sounds';

const counters = new WeakMap<Layer, Uint8Array>();
const LEVELS = 64;

/** Ranks of the terms nearest by skeleton, ascending; about `most`, more when many are equally near. */
export function likelyTerms(layer: Layer, sounds: Sounds, most: number): number[] {
  const skeletons = layer.skeletons;
  if (skeletons.size === 0) return [];
  let counts = counters.get(layer);
  if (counts === undefined) {
    counts = new Uint8Array(skeletons.size);
    counters.set(layer, counts);
  }
  counts.fill(0);
  const skeleton = skeletonOf(sounds);
  const pairs = [...new Set(pairsOf(skeleton))];
  for (const pair of pairs) if (layer.pairs.find(pair)) layer.pairs.count(counts);

  // Levels of likeness, so that the best are taken without sorting them all.
  const lengths = layer.skeletonLengths;
  const level = (rank: number) => Math.round(((LEVELS - 1) * 2 * counts[rank]!) / (pairs.length + lengths[rank]! + 1));
  const levels = new Uint32Array(LEVELS + 1);
  for (let rank = 0; rank < counts.length; rank++) if (counts[rank] !== 0) levels[Math.min(LEVELS, level(rank))]!++;
  let floor = LEVELS;
  for (let taken = levels[LEVELS]!; floor > 1 && taken + levels[floor - 1]! <= most; floor--)
    taken += levels[floor - 1]!;
  floor = Math.min(floor, LEVELS - 1);

  const terms: number[] = [];
  for (let rank = 0; rank < counts.length; rank++) {
    if (counts[rank] === 0 || level(rank) < floor) continue;
    skeletons.go(rank);
    skeletons.each(term => terms.push(term));
  }
  return terms.sort((a, b) => a - b);
}
