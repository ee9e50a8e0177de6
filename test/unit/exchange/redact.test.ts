// Blurring: no further than the radius, always the same, and wherever a position stands.
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { json, toJson } from '../../../server/exchange/json';
import { redaction } from '../../../server/exchange/redact';
import { distanceKm } from '../../../server/semantics/geodesy';
import { exportOf } from './golden';
import { snapshot, uri } from './sample';

const latitude = fc.double({ min: -90, max: 90, noNaN: true });
const longitude = fc.double({ min: -180, max: 180, noNaN: true });

test('a point is moved by no more than the radius, and one that was moved stays', () => {
  fc.assert(
    fc.property(latitude, longitude, fc.constantFrom(0.1, 1, 5, 50, 500), (lat, lon, km) => {
      const { point } = redaction(km);
      const there = point({ latitude: lat, longitude: lon });
      // Half a cell over a pole or the date line is on the map again.
      assert.ok(distanceKm({ latitude: lat, longitude: lon }, there) <= km * 1.01 + 0.002);
      assert.ok(Math.abs(there.latitude) <= 90 && Math.abs(there.longitude) <= 180);
      if (Math.abs(there.latitude) < 89 && Math.abs(there.longitude) < 170) assert.deepEqual(point(there), there);
    }),
    { numRuns: 2000 },
  );
});

test('positions in prose, addresses and ids are blurred, other figures are not', () => {
  const { text } = redaction(5);
  for (const secret of [
    'Seen at 33.64561, 36.69123.',
    'https://maps.example/@33.64561,36.69123,15z',
    'https://maps.example/?q=33.64561%2C36.69123',
    '33.64561N, 36.69123E',
    '33.64561/36.69123',
    '33°38\'44"N 36°41\'28"E',
    '33° 38′ 44″ N, 36° 41′ 28″ E',
    'N 33°38\'44" E 36°41\'28"',
    '36°41’28”E 33°38’44”N',
    "33°38.733'N 36°41.473'E",
    '33.64561° N 36.69123° E',
    '36.69123 E, 33.64561 N',
    'N 33.64561 E 36.69123',
    '37SBT 56789 12345',
    '8G5QJMWR+6F',
  ])
    assert.doesNotMatch(
      text(secret),
      /33\.64561|36\.69123|38['’′] ?44|41['’′] ?28|38\.733|41\.473|56789|JMWR/,
      text(secret),
    );
  for (const plain of ['on 2014.11.14, 2014.11.15', '95.123, 200.456', 'a 12.5 km', '1.5, 2.5'])
    assert.equal(text(plain), plain);
});

test('a place that is told by a distance or by coordinates keeps neither', () => {
  const files = {
    'a.qalam':
      'event e\n  place: 33.64561, 36.69123\nevent f\n  place: 4 km NE of Dumeir\nevent g\n  place: Dumeir\nevent h\n  place: 33°38\'44"N 36°41\'28"E\n',
  };
  const { document } = toJson(snapshot(files), [uri('a.qalam')], { redactKm: 5 });
  const said = document.events.map(({ place }) => (place as { text: string }).text);
  assert.match(said[0]!, /^33\.\d+, 36\.\d+ ±6 km$/);
  assert.match(said[1]!, /^33\.\d+, 36\.\d+ ±\d+(\.\d)? km$/);
  assert.equal(said[2], 'Dumeir');
  assert.equal(said[3], said[0]);
});

test('an id made of an event’s own words says nothing of where it was', () => {
  const idOf = (where: string) => {
    const files = { 'a.qalam': `event\n  place: ${where}\n` };
    return toJson(snapshot(files), [uri('a.qalam')], { redactKm: 5 }).document.events[0]!.id;
  };
  assert.equal(idOf('33.64561, 36.69123'), idOf('33.64562, 36.69124'));
});

test('every radius grows by that of the blur', () => {
  const radii = (redactKm: number) =>
    [
      ...exportOf(json, { redactKm })
        .files.get('')!
        .matchAll(/"uncertaintyKm": ([\d.]+)/g),
    ].map(([, km]) => Number(km));
  assert.deepEqual(
    radii(5),
    radii(0).map(km => Math.round((km + 5) * 10) / 10),
  );
});

test('columns of other codebooks that are positions are left out', () => {
  const files = {
    'a.qalam':
      'event e\n  place: Dumeir\n  coded: ucdp-ged\n    id=5\n    latitude=33.64561\n    longitude=36.69123\n    geom_wkt=POINT (36.69123 33.64561)\n    priogrid_gid=178274\n',
  };
  const coded = (redactKm: number) =>
    toJson(snapshot(files), [uri('a.qalam')], { redactKm }).document.events[0]!.coded as string;
  assert.match(coded(0), /latitude=33\.64561/);
  assert.equal(coded(5), 'ucdp-ged\nid=5');
});

test('ids that are made of a position do not give it away', () => {
  const { text } = redaction(5);
  assert.equal(
    text('Safe house [csv:safe-house-jamnf6], near [csv:safe-house-1wvm5k]'),
    'Safe house [csv:place-1], near [csv:place-2]',
  );
  assert.equal(text('csv:safe-house-jamnf6'), 'csv:place-1');
});
