// Reads lists of places with p-codes, as OCHA's common operational datasets have them: the codes and names of all levels in every row.
import type { Alias, Entity } from './entity';
import { lightKey } from './fold';

/** What each column of a list holds, by its place in the row. */
export interface Columns {
  /** For each level, deepest last: where its code stands, and where its names do, the one to be called by first. */
  readonly levels: readonly { readonly level: number; readonly code: number; readonly names: readonly number[] }[];
  readonly latitude: number | undefined;
  readonly longitude: number | undefined;
}

interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

const CODE = /^adm(?:in)?(\d)_?p?code?$/i;
const NAME = /^adm(?:in)?(\d)(?:name)?_?(?:(?:alt|ref|name)\d?_?)*([a-z]{2,3})?$/i;
const LATITUDE = /^(?:lat|latitude|y|(?:center|centroid)_?(?:lat|y)|y_?coord)$/i;
const LONGITUDE = /^(?:lon|long|lng|longitude|x|(?:center|centroid)_?(?:lon|x)|x_?coord)$/i;

/** Languages that a place is called by first; the rest as they come. */
const CALLED_BY = ['en', '', 'fr', 'es', 'pt'];

/** What a header says: `ADM1_PCODE`, `ADM2_EN`, `admin1Name_ar`, `Latitude`. A sentence when it names no p-codes. */
export function columnsOf(header: readonly string[]): Columns | string {
  const codes = new Map<number, number>();
  const names = new Map<number, { at: number; language: string }[]>();
  let latitude: number | undefined;
  let longitude: number | undefined;
  header.forEach((raw, at) => {
    const title = raw.trim();
    const code = CODE.exec(title);
    const name = code ? null : NAME.exec(title);
    if (code) codes.set(Number(code[1]), at);
    else if (name) {
      const level = Number(name[1]);
      names.set(level, [...(names.get(level) ?? []), { at, language: (name[2] ?? '').toLowerCase() }]);
    } else if (LATITUDE.test(title)) latitude ??= at;
    else if (LONGITUDE.test(title)) longitude ??= at;
  });
  const levels = [...codes]
    .sort(([a], [b]) => a - b)
    .flatMap(([level, code]) => {
      const of = (names.get(level) ?? []).sort((a, b) => rankOf(a.language) - rankOf(b.language)).map(({ at }) => at);
      return of.length ? [{ level, code, names: of }] : [];
    });
  if (!levels.length)
    return 'There is no column of p-codes with one of names beside it, such as ADM1_PCODE and ADM1_EN.';
  return { levels, latitude, longitude };
}

function rankOf(language: string): number {
  const rank = CALLED_BY.indexOf(language);
  return rank < 0 ? CALLED_BY.length : rank;
}

/**
 * The places of a list: those of the rows' deepest level with their point (WGS 84), and those of the levels above without one. The id is
 * `pcode:SY0301`, and the code is a name too, so that it can be looked up. Rows without a code or name go to `bad`, by their number from 1.
 */
export function readPcodes(
  rows: Iterable<readonly string[]>,
  { levels, latitude, longitude }: Columns,
  bad: (row: number, message: string) => void,
): Entity[] {
  const found = new Map<string, Entity>();
  let number = 0;
  for (const row of rows) {
    number++;
    const cell = (at: number | undefined) => (at === undefined ? '' : (row[at] ?? '').trim());
    const above = (level: number) => {
      const of = levels.find(one => one.level === level);
      return of ? (of.names.map(cell).find(Boolean) ?? '') : '';
    };
    const deepest = levels.findLast(({ code }) => cell(code) !== '');
    if (!deepest) {
      bad(number, 'the row has no p-code');
      continue;
    }
    const point = pointOf(cell(latitude), cell(longitude));
    if (typeof point === 'string') bad(number, point);
    for (const { level, code, names } of levels) {
      const [pcode, called] = [cell(code), names.map(cell).filter(name => lightKey(name) !== '')];
      if (pcode === '') continue;
      const id = `pcode:${pcode}`;
      const [name, ...others] = called;
      if (name === undefined) {
        bad(number, `${pcode} has no name`);
        continue;
      }
      const before = found.get(id);
      const here: Partial<Point> = level === deepest.level && typeof point === 'object' ? point : {};
      if (before) {
        if (before.latitude === undefined) found.set(id, { ...before, ...here });
        continue;
      }
      found.set(id, {
        id,
        kind: 'place',
        origin: 'added',
        name,
        aliases: aliasesOf(name, [...others, pcode]),
        type: level === 0 ? 'PCLI' : `ADM${level}`,
        countries: /^[A-Z]{2}/.test(pcode) ? [pcode.slice(0, 2)] : [],
        division: level > 1 ? above(1) : '',
        district: level > 2 ? above(2) : '',
        ...here,
        uncertaintyKm: 0,
        population: 0,
        note: `P-code ${pcode}.`,
      });
    }
  }
  return [...found.values()];
}

function aliasesOf(name: string, others: readonly string[]): Alias[] {
  const seen = new Set([lightKey(name)]);
  return others.flatMap(text => {
    const key = lightKey(text);
    if (key === '' || seen.has(key)) return [];
    seen.add(key);
    return [{ text }];
  });
}

/** A point, nothing where the row has none, or a sentence when it is none on Earth. */
function pointOf(lat: string, lon: string): Point | undefined | string {
  if (lat === '' && lon === '') return;
  const [latitude, longitude] = [lat, lon].map(text => (text === '' ? Number.NaN : Number(text.replace(',', '.'))));
  const onEarth = Math.abs(latitude!) <= 90 && Math.abs(longitude!) <= 180;
  return onEarth ? { latitude: latitude!, longitude: longitude! } : `“${lat}, ${lon}” is not a point on Earth`;
}
