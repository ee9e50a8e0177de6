// How far two names are apart in sound: the cheapest way to turn one row of sounds into the other.

import { code, isVowel, LONGEST, PLACES, SOUNDS, type Sounds, SPACE } from './sounds';
import * as arabic from './weights/arabic';
import { type ByPlace, CHANGE_OTHER, type Changes, UNWRITTEN_VOWEL } from './weights/costs';
import * as cyrillic from './weights/cyrillic';
import * as south from './weights/south';
import * as unwritten from './weights/unwritten';
import * as world from './weights/world';

const N = SOUNDS.length;

/** Costs of a name's sound as another (by `of * N + as`), of leaving a sound of the name out and of one more (by `place * N + sound`). */
export interface Costs {
  readonly change: Float32Array;
  readonly drop: Float32Array;
  readonly add: Float32Array;
}

function readChanges(table: Changes): Float32Array {
  const change = new Float32Array(N * N).fill(CHANGE_OTHER.others);
  for (let of = 0; of < N; of++) {
    for (let as = 0; as < N; as++)
      if (isVowel[of] === 1 && isVowel[as] === 1) change[of * N + as] = CHANGE_OTHER.vowels;
    change[of * N + of] = 0;
  }
  for (const [of, others] of Object.entries(table)) {
    for (const [as, cost] of Object.entries(others)) change[code(of) * N + code(as)] = cost;
  }
  return change;
}

function readByPlace(table: ByPlace): Float32Array {
  const costs = new Float32Array(N * PLACES.length).fill(1);
  for (const [sounds, byPlace] of Object.entries(table)) {
    for (const sound of sounds) {
      byPlace.forEach((cost, place) => {
        costs[place * N + code(sound)] = cost;
      });
    }
  }
  return costs;
}

const read = (tables: { CHANGE: Changes; DROP: ByPlace; ADD: ByPlace }): Costs => ({
  change: readChanges(tables.CHANGE),
  drop: readByPlace(tables.DROP),
  add: readByPlace(tables.ADD),
});

/** The shipped costs: for names of three groups of countries, of all others, and of names written in Arabic and Hebrew script. */
export const shippedCosts = {
  world: read(world),
  arabic: read(arabic),
  cyrillic: read(cyrillic),
  south: read(south),
  unwritten: read(unwritten),
};

/** Countries by how their names come into Latin letters (ISO 3166-1 alpha-2): from Arabic script, from Cyrillic, and in Africa and Asia. */
export const FAMILIES: Readonly<Record<'arabic' | 'cyrillic' | 'south', string>> = {
  arabic: 'AE AF BH DJ DZ EG EH ER IQ IR JO KM KW LB LY MA MR OM PK PS QA SA SD SO SY TD TN YE',
  cyrillic: 'BA BG BY KG KZ ME MK MN RS RU TJ UA UZ XK',
  south:
    'AO BD BF BI BJ BT BW CD CF CG CI CM CN ET GA GH GM GN GQ GW ID IN KE KH KP KR LA LK LR LS MG MM MW MY MZ NA NE NG NP PH RW SL SN SS SZ TG TH TZ UG VN ZA ZM ZW',
};

/** The costs that fit names of a country best. */
export function costsFor(country: string): Costs {
  if (country !== '') {
    for (const family of ['arabic', 'cyrillic', 'south'] as const) {
      if (FAMILIES[family].includes(country)) return shippedCosts[family];
    }
  }
  return shippedCosts.world;
}

let before = new Float32Array(LONGEST + 8);
let row = new Float32Array(LONGEST + 8);
const atWord = new Float32Array(LONGEST + 8);
const drops = new Float32Array(LONGEST + 8);

/**
 * The cost of writing `name` as `query`: 0 for the same sounds, about 1 for one wrong consonant or a word too many or too few. Stops early,
 * with a cost above `limit`, when it must exceed it.
 */
export function distance(query: Sounds, name: Sounds, limit: number, costs: Costs): number {
  if (query.abjad === name.abjad) return cheapest(query, name, limit, costs);
  if (query.abjad) return cheapest(query, name, limit, shippedCosts.unwritten);
  // The costs are those of writing a Latin name in Arabic. The other way round, the query's vowels are left to guessing.
  let vowels = 0;
  for (let i = 0; i < query.length; i++) vowels += isVowel[query.codes[i]!]!;
  return cheapest(name, query, limit, shippedCosts.unwritten) + UNWRITTEN_VOWEL * vowels;
}

function cheapest(query: Sounds, name: Sounds, limit: number, { change, drop, add }: Costs): number {
  const width = name.length;
  for (let j = 0; j < width; j++) drops[j] = drop[name.places[j]! * N + name.codes[j]!]!;
  const { words } = query;
  const nameWords = name.words;
  before[0] = 0;
  fillFirst(name, width, nameWords);
  let leastAtWord = 0;
  let skip = 0;
  if (words) atWord.set(before);
  for (let i = 0; i < query.length; i++) {
    const sound = query.codes[i]!;
    const more = add[query.places[i]! * N + sound]!;
    let left = before[0]! + more;
    row[0] = left;
    let least = left;
    let start = left;
    for (let j = 0; j < width; j++) {
      const other = name.codes[j]!;
      let best = before[j]! + change[other * N + sound]!;
      const added = before[j + 1]! + more;
      if (added < best) best = added;
      const dropped = left + drops[j]!;
      if (dropped < best) best = dropped;
      if (nameWords) {
        if (other === SPACE) start = best;
        else if (j + 1 === width || name.codes[j + 1] === SPACE) best = Math.min(best, start + name.without[j]!);
      }
      left = best;
      row[j + 1] = best;
      if (best < least) least = best;
    }
    if (words) {
      if (sound === SPACE) {
        atWord.set(row);
        leastAtWord = least;
      } else if (i + 1 === query.length || query.codes[i + 1] === SPACE) {
        skip = query.withMore[i]!;
        for (let j = 0; j <= width; j++) if (atWord[j]! + skip < row[j]!) row[j] = atWord[j]! + skip;
        if (leastAtWord + skip < least) least = leastAtWord + skip;
      }
    }
    // A word left out may yet bring the cost down to what it was before it.
    if (least > limit && (!words || leastAtWord > limit)) return least;
    const swap = before;
    before = row;
    row = swap;
  }
  return before[width]!;
}

/** The first row: a name of which nothing is written yet. */
function fillFirst(name: Sounds, width: number, words: boolean): void {
  let start = 0;
  for (let j = 0; j < width; j++) {
    let cost = before[j]! + drops[j]!;
    if (words) {
      if (name.codes[j] === SPACE) start = cost;
      else if (j + 1 === width || name.codes[j + 1] === SPACE) cost = Math.min(cost, start + name.without[j]!);
    }
    before[j + 1] = cost;
  }
}
