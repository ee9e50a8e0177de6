// Tables that no codebook describes become events, and nothing of them is lost.
import assert from 'node:assert/strict';
import test from 'node:test';
import { parse as readCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { codedOf } from '../../../../server/exchange/coded';
import { exported, plainly } from '../../../../server/exchange/exporter';
import { formatOf } from '../../../../server/exchange/formats';
import { geojson } from '../../../../server/exchange/import/features';
import type { TableImporter } from '../../../../server/exchange/import/importer';
import { csv } from '../../../../server/exchange/import/plain';
import { TableImport } from '../../../../server/exchange/import/table';
import { toJson } from '../../../../server/exchange/json';
import { parse } from '../../../../server/syntax/parse';
import { print } from '../../../../server/syntax/print';
import { base, snapshot, uri } from '../sample';
import * as rows from './rows';

function importedTable(importer: TableImporter, columns: readonly string[], table: readonly (readonly string[])[]) {
  assert.equal(importer.lacks(columns), '');
  return rows.imported(
    importer.variant?.(columns) ?? importer,
    table.map(cells => rows.rowOf(columns, cells)),
  );
}

function importedFeatures(document: unknown) {
  const table = geojson.whole!(JSON.stringify(document));
  assert.ok(typeof table !== 'string', String(table));
  return rows.imported(table.importer, table.rows);
}

/** An export of some reports, the table of events where there are several. */
function exportOf(format: 'csv' | 'geojson', files: Readonly<Record<string, string>>): string {
  const made = exported(formatOf(format)!, snapshot(files), Object.keys(files).map(uri), {
    ...plainly,
    keepFormulas: true,
    includePrivate: true,
  });
  return new TextDecoder().decode(made.files.get(format === 'csv' ? 'events.csv' : ''));
}

const columns = [
  'Incident ID',
  'Name',
  'Date',
  'Lat',
  'Lon',
  'Location',
  'Country',
  'Actor',
  'Killed',
  'Source',
  'URL',
  'Weather',
];
const table = [
  [
    '17',
    'Fire on the mill',
    '14/11/2031',
    '33.64',
    '36.69',
    'Mill Hill',
    'Syria',
    'Syrian army (attacker); villagers',
    '2',
    'Radio Quince',
    'https://example.org/17',
    'rain',
  ],
  ['18', '', '03/04/2031', '33.64', '36.69', '', 'Syria', '', 'a handful', '', 'https://www.example.org/18', ''],
];

test('columns are known by the words of their header; what the event does not say is kept in “coded”', () => {
  const { files, summary } = importedTable(csv, columns, table);
  assert.deepEqual(Object.keys(files), ['syria.qalam']);
  const text = files['syria.qalam']!;
  assert.equal(print(parse(text)), text);
  assert.match(text, /\nplace "Mill Hill"\n {2}location: 33\.64, 36\.69\n {2}country: Syria\n/);
  assert.match(
    text,
    /\nevent csv-17\n {2}title: Fire on the mill\n {2}type: Other\n {2}date: 2031-11-14\n {2}place: Mill Hill \[csv:mill-hill-\w+\]\n {2}actor: Syrian army as attacker\n {2}actor: villagers as party\n {2}killed: 2\n/,
  );
  assert.match(text, / {2}coded: csv\n {4}Incident ID=17\n {4}Date=14\/11\/2031\n {4}Weather=rain\n/);
  // Whether March or April, the row does not say.
  assert.match(
    text,
    /\nevent csv-18\n {2}type: Other\n {2}date: \[2031-03-04,2031-04-03\]\n {2}place: 33\.64, 36\.69\n/,
  );
  assert.match(text, /\nsource csv-\w+\n {2}publisher: example\.org\n {2}url: https:\/\/www\.example\.org\/18\n/);
  assert.match(text, /\n {4}Killed=a handful\n/);
  assert.deepEqual(
    [...summary.odd].map(([what, { rows }]) => [what, rows]),
    [['the order of day and month cannot be told', 1]],
  );
  assert.deepEqual(rows.errorsIn(files), []);
});

test('dates are read however tables write them', () => {
  const dates: [string, string][] = [
    ['2031-11-14', '2031-11-14'],
    ['2031-11', '2031-11'],
    ['2031-11-14T09:30:00Z', '2031-11-14'],
    ['14.11.2031', '2031-11-14'],
    ['1.2.2031', '2031-02-01'],
    ['11/14/2031', '2031-11-14'],
    ['2/2/2031', '2031-02-02'],
    ['14 Nov 2031', '2031-11-14'],
    ['November 14, 2031', '2031-11-14'],
    ['2031/11/14', '2031-11-14'],
    ['1952380800000', '2031-11-14'],
    ['31/02/2031', '31/02/2031'],
  ];
  for (const [given, expected] of dates) {
    const { files } = importedTable(csv, ['date', 'place'], [[given, 'Dumeir']]);
    assert.match(files['events.qalam']!, new RegExp(`\\n {2}date: ${expected.replaceAll('.', '\\.')}\\n`), given);
  }
  const { files } = importedTable(csv, ['start', 'end', 'place'], [['1.2.2031', '3.2.2031', 'Dumeir']]);
  assert.match(files['events.qalam']!, /\n {2}date: 2031-02-01\/2031-02-03\n/);
  const moment = importedTable(csv, ['date', 'place'], [['2031-11-14 09:30', 'Dumeir']]).files['events.qalam']!;
  assert.match(moment, /\n {2}time: 09:30\n/);
});

test('an id that no editor could show is kept in “coded”, and the event gets a short one', () => {
  const columns = ['id', 'date', 'place'];
  const long = 'x'.repeat(4001);
  const { files } = importedTable(csv, columns, [[long, '2014-11-14', 'Dumeir']]);
  const [text = ''] = Object.values(files);
  assert.match(text, /\nevent csv-x{1,40}\n/);
  assert.ok(text.includes(`\n    id=${long}\n`), text.slice(0, 200));
});

test('a table without a date or a place is refused with what it lacks', () => {
  assert.equal(csv.lacks(['id', 'place']), 'none of its columns is called by a word for a date');
  assert.equal(csv.lacks(['date', 'lat']), 'none of its columns is called by a word for a place, nor coordinates');
  assert.equal(csv.lacks(['date', 'LAT', 'Long']), '');
});

test('every cell of any table is in the event or in “coded”', () => {
  const text = rows.cellLike([
    ...table,
    ['3 dead', 'x; y (target)', '2031-02-30', '91', '12,5', 'near Homs', 'Armed clash'],
  ]);
  const header = fc.uniqueArray(
    fc.constantFrom(...columns, 'type', 'end', 'note', 'comments', 'time', 'victim', 'credibility', 'admin1', 'x'),
    {
      minLength: 1,
      maxLength: 12,
    },
  );
  fc.assert(
    fc.property(header, fc.array(text, { minLength: 12, maxLength: 12 }), (named, cells) => {
      const all = ['Date', 'Location', ...named.filter(name => name !== 'Date' && name !== 'Location')];
      const { files } = importedTable(csv, all, [cells.slice(0, all.length)]);
      const [event] = toJson(snapshot(files), Object.keys(files).map(uri), { includePrivate: true }).document.events;
      const reports = Object.values(files).join('\n');
      const kept = codedOf(event!.coded, 'csv');
      all.forEach((column, i) => {
        const cell = cells[i] ?? '';
        if (cell.trim() === '') return;
        // Its words stand in the reports, but for what a line cannot hold.
        const words = cell.split(/[\s;()"#,]+/).filter(word => /^[\p{L}\p{N}./:-]+$/u.test(word));
        assert.ok(
          kept.get(column) === cell || words.every(word => reports.includes(word)),
          `${column}: ${cell}\n${reports}`,
        );
      });
    }),
    { numRuns: 300 },
  );
});

const report = `report "R"
  country: Syria

place "Umm Ruman"
  location: 4 km NE of Dumeir

source s
  publisher: The Orchard Post
  published: 2014-11-20

event e
  title: Army takes a hill
  type: Armed clash
  date: 2014-11~
  time: 14:30
  place: Umm Ruman
  actor: Syrian army as attacker
  actor: "Sons of X, Y" as defender
  killed: 3..7 civilians, 2 Syrian army
  weapon: barrel bomb
  claim: They say so.
  source: s, a man
  source: elsewhere
  credibility: 3
  corroborates: f
  coded: acled
    tags=a; b
  note: One.

    Two.

event f
  type: Movement
  date: 2014-11-14/2014-11-16
  place: near Umm Ruman
  from: Dumeir
  to: An Nabk
  actor: Jaysh al-Islam as mover

event g
  type: Closure
  date: sometime
  place: 4 km NE of Dumeir
  private: note
  note: Secret.
`;

test('our own table of events is the same table again', () => {
  const first = exportOf('csv', { 'a/r.qalam': report, 'b.qalam': report.replace(/^event (\w)/gm, 'event $1$1') });
  const [header = [], ...cells] = readCsv(first) as string[][];
  const { files } = importedTable(csv, header, cells);
  assert.deepEqual(Object.keys(files).sort(), ['a/r.qalam', 'b.qalam']);
  assert.equal(exportOf('csv', files), first);
});

test('a file of ours stays one, however many events are in it', () => {
  const columns = ['id', 'date_earliest', 'place_relation', 'file'];
  const work = new TableImport(csv.variant!(columns), base);
  const table = Array.from({ length: 10_001 }, (_, i) => rows.rowOf(columns, [`e${i}`, '', '', 'a/b.qalam']));
  assert.deepEqual([...new Set(work.take(table).map(({ file }) => file))], ['a/b']);
});

test('our own GeoJSON is the same again', () => {
  const first = exportOf('geojson', { 'r.qalam': report });
  const { files } = importedFeatures(JSON.parse(first));
  assert.equal(exportOf('geojson', files), first);
});

test('features of others have their points and properties', () => {
  const { files, summary } = importedFeatures({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        id: 7,
        geometry: { type: 'Point', coordinates: [36.69, 33.64, 700] },
        properties: { name: 'Fire', date: 1952380800000, description: 'At the mill.', tags: ['a', 'b'], empty: null },
      },
      {
        type: 'Feature',
        geometry: rows.road,
        properties: { date: '2031-11-15', latitude: 'north', type: 'movement' },
      },
      { type: 'Feature', geometry: null, properties: { date: '2031-11-16', place: 'Dumeir' } },
    ],
  });
  const text = files['events.qalam']!;
  assert.match(
    text,
    /event geojson-7\n {2}title: Fire\n {2}type: Other\n {2}date: 2031-11-14\n {2}place: 33\.64, 36\.69\n {2}source: geojson-table\n {2}coded: geojson\n {4}id=7\n {4}date=1952380800000\n {4}tags=\["a","b"\]\n {4}geometry=\{"type":"Point","coordinates":\[36\.69,33\.64,700\]\}\n {2}note: At the mill\.\n/,
  );
  assert.match(text, /type: Movement\n {2}date: 2031-11-15\n {2}place: 33\.5, 36\.5\n/);
  assert.match(text, / {4}geometry=\{"type":"LineString",.*\n/);
  assert.match(text, / {4}latitude_property=north\n/);
  assert.match(text, /date: 2031-11-16\n {2}place: Dumeir\n/);
  assert.equal(summary.events, 3);
  assert.deepEqual(rows.errorsIn(files), []);
});

test('what is no GeoJSON in degrees is refused with a sentence', () => {
  const cases: [string, RegExp][] = [
    ['{', /^It is no JSON: .+\.$/],
    ['[]', /^It is no JSON object\.$/],
    ['{}', /^It is no GeoJSON: it has no “features”\.$/],
    ['{ "features": [null] }', /^It is no GeoJSON: number 1 of its “features” is no feature\.$/],
    [
      '{"features":[],"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3857"}}}',
      /^Its coordinates are of urn:ogc:def:crs:EPSG::3857, not in degrees of WGS 84\. Save it in EPSG:4326 first\.$/,
    ],
  ];
  for (const [text, message] of cases) assert.match(String(geojson.whole!(text)), message);
});
