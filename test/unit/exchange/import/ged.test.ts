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
