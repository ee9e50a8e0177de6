// Reads GeoNames' table of places: 19 columns a line, tab between them, as geonames.org publishes it (CC BY 4.0).

import type { Alias, Entity } from './entity';
import { lightKey } from './fold';

/** A line that could not be read, counted from 1, and why. */
export interface BadLine {
  readonly line: number;
  readonly message: string;
}

/** Names of divisions by GeoNames code: `SY.08` for a first-level one, `SY.08.170592` for a second-level one. */
export type DivisionNames = ReadonlyMap<string, string>;

/** How GeoNames must be named wherever its data is shown. */
export const GEONAMES_ATTRIBUTION = 'Places: GeoNames (geonames.org), CC BY 4.0.';

/**
 * The places of a GeoNames table, line by line; empty lines are skipped and lines that cannot be read go to `bad`. Divisions get their names
 * from `divisions`, or stay '' when it does not know them. Names that are no names (web addresses, station and airport codes) are left out.
 */
export function* readGeonames(
  lines: Iterable<string>,
  divisions?: DivisionNames,
  bad?: (line: BadLine) => void,
): Generator<Entity> {
  let line = 0;
  for (const raw of lines) {
    line++;
    const text = (line === 1 ? raw.replace(/^\ufeff/, '') : raw).replace(/\r$/, '');
    if (text.trim() === '') continue;
    const read = readLine(text, divisions);
    if (typeof read === 'string') bad?.({ line, message: read });
    else yield read;
  }
}

function readLine(text: string, divisions: DivisionNames | undefined): Entity | string {
  const fields = text.split('\t');
  if (fields.length !== 19) return `expected 19 columns and found ${fields.length}`;
  const [
    id = '',
    name = '',
    ascii = '',
    others = '',
    lat = '',
    lon = '',
    ,
    type = '',
    country = '',
    also = '',
    admin1 = '',
    admin2 = '',
  ] = fields;
  if (!/^[1-9]\d{0,8}$/.test(id)) return `"${id.slice(0, 40)}" is not a GeoNames number`;
  if (lightKey(name) === '') return 'the name is empty';
  const [latitude, longitude] = [Number(lat), Number(lon)];
  const onEarth = lat !== '' && lon !== '' && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  if (!onEarth) return `"${lat.slice(0, 20)}, ${lon.slice(0, 20)}" is not a point on Earth`;
  const countries = [country, ...also.split(',')].filter(
    (code, i, all) => /^[A-Z]{2}$/.test(code) && all.indexOf(code) === i,
  );
  const population = Number(fields[14]);
  return {
    id: `geonames:${id}`,
    kind: 'place',
    origin: 'geonames',
    name,
    aliases: otherNames(name, [ascii, ...others.split(',')]),
    type,
    countries,
    division: divisions?.get(`${country}.${admin1}`) ?? '',
    district: divisions?.get(`${country}.${admin1}.${admin2}`) ?? '',
    latitude,
    longitude,
    uncertaintyKm: 0,
    population: Number.isFinite(population) && population > 0 ? population : 0,
    note: '',
  };
}

// No names: a web address, the code of an airport, and what a program once made of a name in another script (`hyymrqt`), which
// GeoNames has in small Latin letters without accents.
const PSEUDO = /^(?:https?:|www\.)|\.(?:com|org|net)\b|^[A-Z]{3,5}$|^[a-z'’`., -]+$/;

function otherNames(name: string, others: readonly string[]): Alias[] {
  const seen = new Set([lightKey(name)]);
  const aliases: Alias[] = [];
  for (const other of others) {
    const text = other.trim();
    if (text === '' || PSEUDO.test(text)) continue;
    const key = lightKey(text);
    if (key === '' || seen.has(key)) continue;
    seen.add(key);
    aliases.push({ text });
  }
  return aliases;
}

/** The code and name of a first- or second-level division in force, when a table's line is one: `SY.08`, `Rif-dimashq`. */
export function divisionOf(line: string): [code: string, name: string] | undefined {
  if (!/\tADM[12]\t/.test(line)) return;
  const { 1: name = '', 7: type, 8: country, 10: admin1, 11: admin2 } = line.split('\t');
  if (name === '' || !admin1) return;
  if (type === 'ADM1') return [`${country}.${admin1}`, name];
  return type === 'ADM2' && admin2 ? [`${country}.${admin1}.${admin2}`, name] : undefined;
}
