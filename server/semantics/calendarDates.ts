// Dates by the calendar in words of Turkish, Persian, Dari and Pashto, and in both Hijri calendars: `12 Hamal 1403`, `١٥ رمضان ١٤٤٥`, `۱۴۰۳/۰۱/۱۲`.
import { addDays, daysFromTo, weekdayOf } from './calendar';
import { type DateRule, dayOf, isDayText } from './dateRule';
import { type Calendar, monthNamed, type NamedMonth, weekdayNamed } from './monthWords';
import { dayIn, monthIn, type OtherCalendar, yearOfDay } from './otherCalendars';
import { type Context, yearOf } from './relativeDates';

/** Signs behind a year that say whose it is. */
const eras: Readonly<Record<Calendar, string>> = {
  lunar: 'a\\.?h\\.?|hijri|هـ?\\.? ?ق?\\.?|هجري(?:ة| قمري)?|هجری قمری|قمری',
  solar: 's\\.?h\\.?|a\\.?p\\.?|هـ?\\.? ?ش\\.?|ش|هجری (?:شمسی|خورشیدی)|هجري شمسي|شمسی|خورشیدی',
  gregorian: 'a\\.?d\\.?|c\\.?e\\.?|م\\.?|ميلادي(?:ة)?|میلادی',
};
const anyEra = `(?: ?(?:${Object.values(eras).join('|')}))?`;
const calendarOf = (era: string): Calendar | undefined =>
  (['solar', 'lunar', 'gregorian'] as const).find(calendar => new RegExp(`^(?:${eras[calendar]})$`, 'u').test(era));

const word = '(\\p{L}[\\p{L}\\p{M}\\u200c‘ʿʻ -]*?)';
const day = '(\\d{1,2})(?:st|nd|rd|th|\\.)?';
const year = `(?:[,،]? ?(?:سنة |عام |سال )?(\\d{4})(?:[td][ae]n?)?${anyEra})?`;
const shape = (pattern: string): RegExp => new RegExp(`^${pattern}$`, 'u');

const hijriYear = '(1[34]\\d\\d)';

/** A year before this is of no Gregorian date in the words of today. */
const MODERN = 1600;

/** The days on which a month's day may have been, as ISO 8601: of the given year, or the last before publication. */
function daysNamed(
  { calendar, month }: NamedMonth,
  date: number,
  said: string | undefined,
  context: Context,
): string[] {
  if (calendar === 'gregorian') {
    const years = said ? [said] : yearOf(month, date, context);
    return years.filter(one => Number(one) >= MODERN).map(one => dayOf(one, month, date));
  }
  return yearsNamed(calendar, month, date, said, context).flatMap(one => dayIn(calendar, one, month, date) ?? []);
}

/** The given year, which may be a Gregorian one, or that in which the day last came; none without a publication. */
function yearsNamed(
  calendar: OtherCalendar,
  month: number,
  date: number,
  said: string | undefined,
  { published }: Context,
): number[] {
  if (said && Number(said) < MODERN) return [Number(said)];
  if (said) {
    const first = yearOfDay(calendar, `${said}-01-01`);
    return [first, first + 1, first + 2].filter(one => dayIn(calendar, one, month, date)?.startsWith(said));
  }
  if (!published) return [];
  const now = yearOfDay(calendar, published);
  const last = dayIn(calendar, now, month, date);
  return [last && last <= published ? now : now - 1];
}

/** By the moon a day is known to within one: about it, or one of three. */
const asCertain = (calendar: Calendar, one: string): string[] =>
  calendar === 'lunar' ? [`${one}~`, `[${addDays(one, -1)}..${addDays(one, 1)}]`] : [one];

const aboutIf = (calendar: Calendar, one: string): string => (calendar === 'lunar' ? `${one}~` : one);

/** One day of a month of another calendar, or of a year of it. */
function within(calendar: OtherCalendar, inYear: number, month?: number): string[] {
  const [first, last] = monthIn(calendar, inYear, month) ?? [];
  const more = calendar === 'lunar' ? 1 : 0;
  return first && last ? [`[${addDays(first, -more)}..${addDays(last, more)}]`] : [];
}

function dayNamed(name: string, date: string, said: string | undefined, context: Context): string[] {
  const named = monthNamed(name);
  return named ? daysNamed(named, Number(date), said, context).flatMap(one => asCertain(named.calendar, one)) : [];
}

/** Without a publication, no figures are of a later day. */
const LATEST = '2050-12-31';

/** Figures alone: of the calendars in which such a date can be, those nearest to the publication first, and none after it. */
function figures(era: string | undefined, context: Context, ...parts: readonly (string | undefined)[]): string[] {
  const calendar = era ? calendarOf(era) : undefined;
  if (era && !calendar) return [];
  const { published = LATEST } = context;
  const [inYear = 0, month, date] = parts.map(part => part && Number(part));
  const found = (['solar', 'lunar'] as const).flatMap(one => {
    if (calendar && calendar !== one) return [];
    if (!month || !date) {
      const [edtf] = within(one, Number(inYear), month || undefined);
      return edtf ? [{ on: edtf.slice(1, 11), edtf }] : [];
    }
    const on = dayIn(one, Number(inYear), month, date);
    return on ? [{ on, edtf: aboutIf(one, on) }] : [];
  });
  return found
    .filter(({ on }) => on <= published)
    .sort((a, b) => (a.on < b.on ? 1 : -1))
    .map(({ edtf }) => edtf);
}

/** Of dates, those that were that day of the week; of a few days the one that was. */
const onWeekday = (edtf: readonly string[], weekday: string): string[] =>
  edtf.flatMap(one => {
    const [, from, to] = /^\[([\d-]{10})\.\.([\d-]{10})\]$/.exec(one) ?? [one, one, one];
    if (!from || !to || !isDayText(from) || daysFromTo(from, to) > 6) return [];
    return Array.from({ length: daysFromTo(from, to) }, (_, i) => addDays(from, i)).filter(
      on => weekdayOf(on) === weekday,
    );
  });

const lunarYear = new RegExp(`\\d{4} ?(?:${eras.lunar})$`, 'iu');

/** Whether a date is told by the moon, which leaves its day in doubt. */
export const isLunar = (text: string): boolean =>
  lunarYear.test(text) ||
  [...text.matchAll(/\p{L}[\p{L}\p{M}\u200c‘’'ʿʻ -]*/gu)].some(([name]) => monthNamed(name)?.calendar === 'lunar');

export const calendarDates: readonly DateRule[] = [
  // Friday, 15 Ramadan 1445 · 14 Kasım 2014 Cuma
  [
    /^(?:on |يوم )?(\p{L}+(?:[ \u200c]شنبه)?)[,،]? (.+)$/u,
    (m, context, inner) => {
      const weekday = weekdayNamed(m[1]!);
      return weekday ? onWeekday(inner(m[2]!, context), weekday) : [];
    },
  ],
  [
    /^(.+?)[,،]? (\p{L}+(?:[ \u200c]شنبه)?)$/u,
    (m, context, inner) => {
      const weekday = weekdayNamed(m[2]!);
      return weekday ? onWeekday(inner(m[1]!, context), weekday) : [];
    },
  ],
  // 12 Hamal 1403 · 12-15 Hamal 1403 · Ramadan 15, 1445 · Ramadan 1445
  [
    shape(`(?:on |the |يوم )*${day} ?(?:of |من )?${word}${year}`),
    (m, context) => dayNamed(m[2]!, m[1]!, m[3], context),
  ],
  [shape(`${word} ${day}${year}`), (m, context) => dayNamed(m[1]!, m[2]!, m[3], context)],
  [
    shape(`(?:from |از )?${day} ?(?:[-–]|to|تا|إلى|الى|ile) ?${day} ?(?:of |من )?${word}${year}`),
    (m, context) => {
      const named = monthNamed(m[3]!);
      if (!named) return [];
      const ends = daysNamed(named, Number(m[2]), m[4], context);
      return ends.flatMap(to => {
        const from = addDays(to, Number(m[1]) - Number(m[2]));
        return `${aboutIf(named.calendar, from)}/${aboutIf(named.calendar, to)}`;
      });
    },
  ],
  [
    shape(`(?:in |في |در )?${word}${year}`),
    (m, context) => {
      const named = monthNamed(m[1]!);
      if (!named) return [];
      const { calendar, month } = named;
      if (calendar === 'gregorian') return daysNamed(named, 1, m[2], context).map(one => one.slice(0, 7));
      return yearsNamed(calendar, month, 1, m[2], context).flatMap(one => within(calendar, one, month));
    },
  ],
  // 1403/01/12 · 15/9/1445 AH · 1403-01 · 1445 AH
  [
    shape(`${hijriYear}[/.-](\\d{1,2})[/.-](\\d{1,2})(?: ?(\\D+))?`),
    (m, context) => figures(m[4], context, m[1], m[2], m[3]),
  ],
  [
    shape(`(\\d{1,2})[/.-](\\d{1,2})[/.-]${hijriYear}(?: ?(\\D+))?`),
    (m, context) => figures(m[4], context, m[3], m[2], m[1]),
  ],
  [
    shape(`(?:in |the |year |سنة |عام |سال )*${hijriYear}(?:[/-](\\d{1,2}))?(?: ?(\\p{L}\\D*))?`),
    (m, context) => figures(m[3], context, m[1], m[2]),
  ],
];
