// How exact a place and a date are, in the codes of UCDP GED and ACLED: derived from what was written, never typed.
import type { EdtfMember, EdtfSingle } from '../../grammar/edtf.peggy';
import type { Entity } from '../gazetteer/entity';
import { placeKindOf } from '../gazetteer/features';
import { daysFromTo } from './calendar';
import { type Bound, type DateValue, type Hemisphere, isDay, spanOf } from './dates';
import type { PlaceReading } from './places';

/** UCDP GED's `where_prec`: 1 exact … 6 country, 7 international waters. */
export type WherePrec = 1 | 2 | 3 | 4 | 5 | 6 | 7;
/** ACLED's `geo_precision` and `time_precision`. */
export type AcledPrecision = 1 | 2 | 3;
/** UCDP GED's `date_prec`: 1 a day … 5 more than a month. */
export type DatePrec = 1 | 2 | 3 | 4 | 5;

/** How exactly a place is told, apart from any codebook. */
export type Rung =
  | 'exact'
  | 'vicinity'
  | 'stretch'
  | 'long stretch'
  | 'district'
  | 'division'
  | 'region'
  | 'country'
  | 'sea';

/** Around a known place, in both codebooks: UCDP draws the line at about 25 km. */
const VICINITY_KM = 25;
/** A named site whose point is known this well, or as well as the site is large, is that site. */
const SITE_KM = 5;
/** Coordinates without a name stand for the spot alone when they are this exact. */
const SPOT_KM = 1;

/** Kinds of place that are no single spot. */
const areas: readonly (readonly [kinds: RegExp, rung: Rung])[] = [
  [/^country$/, 'country'],
  [/^division$/, 'division'],
  [/^district$/, 'district'],
  [/^sea$/, 'sea'],
  [/^(region|mountains|desert|river|road|coast)$/, 'region'],
];
/** These are areas too, but most are small enough to count as the surroundings of a spot. */
const smallAreas = /^(plain|valley|forest|lake|island)$/;

/** The rung of a place; null when it has no point and rests on no entry. */
export function rungOf(place: PlaceReading): Rung | null {
  const { relation, anchor, point, uncertaintyKm, awayKm } = place;
  if (!point && !anchor) return null;
  const radius = uncertaintyKm ?? 0;
  switch (relation) {
    case 'at':
    case 'in':
      return anchor ? rungOfEntity(anchor, radius) : within(radius, SPOT_KM);
    case 'near':
    case 'offset': {
      const base = anchor ? rungOfEntity(anchor, 0) : 'exact';
      if (base !== 'exact' && base !== 'vicinity') return 'region';
      // Near a road, or whatever else is told by no one place.
      if (!anchor && radius > VICINITY_KM) return 'long stretch';
      return (awayKm ?? 0) <= VICINITY_KM ? 'vicinity' : 'long stretch';
    }
    case 'between':
    case 'along':
      return radius <= VICINITY_KM ? 'stretch' : 'long stretch';
  }
}

function rungOfEntity({ type }: Entity, radius: number): Rung {
  const kind = placeKindOf(type);
  const area = areas.find(([kinds]) => kinds.test(kind))?.[1];
  if (area) return area;
  if (smallAreas.test(kind)) return radius <= VICINITY_KM ? 'vicinity' : 'region';
  return within(radius, Math.max(SITE_KM, type === 'city' || /^PPL/.test(type) ? 10 : 0));
}

const within = (radius: number, exact: number): Rung =>
  radius <= exact ? 'exact' : radius <= VICINITY_KM ? 'vicinity' : 'region';

const ucdp: Readonly<Record<Rung, WherePrec>> = {
  exact: 1,
  vicinity: 2,
  district: 3,
  division: 4,
  stretch: 5,
  'long stretch': 5,
  region: 5,
  country: 6,
  sea: 7,
};

const acled: Readonly<Record<Rung, AcledPrecision | null>> = {
  exact: 1,
  vicinity: 2,
  stretch: 2,
  'long stretch': 3,
  district: 3,
  division: 3,
  region: 3,
  sea: 3,
  country: null,
};

/** UCDP GED's `where_prec`; null for a place that is not on the map. */
export function wherePrec(place: PlaceReading): WherePrec | null {
  const rung = rungOf(place);
  return rung && ucdp[rung];
}

/** ACLED's `geo_precision`; null for what ACLED does not code (a whole country) and for a place that is not on the map. */
export function geoPrecision(place: PlaceReading): AcledPrecision | null {
  const rung = rungOf(place);
  return rung && acled[rung];
}

/**
 * UCDP GED's `date_prec`, by the days between the first and the last that are possible; a single day in doubt counts as a
 * few. Null where an end is open or unknown, and for more than a year. A row of UCDP must not cross a calendar year either,
 * which is for whoever writes rows to see to.
 */
export function datePrec({ earliest, latest, approximate, uncertain }: DateValue): DatePrec | null {
  if (!isDay(earliest) || !isDay(latest)) return null;
  const days = daysFromTo(earliest, latest);
  if (days === 1) return approximate || uncertain ? 2 : 1;
  if (days <= 6) return 2;
  if (days === 7) return 3;
  if (days <= LONGEST_MONTH) return 4;
  return days <= LONGEST_YEAR ? 5 : null;
}

const LONGEST_MONTH = 31;
const LONGEST_YEAR = 366;

/**
 * ACLED's `time_precision`. What happened on each of several days (`A/B`, `{A,B}`) is a row a day there, as exact as its
 * least exact end. Null for what ACLED does not code: more than a month, an open or unknown end.
 */
export function timePrecision({ syntax, earliest, latest, hemisphere }: DateValue): AcledPrecision | null {
  switch (syntax.kind) {
    case 'day':
    case 'season':
      return ofSingle(syntax, hemisphere);
    case 'interval':
      return ofEnds(syntax, hemisphere);
    case 'list':
      return worst(syntax.members.map(member => ofEnds(member, hemisphere)));
    case 'set': {
      const doubts = syntax.members.flatMap(({ from, to }) => [from, to]).map(one => doubtOf(one));
      return ofDays(earliest, latest, doubts.includes(true));
    }
  }
}

function ofEnds(
  { from, to }: EdtfMember | { readonly from: EdtfSingle | string; readonly to: EdtfSingle | string },
  hemisphere: Hemisphere,
): AcledPrecision | null {
  return worst([from, to].map(end => (typeof end === 'string' ? null : ofSingle(end as EdtfSingle, hemisphere))));
}

function ofSingle(single: EdtfSingle, hemisphere: Hemisphere): AcledPrecision | null {
  const { earliest, latest } = spanOf(single, hemisphere);
  return ofDays(earliest, latest, doubtOf(single));
}

const doubtOf = (single: EdtfSingle | 'open'): boolean => single !== 'open' && (single.approximate || single.uncertain);

function ofDays(earliest: Bound, latest: Bound, doubt: boolean): AcledPrecision | null {
  if (!isDay(earliest) || !isDay(latest)) return null;
  const days = daysFromTo(earliest, latest);
  if (days === 1 && !doubt) return 1;
  if (days <= 7) return 2;
  return days <= LONGEST_MONTH ? 3 : null;
}

const worst = (codes: readonly (AcledPrecision | null)[]): AcledPrecision | null =>
  codes.reduce((a, b) => (a === null || b === null ? null : a > b ? a : b), 1 as AcledPrecision | null);

/** `UCDP where_prec 2 · ACLED geo_precision 2`; '' for a place that is not on the map. */
export function placeCodes(place: PlaceReading): string {
  const where = wherePrec(place);
  return where === null ? '' : codes(`where_prec ${where}`, 'geo_precision', geoPrecision(place));
}

/** `UCDP date_prec 1 · ACLED time_precision 1`. */
export function dateCodes(date: DateValue): string {
  const prec = datePrec(date);
  return codes(prec === null ? null : `date_prec ${prec}`, 'time_precision', timePrecision(date));
}

const codes = (first: string | null, name: string, second: AcledPrecision | null): string =>
  [first ? `UCDP ${first}` : 'UCDP cannot code it', second ? `ACLED ${name} ${second}` : 'ACLED cannot code it'].join(
    ' · ',
  );
