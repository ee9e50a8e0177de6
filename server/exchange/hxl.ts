// Events as a table with hashtags of the Humanitarian Exchange Language (HXL 1.1) under its header.
import { countryName } from '../gazetteer/countries';
import { alpha3 } from './countries';
import type { ExportedCount } from './document';
import { divisionsOf, type EventRecord, placeOf } from './record';
import { csvTable } from './rows';
import { type Sides, sidesOf } from './sides';
import { daysOf, ofSources, publisherOf } from './summary';
import { type Cell, type CellType, column } from './table';

interface Row {
  readonly record: EventRecord;
  readonly sides: Sides;
}

const own = (
  name: string,
  type: CellType,
  tag: string,
  from: string,
  means: string,
  cell: (row: Row) => Cell | undefined,
) => column<Row>(name, type, from, means, cell, tag);

const said = (name: string, tag: string, means: string, key = name) =>
  own(name, 'text', tag, key, means, ({ record }) => record.json[key] as string | undefined);

const people = (key: string, attribute: string, word: string) =>
  (
    [
      ['', '', 'likeliest figure, else the least'],
      ['_least', '+min', 'least'],
      ['_most', '+max', 'most'],
    ] as const
  ).map(([suffix, more, which]) =>
    own(`${key}${suffix}`, 'integer', `#affected+${attribute}${more}`, key, `${word}: the ${which}.`, ({ record }) => {
      const count = record.json[key] as ExportedCount | undefined;
      if (!count) return null;
      return suffix === '_least' ? count.low : suffix === '_most' ? count.high : (count.best ?? count.low);
    }),
  );

const place = ({ record }: Row) => placeOf(record, 'place');
const code = (row: Row): string => place(row)?.country ?? '';
const side = (which: 'first' | 'second', word: string) => [
  own(
    `actor_${word}`,
    'text',
    `#group+name+${word}`,
    'actors',
    `The first on the ${which === 'first' ? 'acting' : 'other'} side.`,
    ({ sides }) => sides[which][0]?.name,
  ),
  own(
    `actor_${word}_type`,
    'text',
    `#group+type+${word}`,
    'actors',
    'What sort of actor it is.',
    ({ sides }) => sides[which][0]?.kind,
  ),
  own(
    `actor_${word}_role`,
    'text',
    `#group+role+${word}`,
    'actors',
    'The role it plays.',
    ({ sides }) => sides[which][0]?.role,
  ),
  own(
    `actor_${word}_with`,
    'text',
    `#group+name+${word}+assoc`,
    'actors',
    'The others on that side, separated by semicolons.',
    ({ sides }) =>
      sides[which]
        .slice(1)
        .map(({ name }) => name)
        .join('; '),
  ),
];

const columns = [
  own('id', 'text', '#event+code', '', 'The event’s id.', ({ record }) => record.json.id),
  said('title', '#event+name', 'The headline.'),
  said('type', '#event+type', 'The event type, postures included.'),
  own('date', 'day', '#date+occurred', 'date', 'The first possible day.', ({ record }) => daysOf(record.json)[0]),
  own('date_end', 'day', '#date+end', 'date', 'The last possible day.', ({ record }) => daysOf(record.json)[1]),
  own(
    'date_text',
    'text',
    '#description+date',
    'date',
    'The date in EDTF, or as written.',
    ({ record: { json } }) => json.date?.edtf ?? json.date?.text,
  ),
  said('time', '#description+time', 'Local time of day.'),
  own('country', 'text', '#country+name', 'place', 'The country.', row => code(row) && countryName(code(row))),
  own('country_code', 'text', '#country+code', 'place', 'ISO 3166-1 alpha-3.', row => alpha3(code(row))),
  own('admin1', 'text', '#adm1+name', 'place', 'First-level division.', row => divisionsOf(place(row))[0]),
  own('admin2', 'text', '#adm2+name', 'place', 'Second-level division.', row => divisionsOf(place(row))[1]),
  own('place', 'text', '#loc+name', 'place', 'The place as written.', ({ record }) => record.json.place?.text),
  own(
    'place_code',
    'text',
    '#loc+code',
    'place',
    'Id of the entry it is, or is told by.',
    ({ record }) => record.json.place?.id,
  ),
  own('latitude', 'number', '#geo+lat', 'place', 'WGS 84.', row => place(row)?.point?.latitude),
  own('longitude', 'number', '#geo+lon', 'place', 'WGS 84.', row => place(row)?.point?.longitude),
  own(
    'uncertainty_km',
    'number',
    '#geo+precision+km',
    'place',
    'Radius within which it lies around the point.',
    row => place(row)?.uncertaintyKm,
  ),
  ...side('first', 'first'),
  ...side('second', 'second'),
  ...people('killed', 'killed', 'People killed'),
  ...people('injured', 'injured', 'People injured'),
  ...people('captured', 'abducted', 'People captured'),
  ...people('displaced', 'displaced', 'People displaced'),
  said('weapon', '#cause+name', 'Means used.'),
  said('claim', '#description+claim', 'What the source claims.'),
  said('note', '#description', 'Anything else.'),
  own('sources', 'text', '#meta+source', 'sources', 'Publishers, separated by semicolons.', ({ record }) =>
    [...new Set(record.json.sources.map(one => publisherOf(record, one)))].join('; '),
  ),
  own('cited', 'text', '#meta+source+cited', 'sources', 'Whom they cite.', ({ record }) =>
    [...new Set(record.json.sources.flatMap(({ attribution }) => attribution ?? []))].join('; '),
  ),
  own('urls', 'text', '#meta+url', 'sources', 'Where they can be read.', ({ record }) => ofSources(record, 'url')),
  said('credibility', '#status+code', 'The Admiralty code’s digit.'),
];

/** Readers of HXL warn of white space at the ends, of more than one space, and of line breaks. */
const onOneLine = (cell: Cell): Cell => (typeof cell === 'string' ? cell.replace(/\s+/g, ' ').trim() : cell);

export const hxl = csvTable<Row>({
  name: 'hxl',
  title: 'HXL',
  means: 'A CSV table with the hashtags of the Humanitarian Exchange Language, for HDX and its tools.',
  lacks:
    'Kinds of people in figures, movements, links between events, roles that are on neither side; paragraphs of notes run together.',
  columns: columns.map(one => ({ ...one, cell: (row: Row) => onOneLine(one.cell(row)) })),
  rowsOf(record) {
    const sides = sidesOf(record);
    return { rows: [{ record, sides }], unplaced: sides.others };
  },
});
