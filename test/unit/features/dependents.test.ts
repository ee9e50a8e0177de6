import assert from 'node:assert/strict';
import test from 'node:test';
import { checkNow } from '../../../server/features/checks';
import { plainSettings } from '../../../server/semantics/settings';
import { type Snapshot, snapshotOf } from '../../../server/semantics/snapshot';
import { parse } from '../../../server/syntax/parse';
import { world } from '../../support/world';

const first = (source: string) => `source a
  publisher: A
source b
  publisher: B
event first
  type: Presence
  source: ${source}
`;
const second = `event second
  type: Presence
  source: a
  corroborates: first
`;

test('an event whose source changes in one file is told of in the other that rests on it', () => {
  const layers = [world()];
  const snapshot = (source: string, before?: Snapshot) => {
    const trees = {
      'one.qalam': parse(first(source)),
      'two.qalam': before?.files.get('two.qalam')?.tree ?? parse(second),
    };
    return snapshotOf(
      new Map(Object.entries(trees).map(([uri, tree]) => [uri, { uri, tree }])),
      layers,
      plainSettings,
      before,
    );
  };
  const found = (one: Snapshot) => checkNow(one, 'two.qalam').filter(({ code }) => code === 'event.same-source').length;
  const before = snapshot('a');
  checkNow(before, 'one.qalam');
  assert.equal(found(before), 1);
  const version = before.twins.version('two.qalam');
  const after = snapshot('b', before);
  checkNow(after, 'one.qalam');
  assert.notEqual(after.twins.version('two.qalam'), version);
  assert.equal(found(after), 0);
  const settled = after.twins.version('two.qalam');
  checkNow(after, 'one.qalam');
  assert.equal(after.twins.version('two.qalam'), settled);
});
