// Tables that no codebook describes, as events: columns are known by the words in their header, and all others are kept.
import { parse as grammar } from '../../../grammar/qalam.peggy';
import { countryCode, countryName } from '../../gazetteer/countries';
import { eventTypes, grades } from '../../syntax/vocabulary';
import { placeBlock, sourceBlock, tableAsSource } from './definitions';
import { citation, type Draft, nameIn, oneLine } from './draft';
import type { Imported, Row, TableImporter } from './importer';
import { slug } from './names';
import { isOwnTable, ownTable } from './own';
import { actorLines } from './people';
import { edtfOf, timeOf } from './when';
import { type Meaning, meaningOf } from './words';

/** Whether a date and a place or a position are among some columns; else what is missing. */
function lacksPlainly(columns: readonly string[]): string {
  const there = new Set(columns.map(meaningOf));
  const missing = [
    ...(there.has('date') ? [] : ['a date']),
    ...(there.has('place') || (there.has('latitude') && there.has('longitude')) ? [] : ['a place, nor coordinates']),
  ];
  return missing.length ? `none of its columns is called by a word for ${missing.join(', and none for ')}` : '';
}

/** What stands as an event's id as it is; of anything else, or of more than 200 characters, a short one is made. */
const USABLE_ID = /^[A-Za-z][\w-]{0,199}$/;

/** The importer for plain tables of a format, whose name begins the ids and stands before what is kept. */
export const plain = (
  format: 'csv' | 'geojson',
): Pick<TableImporter, 'key' | 'exportsAs' | 'codebook' | 'renamed' | 'read'> => ({
  key: 'id',
  exportsAs: null,
  codebook: () => format,
  renamed: {},
  read: (row, number) => read(format, row, number),
});

export const csv: TableImporter = {
  name: 'csv',
  title: 'events',
  means:
    'Any CSV with a date and a place or coordinates in each row, or the folder that “qalam export --to csv” wrote.',
  extensions: ['csv', 'tsv', 'txt'],
  lacks: lacksPlainly,
  ...plain('csv'),
  variant: columns => (isOwnTable(columns) ? { ...csv, ...ownTable } : csv),
};

function read(format: string, row: Row, number: number): Imported {
  const found = new Map<Meaning, { column: string; text: string }[]>();
  const kept = new Set<string>();
  for (const [column, raw] of row) {
    const text = raw.trim();
    if (text === '') continue;
    const meaning = meaningOf(column);
    const before = meaning && found.get(meaning);
    if (!meaning || (before && meaning !== 'note')) kept.add(column);
    else found.set(meaning, [...(before ?? []), { column, text }]);
  }
  const of = (meaning: Meaning): string => (found.get(meaning) ?? []).map(({ text }) => text).join('\n');
  /** Takes a column for one that the event does not say. */
  const keep = (meaning: Meaning): void => {
    for (const { column } of found.get(meaning) ?? []) kept.add(column);
  };
  /** What stands in the event; where the row has other words, those are kept. */
  const said = (meaning: Meaning, text: string): string => {
    if (text.toLowerCase() !== of(meaning).toLowerCase()) keep(meaning);
    return text;
  };
  const odd: string[] = [];
  const home = countryCode(of('country'));
  if (!home) keep('country');
  const type = eventTypes.find(({ term }) => term.toLowerCase() === of('type').toLowerCase())?.term;
  if (!type && of('type')) odd.push('the type is none of the language; the event is of type Other');
  const date = edtfOf(of('date'), of('end'));
  if (date.odd) odd.push(date.odd);
  if (of('end')) keep('end');
  const time = of('time') || timeOf(of('date'));
  const place = placeOf(of, home, format);
  if (place.odd) odd.push(place.odd);
  for (const meaning of place.unsaid) keep(meaning);
  const sources = sourcesOf(of, format);
  if (!sources.some(({ url }) => url)) keep('url');
  const figures = (['killed', 'injured', 'captured', 'displaced'] as const).map((key): [string, string] => {
    const reads = isCount(of(key));
    if (!reads) keep(key);
    return [key, reads ? of(key) : ''];
  });
  const id = of('id');
  const event: Draft = {
    kind: 'event',
    title: said('id', USABLE_ID.test(id) ? id : `${format}-${slug(id) || number}`),
    fields: [
      ['title', of('title')],
      ['type', said('type', type ?? 'Other')],
      ['date', said('date', date.text)],
      ['time', /^\d\d:\d\d$/.test(time) ? time : ''],
      ['place', place.value],
      ...actorLines(of('attacker'), 'attacker'),
      ...actorLines(of('actor'), 'party'),
      ...actorLines(of('target'), 'target'),
      ...actorLines(of('other'), 'party'),
      ...figures,
      ['weapon', of('weapon')],
      ['claim', of('claim')],
      ...sources.map(({ block, whom }): [string, string] => ['source', citation(block.title, whom)]),
      ['credibility', isGrade(of('credibility')) ? of('credibility') : ''],
      ['note', of('note')],
    ],
  };
  if (!/^\d\d:\d\d$/.test(of('time'))) keep('time');
  if (!isGrade(of('credibility'))) keep('credibility');
  return {
    event,
    definitions: [...sources.map(({ block }) => block), ...(place.definition ? [place.definition] : [])],
    file: slug(home ? countryName(home) : of('country')) || 'events',
    report: {
      kind: 'report',
      title: home ? `Events in ${countryName(home)}` : of('country') ? `Events: ${of('country')}` : 'Events',
      fields: [
        ['country', home ? countryName(home) : ''],
        ['note', 'Imported from a table.'],
      ],
    },
    odd,
    kept: [...row].filter(([column]) => kept.has(column)),
  };
}

type Said = (meaning: Meaning) => string;

const isDegrees = (latitude: string, longitude: string): boolean =>
  /^[-+]?\d+(\.\d+)?$/.test(latitude) &&
  /^[-+]?\d+(\.\d+)?$/.test(longitude) &&
  Math.abs(Number(latitude)) <= 90 &&
  Math.abs(Number(longitude)) <= 180;

/** Where: a place of its own where the row has a position; the position alone, or words for the gazetteer, where it has but these. */
function placeOf(of: Said, home: string | undefined, format: string) {
  const [latitude, longitude] = [of('latitude').replace(',', '.'), of('longitude').replace(',', '.')];
  const name = oneLine(of('place'));
  const areas = ['district', 'division'] as const;
  if (!isDegrees(latitude, longitude)) {
    const odd = latitude || longitude ? 'latitude and longitude are no degrees' : '';
    const value = name && (isPlace(name) ? name : nameIn('place', name));
    return { value, definition: null, odd, unsaid: ['latitude', 'longitude', ...areas] as const };
  }
  const point = `${latitude}, ${longitude}`;
  if (!name) return { value: point, definition: null, odd: '', unsaid: areas };
  const within = areas.map(of);
  const { called, definition } = placeBlock({ of: format, name, kind: '', point, home, within });
  return { value: called, definition, odd: '', unsaid: within.some(one => one.includes(',')) ? areas : [] };
}

function sourcesOf(of: Said, format: string): { block: Draft; whom: string; url: string }[] {
  const link = /^https?:\/\/[^\s]+$/i.test(of('url')) ? of('url') : '';
  const named = of('source').split(/;\s*/).filter(Boolean);
  const all = named.length ? named : link ? [link.replace(/^https?:\/\/(www\.)?([^/:]+).*$/i, '$2')] : [];
  if (!all.length) return [{ block: tableAsSource(format), whom: '', url: '' }];
  const published = edtfOf(of('published'), '').text;
  return all.map((one, i) => {
    const [publisher = '', ...whom] = one.split(', citing ');
    const url = i === 0 ? link : '';
    return {
      block: sourceBlock(format, publisher, i === 0 ? published : '', '', url),
      whom: whom.join(', citing '),
      url,
    };
  });
}

const reads = (text: string, startRule: 'Count' | 'Place'): boolean => {
  try {
    grammar(text, { startRule });
    return true;
  } catch {
    return false;
  }
};
const isCount = (text: string): boolean => reads(text, 'Count');
const isPlace = (text: string): boolean => reads(text, 'Place');

const isGrade = (text: string): boolean => grades.credibility.some(({ term }) => term === text);
