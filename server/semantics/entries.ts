// Gazetteer entries out of `place` and `actor` blocks: the workspace's own, and those that ship, by the same rules.

import { countryCode } from '../gazetteer/countries';
import type { Alias, Entity, Gazetteer } from '../gazetteer/entity';
import { gazetteer as layers } from '../gazetteer/gazetteer';
import type { Block } from '../syntax/tree';
import { fieldOf, linesOf } from '../syntax/tree';
import { fieldSpec } from '../syntax/vocabulary';
import { isDay, readDate } from './dates';
import { noDefinitions } from './definitions';
import { readPlace } from './places';
import { Names, Scope } from './scope';
import { valueOfField } from './values';

export type EntryBlock = Block & { readonly kind: 'place' | 'actor' };

export const definesEntry = (block: Block): block is EntryBlock =>
  (block.kind === 'place' || block.kind === 'actor') && !!block.title?.text;

/** `Jaysh al-Islam` → `jaysh-al-islam`; letters of any script stay. */
export const slug = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’‘ʿʾ]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

/** The id of the entry that a block defines: the one it gives, or one made of its name. */
export const entryId = (block: Block, origin: 'qalam' | 'workspace'): string =>
  fieldOf(block, 'id')?.value.replace(/\s+/g, ' ').trim() || madeId(block.kind, block.title?.text ?? '', origin);

/** The id made of a name: `workspace:place:umm-ruman`, so that a place and a group of one name differ; what ships has `qalam:jaysh-al-islam`. */
export const madeId = (kind: string, name: string, origin: 'qalam' | 'workspace'): string =>
  origin === 'workspace' ? `workspace:${kind}:${slug(name)}` : `qalam:${slug(name)}`;

/** Relative locations may rest on other definitions; that many steps deep. */
const deepest = 4;

/**
 * The entries of some blocks. A location told by other places is looked up among the entries that have a point, put on top
 * of the gazetteer by `layered`, so that a place defined beside it wins over a namesake elsewhere. An entry whose location
 * cannot be found has no point. `countriesOf` gives the countries of the report a block stands in, for names in its location.
 */
export function entriesOf(
  blocks: readonly EntryBlock[],
  origin: 'qalam' | 'workspace',
  layered: (entries: readonly Entity[]) => Gazetteer,
  countriesOf: (block: EntryBlock) => readonly string[] = () => [],
): Entity[] {
  let entries = blocks.map(block => plainEntryOf(block, origin, countriesOf(block)));
  const lacksPoint = ({ kind, latitude }: Entity) => kind === 'place' && latitude === undefined;
  for (let step = 0, lacking = Number.POSITIVE_INFINITY; step < deepest; step++) {
    const still = entries.filter(lacksPoint).length;
    if (!still || still === lacking) break;
    lacking = still;
    const known = layered(entries.filter(entry => !lacksPoint(entry)));
    entries = entries.map((entry, i) =>
      lacksPoint(entry) ? entryOf(blocks[i]!, origin, known, countriesOf(blocks[i]!)) : entry,
    );
  }
  return entries;
}

/** For the first step, in which only coordinates count. */
const nothing = layers([]);

const plain = new WeakMap<EntryBlock, { readonly under: string; readonly entry: Entity }>();

/** The entry without what other places say of its location; the same object for as long as the block and the countries stay. */
function plainEntryOf(block: EntryBlock, origin: 'qalam' | 'workspace', around: readonly string[]): Entity {
  const under = `${origin}/${around.join()}`;
  const known = plain.get(block);
  if (known?.under === under) return known.entry;
  const entry = entryOf(block, origin, nothing, around);
  plain.set(block, { under, entry });
  return entry;
}

function entryOf(
  block: EntryBlock,
  origin: 'qalam' | 'workspace',
  gazetteer: Gazetteer,
  around: readonly string[],
): Entity {
  const name = block.title!.text;
  const line = (key: string) => fieldOf(block, key)?.value.replace(/\s+/g, ' ').trim() ?? '';
  const countries = namesOf(block, 'country').flatMap(({ text }) => countryCode(text) ?? []);
  const active = intervalOf(line('active'));
  const location = locationOf(block, gazetteer, countries.length ? countries : around);
  return {
    id: entryId(block, origin),
    kind: block.kind,
    origin,
    name,
    aliases: ['also', 'formerly', 'acronym', 'ucdp'].flatMap(key => namesOf(block, key)),
    type: line('kind') || (block.kind === 'place' ? 'place' : 'other'),
    countries: countries.length ? countries : location.country ? [location.country] : [],
    ...areaOf(line('in')),
    ...(location.point && location.point),
    uncertaintyKm: location.uncertaintyKm ?? 0,
    population: Number(line('population').replace(/\D/g, '')) || 0,
    ...(active && { active }),
    note: noteOf(block),
  };
}

/** `Tijuana, Baja California`: what comes last is the first-level division, what stands before it the town or district. */
function areaOf(text: string): { division: string; district?: string } {
  const comma = text.lastIndexOf(',');
  return comma < 0
    ? { division: text }
    : { division: text.slice(comma + 1).trim(), district: text.slice(0, comma).trim() };
}

function noteOf(block: Block): string {
  const note = fieldOf(block, 'note');
  return note ? linesOf(note).join(' ') : '';
}

function locationOf(block: EntryBlock, gazetteer: Gazetteer, countries: readonly string[]) {
  const field = fieldOf(block, 'location');
  const value = field && valueOfField(field, fieldSpec(block.kind, 'location'));
  if (value?.kind !== 'place') return { point: null, uncertaintyKm: null, country: null };
  const reading = readPlace(value.place, new Scope(new Names(gazetteer, countries), noDefinitions, true));
  // Coordinates say where the middle is; how far the place reaches is for its kind to say, unless the author does.
  const bare = value.place.relation === 'point' && value.place.radiusKm == null;
  return bare ? { ...reading, uncertaintyKm: null } : reading;
}

/** The names of a list field with their validity as days; [] when the block has no such field. */
export function namesOf(block: Block, key: string): Alias[] {
  const field = fieldOf(block, key);
  const value = field && valueOfField(field, fieldSpec(block.kind, key));
  if (value?.kind !== 'names') return [];
  return value.names.map(({ name, validity }) => ({ text: name.text, ...(validity && intervalOf(validity.text)) }));
}

/** First and last day of an EDTF interval, '' where open or unknown; undefined when it is no date. */
function intervalOf(edtf: string): { from: string; to: string } | undefined {
  if (!edtf) return;
  const reading = readDate(edtf);
  if (!reading.ok) return;
  const day = (bound: string) => (isDay(bound) ? bound : '');
  return { from: day(reading.value.earliest), to: day(reading.value.latest) };
}
