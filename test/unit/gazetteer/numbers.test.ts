// Rows of numbers and pairs of skeletons: what comes out is what was put in.
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { Dictionary, writeDictionary } from '../../../server/gazetteer/dictionary';
import { IndexError } from '../../../server/gazetteer/file';
import { packNumbers, unpackNumbers } from '../../../server/gazetteer/numbers';
import { Pairs } from '../../../server/gazetteer/pairs';
import { pairsOf } from '../../../server/gazetteer/skeleton';

const number = fc.oneof(fc.nat(3), fc.nat(70_000), fc.integer({ min: 0, max: 0xffffffff }));

test('a row of numbers is read as it was written', () => {
  const rows = fc.oneof(
    fc.array(number, { maxLength: 200 }),
    fc.array(fc.nat(1000), { maxLength: 200 }).map(row => row.sort((a, b) => a - b)),
    fc.tuple(fc.nat(300), number).map(([length, of]) => Array<number>(length).fill(of)),
  );
  fc.assert(fc.property(rows, row => assert.deepEqual([...unpackNumbers(packNumbers(row))], row)));
});

test('numbers that ascend slowly take less than a byte each', () => {
  const row = Array.from({ length: 10_000 }, (_, i) => 1_000_000 + 3 * i + (i % 3));
  assert.ok(packNumbers(row).length < 5000);
});

test('a row that says it is longer than any is refused', () => {
  assert.throws(() => unpackNumbers(Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0x0f, 4, 0, 0, 0, 0)), IndexError);
});

test('the same pair in skeletons far apart counts for both and for none between', () => {
  const between = Array.from(
    { length: 600 },
    (_, i) => `c${i.toString(3).replace(/./g, digit => 'cde'[Number(digit)]!)}`,
  );
  const all = ['ab', ...new Set(between.sort()), 'kab'];
  const pairs = new Pairs(
    new Dictionary(
      writeDictionary(
        all.map((skeleton, i) => [skeleton, [i]]),
        'quick',
      ),
    ),
  );
  const counts = new Uint8Array(all.length);
  pairs.count('ab', counts);
  assert.ok(all.length > 510);
  assert.deepEqual(
    [...counts].flatMap((count, rank) => (count > 0 ? [[rank, count]] : [])),
    [
      [0, 1],
      [all.length - 1, 1],
    ],
  );
});

test('a pair counts once for each skeleton that has it', () => {
  const skeletons = fc
    .uniqueArray(fc.string({ unit: fc.constantFrom(...'abk'), maxLength: 11 }), { minLength: 1, maxLength: 700 })
    .map(all => all.sort());
  fc.assert(
    fc.property(skeletons, all => {
      const pairs = new Pairs(
        new Dictionary(
          writeDictionary(
            all.map((skeleton, i) => [skeleton, [i]]),
            'quick',
          ),
        ),
      );
      for (const pair of ['^$', '^a', 'ab', 'k$', 'bb']) {
        const counts = new Uint8Array(all.length);
        pairs.count(pair, counts);
        assert.deepEqual(
          [...counts],
          all.map(skeleton => Number(pairsOf(skeleton).includes(pair))),
        );
      }
      assert.deepEqual(
        [...pairs.lengths],
        all.map(({ length }) => length),
      );
    }),
    { numRuns: 30 },
  );
});
