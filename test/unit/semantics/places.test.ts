import assert from 'node:assert/strict';
import test from 'node:test';
import { readBlock, readingsOf } from '../../../server/semantics/events';
import { distanceKm } from '../../../server/semantics/geodesy';
import { roadEnds } from '../../../server/semantics/places';
import { snapshotFrom } from '../../support/world';

/** How a place phrase reads in a report about Syria. */
function place(phrase: string, more = '') {
  const snapshot = snapshotFrom({ 'r.qalam': `report "R"\n  country: Syria\n${more}event e\n  place: ${phrase}\n` });
  const { blocks } = snapshot.files.get('r.qalam')!.tree;
  const reading = readBlock(blocks.at(-1)!, snapshot.scope('r.qalam'));
  return readingsOf(reading, 'place')[0]!.place;
}
const dumayr = { latitude: 33.64389, longitude: 36.69376 };

test('a named place is its entry', () => {
  assert.equal(place('Jayrud').entity?.id, 'geonames:169113');
  assert.equal(place('Jayrud').country, 'SY');
});

test('an offset lies at its distance and bearing, no more exact than the words', () => {
  const reading = place('4 km NE of 33.64389, 36.69376');
  assert.ok(Math.abs(distanceKm(dumayr, reading.point!) - 4) < 0.01);
  assert.ok(reading.point!.latitude > dumayr.latitude && reading.point!.longitude > dumayr.longitude);
  assert.ok(reading.uncertaintyKm! >= 0.5 && reading.uncertaintyKm! < 4);
  assert.ok(place('about 4 km NE of 33.64389, 36.69376').uncertaintyKm! > reading.uncertaintyKm!);
});

test('coordinates in degrees, minutes and seconds', () => {
  const point = { latitude: 33.64472, longitude: 36.69389 };
  for (const text of [
    `33°38'41"N 36°41'38"E`,
    `33° 38′ 41″ N, 36° 41′ 38″ E`,
    `N 33°38'41" E 36°41'38"`,
    `36°41’38”E 33°38’41”N`,
    `33º38'41''N,36º41'38''E`,
  ])
    assert.deepEqual(place(text).point, point, text);
  assert.deepEqual(place(`33°38.5'S 36°41.5'W ±2 km`).point, { latitude: -33.64167, longitude: -36.69167 });
  assert.equal(place(`33°38.5'S 36°41.5'W ±2 km`).uncertaintyKm, 2);
  assert.deepEqual(place(`4 km N of 33°38'41"N 36°41'38"E`).point?.longitude, 36.69389);
  assert.deepEqual(place('33.5° N 36.5° E').point, { latitude: 33.5, longitude: 36.5 });
  assert.equal(place(`33°61'N 36°41'E`).point, null);
});

test('a place that no map names is told by where it lies, with a comma or without', () => {
  for (const phrase of [
    'The old quarry, 4 km NE of Jayrud',
    'The old quarry 4 km NE of Jayrud',
    'the hill NE of Jayrud',
  ]) {
    const { entity, anchor, point } = place(phrase);
    assert.deepEqual([entity, anchor?.name], [null, 'Jayrūd'], phrase);
    assert.ok(point, phrase);
  }
  assert.equal(place('Hill 5 m tower').point, null);
  assert.equal(place('the farms near An Nabk').anchor?.name, 'An Nabk');
  assert.equal(place('the farms overlooking An Nabk').relation, 'near');
});

test('distances that are no one figure', () => {
  const between = place('10 to 15 km N of 33.64389, 36.69376');
  assert.ok(Math.abs(distanceKm(dumayr, between.point!) - 12.5) < 0.01);
  assert.ok(between.uncertaintyKm! >= 2.5);
  assert.deepEqual(place('10–15 km N of 33.64389, 36.69376'), between);
  assert.equal(place('within 5 km of 33.64389, 36.69376').uncertaintyKm, 6);
  assert.deepEqual(place('5 km to the north of Jayrud'), place('5 km N of Jayrud'));
  assert.deepEqual(place('roughly 5 km N of Jayrud'), place('about 5 km N of Jayrud'));
});

test('the way between two places', () => {
  const road = place('along Damascus–Tadmur road');
  for (const phrase of [
    'the road between Damascus and Tadmur',
    'along the highway from Damascus to Tadmur',
    'the border between Damascus and Tadmur',
  ])
    assert.deepEqual(place(phrase), road, phrase);
});

test('words around a town', () => {
  const radius = (phrase: string) => place(phrase).uncertaintyKm;
  assert.equal(radius('on the outskirts of Jayrud'), radius('outskirts of Jayrud'));
  assert.equal(radius('in the eastern countryside of Jayrud'), radius('countryside of Jayrud'));
  assert.ok(
    radius('next to Jayrud')! < radius('outside Jayrud')! && radius('outside Jayrud')! < radius('around Jayrud')!,
  );
  assert.equal(place('at 33.6, 36.7').point?.latitude, 33.6);
});

test('compass words in every spelling', () => {
  const north = place('10 km N of 33.64389, 36.69376').point;
  for (const words of ['north', 'North']) assert.deepEqual(place(`10 km ${words} of 33.64389, 36.69376`).point, north);
  const northEast = place('10 km NE of 33.64389, 36.69376').point;
  for (const words of ['north-east', 'northeast', 'NORTHEAST'])
    assert.deepEqual(place(`10 km ${words} of 33.64389, 36.69376`).point, northEast);
});

test('a radius that the author writes stands', () => {
  assert.equal(place('near Jayrud ±3 km').uncertaintyKm, 3);
  assert.equal(place('33.6, 36.7 ±500 m').uncertaintyKm, 0.5);
});

test('between is the middle, with all of the places in reach', () => {
  const { point, uncertaintyKm } = place('between Jayrud, An Nabk and Ad Dumayr');
  assert.ok(point);
  assert.ok(distanceKm(point, dumayr) <= uncertaintyKm! + 0.1);
});

test('a name that the source uses is kept where only its position is known', () => {
  const reading = place('The old quarry, 4 km NE of Jayrud');
  assert.equal(reading.entity, null);
  assert.ok(reading.point);
});

test('an unknown name has no point', () => {
  assert.equal(place('4 km NE of Nowhere at all').point, null);
  assert.equal(place('between Jayrud and Nowhere at all').point, null);
});

test('a place defined by another place defined in the workspace', () => {
  const reading = place(
    'Hill B',
    'place "Hill A"\n  location: 4 km NE of Jayrud\nplace "Hill B"\n  location: 2 km N of Hill A\n',
  );
  assert.ok(reading.point);
});

test('definitions that rest on each other have no point and do no harm', () => {
  const reading = place(
    'Hill B',
    'place "Hill A"\n  location: 4 km NE of Hill B\nplace "Hill B"\n  location: 2 km N of Hill A\n',
  );
  assert.equal(reading.point, null);
});

test('across the date line', () => {
  assert.deepEqual(place('between 0, 179 and 0, -179').point, { latitude: 0, longitude: 180 });
  const moved = place('300 km E of 0, 179').point!;
  assert.ok(moved.longitude < -170);
});

test('no place lies further away than the other side of the Earth', () => {
  assert.equal(place('40000 km N of Jayrud').point, null);
  assert.ok(place('20000 km N of Jayrud').point);
});

test('what several places have between them may be told by where it lies', () => {
  const [jayrud, nabk] = [place('Jayrud').point!, place('5 km N of An Nabk').point!];
  const { point } = place('between Jayrud and 5 km N of An Nabk');
  assert.ok(Math.abs(distanceKm(point!, jayrud) - distanceKm(point!, nabk)) < 0.1);
  assert.equal(place('between Jayrud, near An Nabk and 33.6, 36.7').relation, 'between');
  assert.equal(place('between Jayrud and Nowhereville').point, null);
});

test('a road is called after its ends', () => {
  assert.deepEqual(roadEnds('Damascus – Baghdad road'), ['Damascus', 'Baghdad']);
  assert.deepEqual(roadEnds('Damascus-Baghdad highway'), ['Damascus', 'Baghdad']);
  assert.deepEqual(roadEnds('Deir ez-Zor–Al-Mayadin road'), ['Deir ez-Zor', 'Al-Mayadin']);
  assert.deepEqual(roadEnds('M5 motorway'), []);
});
