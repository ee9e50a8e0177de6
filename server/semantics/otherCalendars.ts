// Days of the two calendars that sources of Muslim countries have besides the Gregorian: by the sun, in Iran and Afghanistan, and by the moon.
import { addDays, daysFromTo } from './calendar';

/** `solar`: Solar Hijri, exact. `lunar`: Hijri as tables have it; where the new moon is looked for, a month begins up to a day earlier or later. */
export type OtherCalendar = 'solar' | 'lunar';

/** Days before a month, counted from the calendar's first. */
const before: Readonly<Record<OtherCalendar, (year: number, month: number) => number>> = {
  // Eight leap years in 33, as they fall between 1178 and 1633.
  solar: (year, month) =>
    365 * (year - 1) + Math.floor((8 * year + 21) / 33) + 30 * (month - 1) + Math.min(month - 1, 6),
  // Eleven leap years in 30; months of 30 and 29 days by turns.
  lunar: (year, month) => 354 * (year - 1) + Math.floor((11 * year + 3) / 30) + Math.ceil(29.5 * (month - 1)),
};

/** A first day of each that is known, near to the days that are asked for. */
const known: Readonly<Record<OtherCalendar, readonly [year: number, day: string]>> = {
  solar: [1403, '2024-03-20'],
  lunar: [1445, '2023-07-19'],
};

/** Days of a year, on the average. */
const YEAR: Readonly<Record<OtherCalendar, number>> = { solar: 365.2424, lunar: 354.3667 };

/** The years that are counted: about 1821 to 2121, and 1785 to 2077. */
const isCounted = (year: number): boolean => year >= 1200 && year <= 1500;

const firstOf = (calendar: OtherCalendar, year: number, month: number): string => {
  const [base, day] = known[calendar];
  return addDays(day, before[calendar](year, month) - before[calendar](base, 1));
};

/** The first and the last day of a month (ISO 8601), or of a year where no month is given; undefined where it has none. */
export function monthIn(
  calendar: OtherCalendar,
  year: number,
  month?: number,
): [first: string, last: string] | undefined {
  if (!isCounted(year) || (month !== undefined && (month < 1 || month > 12))) return;
  const next =
    month === undefined || month === 12 ? firstOf(calendar, year + 1, 1) : firstOf(calendar, year, month + 1);
  return [firstOf(calendar, year, month ?? 1), addDays(next, -1)];
}

/** The day (ISO 8601); undefined where the month has no such day. */
export function dayIn(calendar: OtherCalendar, year: number, month: number, day: number): string | undefined {
  const [first, last] = monthIn(calendar, year, month) ?? [];
  if (!first || !last || day < 1 || day > daysFromTo(first, last)) return;
  return addDays(first, day - 1);
}

/** The year that a day (ISO 8601) lies in. */
export function yearOfDay(calendar: OtherCalendar, day: string): number {
  const [base, first] = known[calendar];
  const since = daysFromTo(first, day) - 1;
  const startOf = (year: number): number => before[calendar](year, 1) - before[calendar](base, 1);
  let year = base + Math.floor(since / YEAR[calendar]);
  while (startOf(year) > since) year--;
  while (startOf(year + 1) <= since) year++;
  return year;
}
