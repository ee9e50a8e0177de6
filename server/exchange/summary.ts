// What several formats say of an event in a few words: its days, its sources, its words.
import { isDay } from '../semantics/dates';
import type { ExportedEvent, JsonObject } from './document';
import type { EventRecord } from './record';

/** First and last possible day; null where open or unknown. */
export function daysOf({ date }: ExportedEvent): readonly [earliest: string | null, latest: string | null] {
  const day = (bound: string | undefined): string | null => (bound !== undefined && isDay(bound) ? bound : null);
  return [day(date?.earliest), day(date?.latest)];
}

const line = (source: JsonObject | undefined, key: string): string => {
  const value = source?.[key];
  return typeof value === 'string' ? value : '';
};

/** What a source is called: its publisher, or the words that cite it. */
export const publisherOf = ({ source }: EventRecord, { id, text }: ExportedEvent['sources'][number]): string =>
  line(id === null ? undefined : source(id), 'publisher') || id || text;

/** Each publisher once, and whom it cites, separated by semicolons. */
export const citedAs = (record: EventRecord): string =>
  [
    ...new Set(
      record.json.sources.map(one => publisherOf(record, one) + (one.attribution ? `, citing ${one.attribution}` : '')),
    ),
  ].join('; ');

/** One line of a cited source, for each that has it, separated by semicolons. */
export const ofSources = (record: EventRecord, key: string): string => {
  const values = record.json.sources.map(({ id }) => line(id === null ? undefined : record.source(id), key));
  return [...new Set(values.filter(Boolean))].join('; ');
};

/** Headline, claim and note in one. */
export const wordsOf = ({ title, claim, note }: ExportedEvent): string =>
  [title, claim, note]
    .filter((text): text is string => typeof text === 'string' && text !== '')
    .map(text => text.replace(/\s*\n\s*/g, ' '))
    .join(' | ');
