// Writes entities into one compact file that `openIndex` reads without parsing; the same entities always give the same bytes.

import { keyBytes, writeDictionary } from './dictionary';
import type { Entity } from './entity';
import { Bytes, type Column, columnOf, encode, packFile } from './file';
import { lightKey, withoutArticle } from './fold';
import { emptySounds, skeletonOf, soundsOf } from './roman';

/** What an index says of itself. */
export interface About {
  /** Who the data is from and under which licence, as it must be shown. */
  readonly attribution: string;
  /** What it holds, in a few words; '' when there is nothing to say. */
  readonly title?: string;
}

/** What a place or group has beyond the columns all entities share; kept as JSON because few have any of it. */
export interface Rest {
  id?: string;
  aliasDates?: Record<string, readonly [from: string, to: string]>;
  note?: string;
}

/** The order of the sections in the file. */
export const SECTIONS = [
  'about',
  'labelEnds',
  'labels',
  'id',
  'kind',
  'origin',
  'type',
  'countries',
  'division',
  'district',
  'latitude',
  'longitude',
  'uncertainty',
  'population',
  'from',
  'to',
  'nameEnds',
  'names',
  'restEnds',
  'rest',
  'termStarts',
  'terms',
  'wordStarts',
  'words',
  'skeletonStarts',
  'skeletons',
  'pairStarts',
  'pairs',
  'skeletonLengths',
] as const;

/** Marks an id that is not `geonames:` and a number, a missing coordinate, or a missing day. */
export const NONE = 0xffffffff;
export const KINDS = ['place', 'actor'] as const;
export const ORIGINS = ['geonames', 'qalam', 'workspace'] as const;
const GEONAMES_ID = /^geonames:([1-9]\d{0,8})$/;

/** Writes an index. Of two entities with one id the later counts. */
export function writeIndex(entities: Iterable<Entity>, about: About): Uint8Array {
  const byId = new Map<string, Entity>();
  for (const entity of entities) byId.set(entity.id, entity);
  const sorted = [...byId.values()].sort(byIdOrder);

  const labels = new Labels();
  const columns = {
    id: [],
    kind: [],
    origin: [],
    type: [],
    countries: [],
    division: [],
    district: [],
    latitude: [],
    longitude: [],
    uncertainty: [],
    population: [],
    from: [],
    to: [],
    nameEnds: [],
    restEnds: [],
  } as Record<string, number[]>;
  const put = (column: string, value: number) => columns[column]!.push(value);
  const names = new Bytes();
  const rests = new Bytes();
  const terms = new Groups();
  sorted.forEach((entity, number) => {
    const id = GEONAMES_ID.exec(entity.id);
    put('id', id === null ? NONE : Number(id[1]));
    put('kind', KINDS.indexOf(entity.kind));
    put('origin', ORIGINS.indexOf(entity.origin));
    put('type', labels.number(entity.type));
    put('countries', labels.number(entity.countries.join(' ')));
    put('division', labels.number(entity.division));
    put('district', labels.number(entity.district ?? ''));
    put('latitude', degrees(entity.latitude));
    put('longitude', degrees(entity.longitude));
    put('uncertainty', Math.round(entity.uncertaintyKm * 10));
    put('population', Math.min(Math.max(0, Math.round(entity.population)), NONE - 1));
    put('from', dayNumber(entity.active?.from));
    put('to', dayNumber(entity.active?.to));

    const rest: Rest = {};
    if (id === null) rest.id = entity.id;
    if (entity.note !== '') rest.note = entity.note;
    const kept: string[] = [];
    const seen = new Set<string>();
    for (const alias of [{ text: entity.name }, ...entity.aliases]) {
      const key = lightKey(alias.text);
      if (key === '' || seen.has(key)) continue;
      seen.add(key);
      if (alias.from || alias.to) {
        rest.aliasDates ??= {};
        rest.aliasDates[kept.length] = [alias.from ?? '', alias.to ?? ''];
      }
      kept.push(alias.text.replaceAll('\n', ' '));
      terms.add(key, number);
    }
    // `Nasiriyah (Rif Dimashq)` is also found as Nasiriyah.
    const bare = entity.origin === 'geonames' ? '' : lightKey(entity.name.replace(/\s*\([^()]*\)\s*$/, ''));
    if (bare !== '' && !seen.has(bare)) terms.add(bare, number);
    names.all(encode(kept.join('\n')));
    put('nameEnds', names.length);
    if (Object.keys(rest).length > 0) rests.all(encode(JSON.stringify(rest)));
    put('restEnds', rests.length);
  });

  const termEntries = terms.sorted();
  const words = new Groups();
  const skeletons = new Groups();
  const sounds = emptySounds();
  termEntries.forEach(([key], term) => {
    const text = terms.keyAt(term);
    text.split(' ').forEach((word, i) => {
      if (i > 0) words.add(word, term);
      // The Arabic article is written as one with its word.
      if (word.startsWith('ال') && word.length > 3) words.add(word.slice(2), term);
    });
    soundsOf(withoutArticle(text), sounds);
    if (sounds.length > 0 && sounds.unread * 2 <= key.length) skeletons.add(skeletonOf(sounds), term);
  });
  const skeletonEntries = skeletons.sorted();
  const pairs = new Groups();
  skeletonEntries.forEach((_, number) => {
    for (const pair of new Set(pairsOf(skeletons.keyAt(number)))) pairs.add(pair, number);
  });

  const made: Record<(typeof SECTIONS)[number], Column> = {
    about: encode(JSON.stringify({ title: '', ...about })),
    labelEnds: columnOf(labels.ends),
    labels: labels.bytes.done(),
    ...(Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, columnOf(values)])) as Record<
      | 'id'
      | 'kind'
      | 'origin'
      | 'type'
      | 'countries'
      | 'division'
      | 'district'
      | 'latitude'
      | 'longitude'
      | 'uncertainty'
      | 'population'
      | 'from'
      | 'to'
      | 'nameEnds'
      | 'restEnds',
      Column
    >),
    names: names.done(),
    rest: rests.done(),
    skeletonLengths: columnOf(skeletonEntries.map(([key]) => key.length)),
    ...dictionarySections('term', 'terms', termEntries),
    ...dictionarySections('word', 'words', words.sorted()),
    ...dictionarySections('skeleton', 'skeletons', skeletonEntries),
    ...dictionarySections('pair', 'pairs', pairs.sorted()),
  } as Record<(typeof SECTIONS)[number], Column>;
  return packFile(SECTIONS.map(name => made[name]));
}

function dictionarySections(
  start: string,
  name: string,
  entries: readonly (readonly [Uint8Array, number[]])[],
): Record<string, Column> {
  const [starts, bytes] = writeDictionary(entries);
  return { [`${start}Starts`]: starts, [name]: bytes };
}

/** The pairs of neighbours in a skeleton, its two ends marked: `dmr` has `^d`, `dm`, `mr`, `r$`. */
export function pairsOf(skeleton: string): string[] {
  const out: string[] = [];
  const framed = `^${skeleton}$`;
  for (let i = 0; i + 1 < framed.length; i++) out.push(framed.slice(i, i + 2));
  return out;
}

// GeoNames by number first, so that an id is found by halving; then the others by their text.
function byIdOrder(a: Entity, b: Entity): number {
  const [one, two] = [GEONAMES_ID.exec(a.id), GEONAMES_ID.exec(b.id)];
  if (one !== null && two !== null) return Number(one[1]) - Number(two[1]);
  if (one !== null || two !== null) return one !== null ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

// Hundred-thousandths of a degree (about a metre), moved above zero.
function degrees(value: number | undefined): number {
  return value === undefined ? NONE : Math.round((value + 180) * 1e5);
}

/** `2012-03-01` as 20120301, missing parts as 0; 0 when there is no day. */
export function dayNumber(day: string | undefined): number {
  const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(day ?? '');
  return parts === null ? 0 : Number(parts[1]) * 10000 + Number(parts[2] ?? 0) * 100 + Number(parts[3] ?? 0);
}

/** Short texts that many entities share, each kept once. */
class Labels {
  readonly ends: number[] = [];
  readonly bytes = new Bytes();
  private readonly known = new Map<string, number>();

  number(text: string): number {
    const known = this.known.get(text);
    if (known !== undefined) return known;
    this.bytes.all(encode(text));
    this.ends.push(this.bytes.length);
    this.known.set(text, this.known.size);
    return this.known.size - 1;
  }
}

/** Numbers grouped by key. */
class Groups {
  private readonly groups = new Map<string, number[]>();
  private keys: string[] = [];

  add(key: string, number: number): void {
    const group = this.groups.get(key);
    if (group === undefined) this.groups.set(key, [number]);
    else if (group[group.length - 1] !== number) group.push(number);
  }

  /** All groups in the order of their keys' bytes. */
  sorted(): (readonly [Uint8Array, number[]])[] {
    // Keys cut to the longest length may fall together; their numbers join.
    const cut = new Map<string, readonly [Uint8Array, number[]]>();
    for (const [key, numbers] of this.groups) {
      const bytes = keyBytes(key);
      const name = bytes.length < 250 ? key : new TextDecoder().decode(bytes);
      const same = cut.get(name);
      if (same === undefined) cut.set(name, [bytes, numbers]);
      else same[1].push(...numbers);
    }
    const entries = [...cut].sort(([, [a]], [, [b]]) => compareBytes(a, b));
    this.keys = entries.map(([key]) => key);
    return entries.map(([, entry]) => [entry[0], [...new Set(entry[1])].sort((a, b) => a - b)]);
  }

  /** The key at a place of the sorted order. */
  keyAt(rank: number): string {
    return this.keys[rank] ?? '';
  }
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}
