// The names that conflict reporting uses most find their group: full names, acronyms, romanisations, native script, codebooks' forms.
import assert from 'node:assert/strict';
import test from 'node:test';
import { gazetteer } from '../../../server/gazetteer/gazetteer';
import { lookup } from '../../../server/gazetteer/lookup';
import { openIndex } from '../../../server/gazetteer/read';
import { withStates } from '../../../server/gazetteer/states';
import { writeIndex } from '../../../server/gazetteer/write';
import { definesEntry, entriesOf } from '../../../server/semantics/entries';
import { leadersOf } from '../../../server/semantics/leaders';
import { parse } from '../../../server/syntax/parse';
import { filesBelow, textOf } from '../../support/sources';
import { groupTable } from './groupTable';

const blocks = filesBelow('gazetteer/actors', '.qalam').flatMap(name =>
  parse(textOf(name)).blocks.filter(definesEntry),
);
const entries = entriesOf(blocks, 'qalam', () => gazetteer([]));
const layer = openIndex(
  writeIndex([...withStates(entries), ...leadersOf(blocks, entries, 'qalam')], { attribution: '' }),
);
const groups = gazetteer([layer]);

const first = (query: string, more: { day?: string; country?: string } = {}) =>
  lookup(groups, { query, kind: 'actor', limit: 1, ...more })[0];

for (const [name, wordings] of groupTable)
  test(`${name}: ${wordings}`, () => {
    const wrong = wordings.split(' | ').filter(wording => {
      const meaning = groups.resolve({ text: wording, kind: 'actor' });
      return meaning.kind !== 'resolved' || meaning.entity.name !== name;
    });
    assert.deepEqual(wrong, []);
  });

test('a state without entries of ours has its forces, by the names of codebooks and of reporters', () => {
  for (const wording of [
    'Military Forces of Botswana (2018-)',
    'Botswana army',
    'Botswanan troops',
    'Armed Forces of Botswana',
  ])
    assert.equal(first(wording)?.id, 'qalam:armed-forces-of-botswana', wording);
  assert.equal(first('Police Forces of Portugal (2015-2024)')?.name, 'Police of Portugal');
});

test('years tell the armies of two governments apart', () => {
  assert.equal(first('Military Forces of Syria (2000-2024)')?.name, 'Syrian Arab Army');
  assert.equal(first('Military Forces of Syria (2024-)')?.name, 'Syrian Transitional Government Forces');
});

test('namesakes: the country and the day rank, and exclude none', () => {
  assert.equal(first('SDF', { country: 'SY' })?.name, 'Syrian Democratic Forces');
  assert.equal(first('ADF', { country: 'CM' })?.name, 'Ambazonia Defence Forces');
  const all = lookup(groups, { query: 'SDF', kind: 'actor', country: 'LY' }).map(({ name }) => name);
  assert.ok(all.indexOf('Syrian Democratic Forces') > 0, all.join('; '));
});

test('a person gives the group that he leads, and says so', () => {
  const answer = first('Zahran Alloush');
  assert.equal(answer?.name, 'Jaysh al-Islam');
  assert.ok(answer.score < 0.98);
  assert.match(answer.explain, /Zahran Alloush is known as leader of Jaysh al-Islam, from 2011/);
  assert.equal(groups.resolve({ text: 'Zahran Alloush', kind: 'actor' }).kind, 'unknown');
});

test('words that name nobody are no group', () => {
  const [answer, ...others] = lookup(groups, { query: 'Unidentified Armed Group (Mali)', kind: 'actor' });
  assert.deepEqual([answer?.id, answer?.country, others], ['generic:unidentified-armed-group:ML', 'ML', []]);
});
