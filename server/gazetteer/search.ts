// The entities whose names are nearest to one that may be misspelt, or spelt in another way or script.

import { likelyTerms, slips, termsWithWord } from './candidates';
import { type Costs, costsFor, distance } from './compare';
import { lightKey } from './fold';
import { KINDS } from './layout';
import { isLatin } from './letters';
import { MEASURES, measure, worth } from './likeness';
import type { NameSpan } from './phrase';
import { activeShare, countryShare, kmToNearest, type Surroundings, size, usesOf } from './rank';
import type { Layer } from './read';
import { skeletonOf } from './skeleton';
import { emptySounds, soundsOf, withoutOptional } from './sounds';
import { CONTEXT } from './weights/costs';

/** A candidate: an entity by its number in a layer, and the name of it that fits best. */
export interface Found {
  readonly layer: Layer;
  readonly number: number;
  readonly term: string;
  /** From 0 to 1: 1 for the same name, 0.97 for the same sounds, less for each cost, and the less the longer the name is. */
  readonly sureness: number;
  readonly rank: number;
  /** Where the name stands in the phrase; undefined when it is all of it. */
  readonly span?: NameSpan;
}

const wanted = emptySounds();
const other = emptySounds();
// A name that costs more than this for each sound is another name.
const MOST_PER_SOUND = 0.75;
// The very same name is worth this much more than one that only sounds the same.
const SAME = 0.3;
// A name that is only like one of another country is hardly meant.
const ELSEWHERE = 0.75;
// What costs this much more than the best is not meant, whatever else speaks for it.
const FAR = 2.5;
// So many of the likeliest are compared before the others.
const LIKELIEST = 60;

/** How many candidates are measured in every way; the others follow in the order of their costs. */
export const MEASURED = 50;

interface Gathered extends Found {
  cost: number;
  close: number;
}

/** The entities whose names are nearest to a text, best first. */
export function search(layers: readonly Layer[], text: string, around: Surroundings): Found[] {
  const key = lightKey(text);
  if (key === '') return [];
  const found = gather(layers, key, around);
  return around.query.kind === 'place' ? weigh(found, key, around) : found;
}

/** The entities with names like a light key, by what the cheapest of these costs and what else speaks for them. */
export function gather(layers: readonly Layer[], key: string, around: Surroundings): Gathered[] {
  const kind = KINDS.indexOf(around.query.kind);
  soundsOf(key, wanted);
  const short = withoutOptional(key);
  const latin = isLatin(key);
  const found: Gathered[] = [];
  for (const layer of layers) {
    const best = new Map<number, { -readonly [Key in keyof Gathered]: Gathered[Key] }>();
    const take = (rank: number, limit: number): number => {
      layer.terms.go(rank);
      const term = layer.terms.key;
      const cost =
        term === key ? -SAME : distance(wanted, soundsOf(term, other), limit, costsOf(layer, layer.terms.first));
      if (cost > limit) return cost;
      const close = Math.exp(-2 * Math.max(0, cost));
      layer.terms.each(number => {
        if (layer.columns.kind[number] !== kind) return;
        const known = best.get(number);
        if (known === undefined) best.set(number, { layer, number, term, cost, close, sureness: 0, rank: 0 });
        else {
          known.close += close;
          if (known.cost <= cost) return;
          known.cost = cost;
          known.term = term;
        }
      });
      return cost;
    };
    let most = 0;
    const same = layer.terms.find(key) ? layer.terms.rank : -1;
    if (same >= 0) take(same, 0);
    if (wanted.length > 0) {
      // What costs far more than the best needs not be known exactly.
      let limit = 1 + MOST_PER_SOUND * wanted.length;
      const countries = around.query.countries;
      const terms = likelyTerms(layer, wanted, latin, countries);
      if (short !== key) terms.push(...likelyTerms(layer, soundsOf(short, other), latin, countries));
      // The nearest say how much is too much; the others are faster read in the order in which they are kept.
      const likely = terms.slice(0, LIKELIEST);
      const others = terms.slice(LIKELIEST).concat(slips(layer, key, countries), termsWithWord(layer, key));
      others.sort((a, b) => a - b);
      const seen = new Set([same]);
      for (const rank of likely.concat(others)) {
        if (seen.has(rank)) continue;
        seen.add(rank);
        limit = Math.min(limit, Math.max(0, take(rank, limit)) + FAR);
      }
      most = limit;
    }
    for (const candidate of best.values()) {
      const { number, cost } = candidate;
      if (cost > most) continue;
      const sureness = cost < 0 ? 1 : 0.97 * Math.exp((-1.5 * cost) / (2 + 0.5 * wanted.length));
      candidate.sureness = cost < 0 || !elsewhere(layer, number, around) ? sureness : ELSEWHERE * sureness;
      candidate.rank = context(layer, number, around) + CONTEXT.size * size(layer, number) - cost;
      found.push(candidate);
    }
  }
  return found.sort((a, b) => b.rank - a.rank);
}

const measured = new Float64Array(MEASURES.length);

/** The candidates by all that speaks for them; `found` in the order that `gather` gives. */
function weigh(found: readonly Gathered[], key: string, around: Surroundings): Found[] {
  const asked = { key, sounds: soundsOf(key, wanted), skeleton: skeletonOf(wanted) };
  const world = (around.query.countries?.length ?? 0) === 0;
  const head = found.slice(0, MEASURED).map(candidate => ({
    ...candidate,
    rank:
      context(candidate.layer, candidate.number, around) +
      worth(measure(candidate, asked, measured), world) +
      (candidate.cost < 0 ? SAME : 0),
  }));
  head.sort((a, b) => b.rank - a.rank);
  const last = found[MEASURED - 1]?.rank ?? 0;
  const lowest = head[head.length - 1]?.rank ?? 0;
  return [...head, ...found.slice(MEASURED).map(other => ({ ...other, rank: lowest + other.rank - last }))];
}

/** Whether the report names countries and the entity lies in none of them. */
function elsewhere(layer: Layer, number: number, around: Surroundings): boolean {
  return (around.query.countries?.length ?? 0) > 0 && countryShare(layer, number, around) === 0;
}

const costsByLabel = new WeakMap<Layer, (Costs | undefined)[]>();

/** The costs that fit the country of an entity. */
function costsOf(layer: Layer, number: number): Costs {
  let byLabel = costsByLabel.get(layer);
  if (byLabel === undefined) {
    byLabel = [];
    costsByLabel.set(layer, byLabel);
  }
  const label = layer.columns.countries[number]!;
  byLabel[label] ??= costsFor(layer.label(label).slice(0, 2));
  return byLabel[label];
}

/** What speaks for an entity besides its names and its size. */
export function context(layer: Layer, number: number, around: Surroundings): number {
  const km = kmToNearest(layer, number, around);
  return (
    CONTEXT.country * countryShare(layer, number, around) +
    CONTEXT.active * activeShare(layer, number, around) +
    (km === undefined ? 0 : CONTEXT.near / (1 + km / 50)) +
    (usesOf(layer, number, around) > 0 ? CONTEXT.used : 0)
  );
}
