// Reports as a digest to read, in Markdown (CommonMark): every event in the order of its days, with its sources.

import { dateInWords } from '../semantics/dateWords';
import { blockSpec, type FieldSpec } from '../syntax/vocabulary';
import type { ExportedCount, Json, JsonObject } from './document';
import type { Exporter, Piece } from './exporter';
import { dateOf, type EventRecord } from './record';
import { daysOf, publisherOf } from './summary';

/** Text that Markdown leaves as it is, on one line. */
const plain = (text: string): string =>
  text
    .replace(/\s*\n\s*/g, ' ')
    .replace(/[\\`*_[\]<>#|~]/g, '\\$&')
    .replace(/^([-+]|\d+[.)])(?=\s)/, '\\$1');

const written = (value: Json | undefined): string =>
  typeof value === 'object' && value !== null ? String((value as JsonObject).text ?? '') : '';

/** What has a place of its own in an entry. */
const shown: ReadonlySet<string> = new Set(
  'title type date time place from to actors sources claim note private'.split(' '),
);
const others = blockSpec('event').fields.filter(({ json }) => !shown.has(json));

function actorsOf({ json }: EventRecord): string {
  const one = ({ name, text, role }: EventRecord['json']['actors'][number]) =>
    `${plain(text)}${name && name !== text ? ` (${plain(name)})` : ''}${role ? `, ${plain(role)}` : ''}`;
  return json.actors.map(one).join('; ');
}

function placeOf({ json: { place, from, to } }: EventRecord): string {
  const way = [from && `from ${written(from)}`, to && `to ${written(to)}`].filter(Boolean).join(' ');
  const where = [place?.text, way].filter(Boolean).join(', ');
  const point =
    place && place.latitude !== null
      ? ` — ${[place.relation === 'at' ? place.name : null, `${place.latitude}, ${place.longitude}`].filter(Boolean).join(', ')} ±${place.uncertaintyKm} km`
      : '';
  return where && plain(where + point);
}

function said(value: Json | undefined, { value: kind }: FieldSpec): string {
  if (kind === 'count') return countOf(value as ExportedCount | undefined);
  if (Array.isArray(value)) return value.map(one => (typeof one === 'string' ? one : written(one))).join('; ');
  return typeof value === 'string' ? value : written(value);
}

function countOf(count: (ExportedCount & { others?: readonly ExportedCount[] }) | undefined): string {
  return count ? [count, ...(count.others ?? [])].map(figureOf).join('; ') : '';
}

function figureOf({ text, low, best, high }: ExportedCount): string {
  const exact = low === high && low === best;
  const range = exact || (low === null && high === null) ? '' : ` (${low ?? 'not known'} to ${high ?? 'not known'})`;
  return text + range;
}

/** The date in words; as written when it cannot be read. */
function whenOf(record: EventRecord): string {
  const date = dateOf(record);
  const words = date ? dateInWords(date) : (record.json.date?.text ?? 'no date');
  return words[0]!.toUpperCase() + words.slice(1);
}

function citations(record: EventRecord): string {
  return record.json.sources
    .map(one => {
      const source = one.id === null ? undefined : record.source(one.id);
      const text = (key: string) => (typeof source?.[key] === 'string' ? (source[key] as string) : '');
      const words = [
        publisherOf(record, one),
        text('title') && `“${text('title')}”`,
        written(source?.published),
        one.attribution && `citing ${one.attribution}`,
      ];
      const letters = `${one.reliability ?? text('reliability')}${one.credibility ?? ''}`;
      const grade = letters && ` [${letters}]`;
      const url = /^https?:\/\/[^\s<>]+$/.test(text('url')) ? ` <${text('url')}>` : '';
      return plain(words.filter(Boolean).join(', ') + grade) + url;
    })
    .join('; ');
}

function entryOf(record: EventRecord): string {
  const { json } = record;
  const lines = [
    ['Where', placeOf(record)],
    ['Who', actorsOf(record)],
    ...others.map(
      field => [field.key[0]!.toUpperCase() + field.key.slice(1), plain(said(json[field.json], field))] as const,
    ),
    ['Source', citations(record)],
  ].filter(([, text]) => text);
  const time = typeof json.time === 'string' ? `, ${json.time}` : '';
  const heading = `## ${plain(whenOf(record) + time)} — ${plain(String(json.title ?? json.id))}`;
  const prose = [json.claim, json.note].filter((text): text is string => typeof text === 'string' && text !== '');
  return [
    heading,
    `*${plain(json.type ?? 'No type')}*`,
    ...prose.map(text =>
      text
        .split(/\n\s*\n/)
        .map(plain)
        .join('\n\n'),
    ),
    lines.map(([key, text]) => `- **${key}**: ${text}`).join('\n'),
  ].join('\n\n');
}

export const digest: Exporter = {
  name: 'md',
  title: 'Markdown digest',
  means: 'Every event in the order of its days, to read, print or send.',
  lacks:
    'Definitions of places and groups, and dates in EDTF, which are told in words. It is meant for people and cannot be read back.',
  extension: 'md',
  mediaType: 'text/markdown',
  folder: false,
  partitions: false,
  tables: [],
  begin({ attribution }) {
    const heads: string[] = [];
    const entries: { key: string; text: string }[] = [];
    return {
      take(record) {
        if (record.kind === 'report') {
          const { title, author, written: day, note, file } = record.json;
          const by = [author, written(day)].filter(Boolean).join(', ');
          heads.push(
            [`# ${plain(String(title ?? file))}`, by && plain(by), note && plain(String(note))]
              .filter(Boolean)
              .join('\n\n'),
          );
        }
        if (record.kind === 'event') {
          const [earliest, latest] = daysOf(record.json);
          entries.push({ key: `${earliest ?? latest ?? '~'} ${latest ?? '~'}`, text: entryOf(record) });
        }
        return [];
      },
      *end() {
        const piece = (data: string): Piece => ({ file: '', data });
        yield piece(`${heads.join('\n\n') || '# Events'}\n`);
        // Sorting is stable: events of one day stay in the order of the files.
        entries.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
        for (const { text } of entries) yield piece(`\n${text}\n`);
        if (attribution.length) yield piece(`\n---\n\n${attribution.map(plain).join(' ')}\n`);
      },
    };
  },
};
