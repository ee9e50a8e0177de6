// What a wording has behind its name, `Homs [geonames:169577]` or `Homs (Syria)`, and whether it fits what the name means.

import { countryName } from './countries';
import type { EntityKind, Gazetteer } from './entity';

/** An id or a bracket that does not fit, and why, as a sentence to show. */
export interface Misfit {
  readonly beside: 'id' | 'bracket';
  readonly message: string;
}

/** A name and the id that its writer pinned it to. */
export interface Pin {
  readonly name: string;
  readonly id: string;
}

const PINNED = /^(.*\S)\s*\[\s*([a-z]\w*:[^[\]\s]+)\s*\]\s*$/su;
const BRACKET = /^(.*\S)\s*\(([^()]*\p{L}[^()]*)\)\s*$/su;
/** What is in brackets may be another name of the place, spelt in another way: how many of the nearest are looked at, and how like they must be. */
const SPELLINGS = { most: 20, least: 0.7 };

/** Undefined where no id stands behind the name. */
export function pinIn(text: string): Pin | undefined {
  const [, name, id] = PINNED.exec(text) ?? [];
  return name === undefined || id === undefined ? undefined : { name, id };
}

/** Why the entry with this id is not meant by the name. */
export function wrongPin(gazetteer: Gazetteer, { name, id }: Pin): Misfit {
  const entity = gazetteer.byId(id);
  if (entity === undefined) return { beside: 'id', message: `“${id}” is no id that is known.` };
  const called = [entity.name, ...entity.countries.slice(0, 1).map(countryName)].join(', ');
  return { beside: 'id', message: `“${id}” is ${called}, which is not called “${name}”.` };
}

/**
 * Whether a known place is given an area in brackets where no place of that name lies; undefined when it lies there, when the name is not known
 * without them either, or when they hold something else: a year, another name of the place.
 */
export function wrongBracket(gazetteer: Gazetteer, text: string, kinds: readonly EntityKind[]): Misfit | undefined {
  const [, name, inside] = BRACKET.exec(text) ?? [];
  if (name === undefined || inside === undefined || /\d/.test(inside) || !kinds.includes('place')) return;
  const isKnown = (words: string) => kinds.some(kind => gazetteer.resolve({ text: words, kind }).kind !== 'unknown');
  if (isKnown(text) || !isKnown(name)) return;
  const nearest = (words: string) =>
    gazetteer
      .nearest({ text: words, kind: 'place', limit: SPELLINGS.most })
      .filter(({ score, likeness = score }) => likeness >= SPELLINGS.least)
      .map(({ entity }) => entity.id);
  const meant = nearest(name);
  if (nearest(inside).some(id => meant.includes(id))) return;
  return { beside: 'bracket', message: `No “${name}” is known in “${inside}”.` };
}
