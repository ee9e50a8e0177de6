// Does the shipped TextMate grammar say what the vocabulary says? UPDATE=1 writes it anew.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { colours } from '../../syntaxes/colours';

const file = 'syntaxes/qalam.tmLanguage.json';

test('the shipped grammar is the one made from the vocabulary', () => {
  const made = colours();
  if (process.env.UPDATE === '1') fs.writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`);
  assert.deepEqual(
    JSON.parse(fs.readFileSync(file, 'utf8')),
    JSON.parse(JSON.stringify(made)),
    'run UPDATE=1 npm test',
  );
});
