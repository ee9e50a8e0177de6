// GeoJSON that is imported is the same GeoJSON when it is exported again, and what others wrote in theirs stands in ours.
import assert from 'node:assert/strict';
import test from 'node:test';
import { check } from '@placemarkio/check-geojson';
import fc from 'fast-check';
import { exported, plainly } from '../../../../server/exchange/exporter';
import { geojson as exporter } from '../../../../server/exchange/geojson';
import { geojson } from '../../../../server/exchange/import/features';
import type { Files } from '../../../support/reports';
import { snapshot, uri } from '../sample';
import { examples, roundTrip } from './roundTrip';
import * as rows from './rows';

function exportOf(files: Files): string {
  const made = exported(exporter, snapshot(files), Object.keys(files).sort().map(uri), {
    ...plainly,
    includePrivate: true,
  });
  return new TextDecoder().decode(made.files.get(''));
}

function imported(text: string): Record<string, string> {
  const table = geojson.whole!(text);
  assert.ok(typeof table !== 'string', String(table));
  return rows.imported(table.importer, table.rows).files;
}

roundTrip(exportOf, imported);

test('next to nothing of the examples comes back as what no event says', () => {
  const events = Object.values(imported(exportOf(examples())))
    .join('')
    .split('\nevent ')
    .slice(1);
  assert.ok(events.filter(text => text.includes('coded: qalam')).length <= events.length / 10);
});

const theirs = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      id: 7,
      geometry: { type: 'Point', coordinates: [36.69, 33.64, 700] },
      properties: {
        name: 'Fire',
        date: 1952380800000,
        type: 'arson',
        zip: '0123',
        year: '2031',
        count: 12,
        sure: false,
        word: 'false',
        tags: ['a', { b: null }],
        empty: null,
      },
    },
    {
      type: 'Feature',
      geometry: rows.road,
      properties: { date: '2031-11-15', place: 'A road', count: 'many' },
    },
  ],
};

test('what others wrote stands in our export as they wrote it, beside what we call so', () => {
  const { features } = check(exportOf(imported(JSON.stringify(theirs)))) as unknown as typeof theirs;
  const [fire, road] = features;
  const { title, date, type, ...properties } = fire!.properties as unknown as Record<string, unknown>;
  assert.deepEqual([title, date, type], ['Fire', '2031-11-14', 'Other']);
  const { zip, year, count, sure, word, tags } = theirs.features[0]!.properties;
  for (const [name, value] of Object.entries({ zip, year, count, sure, word, tags }))
    assert.deepEqual(properties[name], value, name);
  assert.deepEqual([properties.date_coded, properties.type_coded, properties.id_coded], [1952380800000, 'arson', 7]);
  assert.deepEqual(fire!.geometry, theirs.features[0]!.geometry);
  assert.deepEqual([road!.geometry, road!.properties.count], [theirs.features[1]!.geometry, 'many']);
});

test('an export with properties of others comes back as well', () => {
  const first = exportOf(imported(JSON.stringify(theirs)));
  assert.equal(exportOf(imported(first)), first);
  // Also one that a map program has saved, without what it does not know of a collection.
  const { type, features } = JSON.parse(exportOf({ 'a.qalam': 'event e\n  place: Homs\n' })) as typeof theirs;
  assert.match(imported(JSON.stringify({ type, features }))['a.qalam']!, /^event e\n {2}place: Homs\n/m);
});

test('what is private stays so, and links between events stay', () => {
  const report = `event e
  part of: f
  contradicts: f, g
  private: note
  note: N

event f
  private: yes

event g
`;
  const files = imported(exportOf({ 'a.qalam': report }));
  assert.match(
    files['a.qalam']!,
    /^event e\n {2}part of: f\n {2}contradicts: f, g\n {2}note: N\n {2}private: note\n\nevent f\n {2}private: yes\n/m,
  );
});

test('any properties of others come back', () => {
  const json = fc.jsonValue({ maxDepth: 2 }).filter(value => value !== null && value !== '');
  const name = fc.oneof(
    fc.constantFrom('type', 'place', 'id', 'Geom', 'geometry', 'private', 'pirvate', 'a=b'),
    fc.string({ minLength: 1 }),
  );
  fc.assert(
    fc.property(fc.dictionary(name, json), theirs => {
      const feature = { type: 'Feature', geometry: null, properties: theirs };
      const reports = imported(JSON.stringify({ type: 'FeatureCollection', features: [feature] }));
      const first = exportOf(reports);
      assert.equal(exportOf(imported(first)), first, Object.values(reports).join('\n'));
    }),
    { numRuns: 200 },
  );
});
