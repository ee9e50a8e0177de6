// CSV tables that are imported are the same tables when they are exported again, whatever stood in the reports.
import assert from 'node:assert/strict';
import test from 'node:test';
import { parse as readCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { exported, plainly } from '../../../../server/exchange/exporter';
import { csv } from '../../../../server/exchange/folder';
import { importBlocks } from '../../../../server/exchange/import/document';
import { blocksOfTables } from '../../../../server/exchange/import/tables';
import { listIn, listText } from '../../../../server/exchange/lists';
import { blockSpec, valueKinds } from '../../../../server/syntax/vocabulary';
import type { Files } from '../../../support/reports';
import { base, snapshot, uri } from '../sample';
import { roundTrip } from './roundTrip';

/** The text of each table. */
function exportOf(files: Files): Map<string, string> {
  const made = exported(csv, snapshot(files), Object.keys(files).sort().map(uri), {
    ...plainly,
    keepFormulas: true,
    includePrivate: true,
  });
  const tables = [...made.files].filter(([file]) => file !== 'about.json');
  return new Map(tables.map(([file, bytes]) => [file, new TextDecoder().decode(bytes)]));
}

function imported(tables: ReadonlyMap<string, string>): Record<string, string> {
  const rows = [...tables].map(([file, text]) => {
    const [header = [], ...lines] = readCsv(text) as string[][];
    return [file.replace('.csv', ''), lines.map(cells => new Map(header.map((name, i) => [name, cells[i]!])))] as const;
  });
  return Object.fromEntries(importBlocks(blocksOfTables(new Map(rows)), base).files);
}

const comesBack = roundTrip(exportOf, imported);

test('every field comes back, in every form of its kind of value', () => {
  for (const kind of ['report', 'source', 'place', 'actor', 'event type', 'event'] as const) {
    const { fields, title } = blockSpec(kind);
    const most = Math.max(...fields.map(({ value }) => valueKinds[value].forms.length));
    for (let i = 0; i < most; i++) {
      const lines = fields
        .filter(({ key }) => key !== 'private')
        .map(({ key, value, example }) => `  ${key}: ${valueKinds[value].forms[i]?.[0] ?? example}\n`);
      comesBack({ 'a.qalam': `${kind} ${title.example}\n${lines.join('')}` });
    }
  }
});

test('figures of several sources, private fields and lists with odd names come back', () => {
  comesBack({
    'b/a.qalam': `report "Rep; ort"
  country: Syria, Nowhere Land
  profile: acled
  profile: ucdp-ged

source s
  publisher: P
  private: yes

actor "Sons; of X"
  kind: rebel group
  also: "A; B" (2011/2013), "C, D", "E (2014)", أم رمان, F
  leader: Zahran Alloush (2011/2015-12)

event e
  type: Attack
  killed: 8 according to s
  killed: 2 civilians, 5..9 Syrian army according to t, a man
  killed: 2 civilians, 5..9 Syrian army
  source: s, a man; and another
  source: t
  corroborates: f, g
  private: note, source
  note: One.

    Two;  three "four".
`,
  });
});

test('any names come back from a cell, and any cell gives names', () => {
  const date = fc.constantFrom(null, '2011/2013', '2014~', '../2015');
  const text = fc.oneof(
    fc.string(),
    fc.constantFrom('a; b', '"', 'x (2014)', '(2014)', ' a', '', 'a "b" c', 'أم رمان'),
  );
  fc.assert(
    fc.property(fc.array(fc.record({ text, date })), names => {
      assert.deepEqual(
        listIn(listText(names)),
        names.map(one => ({ ...one })),
      );
    }),
  );
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('"', ';', ' ', 'a', '(2014)') })), cell => {
      const letters = (words: string) => words.replace(/[^\p{L}]/gu, '');
      assert.equal(
        letters(
          listIn(cell)
            .map(one => one.text)
            .join(''),
        ),
        letters(cell),
      );
    }),
  );
  assert.deepEqual(listIn('Free Army (2011/2013);FA ; "x'), [
    { text: 'Free Army', date: '2011/2013' },
    { text: 'FA', date: null },
    { text: '"x', date: null },
  ]);
});

const foreign = (name: string, more: string) => `event ${name}
  type: Other
  date: 2031-11-14
  place: Homs
  coded: csv
    type=arson
    ${more}
`;

test('columns of the table that events were imported from stand in that of events again', () => {
  const files = { 'a.qalam': `${foreign('a', 'weather=rain')}\n${foreign('b', 'grid ref=37S')}` };
  const [header = [], a = [], b = []] = readCsv(exportOf(files).get('events.csv')!) as string[][];
  const own = csv.tables[0]!.columns.length;
  assert.deepEqual(header.slice(own), ['type_coded', 'weather', 'grid ref']);
  assert.deepEqual(
    [a, b].map(cells => cells.slice(own)),
    [
      ['arson', 'rain', ''],
      ['arson', '', '37S'],
    ],
  );
  assert.equal(a[header.indexOf('type')], 'Other');
  comesBack(files);
});

test('a column that someone has added to the table of events is kept', () => {
  const tables = exportOf({ 'a.qalam': 'event e\n  type: Other\n' });
  const [header, row] = tables.get('events.csv')!.split('\n');
  const reports = imported(new Map([...tables, ['events.csv', `${header},weather\n${row},rain\n`]]));
  assert.match(reports['a.qalam']!, /\n {2}coded: csv\n {4}weather=rain\n/);
  comesBack(reports);
});

test('no column tells what a private event is coded as', () => {
  const files = {
    'a.qalam': `${foreign('a', 'weather=rain')}  private: yes\n\n${foreign('b', 'x=1')}  private: note\n\n${foreign('c', 'y=at Kilo House')}\n`,
    'b.qalam': 'place "Kilo House"\n  location: 31.2, 37.2\n  private: yes\n',
  };
  const made = exported(csv, snapshot(files), Object.keys(files).map(uri), plainly);
  const text = [...made.files.values()].map(bytes => new TextDecoder().decode(bytes)).join('\n');
  assert.doesNotMatch(text, /arson|weather|rain|Kilo|type_coded|"x"/);
});
