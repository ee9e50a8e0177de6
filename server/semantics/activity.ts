// Whether a group existed when something happened, as far as its years are known.
import type { Alias, Entity, Resolution } from '../gazetteer/entity';
import { type DateValue, isDay, readDate } from './dates';

/** Years by which an event may lie outside a group's known time: beginnings and ends are seldom known to the day. */
const GRACE = 1;

type Time = Pick<Alias, 'from' | 'to'>;

const before = (date: DateValue, day = ''): boolean => day !== '' && isDay(date.latest) && date.latest < day;
const after = (date: DateValue, day = ''): boolean => day !== '' && isDay(date.earliest) && date.earliest > day;

/** Whether a date lies wholly before or after a time; false where neither end of it is known. */
export const outside = (date: DateValue, { from, to }: Time): boolean => before(date, from) || after(date, to);

/** The time of a group, a year more on either side than is known of it. */
export const timeOf = ({ active }: Entity): Time => ({
  from: shifted(active?.from ?? '', -GRACE),
  to: shifted(active?.to ?? '', GRACE),
});

const shifted = (day: string, years: number): string =>
  /^\d{4}/.test(day) ? `${String(Number(day.slice(0, 4)) + years).padStart(4, '0')}${day.slice(4)}` : '';

/**
 * Of namesakes the one that existed on a date, in EDTF, where its years and those of all others are known; else what they were
 * before.
 */
export function settledByDate(resolution: Resolution, on: string): Resolution {
  if (resolution.kind !== 'ambiguous') return resolution;
  const reading = readDate(on);
  if (!reading.ok) return resolution;
  const date = reading.value;
  const [only, ...more] = resolution.candidates.filter(({ entity }) => !outside(date, timeOf(entity)));
  return only?.entity.active && !more.length
    ? { kind: 'resolved', entity: only.entity, alias: only.alias }
    : resolution;
}
