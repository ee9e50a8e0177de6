// Rows of UCDP GED become events, and the events the same rows again, whatever stands in them.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import test from 'node:test';
import { parse as readCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { exported, plainly } from '../../../../server/exchange/exporter';
import { ged } from '../../../../server/exchange/import/ged';
import type { Row } from '../../../../server/exchange/import/importer';
import { TableImport } from '../../../../server/exchange/import/table';
import { ucdp } from '../../../../server/exchange/ucdp';
import { checkNow } from '../../../../server/features/checks';
import { parse } from '../../../../server/syntax/parse';
import { print } from '../../../../server/syntax/print';
import { golden } from '../golden';
import { base, snapshot, uri } from '../sample';

const [header = [], ...sample] = readCsv(fs.readFileSync('test/unit/exchange/import/samples/ucdp-ged.csv'), {
  bom: true,
}) as string[][];
const rowOf = (cells: readonly string[]): Row => new Map(header.map((column, i) => [column, cells[i] ?? '']));

function imported(rows: readonly Row[]) {
  const work = new TableImport(ged, base, text => readCsv(text));
  const files = new Map<string, string[]>();
  for (const { file, text } of work.take(rows)) {
    const name = `${file}.qalam`;
    files.set(name, [...(files.get(name) ?? []), text]);
  }
  const texts = [...files].map(([name, parts]) => [name, parts.join('\n')] as const);
  return { files: Object.fromEntries(texts), summary: work.summary() };
}

/** The rows that an export of the reports has, by id. */
function back(files: Record<string, string>): Map<string, string[]> {
  const made = exported(ucdp, snapshot(files), Object.keys(files).map(uri), { ...plainly, keepFormulas: true });
  const [columns, ...rows] = readCsv(new TextDecoder().decode([...made.files.values()][0])) as string[][];
  assert.deepEqual(columns, header);
  return new Map(rows.map(row => [row[0]!, row]));
}

test('real rows come back in every column, and the reports have no errors but dates that the rows themselves have wrong', () => {
  const { files, summary } = imported(sample.map(rowOf));
  const rows = back(files);
  for (const row of sample) assert.deepEqual(rows.get(row[0]!), row);
  assert.deepEqual([summary.events, [...summary.odd]], [20, [['low, best and high are not in order', 2]]]);
  const world = snapshot(files);
  const errors = Object.keys(files).flatMap(name =>
    checkNow(world, uri(name)).filter(({ severity }) => severity === 'error'),
  );
  assert.deepEqual(
    errors.map(({ code }) => code).filter(code => code !== 'date.published'),
    [],
  );
});

test('the reports are as they should be', () => {
  const { files } = imported(sample.map(rowOf));
  golden(
    'import/ucdp-ged.qalam',
    Object.entries(files)
      .map(([name, text]) => `# ${name}\n${text}`)
      .join('\n'),
  );
});

test('what is written has the layout of the formatter', () => {
  for (const text of Object.values(imported(sample.map(rowOf)).files)) assert.equal(print(parse(text)), text);
});

/** Cells that are like those of the dataset, and some that are like nothing. */
const cell = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...new Set(sample.flat())) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme' }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '',
      ' ',
      '#',
      'a #b',
      '%',
      '%41',
      '-1',
      '0',
      '99999',
      'a\nb',
      '"',
      'x, y',
      'A (B)',
      'event e',
      '2014-13-45',
      '\u00a0x',
      'a  b',
    ),
  },
);

test('any row comes back', () => {
  const row = fc.record({
    from: fc.constantFrom(...sample),
    changes: fc.array(fc.tuple(fc.nat(48), cell), { maxLength: 6 }),
  });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), rows => {
      const cells = rows.map(({ from, changes }, i) => {
        const changed = [...from];
        for (const [at, text] of changes) changed[at] = text;
        changed[0] = `row${i}`;
        return changed;
      });
      const found = back(imported(cells.map(rowOf)).files);
      for (const one of cells) assert.deepEqual(found.get(one[0]!), one);
    }),
    { numRuns: 300 },
  );
});

test('rows of one id are all kept', () => {
  const { files, summary } = imported([rowOf(sample[0]!), rowOf(sample[0]!)]);
  assert.equal(summary.events, 2);
  assert.match(Object.values(files).join(''), /event ucdp-21300\n[\s\S]*event ucdp-21300-2\n/);
  assert.deepEqual([...summary.odd], [['the id stands in an earlier row too', 1]]);
});
