// Feature codes: each is of one kind, and each kind is one of the vocabulary.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import test from 'node:test';
import { placeKindOf } from '../../../server/gazetteer/features';
import { placeKinds } from '../../../server/syntax/vocabulary/terms';

test('codes stand for kinds of the vocabulary, each for one', () => {
  const codes = fs.readFileSync('server/gazetteer/features.ts', 'utf8').match(/\b[A-Z][A-Z0-9]{1,5}\b/g) ?? [];
  const known = codes.filter(code => placeKindOf(code) !== code);
  assert.ok(known.length > 150);
  assert.equal(new Set(known).size, known.length);
  const kinds = new Set(placeKinds.map(({ term }) => term));
  for (const code of known) assert.ok(kinds.has(placeKindOf(code)), code);
});

test('what is no code stays as it is', () => {
  assert.deepEqual(['hill', 'PPLA2', '', 'HLL'].map(placeKindOf), ['hill', 'PPLA2', '', 'hill']);
});
