// Writes entities into one compact file that `openIndex` reads without parsing; the same entities always give the same bytes.

import { countryCode } from './countries';
import { writeDictionary } from './dictionary';
import type { Entity } from './entity';
import { encode, packFile } from './file';
import { lightKey } from './fold';
import { groupKey } from './groupKey';
import { Groups } from './groups';
import {
  type About,
  COLUMNS,
  type ColumnName,
  DICTIONARIES,
  type DictionaryName,
  degrees,
  GEONAMES_ID,
  KINDS,
  keepDay,
  keepDegrees,
  NONE,
  ORIGINS,
  plainSpelling,
  type Rest,
} from './layout';
import { nameParts } from './nameParts';
import { packNumbers } from './numbers';
import { hasSyllables } from './romanise';
import { skeletonOf } from './skeleton';
import { emptySounds, soundsOf } from './sounds';
import type { Purpose } from './symbols';
import { writeTexts } from './texts';

/** Writes an index. Of two entities with one id the later counts. One that is not to be kept is written in less time, and larger. */
export function writeIndex(entities: Iterable<Entity>, about: About, purpose: Purpose = 'small'): Uint8Array {
  const sorted = inOrder(entities);
  const columns = Object.fromEntries(COLUMNS.map(name => [name, new Float64Array(sorted.length)])) as Record<
    ColumnName,
    Float64Array
  >;
  const labels = new Map<string, number>([['', 0]]);
  const types = new Map<string, number>();
  const names: string[] = [];
  const rests: string[] = [];
  const terms = new Groups();
  const groups = new Groups();
  sorted.forEach((entity, number) => {
    const values: Record<ColumnName, number> = {
      id: Number(GEONAMES_ID.exec(entity.id)?.[1] ?? NONE),
      kind: KINDS.indexOf(entity.kind),
      origin: ORIGINS.indexOf(entity.origin),
      type: numberOf(types, entity.type),
      countries: numberOf(labels, entity.countries.join(' ')),
      division: numberOf(labels, entity.division),
      district: numberOf(labels, entity.district ?? ''),
      latitude: keepDegrees(entity.latitude),
      longitude: keepDegrees(entity.longitude),
      uncertainty: Math.round(entity.uncertaintyKm * 10),
      population: Math.min(Math.max(0, Math.round(entity.population)), NONE - 1),
      from: keepDay(entity.active?.from),
      to: keepDay(entity.active?.to),
    };
    for (const name of COLUMNS) columns[name][number] = values[name];
    const { kept, rest } = namesOf(entity, key => terms.add(key, number));
    names.push(kept.join('\n'));
    if (entity.kind === 'actor')
      for (const name of [entity.name, ...entity.aliases.map(({ text }) => text)]) groups.add(groupKey(name), number);
    rests.push(Object.keys(rest).length > 0 ? JSON.stringify(rest) : '');
  });
  sorted.length = 0; // Of millions of entities, none is kept while the dictionaries are made.
  return packFile([
    encode(JSON.stringify({ title: '', ...about })),
    ...writeTexts([...types.keys()], purpose),
    ...writeTexts([...labels.keys()], purpose),
    ...writeTexts(names, purpose),
    ...writeTexts(rests.every(rest => rest === '') ? [] : rests, purpose),
    ...COLUMNS.map(name => packNumbers(columns[name])),
    ...dictionaries(terms.sorted(), groups.sorted(), purpose),
  ]);
}

// Each is written before the next is gathered: of millions of names, only one fits well in memory at a time.
function dictionaries(terms: Grouped, groups: Grouped, purpose: Purpose): Uint8Array[] {
  const made: Readonly<Record<DictionaryName, () => Grouped>> = {
    terms: () => terms,
    words: () => wordsOf(terms),
    skeletons: () => skeletonsOf(terms),
    groups: () => groups,
  };
  return DICTIONARIES.flatMap(name => writeDictionary(made[name](), purpose));
}

type Grouped = readonly [key: string, numbers: number[]][];

function wordsOf(terms: Grouped): Grouped {
  const words = new Groups();
  terms.forEach(([key], term) => {
    key.split(' ').forEach((word, i) => {
      if (i > 0) words.add(word, term);
      // The Arabic article is written as one with its word.
      if (word.startsWith('ال') && word.length > 3) words.add(word.slice(2), term);
    });
  });
  return words.sorted();
}

function skeletonsOf(terms: Grouped): Grouped {
  const skeletons = new Groups();
  const sounds = emptySounds();
  terms.forEach(([key], term) => {
    // Names in scripts of syllables are found as they are written, and their places by the Latin name that stands beside them.
    if (hasSyllables(key)) return;
    soundsOf(key, sounds);
    if (sounds.length > 0 && sounds.unread * 2 <= key.length) skeletons.add(skeletonOf(sounds), term);
  });
  return skeletons.sorted();
}

/** The names of an entity that are kept in full, the canonical one first; every name's light key goes to `term`. */
function namesOf(entity: Entity, term: (key: string) => void): { kept: string[]; rest: Rest } {
  const rest: Rest = {};
  if (!GEONAMES_ID.test(entity.id)) rest.id = entity.id;
  if (entity.note !== '') rest.note = entity.note;
  const { latitude, longitude } = entity;
  const rounded = [latitude, longitude].some(value => value !== undefined && degrees(keepDegrees(value)) !== value);
  // What an author wrote comes out as it was written; of others, a metre more or less is no matter.
  if (entity.origin === 'workspace' && rounded) rest.point = [latitude!, longitude!];
  if (entity.led !== undefined) rest.led = entity.led.map(({ id, from, to }) => [id, from, to]);
  const kept: string[] = [];
  const seen = new Set<string>();
  for (const alias of [{ text: entity.name }, ...entity.aliases]) {
    const key = lightKey(alias.text);
    if (key === '' || seen.has(key)) continue;
    seen.add(key);
    term(key);
    if (alias.from || alias.to) {
      rest.aliasDates ??= {};
      rest.aliasDates[kept.length] = [alias.from ?? '', alias.to ?? ''];
    }
    const spelt = alias.text.replaceAll('\n', ' ');
    if (kept.length === 0 || entity.origin !== 'geonames' || spelt !== plainSpelling(key)) kept.push(spelt);
  }
  for (const part of partsOf(entity)) {
    const key = lightKey(part);
    if (key === '' || seen.has(key)) continue;
    seen.add(key);
    term(key);
  }
  return { kept, rest };
}

/** Further names within an entity's own: `Nasiriyah (Rif Dimashq)` is also found as Nasiriyah, but not as the division it lies in. */
function partsOf({ kind, origin, name, aliases, division, district }: Entity): string[] {
  if (kind !== 'place' || origin !== 'geonames') return [name.replace(/\s*\([^()]*\)\s*$/, '')];
  const { names, inside } = nameParts(name);
  const around = new Set([division, district ?? ''].map(lightKey));
  const own =
    origin !== 'geonames' ? [] : inside.filter(part => !around.has(lightKey(part)) && countryCode(part) === undefined);
  return [...names, ...own, ...aliases.flatMap(({ text }) => nameParts(text).names)];
}

// GeoNames by number first, so that an id is found by halving; then the others by their text.
function inOrder(entities: Iterable<Entity>): Entity[] {
  const byId = new Map<string, Entity>();
  for (const entity of entities) byId.set(entity.id, entity);
  const keyed = [...byId.values()].map(entity => ({
    entity,
    number: Number(GEONAMES_ID.exec(entity.id)?.[1] ?? NONE),
  }));
  keyed.sort((a, b) => a.number - b.number || (a.entity.id < b.entity.id ? -1 : 1));
  return keyed.map(({ entity }) => entity);
}

function numberOf(labels: Map<string, number>, text: string): number {
  const known = labels.get(text);
  if (known !== undefined) return known;
  labels.set(text, labels.size);
  return labels.size - 1;
}
