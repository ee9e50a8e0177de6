// An index file: the same entities give the same bytes, and a file that is not whole is refused.
import assert from 'node:assert/strict';
import test from 'node:test';
import { IndexError } from '../../../server/gazetteer/file';
import { gazetteer } from '../../../server/gazetteer/gazetteer';
import { readGeonames } from '../../../server/gazetteer/geonames';
import { openIndex } from '../../../server/gazetteer/read';
import { writeIndex } from '../../../server/gazetteer/write';
import { entity, TABLE } from './sample';

const bytes = writeIndex(readGeonames(TABLE), { attribution: 'GeoNames, CC BY 4.0' });

test('the order of the entities does not change the file', () => {
  assert.deepEqual(writeIndex(readGeonames([...TABLE].reverse()), { attribution: 'GeoNames, CC BY 4.0' }), bytes);
});

test('the attribution is inside', () => assert.equal(openIndex(bytes).about.attribution, 'GeoNames, CC BY 4.0'));

test('an index is read from any place in memory', () => {
  const moved = new Uint8Array(bytes.length + 1);
  moved.set(bytes, 1);
  assert.equal(openIndex(moved.subarray(1)).size, TABLE.length);
  assert.equal(
    openIndex(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer).size,
    TABLE.length,
  );
});

test('a file that is foreign, cut short, of another version or damaged is refused with a sentence', () => {
  const refused = (file: Uint8Array, why: RegExp) =>
    assert.throws(
      () => openIndex(file),
      (error: unknown) => error instanceof IndexError && why.test(error.message) && error.message.endsWith('.'),
    );
  refused(new Uint8Array(), /too short/);
  refused(new TextEncoder().encode('{"type": "FeatureCollection", "features": []}'), /not a Qalam gazetteer/);
  refused(bytes.slice(0, bytes.length - 10), /damaged/);
  const changed = (at: number) => {
    const copy = bytes.slice();
    copy[at] = (copy[at] ?? 0) ^ 0x55;
    return copy;
  };
  refused(changed(8), /version/);
  for (let at = 12; at < bytes.length; at += 7) refused(changed(at), /damaged/);
});

test('an index without entities answers that it knows nothing', () => {
  const empty = gazetteer([openIndex(writeIndex([], { attribution: '' }))]);
  assert.equal(empty.resolve({ text: 'Homs', kind: 'place' }).kind, 'unknown');
  assert.deepEqual(empty.nearest({ text: 'Homs', kind: 'place' }), []);
  assert.deepEqual(empty.complete({ text: 'H', kind: 'place' }), { matches: [], incomplete: false });
  assert.equal(empty.byId('geonames:1'), undefined);
});

test('the point of an entry of the workspace is kept to the last digit', () => {
  const point = { latitude: 33.666667, longitude: 69.3333333 };
  const layer = openIndex(writeIndex([entity({ id: 'workspace:place:x', name: 'X', ...point })], { attribution: '' }));
  const { latitude, longitude } = layer.entity(0);
  assert.deepEqual({ latitude, longitude }, point);
});
