// A block is private however that is said, and it is spoken of by any of its names.
import assert from 'node:assert/strict';
import test from 'node:test';
import { toJson } from '../../../server/exchange/json';
import { snapshot, uri } from './sample';
import { export_ } from './secrets';

test('an id of few letters hides where it is cited, and not the words it is like', () => {
  const world = snapshot({
    'a.qalam':
      'source a\n  private: yes\n\nsource 12\n  private: yes\n\nevent raid\n  private: yes\n\nevent e\n  type: Raid\n  killed: 12\n  note: A raid? A boat.\n  source: A\n  source: 12\n  part of: Raid\n',
  });
  const { document } = toJson(world, [uri('a.qalam')], { includePrivate: false });
  const { killed, sources, partOf, note } = document.events[0]!;
  assert.deepEqual([(killed as { best: number }).best, sources, partOf, note], [12, [], undefined, undefined]);
});

test('names count however they are given: a second list, one that cannot be read, a block without a title', () => {
  const world = (text: string) => {
    const given = `actor "The Hidden Hand"
  also: Grey Wolves
  also: Owl Unit; Night Birds, "Red Moon
  private: yes

place
  also: Blue Door
  private: yes

event evening.meal one
  private: yes

`;
    const { document } = toJson(snapshot({ 'a.qalam': given + text }), [uri('a.qalam')], { includePrivate: false });
    return document.events[0]!;
  };
  for (const name of [
    'the hidden hand',
    'Hidden Hand',
    'Grey Wolves',
    'Owl-Unit',
    'Night Birds',
    'Red Moon',
    'Blue Door',
  ])
    assert.equal(world(`event e\n  note: Said at ${name}, twice.\n`).note, undefined, name);
  assert.equal(world('event e\n  note: See evening.meal one.\n').note, undefined);
  assert.equal(world('event e\n  note: A hand, a door.\n').note, 'A hand, a door.');
});

test('a slip in saying so hides all the same', () => {
  const hidden = [
    '  private: yes',
    '  Private : YES',
    '  private:',
    '  privat: yes',
    '  pirvate: yes',
    '  private info: yes',
    'private: yes',
    '  private yes',
    '  private = yes',
    '  - private: yes',
    '  private',
    '  pirvate yes',
    '  kind: hill\n    private: yes',
    '  kind: hill\n    private yes',
    '  note: A hill.\n    private: yes',
    '  note: A hill.\n\n      private yes',
    '  note: A hill.\n    pirvate: yes',
    '  kind:\n    private: yes',
    '  note:\n    private: yes',
    '  note:\n\n    # here\n    privat yes',
  ];
  const shown = [
    '  private: no',
    '  private no',
    '  kind: hill\n    private: no',
    '  note: private: yes',
    '  note: A hill above\n    private gardens and fields.',
    '  # private: yes',
    '  %%%',
  ];
  const places = (line: string) => export_(`place "Hill X"\n  location: 33.1, 36.1\n${line}\n`).document.places.length;
  for (const line of hidden) assert.equal(places(line), 0, line);
  for (const line of shown) assert.equal(places(line), 1, line);
});
