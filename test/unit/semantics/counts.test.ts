import assert from 'node:assert/strict';
import test from 'node:test';
import { parse } from '../../../grammar/qalam.peggy';
import { total } from '../../../server/semantics/counts';

const figures = (text: string) => {
  const { low, best, high } = total(parse(text, { startRule: 'Count' }).parts);
  return [low, best, high];
};

test('counts in figures and words', () => {
  const table: Record<string, [number | null, number | null, number | null]> = {
    '3': [3, 3, 3],
    '0': [0, 0, 0],
    none: [0, 0, 0],
    '3..7': [3, null, 7],
    '3-7': [3, null, 7],
    '3 to 7': [3, null, 7],
    '3..7, best 5': [3, 5, 7],
    '~20': [null, 20, null],
    'about 20': [null, 20, null],
    'at least 5': [5, 5, null],
    'more than 5': [6, 6, null],
    '5+': [5, 5, null],
    'up to 9': [0, null, 9],
    'fewer than 9': [0, null, 8],
    dozens: [24, null, 99],
    'dozens of fighters': [24, null, 99],
    unknown: [null, null, null],
    '1,200': [1200, 1200, 1200],
    '1,200 people': [1200, 1200, 1200],
    '٣': [3, 3, 3],
    '20 000 people': [20000, 20000, 20000],
    '15 thousand': [15000, 15000, 15000],
    '2 dozen': [24, 24, 24],
    'several dozen': [36, null, 99],
    '5 M23': [5, 5, 5],
    '2 civilians, 5..9 Syrian army': [7, null, 11],
    '2 civilians, 5..9 Syrian army, best 6': [7, 8, 11],
    '2 civilians, unknown fighters': [null, null, null],
  };
  for (const [text, expected] of Object.entries(table)) assert.deepEqual(figures(text), expected, text);
});

test('a count says whose it is', () => {
  const sourceOf = (text: string) => {
    const { parts, source } = parse(text, { startRule: 'Count' });
    return [parts.map(({ category }) => category?.text ?? null), source?.id.text ?? null, source?.cites?.text ?? null];
  };
  assert.deepEqual(sourceOf('12 according to sana'), [[null], 'sana', null]);
  assert.deepEqual(sourceOf('12 according to sana, army spokesman'), [[null], 'sana', 'army spokesman']);
  assert.deepEqual(sourceOf('12 (sana)'), [[null], 'sana', null]);
  assert.deepEqual(sourceOf('dozens (sana, army spokesman)'), [[null], 'sana', 'army spokesman']);
  assert.deepEqual(sourceOf('2 civilians, 5..9 Syrian army, best 6 according to sana'), [
    ['civilians', 'Syrian army'],
    'sana',
    null,
  ]);
  assert.deepEqual(sourceOf('5 Civilians (Syria)'), [['Civilians (Syria)'], null, null]);
  assert.deepEqual(sourceOf('5 Civilians (Syria) according to sana'), [['Civilians (Syria)'], 'sana', null]);
});

test('what another figure hides in is no count', () => {
  for (const text of [
    '5 soldiers and 3 civilians',
    '2 or 3',
    '3 to 5 or more',
    'dozens to hundreds',
    '3 killed, 5 injured',
    '3,4',
    'at least 5, up to 9',
    '',
  ]) {
    assert.throws(() => figures(text), text);
  }
});
