import assert from 'node:assert/strict';
import test from 'node:test';
import { readDate } from '../../../server/semantics/dates';
import { readBlock, readingsOf } from '../../../server/semantics/events';
import { datePrec, geoPrecision, timePrecision, wherePrec } from '../../../server/semantics/precision';
import { snapshotFrom } from '../../support/world';

const definitions = `report "R"
  country: Syria
place "Hill A"
  kind: hill
  location: 33.7, 36.8
place "Upper valley"
  kind: valley
  location: 33.7, 36.8 ±12 km
place "Long valley"
  kind: valley
  location: 33.7, 36.8 ±60 km
place "North District"
  kind: district
  location: 33.7, 36.8 ±20 km
place "North Division"
  kind: division
  location: 33.7, 36.8 ±60 km
place "Syria itself"
  kind: country
  location: 34.8, 38.9 ±300 km
place "Eastern Mediterranean"
  kind: sea
  location: 34.5, 33.5 ±150 km
place "Lost camp"
  kind: camp
  location: 33.7, 36.8 ±15 km
`;

/** `where_prec` and `geo_precision` of a place phrase in a report about Syria. */
function placeCodes(phrase: string) {
  const snapshot = snapshotFrom({ 'r.qalam': `${definitions}event e\n  place: ${phrase}\n` });
  const { blocks } = snapshot.files.get('r.qalam')!.tree;
  const { place } = readingsOf(readBlock(blocks.at(-1)!, snapshot.scope('r.qalam')), 'place')[0]!;
  return [wherePrec(place), geoPrecision(place)];
}

test('how exact a place is, in two codebooks', () => {
  const table: Record<string, [number | null, number | null]> = {
    Jayrud: [1, 1],
    Damascus: [1, 1],
    'at Jayrud': [1, 1],
    'in Jayrud': [1, 1],
    'Hill A': [1, 1],
    '33.7, 36.8': [1, 1],
    '33.7, 36.8 ±5 km': [2, 2],
    '33.7, 36.8 ±60 km': [5, 3],
    'Jayrud ±20 km': [2, 2],
    'Lost camp': [2, 2],
    'near Jayrud': [2, 2],
    'outskirts of Jayrud': [2, 2],
    'near Jayrud ±1 km': [2, 2],
    '4 km NE of Jayrud': [2, 2],
    '25 km NE of Jayrud': [2, 2],
    '26 km NE of Jayrud': [5, 3],
    '20 km NE of 10 km N of Jayrud': [5, 3],
    'NE of Jayrud': [2, 2],
    '10 km from 33.7, 36.8': [2, 2],
    'The quarry, 4 km NE of Jayrud': [2, 2],
    'The quarry, in North District': [3, 3],
    'between Jayrud and Ad Dumayr': [5, 2],
    'between Jayrud and Aleppo': [5, 3],
    'along Damascus–Homs road': [5, 3],
    'near the road between Damascus and Homs': [5, 3],
    'the farms near Jayrud': [2, 2],
    'within 5 km of Jayrud': [2, 2],
    'Upper valley': [2, 2],
    'Long valley': [5, 3],
    'North District': [3, 3],
    'in North District': [3, 3],
    'North Division': [4, 3],
    'near North Division': [5, 3],
    'Syria itself': [6, null],
    'Eastern Mediterranean': [7, 3],
    'Nowhere at all': [null, null],
    'near Nowhere at all': [null, null],
  };
  for (const [phrase, expected] of Object.entries(table)) assert.deepEqual(placeCodes(phrase), expected, phrase);
});

test('how exact a date is, in two codebooks', () => {
  const table: Record<string, [number | null, number | null]> = {
    '2014-11-14': [1, 1],
    '2014-11-14~': [2, 2],
    '2014-11-14?': [2, 2],
    '[2014-11-14..2014-11-17]': [2, 2],
    '[2014-11-10..2014-11-16]': [3, 2],
    '[2014-11-10,2014-11-12]': [2, 2],
    '2014-11-1X': [4, 3],
    '2014-11': [4, 3],
    '2014-10~': [4, 3],
    '[2014-11-01..2014-11-30]': [4, 3],
    '[2014-11-01..2014-12-20]': [5, null],
    '2014-24': [5, null],
    '2014': [5, null],
    '201X': [null, null],
    '2014-11-14/2014-11-16': [2, 1],
    '2014-11-14/2014-11-16~': [2, 2],
    '2014-10/2014-11': [5, 3],
    '{2014-11-10,2014-11-12}': [2, 1],
    '{2014-11-10,2014-12}': [5, 3],
    '../2014-12-05': [null, null],
    '2014-11-14/..': [null, null],
    '2014-11-14/': [null, null],
    '[..2014-11-14]': [null, null],
  };
  for (const [text, expected] of Object.entries(table)) {
    const reading = readDate(text);
    assert.ok(reading.ok, text);
    assert.deepEqual([datePrec(reading.value), timePrecision(reading.value)], expected, text);
  }
});
