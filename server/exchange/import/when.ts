// Dates as tables write them, in EDTF: days in several orders, moments, milliseconds since 1970.
import { addDays, daysInMonth, isoDay } from '../../semantics/calendar';
import { readDate } from '../../semantics/dates';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthOf = (word: string): number => months.indexOf(word.slice(0, 3).toLowerCase()) + 1;

const exists = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);

/** Milliseconds since 1970 as map servers write them, from 1973 on. */
const MILLISECONDS = /^\d{12,13}$/;

/** A day, or what the words say, in EDTF; one of two days where the order of day and month cannot be told. As it stands when it is none of these. */
export function dayOf(text: string): string {
  const [, moment] = /^(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d/.exec(text) ?? [];
  if (moment) return moment;
  if (MILLISECONDS.test(text)) return addDays('1970-01-01', Math.floor(Number(text) / 86_400_000));
  const [, y = '', ym = '', yd = ''] = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/.exec(text) ?? [];
  if (y && exists(Number(y), Number(ym), Number(yd))) return isoDay(Number(y), Number(ym), Number(yd));
  const [, a = '', b = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  if (year) {
    const [dayFirst, monthFirst] = [[a, b] as const, [b, a] as const].map(([day, month]) =>
      exists(Number(year), Number(month), Number(day)) ? isoDay(Number(year), Number(month), Number(day)) : '',
    );
    // With dots, the day comes first everywhere.
    const ways = [...new Set(text.includes('.') ? [dayFirst] : [dayFirst, monthFirst])].filter(Boolean).sort();
    if (ways.length) return ways.length > 1 ? `[${ways.join(',')}]` : ways[0]!;
  }
  const [, day1 = '', month1 = '', year1 = ''] = /^(\d{1,2})[ -]([A-Za-z]{3,9})\.?,?[ -](\d{4})$/.exec(text) ?? [];
  const [, month2 = '', day2 = '', year2 = ''] = /^([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})$/.exec(text) ?? [];
  const worded = [Number(year1 || year2), monthOf(month1 || month2), Number(day1 || day2)] as const;
  return exists(...worded) ? isoDay(...worded) : text;
}

/** A date, or all days from it to an end; with what is odd about it, '' when nothing is. */
export function edtfOf(start: string, end: string): { text: string; odd: string } {
  const [from, to] = [dayOf(start), end && dayOf(end)];
  const both = to && to !== from ? `${from}/${to}` : from;
  const text = readDate(both).ok ? both : from;
  if (!text) return { text, odd: '' };
  if (!readDate(text).ok) return { text, odd: 'the date cannot be read' };
  if (text !== both) return { text, odd: 'the end of the date cannot be read, or lies before its beginning' };
  return { text, odd: text.startsWith('[') && text !== start ? 'the order of day and month cannot be told' : '' };
}

/** The time of a moment that names no other zone; '' where there is none, and at midnight, which stands for none. */
export function timeOf(text: string): string {
  const [, time = ''] = /^\d{4}-\d\d-\d\d[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?$/.exec(text) ?? [];
  return time === '00:00' ? '' : time;
}
