// The likeliest meanings of a name that may be misspelt, or spelt in another way or script, best first.

import { likelyTerms } from './candidates';
import { distance } from './compare';
import type { Match, Query } from './entity';
import { lightKey, withoutArticle } from './fold';
import { KINDS } from './layout';
import { activeShare, countryShare, kmToNearest, type Surroundings, size, surroundings } from './rank';
import type { Layer } from './read';
import { emptySounds, soundsOf } from './roman';

interface Found {
  layer: Layer;
  number: number;
  term: string;
  sureness: number;
  rank: number;
}

const wanted = emptySounds();
const other = emptySounds();

export function nearest(layers: readonly Layer[], query: Query): readonly Match[] {
  const key = lightKey(query.text);
  if (key === '') return [];
  const around = surroundings(query);
  const kind = KINDS.indexOf(query.kind);
  const best = new Map<string, Found>();
  soundsOf(withoutArticle(key), wanted);
  layers.forEach((layer, at) => {
    const terms = layer.terms.find(key) ? [layer.terms.rank] : [];
    if (wanted.length > 0) terms.push(...likelyTerms(layer, wanted, 400));
    for (const rank of terms) {
      layer.terms.go(rank);
      const term = layer.terms.key;
      const sureness = term === key ? 1 : 0.97 * likeness(term);
      if (sureness < 0.3) continue;
      layer.terms.each(number => {
        if (layer.columns.kind[number] !== kind) return;
        const id = `${at}:${number}`;
        const known = best.get(id);
        if (known !== undefined && known.sureness >= sureness) return;
        best.set(id, { layer, number, term, sureness, rank: sureness + context(layer, number, around) });
      });
    }
  });
  return [...best.values()]
    .sort((a, b) => b.rank - a.rank)
    .slice(0, query.limit ?? 10)
    .map(toMatch);
}

function likeness(term: string): number {
  soundsOf(withoutArticle(term), other);
  const length = Math.max(wanted.length, other.length);
  if (length === 0) return 0;
  const cost = distance(wanted, other, length * 0.5);
  return Math.max(0, 1 - cost / (0.5 * length + 1));
}

/** What surrounds the name, on the scale of sureness: the right country is worth about one wrong vowel. */
function context(layer: Layer, number: number, around: Surroundings): number {
  const km = kmToNearest(layer, number, around);
  const near = km === undefined ? 0 : 0.1 / (1 + km / 50);
  const used = (around.query.used?.get(layer.id(number)) ?? 0) > 0 ? 0.05 : 0;
  return (
    0.3 * countryShare(layer, number, around) +
    0.015 * size(layer, number) +
    0.1 * activeShare(layer, number, around) +
    near +
    used
  );
}

/** The found entity as an answer, with the spelling of it that has this light key. */
export function toMatch({ layer, number, term, sureness }: Found): Match {
  return { entity: layer.entity(number), alias: layer.spelling(number, term), score: sureness };
}
