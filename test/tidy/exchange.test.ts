// docs/exchange.md says what the formats and the schema say; `UPDATE=1` writes the generated parts anew.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { formats } from '../../server/exchange/formats';
import { formatParts } from '../support/formats';
import { partsIn, regenerated } from '../support/reference';
import { textOf } from '../support/sources';
import { root } from '../support/world';

const page = 'docs/exchange.md';

test('every format has its heading, and every part that is made has its place', () => {
  const headings = [...textOf(page).matchAll(/^## (.*)$/gm)].map(([, heading]) => heading).join(' ');
  for (const { name } of formats) assert.ok(headings.includes(`\`${name}\``), name);
  const parts = [...formatParts().keys()].filter(part => part !== 'csv'); // Its tables are those of parquet.
  assert.deepEqual([...partsIn(textOf(page))].sort(), parts.sort());
});

test('the generated parts are up to date', () => {
  const fresh = regenerated(textOf(page), formatParts());
  if (process.env.UPDATE === '1') fs.writeFileSync(path.join(root, page), fresh);
  else assert.equal(textOf(page), fresh, 'run UPDATE=1 npm test -- tidy and read what changes');
});
