// Twins found by day and place are those that comparing all pairs finds, whatever is shown, changed and forgotten in between.
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { readBlock } from '../../../server/semantics/events';
import { alike, type Likeness, likenessOf } from '../../../server/semantics/likeness';
import { Twins } from '../../../server/semantics/twins';
import { parse } from '../../../server/syntax/parse';
import { snapshotFrom } from '../../support/world';

const days = [
  '2014-11-14',
  '2014-11-15',
  '[2014-11-12..2014-11-16]',
  '2014-11',
  '2014-10-20/2014-11-30',
  '2014-11-01~',
];
const places = [
  '33.64, 36.69',
  '33.66, 36.70 ±5 km',
  '33.99, 36.99',
  '34.01, 37.01 ±4 km',
  'Qarxyz',
  'near 33.65, 36.69',
];
const actors = ['Hezbollah', 'Syrian army', 'gunmen'];
const event = fc
  .tuple(
    fc.constantFrom(...days),
    fc.constantFrom(...places),
    fc.subarray(actors, { minLength: 1 }),
    fc.constantFrom('a', 'b'),
  )
  .map(([date, place, who, source]) => ({ date, place, who, source }));
const files = fc.array(fc.array(event, { maxLength: 5 }), { minLength: 1, maxLength: 3 });

const textOf = (
  list: readonly { date: string; place: string; who: readonly string[]; source: string }[],
  file: number,
) =>
  `report "R"\n  country: Syria\n${list
    .map(
      ({ date, place, who, source }, i) =>
        `event f${file}-${i}\n  type: Attack\n  date: ${date}\n  place: ${place}\n${who.map(name => `  actor: ${name}\n`).join('')}  source: ${source}\n`,
    )
    .join('')}`;

test('an index of twins finds what comparing all pairs finds, after any edits', () => {
  fc.assert(
    fc.property(fc.array(files, { minLength: 1, maxLength: 3 }), states => {
      const twins = new Twins();
      for (const state of states) {
        const texts = Object.fromEntries(state.map((list, i) => [`${i}.qalam`, textOf(list, i)]));
        const snapshot = snapshotFrom(texts);
        const all: Likeness[] = [];
        twins.keep(snapshot.files);
        for (const [uri, { tree }] of snapshot.files) {
          twins.show(uri, tree.blocks);
          for (const block of tree.blocks) {
            const likeness = likenessOf(uri, readBlock(block, snapshot.scope(uri)));
            twins.put(block, likeness);
            if (likeness) all.push(likeness);
          }
        }
        const ids = (list: readonly Likeness[]) => list.map(({ id }) => id).sort();
        for (const one of all)
          assert.deepEqual(ids(twins.of(one.block)), ids(all.filter(other => alike(one, other))), one.id);
      }
    }),
    { numRuns: 60, seed: 1 },
  );
});

test('the same list until something changes, and another number when it does', () => {
  const twins = new Twins();
  const list = [{ date: days[0]!, place: places[0]!, who: ['Hezbollah'], source: 'a' }];
  const snapshot = snapshotFrom({
    '0.qalam': textOf(list, 0),
    '1.qalam': textOf(
      list.map(one => ({ ...one, source: 'b' })),
      1,
    ),
  });
  const put = (uri: string) => {
    const { blocks } = snapshot.files.get(uri)!.tree;
    twins.show(uri, blocks);
    for (const block of blocks) twins.put(block, likenessOf(uri, readBlock(block, snapshot.scope(uri))));
    return blocks.find(({ kind }) => kind === 'event')!;
  };
  const first = put('0.qalam');
  assert.equal(twins.version('0.qalam'), 0);
  put('1.qalam');
  const found = twins.of(first);
  assert.deepEqual(
    found.map(({ id }) => id),
    ['f1-0'],
  );
  const version = twins.version('0.qalam');
  put('1.qalam');
  assert.equal(twins.of(first), found);
  assert.equal(twins.version('0.qalam'), version);
  twins.show('1.qalam', parse('').blocks);
  assert.deepEqual(twins.of(first), []);
  assert.notEqual(twins.version('0.qalam'), version);
});
