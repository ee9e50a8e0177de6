// The days of an event as ACLED counts them, and how its deaths are divided among them.
import type { EdtfMember, EdtfSingle } from '../../grammar/edtf.peggy';
import { addDays, daysFromTo } from '../semantics/calendar';
import { figuresOf } from '../semantics/counts';
import { type Bounds, type DateValue, isDay, spanOf } from '../semantics/dates';
import { readingsOf } from '../semantics/events';
import type { EventRecord } from './record';

export interface DayRow {
  /** The event's id with the number of the day; null for an event of one day. */
  readonly id: string | null;
  /** ISO 8601. */
  readonly day: string;
  readonly fatalities: number;
  /** What is said of the division; '' when there is none. */
  readonly remark: string;
}

/** Most days of an event that are written as rows. */
const MOST_DAYS = 366;

/**
 * A row for each day the event happened on; a single one, in the middle, when only that it was on one of several is known. Null for an event
 * of more than a year of days.
 */
export function dayRowsOf({ json }: EventRecord, date: DateValue, fatalities: number): DayRow[] | null {
  const days = daysOf(date);
  if (days.length > MOST_DAYS) return null;
  if (days.length === 1) return [{ id: null, day: days[0]!, fatalities, remark: '' }];
  const each = Math.floor(fatalities / days.length);
  const rest = fatalities % days.length;
  const remark = fatalities ? `Killed over ${days.length} days: ${fatalities}, divided among them.` : '';
  return days.map((day, i) => ({ id: `${json.id}-${i + 1}`, day, fatalities: each + (i < rest ? 1 : 0), remark }));
}

function daysOf({ syntax, earliest, latest, hemisphere }: DateValue): string[] {
  switch (syntax.kind) {
    case 'interval':
      return every({ earliest, latest });
    case 'list':
      return [...new Set(syntax.members.flatMap(member => ofMember(member, hemisphere)))].sort();
    case 'day':
    case 'season':
    case 'set':
      return [middle({ earliest, latest })];
  }
}

/** `A..B` is every day of it; a month on its own is one day within it. */
function ofMember({ from, to }: EdtfMember, hemisphere: DateValue['hemisphere']): string[] {
  const bounds = (single: EdtfSingle | 'open'): Bounds =>
    single === 'open' ? { earliest: 'open', latest: 'open' } : spanOf(single, hemisphere);
  const [first, last] = [bounds(from), bounds(to)];
  const one = first.earliest === last.earliest && first.latest === last.latest;
  return one ? [middle(first)] : every({ earliest: first.earliest, latest: last.latest });
}

const every = ({ earliest, latest }: Bounds): string[] =>
  isDay(earliest) && isDay(latest)
    ? Array.from({ length: Math.min(daysFromTo(earliest, latest), MOST_DAYS + 1) }, (_, i) => addDays(earliest, i))
    : [];

/** The middle day, the earlier of two. */
const middle = ({ earliest, latest }: Bounds): string =>
  addDays(earliest, Math.floor((daysFromTo(earliest, latest) - 1) / 2));

/** What the codebook makes of words; of any other that tells of more than nought, 3. */
const words: Readonly<Record<string, number>> = {
  unknown: 0,
  none: 0,
  no: 0,
  dozen: 12,
  'a dozen': 12,
  dozens: 12,
  'several dozen': 12,
  'several dozens': 12,
  scores: 12,
  hundreds: 100,
  'several hundred': 100,
  thousands: 100,
};
const VAGUE = 3;

/** The least number killed, of several figures the lowest; nought when nothing is said. */
export function fatalitiesOf({ reading }: EventRecord): number {
  const figures = readingsOf(reading, 'count', 'killed').map(({ parts }) =>
    parts.reduce((sum, part) => {
      if (part.word !== null) return sum + (words[part.word] ?? VAGUE);
      const { low, best } = figuresOf(part);
      return sum + (low ?? best ?? 0);
    }, 0),
  );
  return figures.length ? Math.min(...figures) : 0;
}
