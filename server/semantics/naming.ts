// How to write the name of an entry so that it means this entry and no namesake, and how to tell entries apart in words.

import { parse as grammar } from '../../grammar/qalam.peggy';
import { countryCode, countryName } from '../gazetteer/countries';
import type { Entity } from '../gazetteer/entity';
import { placeKindOf } from '../gazetteer/features';
import { lightKey } from '../gazetteer/fold';
import { parse as parseText } from '../syntax/parse';
import { type Position, placesIn } from './mentions';
import type { Scope } from './scope';

/**
 * The shortest of name, name (division), name (country), name [id] that resolves to the entry, as it can stand in that
 * position. Undefined where the name would mean another entry and the position has no room for an id.
 */
export function writtenName(
  entity: Entity,
  scope: Scope,
  position: Position,
  name = entity.name,
  quoted = false,
): string | undefined {
  const plain = quoted ? `"${name}"` : writable(name, position);
  if (plain === undefined) return;
  const means = (qualifier?: string) => {
    const resolution = scope.resolve(entity.kind, name, qualifier);
    return resolution.kind === 'resolved' && resolution.entity.id === entity.id;
  };
  if ((means() && !isAbroad(entity, scope)) || position === 'area' || position === 'brackets') return plain;
  if (position === 'names' || position === 'people') return;
  if (entity.kind === 'place') {
    const qualifiers = [entity.division, entity.district, ...entity.countries.slice(0, 1).map(countryName)].filter(
      (text): text is string => !!text && !/[()]/.test(text),
    );
    const qualifier = qualifiers.find(text => means(text));
    if (qualifier) return `${plain} (${qualifier})`;
  }
  return `${plain} [${entity.id}]`;
}

/** Whether a place lies in none of the countries that the report names; one of the workspace is always at home. */
export const isAbroad = ({ kind, origin, countries }: Entity, scope: Scope): boolean =>
  kind === 'place' &&
  origin !== 'workspace' &&
  countries.length > 0 &&
  scope.countries.length > 0 &&
  !countries.some(code => scope.countries.includes(code));

/** The same, by another of the entry's names where the first cannot be written; its bare first name when none can. */
export function writeName(entity: Entity, scope: Scope, position: Position): string {
  const written = writtenName(entity, scope, position);
  if (written !== undefined) return written;
  for (const { text } of entity.aliases) {
    const other = writtenName(entity, scope, position, text);
    if (other !== undefined) return other;
  }
  return entity.name;
}

/** What could be more than letters to the grammar in some position. All other names are read as they stand. */
const telling =
  /[^\p{L}\p{M}\p{N}\p{Pd}.'’‘ʻʿʾʼ\x60/ ]|^\s|\s$|^[\p{N}\p{Pd}]|(?:^|\s)(?:and|as|at|in|of|from|to|the|near|along|between|overlooking|about|around|some|outside|opposite|off|border|road|highway|motorway|railway)(?:\s|$)/iu;

const isPlace = (text: string, name: string): boolean =>
  same(placeNames(text), [name]) &&
  same(placeNames(`near ${text}`), [name]) &&
  same(placeNames(`N of ${text} ±1 km`), [name]) &&
  same(placeNames(`${text}, 4 km N of X`), [name, 'X']);

/** Texts around a name, by position, and the names that the grammar must then read. */
const settings: Readonly<Record<Position, (text: string, name: string) => boolean>> = {
  title: (text, name) => {
    const [block] = parseText(`place ${text}`).blocks;
    return block?.kind === 'place' && block.title?.text === name && !block.faults.length;
  },
  place: isPlace,
  // What would be a phrase of its own elsewhere goes in quotes for the reader’s sake.
  between: (text, name) =>
    isPlace(text, name) &&
    same(placeNames(`between ${text}, X and Y`), [name, 'X', 'Y']) &&
    same(placeNames(`between X and ${text}`), ['X', name]),
  along: (text, name) => isPlace(text, name) && same(placeNames(`along ${text}`), [name]),
  area: (text, name) => attemptQualifier(`X, ${text}`) === name,
  brackets: (text, name) => attemptQualifier(`X (${text})`) === name,
  actor: (text, name) =>
    ['', ' as target'].every(after => {
      const actor = attempt('Actor', text + after);
      return actor?.name.text === name && !actor.id && (actor.role?.text ?? '') === after.slice(4);
    }),
  source: (text, name) => attempt('Source', `${text}, X`)?.id.text === name,
  names: (text, name) => {
    const names = attempt('Names', `${text}, X`);
    return names?.length === 2 && names[0]!.name.text === name && !names[0]!.validity;
  },
  people: (text, name) => {
    const parts = attempt('Count', `3 ${text}, 4 X`)?.parts;
    return parts?.length === 2 && parts[0]!.category?.text === name;
  },
  id: (text, name) => text === name,
};

const same = (a: readonly string[] | undefined, b: readonly string[]): boolean =>
  a?.length === b.length && a.every((text, i) => text === b[i]);

const attempt = <Rule extends 'Place' | 'Actor' | 'Source' | 'Names' | 'Count'>(startRule: Rule, text: string) => {
  try {
    return grammar(text, { startRule });
  } catch {
    return;
  }
};

function attemptQualifier(text: string): string | undefined {
  const place = attempt('Place', text);
  return place?.relation === 'named' && !place.at && !place.id ? place.qualifier?.text : undefined;
}

/** The names of a place phrase; undefined when it cannot be read or has a qualifier or an id. */
function placeNames(text: string): string[] | undefined {
  const place = attempt('Place', text);
  const names = place && placesIn(place).map(one => one.place);
  return names?.every(({ qualifier, id }) => !qualifier && !id) ? names.map(({ name }) => name.text) : undefined;
}

/**
 * A name as it can be written in a position: plain when the grammar reads that as this one name, else in double quotes.
 * Undefined when it cannot be written there at all.
 */
export function writable(name: string, position: Position): string | undefined {
  if (position !== 'people' && !telling.test(name)) return name;
  if (/["\r\n]|(?:^|\s)#/.test(name)) return;
  return [name, `"${name}"`].find(text => settings[position](text, name));
}

const feature: Readonly<Record<string, string>> = {
  PPLC: 'capital',
  PPLA: 'seat of a first-level division',
  PPLA2: 'seat of a district',
  PPLA3: 'seat of a subdistrict',
  PPLA4: 'seat of a fourth-level division',
  PPLA5: 'seat of a fifth-level division',
  PPLX: 'part of a town',
  PPLL: 'hamlet',
  PPLQ: 'abandoned place',
  PPLW: 'destroyed place',
  PPLH: 'former place',
  PPLCH: 'former capital',
  PPLS: 'group of settlements',
  PPLG: 'seat of government',
  PPLF: 'farm village',
  PPLR: 'religious settlement',
  STLMT: 'settlement',
  ADM1: 'first-level division',
  ADM2: 'district',
  ADM3: 'subdistrict',
};

/** What sort of thing an entry is, in a few words: `rebel group`, `hill`, `seat of a district`, `quarter of Tijuana`. */
export const typeInWords = ({ type, district }: Entity): string =>
  type === 'quarter' && district
    ? `quarter of ${district}`
    : (feature[type] ?? (/^PPL/.test(type) ? 'populated place' : placeKindOf(type)));

/** Where a place lies or a group acts: `Rif Dimashq, Syria`; of our own places the town too, unless their type names it. */
export const whereInWords = ({ id, kind, origin, type, division, district, countries }: Entity): string => {
  if (kind === 'actor') return countries.map(countryName).join(', ');
  // The district of a town of GeoNames is one of the second level, whoever writes its names.
  const isTown = id.startsWith('geonames:') && /^(?:PPL|town|village)/.test(type);
  const town = origin === 'geonames' || isTown || type === 'quarter' || district === division ? '' : district;
  return [town, division, ...countries.slice(0, 1).map(countryName)].filter(Boolean).join(', ');
};

/** Whether what is known of an entry speaks against its lying in the country, division or district of a qualifier. */
export function contradicts(qualifier: string, { countries, division, district, name }: Entity): boolean {
  const code = countryCode(qualifier);
  if (code) return countries.length > 0 && !countries.includes(code);
  const areas = [division, district, /\(([^()]*)\)$/.exec(name)?.[1]].filter(area => area);
  return areas.length > 0 && !areas.some(area => bare(area!) === bare(qualifier));
}

/** A division's name without the word for what it is: Rif Dimashq is the Rif-dimashq Governorate. */
const bare = (area: string): string => lightKey(area).replace(/ (?:governorate|province|region|district|state)$/, '');

/** One line that tells an entry from its namesakes: `Aḑ Ḑumayr, Rif Dimashq, Syria`. */
export const inWords = (entity: Entity): string => [entity.name, whereInWords(entity)].filter(Boolean).join(', ');

/** Where an id goes in what stands behind a name: after its qualifier in brackets, before the areas that follow after commas. */
export const afterQualifier = (behind: string): number => /^\s*\([^()]*\)/.exec(behind)?.[0].length ?? 0;
