// Reports as a digest to read, in Markdown (CommonMark): every event in the order of its days, with its sources.

import { dateInWords } from '../semantics/dateWords';
import { privateFields } from '../semantics/privacy';
import { blockSpec, type FieldSpec } from '../syntax/vocabulary';
import type { ExportedCount, Json, JsonObject } from './document';
import type { Exporter, Piece } from './exporter';
import { isPrivate } from './private';
import { dateOf, type EventRecord, type ExportRecord } from './record';
import { daysOf, publisherOf } from './summary';

/** Text that Markdown leaves as it is, on one line. */
const plain = (text: string): string =>
  text
    .replace(/\s*\n\s*/g, ' ')
    .replace(/[\\`*_[\]<>#|~]/g, '\\$&')
    .replace(/^([-+]|\d+[.)])(?=\s)/, '\\$1');

/** Behind what only an export that was asked for private things shows. */
const mark = (isSecret: boolean): string => (isSecret ? ' (private)' : '');

/** The marks of the fields of a block. */
function marksOf({ reading: { block } }: ExportRecord): (...keys: string[]) => string {
  const hidden = privateFields(block);
  return (...keys) => mark(keys.some(key => hidden.has(key)));
}

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

function placeOf(record: EventRecord): string {
  const { place, from, to } = record.json;
  const marked = marksOf(record);
  const way = [from && `from ${written(from)}${marked('from')}`, to && `to ${written(to)}${marked('to')}`];
  const where = [place && place.text + marked('place'), way.filter(Boolean).join(' ')].filter(Boolean).join(', ');
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
      const hidden = source?.private;
      const marked = (key: string) => mark(Array.isArray(hidden) && hidden.includes(key));
      const words = [
        publisherOf(record, one) + marked('publisher'),
        text('title') && `“${text('title')}”${marked('title')}`,
        written(source?.published) && written(source?.published) + marked('published'),
        one.attribution && `citing ${one.attribution}`,
      ];
      const letters = `${one.reliability ?? text('reliability')}${one.credibility ?? ''}`;
      const grade = letters && ` [${letters}]${marked('reliability')}`;
      const url = /^https?:\/\/[^\s<>]+$/.test(text('url')) ? ` <${text('url')}>${marked('url')}` : '';
      return plain(words.filter(Boolean).join(', ') + grade) + url + mark(hidden === true);
    })
    .join('; ');
}

function entryOf(record: EventRecord): string {
  const { json } = record;
  const marked = marksOf(record);
  const lines = [
    ['Where', placeOf(record), ''],
    ['Who', actorsOf(record), marked('actor')],
    ...others.map(
      field =>
        [
          field.key[0]!.toUpperCase() + field.key.slice(1),
          plain(said(json[field.json], field)),
          marked(field.key),
        ] as const,
    ),
    ['Source', citations(record), marked('source')],
  ].filter(([, text]) => text);
  const time = typeof json.time === 'string' ? `, ${json.time}${marked('time')}` : '';
  const title = json.title ? `${json.title}${marked('title')}` : json.id;
  const heading = `## ${plain(whenOf(record) + marked('date') + time)} — ${plain(title)}${mark(isPrivate(record.reading.block))}`;
  const prose = [
    [json.claim, marked('claim')],
    [json.note, marked('note')],
  ].flatMap(([text, sign]) => (typeof text === 'string' && text !== '' ? text + sign : []));
  return [
    heading,
    `*${plain(json.type ?? 'No type')}*${marked('type')}`,
    ...prose.map(text =>
      text
        .split(/\n\s*\n/)
        .map(plain)
        .join('\n\n'),
    ),
    lines.map(([key, text, sign]) => `- **${key}**${sign}: ${text}`).join('\n'),
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
          const marked = marksOf(record);
          const by = [author && `${author}${marked('author')}`, written(day) && written(day) + marked('written')];
          heads.push(
            [
              `# ${plain(String(title ?? file))}${mark(isPrivate(record.reading.block))}`,
              plain(by.filter(Boolean).join(', ')),
              note && plain(String(note)) + marked('note'),
            ]
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
