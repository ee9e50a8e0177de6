// Days as ISO 8601 strings (YYYY-MM-DD): how long months are, which day comes before or after. No clock, no time zone.

export const daysInMonth = (year: number, month: number): number =>
  month === 2
    ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31;

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

export const isoDay = (year: number, month: number, day: number): string =>
  `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;

export const partsOf = (day: string): [year: number, month: number, day: number] => [
  Number(day.slice(0, 4)),
  Number(day.slice(5, 7)),
  Number(day.slice(8, 10)),
];

/** Days since 0000-03-01 in the proleptic Gregorian calendar. */
export function ordinal(iso: string): number {
  const [year, month, day] = partsOf(iso);
  const y = month > 2 ? year : year - 1;
  const m = (month + 9) % 12;
  return (
    365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((153 * m + 2) / 5) + day - 1
  );
}

const weekdays = ['wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'monday', 'tuesday'] as const;

/** `monday` … `sunday`. 0000-03-01 was a Wednesday. */
export const weekdayOf = (iso: string): string => weekdays[((ordinal(iso) % 7) + 7) % 7]!;

/** Days from one day to another, counting both: 1 for the same day. */
export const daysFromTo = (from: string, to: string): number => ordinal(to) - ordinal(from) + 1;

/** The day that many days later; negative for earlier. */
export function addDays(iso: string, days: number): string {
  let [year, month, day] = partsOf(iso);
  day += days;
  while (day < 1) {
    month -= 1;
    if (month < 1) [year, month] = [year - 1, 12];
    day += daysInMonth(year, month);
  }
  while (day > daysInMonth(year, month)) {
    day -= daysInMonth(year, month);
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
  }
  return isoDay(year, month, day);
}

/** The same day of the month that many months later, or the last one of a shorter month. */
export function addMonths(iso: string, months: number): string {
  const [year, month, day] = partsOf(iso);
  const index = year * 12 + month - 1 + months;
  const [y, m] = [Math.floor(index / 12), (index % 12) + 1];
  return isoDay(y, m, Math.min(day, daysInMonth(y, m)));
}
