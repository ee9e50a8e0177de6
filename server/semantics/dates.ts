// What a date in EDTF means: its first and last possible day, by our own rules and never by a clock or time zone.
import { type EdtfMember, type EdtfSingle, type EdtfSyntax, parse as parseEdtf } from '../../grammar/edtf.peggy';
import { detached } from '../text/detached';
import { Recent } from '../text/recent';
import { daysInMonth, isoDay } from './calendar';

/** A day (ISO 8601), `open` (it goes on, or always was) or `unknown`. */
export type Bound = string;

/** Seasons fall in other months south of the equator. */
export type Hemisphere = 'north' | 'south';

export interface DateValue {
  readonly edtf: string;
  readonly syntax: EdtfSyntax;
  /** First and last day it can speak of. `~` and `?` do not widen them. */
  readonly earliest: Bound;
  readonly latest: Bound;
  readonly approximate: boolean;
  readonly uncertain: boolean;
  /** Under which its seasons were read. */
  readonly hemisphere: Hemisphere;
}

export type DateReading =
  | { readonly ok: true; readonly value: DateValue }
  | { readonly ok: false; readonly problem: 'not edtf' | 'impossible' | 'reversed'; readonly message: string };

export const isDay = (bound: Bound): boolean => bound !== 'open' && bound !== 'unknown';

/** Reads a date. Never throws; a date that cannot be says why. */
export function readDate(text: string, hemisphere: Hemisphere = 'north'): DateReading {
  const key = hemisphere === 'north' ? text : `${hemisphere} ${text}`;
  let date = alike.get(key);
  if (!date) {
    // In memory of its own, or it would keep the whole file that it was cut from.
    date = readAnew(detached(text), hemisphere);
    alike.set(detached(key), date);
  }
  return date;
}

/** Dates as they were read: the days of a long report, or of ten years, come again and again. */
const alike = new Recent<string, DateReading>(4096);

function readAnew(text: string, hemisphere: Hemisphere): DateReading {
  let syntax: EdtfSyntax;
  try {
    syntax = parseEdtf(text);
  } catch {
    return whyNot(text);
  }
  for (const single of singlesOf(syntax)) {
    const fault = impossible(single);
    if (fault) return { ok: false, problem: 'impossible', message: fault };
  }
  const bounds = boundsOf(syntax, hemisphere);
  if (!bounds)
    return { ok: false, problem: 'reversed', message: 'The end of this interval comes before its beginning.' };
  const marks = singlesOf(syntax);
  return {
    ok: true,
    value: {
      edtf: text,
      syntax,
      ...bounds,
      approximate: marks.some(mark => mark.approximate),
      uncertain: marks.some(mark => mark.uncertain),
      hemisphere,
    },
  };
}

/** What EDTF has and a report cannot mean, and figures that are no month. */
const unread: readonly (readonly [shape: RegExp, why: string])[] = [
  [/^y?-?\d{5,}|^y-?\d|^-\d{4}/i, 'years here have four digits and none is before 0000'],
  [/^\d{4}-\d\d-\d\d[T ]/i, 'a date has no time of day; that of an event goes into `time`'],
  [/^\d{4}s\d$/i, 'digits that are not known are written as X'],
  [/^\d{2,3}$/, 'a decade or century is written with X for the digits that are left open'],
  [/^[\dX]*X[\dX]*-(?:2[1-9]|3\d|4[01])$/i, 'a season needs a year of which all digits are known'],
];

function whyNot(text: string): DateReading & { readonly ok: false } {
  const why = unread.find(([shape]) => shape.test(text))?.[1];
  const [, month = ''] = /^\d{4}-(\d\d)(?:-\d\d)?[?~%]?$/.exec(text) ?? [];
  if (month && (Number(month) > 41 || (Number(month) > 12 && Number(month) < 21) || month === '00'))
    return { ok: false, problem: 'impossible', message: `There is no month ${month}.` };
  return {
    ok: false,
    problem: 'not edtf',
    message: `“${text}” is not a date ${why ? `that is read here: ${why}.` : 'in EDTF.'}`,
  };
}

/** The single dates a date is made of. */
export function singlesOf(syntax: EdtfSyntax): EdtfSingle[] {
  const isSingle = (part: EdtfSingle | string): part is EdtfSingle => typeof part === 'object';
  switch (syntax.kind) {
    case 'day':
    case 'season':
      return [syntax];
    case 'interval':
      return [syntax.from, syntax.to].filter(isSingle);
    case 'set':
    case 'list':
      return syntax.members.flatMap(({ from, to }) => [from, to].filter(isSingle));
  }
}

/** Why a day is not in the calendar; undefined when it is, or when too few digits are known to tell. */
function impossible(single: EdtfSingle): string | undefined {
  if (single.kind === 'season' || !single.month || !single.day || single.month.includes('X')) return;
  const year = single.year.includes('X') ? 2000 : Number(single.year); // a leap year, when the year is not known
  if (lowest(single.day) <= daysInMonth(year, Number(single.month))) return;
  return `${single.year}-${single.month} has no day ${single.day}.`;
}

const lowest = (digits: string): number => Number(digits.replace(/X/g, '0'));
const highest = (digits: string): number => Number(digits.replace(/X/g, '9'));

export interface Bounds {
  readonly earliest: Bound;
  readonly latest: Bound;
}

function boundsOf(syntax: EdtfSyntax, hemisphere: Hemisphere): Bounds | undefined {
  switch (syntax.kind) {
    case 'day':
    case 'season':
      return spanOf(syntax, hemisphere);
    case 'interval':
      return boundsOfMember(syntax as { from: EdtfSingle | string; to: EdtfSingle | string }, hemisphere);
    case 'set':
    case 'list': {
      const all = syntax.members.map((member: EdtfMember) => boundsOfMember(member, hemisphere));
      if (all.some(bounds => !bounds)) return;
      const members = all as Bounds[];
      return {
        earliest: members.some(m => m.earliest === 'open') ? 'open' : members.map(m => m.earliest).sort()[0]!,
        latest: members.some(m => m.latest === 'open')
          ? 'open'
          : members
              .map(m => m.latest)
              .sort()
              .at(-1)!,
      };
    }
  }
}

function boundsOfMember(
  { from, to }: { from: EdtfSingle | string; to: EdtfSingle | string },
  hemisphere: Hemisphere,
): Bounds | undefined {
  const earliest = typeof from === 'string' ? from : spanOf(from, hemisphere).earliest;
  const latest = typeof to === 'string' ? to : spanOf(to, hemisphere).latest;
  const reversed = typeof from !== 'string' && typeof to !== 'string' && earliest > latest;
  return reversed ? undefined : { earliest, latest };
}

/** First and last day of a single date. */
export function spanOf(single: EdtfSingle, hemisphere: Hemisphere): Bounds {
  if (single.kind === 'season') return boundsOfSeason(single.year, single.code, hemisphere);
  const [low, high] = [lowest(single.year), highest(single.year)];
  const firstMonth = single.month ? Math.max(1, lowest(single.month)) : 1;
  const lastMonth = single.month ? Math.min(12, highest(single.month)) : 12;
  const firstDay = single.day ? Math.max(1, lowest(single.day)) : 1;
  const lastDay = Math.min(single.day ? highest(single.day) : 31, daysInMonth(high, lastMonth));
  return { earliest: isoDay(low, firstMonth, firstDay), latest: isoDay(high, lastMonth, lastDay) };
}

/** First month and length in months of each part of a year; a winter that begins in December belongs to that December's year. */
function boundsOfSeason(year: number, code: number, hemisphere: Hemisphere): Bounds {
  const months = (first: number, count: number): Bounds => {
    const last = first + count - 1;
    const [lastYear, lastMonth] = last > 12 ? [year + 1, last - 12] : [year, last];
    return { earliest: isoDay(year, first, 1), latest: isoDay(lastYear, lastMonth, daysInMonth(lastYear, lastMonth)) };
  };
  if (code >= 40) return months((code - 40) * 6 + 1, 6);
  if (code >= 37) return months((code - 37) * 4 + 1, 4);
  if (code >= 33) return months((code - 33) * 3 + 1, 3);
  const south = code >= 29 || (code <= 24 && hemisphere === 'south');
  const season = (code - 21) % 4; // 0 spring, 1 summer, 2 autumn, 3 winter
  const firstMonth = [3, 6, 9, 12][south ? (season + 2) % 4 : season]!;
  return months(firstMonth, 3);
}
