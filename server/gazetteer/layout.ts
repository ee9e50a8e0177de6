// What stands where in an index file, shared by its writer and its reader.

/** What an index says of itself. */
export interface About {
  /** Who the data is from and under which licence, as it must be shown. */
  readonly attribution: string;
  /** What it holds, in a few words; '' when there is nothing to say. */
  readonly title?: string;
}

/** What an entity has beyond the columns that all share; kept as JSON because few have any of it. */
export interface Rest {
  id?: string;
  aliasDates?: Record<string, readonly [from: string, to: string]>;
  note?: string;
  /** The point of the workspace's own entry, where the columns would round it. */
  point?: readonly [latitude: number, longitude: number];
  led?: readonly (readonly [id: string, from: string, to: string])[];
}

/** One number for each entity. */
export const COLUMNS = [
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
] as const;
export type ColumnName = (typeof COLUMNS)[number];

/** Dictionaries: light keys → entities, later words of light keys → terms, skeletons → terms, group keys → entities. */
export const DICTIONARIES = ['terms', 'words', 'skeletons', 'groups'] as const;
export type DictionaryName = (typeof DICTIONARIES)[number];

/** Marks an id that is not `geonames:` and a number, or a missing coordinate. */
export const NONE = 0xffffffff;
export const KINDS = ['place', 'actor', 'person'] as const;
export const ORIGINS = ['geonames', 'qalam', 'workspace', 'added'] as const;
export const GEONAMES_ID = /^geonames:([1-9]\d{0,8})$/;

/** Hundred-thousandths of a degree (about a metre) above −180; NONE for no coordinate. */
export function keepDegrees(value: number | undefined): number {
  return value === undefined ? NONE : Math.round((value + 180) * 1e5);
}

export function degrees(kept: number): number {
  return Math.round(kept - 180e5) / 1e5;
}

/** `2012-03-01` as 20120301, missing parts as 0; 0 when there is no day. */
export function keepDay(day: string | undefined): number {
  const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(day ?? '');
  return parts === null ? 0 : Number(parts[1]) * 10000 + Number(parts[2] ?? 0) * 100 + Number(parts[3] ?? 0);
}

export function day(kept: number): string {
  if (kept === 0) return '';
  const parts = [String(Math.floor(kept / 10000)).padStart(4, '0')];
  const [month, date] = [Math.floor(kept / 100) % 100, kept % 100];
  if (month > 0) parts.push(String(month).padStart(2, '0'));
  if (date > 0) parts.push(String(date).padStart(2, '0'));
  return parts.join('-');
}

// Words that names in many languages write small inside.
const SMALL = new Set(
  'de la le les du des del della di da do dos das el los las von der am an im bei auf ob sur en sous of the and on upon y i e na nad pod al ad ash az u v z'.split(
    ' ',
  ),
);

/**
 * The spelling a light key has when nothing else is kept: a capital for each word but articles and the like. A name spelt otherwise is
 * kept in full; most names are not, which makes the file smaller by a quarter.
 */
export function plainSpelling(key: string): string {
  return key
    .split(' ')
    .map((word, i) => (i > 0 && SMALL.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join(' ');
}
