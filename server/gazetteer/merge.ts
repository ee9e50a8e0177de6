// Puts entries of our own and the places of a table together, so that what both have stands once with the names of both.

import type { Alias, Entity } from './entity';
import { lightKey, withoutArticle } from './fold';
import { kmBetween } from './rank';

/** Namesakes of one sort that lie no further apart than this are one place, unless the entry's own radius reaches further. */
export const SAME_KM = 2;
/** A radius beyond this is how far a place reaches, and no longer a doubt about where it is. */
const MOST_KM = 10;

/**
 * The places, then the entries, in order. An entry with the id of a place is that place: what it states counts, the rest is the place's, and
 * other names are those of both, the entry's first. An entry that shares a name with a place of its country nearby gives that place its names
 * and keeps none of its own id. All that an entry had a part in is of the entry's origin.
 */
export function merge(places: readonly Entity[], entries: readonly Entity[]): Entity[] {
  const byId = new Map(entries.map(entry => [entry.id, entry]));
  const near = new Nearby(entries.filter(({ id }) => !id.startsWith('geonames:')));
  const used = new Set<Entity>();
  const merged = places.map(place => {
    const entry = byId.get(place.id);
    if (entry !== undefined) {
      used.add(entry);
      return over(entry, place);
    }
    const same = near.same(place).filter(one => !used.has(one));
    for (const one of same) used.add(one);
    return same.reduce(under, place);
  });
  return [...merged, ...entries.filter(entry => byId.get(entry.id) === entry && !used.has(entry))];
}

/** The entry, with what it does not state as the place has it. */
function over(entry: Entity, place: Entity): Entity {
  const located = entry.latitude !== undefined;
  return {
    ...place,
    ...entry,
    aliases: names(entry.name, [...entry.aliases, { text: place.name }, ...place.aliases]),
    type: entry.type === '' || entry.type === 'place' ? place.type : entry.type,
    countries: entry.countries.length ? entry.countries : place.countries,
    division: entry.division || place.division,
    district: entry.district || place.district || '',
    uncertaintyKm: located ? entry.uncertaintyKm : place.uncertaintyKm,
    population: entry.population || place.population,
  };
}

/** The place, with the names of an entry after its own, and what only the entry knows. */
function under(place: Entity, entry: Entity): Entity {
  return {
    ...place,
    origin: entry.origin,
    aliases: names(place.name, [...place.aliases, { text: entry.name }, ...entry.aliases]),
    division: place.division || entry.division,
    district: place.district || entry.district || '',
    population: place.population || entry.population,
    note: place.note || entry.note,
  };
}

function names(first: string, others: readonly Alias[]): Alias[] {
  const seen = new Set([lightKey(first)]);
  return others.filter(({ text }) => {
    const key = lightKey(text);
    return key !== '' && !seen.has(key) && seen.add(key);
  });
}

const keysOf = ({ name, aliases }: Entity): string[] =>
  [name, ...aliases.map(({ text }) => text)].map(text => withoutArticle(lightKey(text)));

/** Towns and parts of towns are one sort; their airfields, dams and provinces are of another. */
export const SETTLEMENT = /^(?:PPL|STLMT|city$|town$|village$|quarter$|camp$)/;
const isSettlement = ({ type }: Entity): boolean => SETTLEMENT.test(type);
const isArea = ({ type }: Entity): boolean => /^(?:PCL|ADM|country$|division$|district$)/.test(type);

/** Entries by the degree squares that they lie in or near, so that a million places are asked quickly. */
class Nearby {
  private readonly squares = new Map<string, Entity[]>();
  private readonly keys = new Map<Entity, ReadonlySet<string>>();

  constructor(entries: readonly Entity[]) {
    for (const entry of entries) {
      const { kind, latitude, longitude } = entry;
      if (kind !== 'place' || latitude === undefined || longitude === undefined || isArea(entry)) continue;
      this.keys.set(entry, new Set(keysOf(entry)));
      for (const y of [-1, 0, 1]) {
        for (const x of [-1, 0, 1]) {
          const square = squareOf(latitude + y, longitude + x);
          const known = this.squares.get(square);
          if (known === undefined) this.squares.set(square, [entry]);
          else known.push(entry);
        }
      }
    }
  }

  same(place: Entity): Entity[] {
    const { latitude, longitude } = place;
    if (latitude === undefined || longitude === undefined || isArea(place)) return [];
    const here = { latitude, longitude };
    let keys: readonly string[] | undefined;
    return (this.squares.get(squareOf(latitude, longitude)) ?? []).filter(entry => {
      const radius = Math.max(SAME_KM, Math.min(entry.uncertaintyKm, MOST_KM));
      if (isSettlement(entry) !== isSettlement(place) || !entry.countries.includes(place.countries[0] ?? ''))
        return false;
      if (kmBetween(here, { latitude: entry.latitude!, longitude: entry.longitude! }) > radius) return false;
      keys ??= keysOf(place);
      return keys.some(key => this.keys.get(entry)?.has(key));
    });
  }
}

const squareOf = (latitude: number, longitude: number): string =>
  `${Math.floor(latitude)} ${((Math.floor(longitude) % 360) + 360) % 360}`;
