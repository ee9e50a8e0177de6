// Until when the sources of an event can know of it.
import { isDay } from '../../semantics/dates';
import { sourceFacts } from '../../semantics/definitions';
import { readingsOf } from '../../semantics/events';
import type { Subject } from './rule';

/** The latest day on which one of the cited sources was published; undefined unless every cited source says when it was. */
export function published({ reading }: Pick<Subject, 'reading'>): string | undefined {
  const days = readingsOf(reading, 'source').map(({ source }) => source && sourceFacts(source.block).published?.latest);
  return days.length && days.every(day => day !== undefined && isDay(day)) ? days.sort().at(-1) : undefined;
}
