import assert from 'node:assert/strict';
import test from 'node:test';
import { readDate } from '../../../server/semantics/dates';
import { readBlock, readingsOf } from '../../../server/semantics/events';
import { datePrec, geoPrecision, timePrecision, wherePrec } from '../../../server/semantics/precision';
import { snapshotFrom } from '../../support/world';

/** Name, kind and location of places that no gazetteer has. */
const places = [
  ['Hill A', 'hill', '33.7, 36.8'],
  ['Upper valley', 'valley', '33.7, 36.8 ±12 km'],
  ['Long valley', 'valley', '33.7, 36.8 ±60 km'],
  ['North District', 'district', '33.7, 36.8 ±20 km'],
  ['North Division', 'division', '33.7, 36.8 ±60 km'],
  ['Syria itself', 'country', '34.8, 38.9 ±300 km'],
  ['Eastern Mediterranean', 'sea', '34.5, 33.5 ±150 km'],
  ['Lost camp', 'camp', '33.7, 36.8 ±15 km'],
];
const definitions = `report "R"\n  country: Syria\n${places
  .map(([name, kind, location]) => `place "${name}"\n  kind: ${kind}\n  location: ${location}\n`)
  .join('')}`;

/** `where_prec` and `geo_precision` of a place phrase in a report about Syria. */
function placeCodes(phrase: string) {
  const snapshot = snapshotFrom({ 'r.qalam': `${definitions}event e\n  place: ${phrase}\n` });
  const { blocks } = snapshot.files.get('r.qalam')!.tree;
  const { place } = readingsOf(readBlock(blocks.at(-1)!, snapshot.scope('r.qalam')), 'place')[0]!;
  return [wherePrec(place), geoPrecision(place)];
}

test('how exact a place is, in two codebooks', () => {
  const table = [
    [
      [1, 1],
      ['Jayrud', 'Damascus', 'at Jayrud', 'in Jayrud', 'Hill A', '33.7, 36.8'],
    ],
    [
      [2, 2],
      [
        '33.7, 36.8 ±5 km',
        'Jayrud ±20 km',
        'Lost camp',
        'near Jayrud',
        'outskirts of Jayrud',
        'near Jayrud ±1 km',
        '4 km NE of Jayrud',
        '25 km NE of Jayrud',
        'NE of Jayrud',
        '10 km from 33.7, 36.8',
        'The quarry, 4 km NE of Jayrud',
        'the farms near Jayrud',
        'within 5 km of Jayrud',
        'Upper valley',
      ],
    ],
    [
      [5, 3],
      [
        '33.7, 36.8 ±60 km',
        '26 km NE of Jayrud',
        '20 km NE of 10 km N of Jayrud',
        'between Jayrud and Aleppo',
        'along Damascus–Homs road',
        'near the road between Damascus and Homs',
        'Long valley',
        'near North Division',
      ],
    ],
    [
      [3, 3],
      ['The quarry, in North District', 'North District', 'in North District'],
    ],
    [[5, 2], ['between Jayrud and Ad Dumayr']],
    [[4, 3], ['North Division']],
    [[6, null], ['Syria itself']],
    [[7, 3], ['Eastern Mediterranean']],
    [
      [null, null],
      ['Nowhere at all', 'near Nowhere at all'],
    ],
  ] as const;
  for (const [expected, phrases] of table)
    for (const phrase of phrases) assert.deepEqual(placeCodes(phrase), expected, phrase);
});

test('how exact a date is, in two codebooks', () => {
  const table = [
    [[1, 1], ['2014-11-14']],
    [
      [2, 2],
      ['2014-11-14~', '2014-11-14?', '[2014-11-14..2014-11-17]', '[2014-11-10,2014-11-12]', '2014-11-14/2014-11-16~'],
    ],
    [[3, 2], ['[2014-11-10..2014-11-16]']],
    [
      [4, 3],
      ['2014-11-1X', '2014-11', '2014-10~', '[2014-11-01..2014-11-30]'],
    ],
    [
      [5, null],
      ['[2014-11-01..2014-12-20]', '2014-24', '2014'],
    ],
    [
      [null, null],
      ['201X', '../2014-12-05', '2014-11-14/..', '2014-11-14/', '[..2014-11-14]'],
    ],
    [
      [2, 1],
      ['2014-11-14/2014-11-16', '{2014-11-10,2014-11-12}'],
    ],
    [
      [5, 3],
      ['2014-10/2014-11', '{2014-11-10,2014-12}'],
    ],
  ] as const;
  for (const [expected, texts] of table) {
    for (const text of texts) {
      const reading = readDate(text);
      assert.ok(reading.ok, text);
      assert.deepEqual([datePrec(reading.value), timePrecision(reading.value)], expected, text);
    }
  }
});
