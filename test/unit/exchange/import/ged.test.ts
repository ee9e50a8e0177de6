// Rows of UCDP GED become events, and the events the same rows again, whatever stands in them.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import test from 'node:test';
import { parse as readCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { ged } from '../../../../server/exchange/import/ged';
import { parse } from '../../../../server/syntax/parse';
import { print } from '../../../../server/syntax/print';
import { golden } from '../golden';
import * as rows from './rows';

const [header = [], ...sample] = readCsv(fs.readFileSync('test/unit/exchange/import/samples/ucdp-ged.csv'), {
  bom: true,
}) as string[][];
const rowOf = (cells: readonly string[]) => rows.rowOf(header, cells);
const imported = (cells: readonly (readonly string[])[]) => rows.imported(ged, cells.map(rowOf));

/** The rows that an export of the reports has, by id. */
function back(files: Record<string, string>): Map<string, string[]> {
  const found = rows.back(ged, files);
  assert.deepEqual(found.header, header);
  return found.rows;
}

test('real rows come back in every column, and the reports have no errors but dates that the rows themselves have wrong', () => {
  const { files, summary } = imported(sample);
  const found = back(files);
  for (const row of sample) assert.deepEqual(found.get(row[0]!), row);
  assert.deepEqual(
    [summary.events, [...summary.odd].map(([what, { rows }]) => [what, rows])],
    [20, [['low, best and high are not in order', 2]]],
  );
  assert.deepEqual(
    rows.errorsIn(files).filter(code => code !== 'date.published'),
    [],
  );
});

test('the reports are as they should be', () => {
  const { files } = imported(sample);
  golden(
    'import/ucdp-ged.qalam',
    Object.entries(files)
      .map(([name, text]) => `# ${name}\n${text}`)
      .join('\n'),
  );
});

test('what is written has the layout of the formatter', () => {
  for (const text of Object.values(imported(sample).files)) assert.equal(print(parse(text)), text);
});

const cell = rows.cellLike(sample);

test('any row comes back', () => {
  const row = fc.record({
    from: fc.constantFrom(...sample),
    changes: fc.array(fc.tuple(fc.nat(48), cell), { maxLength: 6 }),
  });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), drawn => {
      const cells = drawn.map(({ from, changes }, i) => {
        const changed = [...from];
        for (const [at, text] of changes) changed[at] = text;
        changed[0] = `row${i}`;
        return changed;
      });
      const found = back(imported(cells).files);
      for (const one of cells) assert.deepEqual(found.get(one[0]!), one);
    }),
    { numRuns: 300 },
  );
});

test('rows of one id are all kept', () => {
  const { files, summary } = imported([sample[0]!, sample[0]!]);
  assert.equal(summary.events, 2);
  assert.match(Object.values(files).join(''), /event ucdp-21300\n[\s\S]*event ucdp-21300-2\n/);
  assert.deepEqual(
    [...summary.odd].map(([what, { rows }]) => [what, rows]),
    [['the id stands in an earlier row too', 1]],
  );
});

test('rows as files of other years, spreadsheets and programs write them come back to the letter, and mean the same', () => {
  const at = (column: string) => header.indexOf(column);
  const changed = (row: readonly string[], changes: Readonly<Record<string, string>>) =>
    row.map((text, i) => changes[header[i]!] ?? text);
  const [first = []] = sample;
  const date = { date_start: '1989-05-10', date_end: '1989-05-16' };
  const cases: [changes: Record<string, string>, text: RegExp][] = [
    [{ date_start: '1989-05-10 00:00:00.000', date_end: '1989-05-16 00:00:00.000' }, /time=00:00:00\.000\n/],
    [{ date_start: '1989-05-10 00:00:00', date_end: '1989-05-16' }, /date_start=1989-05-10 00:00:00\n/],
    [{ date_start: '5/16/1989 0:00', date_end: '5/17/1989 0:00' }, /date: 1989-05-16\/1989-05-17\n/],
    [{ best: '14.0', low: '14.0', high: '14.0', deaths_b: '14.0', event_clarity: '2.0' }, /killed: 14 UNITA\n/],
    [{ type_of_violence: '3.0', side_b: 'Civilians' }, /type: Attack\n/],
    [{ where_prec: '2.0' }, /place: near Lunda Sul/],
    [{ source_original: 'MemoryBook (x2)' }, /source: ucdp-\w+, MemoryBook \[x2\]\n/],
    [{ source_original: 'He said\r\n"no", (twice)' }, /, He said "no", \(twice\)\n/],
    [{ source_article: 'word '.repeat(5000), source_headline: '' }, /title: (?:word ){90,100}…\n/],
    [{ latitude: '', longitude: '', geom_wkt: '' }, /place "Lunda Sul province"\n {2}kind: division\n {2}country/],
    [{ active_year: 'true', code_status: 'Check: dates', relid: '' }, /code_status=Check: dates\n/],
  ];
  const rows = cases.map(([changes], i) => changed(first, { ...date, ...changes, id: `${i + 1}` }));
  const { files } = imported(rows);
  const found = back(files);
  for (const row of rows) assert.deepEqual(found.get(row[at('id')]!), row);
  for (const [i, [, text]] of cases.entries())
    assert.match(Object.values(imported([rows[i]!]).files).join('\n'), text, JSON.stringify(cases[i]![0]));
});

test('a date that is changed afterwards is written in the way of the table', () => {
  const [row = []] = sample;
  const midnight = row.map((text, i) => (/^date_(start|end)$/.test(header[i]!) ? `${text} 00:00:00.000` : text));
  const { files } = imported([midnight]);
  const edited = Object.fromEntries(
    Object.entries(files).map(([name, text]) => [
      name,
      text.replace('date: 1989-05-10/1989-05-16', 'date: 1989-05-11/1989-05-16'),
    ]),
  );
  assert.equal(back(edited).get(row[0]!)![header.indexOf('date_start')], '1989-05-11 00:00:00.000');
});

test('a row without deaths comes back whole, and what was added to its event is told as lost', () => {
  const row = sample[0]!.map((text, i) => (/^(?:deaths_\w+|best|high|low)$/.test(header[i]!) ? '0' : text));
  const { files } = imported([row]);
  const losses = (before: RegExp, added: string) => {
    const edited = Object.entries(files).map(([name, text]) => [name, text.replace(before, `${added}$&`)]);
    const made = rows.back(ged, Object.fromEntries(edited));
    assert.deepEqual(made.rows.get(row[0]!), row);
    return made.losses;
  };
  assert.deepEqual(losses(/^/, ''), []);
  assert.deepEqual(losses(/^ {2}source: .*\n {2}coded/m, '  claim: The army says that it held the town.\n'), [
    'ucdp-21300: UCDP GED has no place for “claim”; left out.',
  ]);
  assert.deepEqual(losses(/ucdp-ged\n {4}id=/, 'acled\n    tags=crowd\n    '), [
    'ucdp-21300: UCDP GED has no place for what is coded of acled as tags; left out.',
  ]);
});

test('a group that rows spell in two ways is defined once, and each row keeps its own', () => {
  const at = (column: string) => header.indexOf(column);
  const spelt = ['Orchard Front', 'ORCHARD front'].map((name, i) =>
    sample[0]!.map((text, column) => (column === at('side_b') ? name : column === 0 ? `row${i}` : text)),
  );
  const { files } = imported(spelt);
  assert.deepEqual(files['actors.qalam']!.match(/^actor .*front.*/gim), ['actor "Orchard Front"']);
  const found = back(files);
  for (const row of spelt) assert.deepEqual(found.get(row[0]!), row);
});
