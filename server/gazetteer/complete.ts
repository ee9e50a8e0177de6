// What could be meant by the beginning of a name: entries with a name, or a word of one, that begins so.

import { keyBytes } from './dictionary';
import type { Completions, Match, Query } from './entity';
import { lightKey } from './fold';
import { KINDS } from './layout';
import { countryShare, kmToNearest, type Surroundings, size, surroundings } from './rank';
import type { Layer } from './read';
import { skeletonOf } from './skeleton';
import { emptySounds, soundsOf } from './sounds';

/** How the beginning was found in the name: the name begins so, a word of it does, or it sounds so. */
const HOW = { name: 1, word: 0.9, sound: 0.7 } as const;

interface Listed {
  readonly layer: Layer;
  readonly number: number;
  readonly term: number;
  readonly score: number;
  readonly order: number;
}

export function complete(layers: readonly Layer[], query: Query): Completions {
  const key = lightKey(query.text);
  const around = surroundings(query);
  const kind = KINDS.indexOf(query.kind);
  const limit = query.limit ?? 50;
  const best = new Map<string, Listed>();
  layers.forEach((layer, at) => {
    const add = (term: number, how: number) => {
      layer.terms.go(term);
      layer.terms.each(number => {
        if (layer.columns.kind[number] !== kind) return;
        const id = `${at}:${number}`;
        if ((best.get(id)?.score ?? 0) >= how) return;
        best.set(id, { layer, number, term, score: how, order: order(layer, number, how, around) });
      });
    };
    for (const term of beginning(layer.terms, key)) add(term, HOW.name);
    for (const rank of beginning(layer.words, key)) {
      layer.words.go(rank);
      for (const term of layer.words.numbers) add(term, HOW.word);
    }
    const skeleton = skeletonOf(soundsOf(key, emptySounds()));
    if (skeleton.length >= 2) {
      for (const rank of beginning(layer.skeletons, skeleton)) {
        layer.skeletons.go(rank);
        for (const term of layer.skeletons.numbers) add(term, HOW.sound);
      }
    }
  });
  const sorted = [...best.values()].sort((a, b) => b.order - a.order);
  return { matches: sorted.slice(0, limit).map(toMatch), incomplete: sorted.length > limit };
}

/** Ranks of the keys that begin with a text. */
function beginning(keys: Layer['terms'], text: string): number[] {
  const prefix = keyBytes(text);
  const ranks: number[] = [];
  for (let more = keys.seek(prefix); more && keys.startsWith(prefix); more = keys.next()) ranks.push(keys.rank);
  return ranks;
}

function order(layer: Layer, number: number, how: number, around: Surroundings): number {
  const km = kmToNearest(layer, number, around);
  const used = around.query.used === undefined ? 0 : (around.query.used.get(layer.id(number)) ?? 0);
  return (
    10 * how +
    6 * countryShare(layer, number, around) +
    Math.min(4, 2 * Math.log2(1 + used)) +
    (km === undefined ? 0 : 3 / (1 + km / 50)) +
    0.3 * size(layer, number)
  );
}

function toMatch({ layer, number, term, score }: Listed): Match {
  layer.terms.go(term);
  return { entity: layer.entity(number), alias: layer.spelling(number, layer.terms.key), score };
}
