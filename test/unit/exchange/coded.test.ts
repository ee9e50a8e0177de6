// What other codebooks say of an event goes back to them, and to no other without a word.
import assert from 'node:assert/strict';
import test from 'node:test';
import { lossText } from '../../../server/exchange/document';
import { exported, plainly } from '../../../server/exchange/exporter';
import { formats } from '../../../server/exchange/formats';
import { clash, snapshot, uri } from './sample';

const event = `${clash('e')}  coded: acled
    tags=crowd size=12
    data_id=4
`;

test('cells of another codebook, and those without a column, are told as lost', () => {
  const lossesOf = (name: string) => {
    const format = formats.find(one => one.name === name)!;
    return exported(format, snapshot({ 'a.qalam': event }), [uri('a.qalam')], plainly)
      .losses.filter(({ grade }) => grade === 'dropped')
      .map(lossText);
  };
  for (const name of ['json', 'ndjson', 'csv', 'parquet']) assert.deepEqual(lossesOf(name), [], name);
  assert.deepEqual(lossesOf('acled'), ['e: ACLED has no place for what is coded as data_id; left out.']);
  for (const [name, title] of [
    ['ucdp-ged', 'UCDP GED'],
    ['hxl', 'HXL'],
  ] as const)
    assert.deepEqual(lossesOf(name), [
      `e: ${title} has no place for what is coded of acled as tags, data_id; left out.`,
    ]);
});
