// Which names could be meant by a misspelt one: the terms whose skeletons are nearest to the query's.

import { keyBytes } from './dictionary';
import { termsWithLetters } from './letters';
import type { Layer } from './read';
import { otherSkeletonOf, pairsOf, skeletonOf } from './skeleton';
import type { Sounds } from './sounds';

interface Scratch {
  /** For each skeleton, how many pairs it shares with the query. */
  readonly counts: Uint8Array;
  /** The same, four in a number. */
  readonly fours: Int32Array;
  /** Skeletons that share enough of them, and how like they are. */
  readonly ranks: Uint32Array;
  readonly levels: Uint8Array;
  /** Which terms and skeletons the countries asked for last have. */
  readonly within: Map<string, Within>;
}
interface Within {
  readonly terms: Uint8Array;
  readonly skeletons: Uint8Array;
}
const scratches = new WeakMap<Layer, Scratch>();
const LEVELS = 64;
/**
 * How many skeletons are compared in full, and how many terms are handed on, of the world (more for a name in another script, which has no
 * letters in common with those in Latin script) and of the report's countries.
 */
const MOST = { skeletons: 200, terms: 350 };
const MOST_OTHER_SCRIPT = { skeletons: 350, terms: 600 };
const MOST_WITHIN = { skeletons: 300, terms: 500 };
/** How many longer names are taken for a word of theirs. */
const LONGER = 60;
// Sets of countries for which it is kept what lies in them: reports of one folder are about a few.
const SETS = 4;

/** Ranks of names of several words of which a key is the first or a later one: `rifaat` is a part of `tall rifaat`. */
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

/**
 * Ranks of the terms nearest by skeleton, the nearest first; then those nearest among the names of some countries, which the whole world's
 * would crowd out. `countries` are ISO 3166-1 alpha-2 codes.
 */
export function likelyTerms(layer: Layer, sounds: Sounds, latin: boolean, countries: readonly string[] = []): number[] {
  if (layer.skeletons.size === 0) return [];
  const skeleton = skeletonOf(sounds);
  const other = otherSkeletonOf(sounds);
  const terms = alike(layer, skeleton, latin, countries);
  return other === skeleton ? terms : terms.concat(alike(layer, other, latin, countries));
}

/** Ranks of the terms that are a light key but for a letter or two, of the world, then of some countries; none in another script. */
export function slips(layer: Layer, key: string, countries: readonly string[] = []): number[] {
  const terms = termsWithLetters(layer, key);
  if (countries.length === 0) return terms;
  return terms.concat(termsWithLetters(layer, key, within(layer, scratchOf(layer), countries).terms));
}

function alike(layer: Layer, skeleton: string, latin: boolean, countries: readonly string[]): number[] {
  const scratch = scratchOf(layer);
  scratch.counts.fill(0);
  const pairs = [...new Set(pairsOf(skeleton))];
  for (const pair of pairs) layer.pairs.count(pair, scratch.counts);
  // Most skeletons share a pair by chance; a third of the pairs is the least that means something.
  const least = Math.ceil(pairs.length / 3);
  const level = levelTable(pairs.length);
  const terms = nearest(layer, skeleton, level, least, latin ? MOST : MOST_OTHER_SCRIPT, undefined);
  if (countries.length === 0) return terms;
  return terms.concat(nearest(layer, skeleton, level, 1, MOST_WITHIN, within(layer, scratch, countries)));
}

function scratchOf(layer: Layer): Scratch {
  let scratch = scratches.get(layer);
  if (scratch === undefined) {
    const { size } = layer.skeletons;
    const fours = new Int32Array(Math.ceil(size / 4));
    scratch = {
      fours,
      counts: new Uint8Array(fours.buffer),
      ranks: new Uint32Array(size),
      levels: new Uint8Array(size),
      within: new Map(),
    };
    scratches.set(layer, scratch);
  }
  return scratch;
}

/** What lies in some countries; found once for each set of them (some 30 ms for the world). */
function within(layer: Layer, { within: sets }: Scratch, countries: readonly string[]): Within {
  const name = [...countries].sort().join(' ');
  const known = sets.get(name);
  if (known !== undefined) return known;
  const labels = new Map<number, boolean>();
  const isIn = (number: number): boolean => {
    const label = layer.columns.countries[number]!;
    let answer = labels.get(label);
    if (answer === undefined) {
      answer = layer
        .label(label)
        .split(' ')
        .some(country => countries.includes(country));
      labels.set(label, answer);
    }
    return answer;
  };
  const terms = new Uint8Array(layer.terms.size);
  layer.terms.walkRange(0, layer.terms.size, (term, number) => {
    if (isIn(number)) terms[term] = 1;
  });
  const skeletons = new Uint8Array(layer.skeletons.size);
  layer.skeletons.walkRange(0, layer.skeletons.size, (skeleton, term) => {
    if (terms[term] === 1) skeletons[skeleton] = 1;
  });
  const [oldest] = sets.keys();
  if (oldest !== undefined && sets.size >= SETS) sets.delete(oldest);
  const made = { terms, skeletons };
  sets.set(name, made);
  return made;
}

/** Terms of the skeletons that share most pairs with one, the nearest first. */
function nearest(
  layer: Layer,
  skeleton: string,
  level: Uint8Array,
  least: number,
  most: typeof MOST,
  only: Within | undefined,
): number[] {
  const { skeletons } = layer;
  const { lengths } = layer.pairs;
  const { counts, fours, ranks, levels } = scratchOf(layer);
  const mask = only?.skeletons;
  // Levels of likeness, so that the best are found without sorting them all.
  const tally = new Uint32Array(LEVELS + 1);
  let passed = 0;
  // Most skeletons share so little that four at a time are passed over.
  const some = (0xff & -(1 << (31 - Math.clz32(least)))) * 0x01010101;
  for (let i = 0; i < fours.length; i++) {
    if ((fours[i]! & some) === 0) continue;
    for (let rank = 4 * i; rank < 4 * i + 4; rank++) {
      const count = counts[rank]!;
      if (count < least || (mask !== undefined && mask[rank] === 0)) continue;
      const likeness = level[(count << 4) | lengths[rank]!]!;
      tally[likeness]!++;
      ranks[passed] = rank;
      levels[passed++] = likeness;
    }
  }
  let floor = LEVELS;
  for (let taken = tally[LEVELS]!; floor > 1 && taken + tally[floor - 1]! <= most.skeletons; floor--)
    taken += tally[floor - 1]!;
  floor = Math.min(floor, LEVELS - 1);
  const order: { rank: number; distance: number }[] = [];
  for (let i = 0; i < passed; i++) {
    const likeness = levels[i]!;
    if (likeness < floor) continue;
    const rank = ranks[i]!;
    skeletons.go(rank);
    const { key } = skeletons;
    const distance = editDistance(skeleton, key) / (2 * Math.max(skeleton.length, key.length, 1)) - likeness / LEVELS;
    order.push({ rank, distance });
  }
  order.sort((a, b) => a.distance - b.distance || a.rank - b.rank);
  const terms: number[] = [];
  for (const { rank } of order) {
    if (terms.length >= most.terms) break;
    skeletons.walkRange(rank, rank + 1, (_, term) => {
      if (only === undefined || only.terms[term] === 1) terms.push(term);
    });
  }
  return terms;
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
