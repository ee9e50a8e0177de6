// The likeliest meanings of a name that may be misspelt, or spelt in another way or script, best first.

import { likelyTerms } from './candidates';
import { distance } from './compare';
import type { Match, Query } from './entity';
import { lightKey } from './fold';
import { KINDS } from './layout';
import { activeShare, countryShare, kmToNearest, type Surroundings, size, surroundings } from './rank';
import type { Layer } from './read';
import { emptySounds, soundsOf } from './sounds';
import { CONTEXT } from './weights';

interface Found {
  readonly layer: Layer;
  readonly number: number;
  readonly term: string;
  readonly cost: number;
  readonly rank: number;
}

const wanted = emptySounds();
const other = emptySounds();
// A name that costs more than this for each sound is another name.
const MOST_PER_SOUND = 0.75;

export function nearest(layers: readonly Layer[], query: Query): readonly Match[] {
  const key = lightKey(query.text);
  if (key === '') return [];
  const around = surroundings(query);
  const kind = KINDS.indexOf(query.kind);
  const best = new Map<string, Found>();
  soundsOf(key, wanted);
  layers.forEach((layer, at) => {
    const terms = layer.terms.find(key) ? [layer.terms.rank] : [];
    if (wanted.length > 0) terms.push(...likelyTerms(layer, wanted, 400));
    for (const rank of terms) {
      layer.terms.go(rank);
      const term = layer.terms.key;
      soundsOf(term, other);
      const limit = 1 + MOST_PER_SOUND * wanted.length;
      const cost = term === key ? -SAME : distance(wanted, other, limit);
      if (cost > limit) continue;
      layer.terms.each(number => {
        if (layer.columns.kind[number] !== kind) return;
        const id = `${at}:${number}`;
        const known = best.get(id);
        if (known !== undefined && known.cost <= cost) return;
        best.set(id, { layer, number, term, cost, rank: context(layer, number, around) - cost });
      });
    }
  });
  const sorted = [...best.values()].sort((a, b) => b.rank - a.rank).slice(0, query.limit ?? 10);
  const length = wanted.length;
  return sorted.map(found => toMatch(found, sureness(found.cost, length)));
}

// The very same name is worth this much more than one that only sounds the same.
const SAME = 0.3;

/** From 0 to 1: 1 for the same name, 0.97 for the same sounds, less for each cost, and the less the longer the name is. */
function sureness(cost: number, length: number): number {
  return cost < 0 ? 1 : 0.97 * Math.exp((-1.5 * cost) / (2 + 0.5 * length));
}

function context(layer: Layer, number: number, around: Surroundings): number {
  const km = kmToNearest(layer, number, around);
  return (
    CONTEXT.country * countryShare(layer, number, around) +
    CONTEXT.size * size(layer, number) +
    CONTEXT.active * activeShare(layer, number, around) +
    (km === undefined ? 0 : CONTEXT.near / (1 + km / 50)) +
    ((around.query.used?.get(layer.id(number)) ?? 0) > 0 ? CONTEXT.used : 0)
  );
}

function toMatch({ layer, number, term }: Found, score: number): Match {
  return { entity: layer.entity(number), alias: layer.spelling(number, term), score };
}
