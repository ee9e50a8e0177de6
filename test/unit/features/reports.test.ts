// Events as careful and as hurried authors write them, of eighteen countries: what the checks say of them is true, and little.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { check } from '../../../server/features/checks';
import { openIndex } from '../../../server/gazetteer/read';
import { plainSettings } from '../../../server/semantics/settings';
import { snapshotOf } from '../../../server/semantics/snapshot';
import { parse } from '../../../server/syntax/parse';
import { filesBelow, textOf } from '../../support/sources';
import { root } from '../../support/world';

/** What such a report is told of: names that the gazetteer lacks, or knows of another time or country. */
const ofNames = /^(?:place\.unknown|place\.abroad|actor\.unknown|actor\.inactive)$/;
/** How many names of them the gazetteer may lack. */
const MOST = 20;

test('reports of eighteen countries are told of names that are not known, and of nothing else', () => {
  const index = openIndex(fs.readFileSync(path.join(root, 'dist/gazetteer.bin')));
  const uris = filesBelow('test/reports', '.qalam');
  assert.equal(uris.length, 22);
  const files = new Map(uris.map(uri => [uri, { uri, tree: parse(textOf(uri)) }]));
  const snapshot = snapshotOf(files, [index], plainSettings);
  const findings = uris.flatMap(uri => check(snapshot, uri).map(({ code, message }) => ({ uri, code, message })));
  assert.deepEqual(
    findings.filter(({ code }) => !ofNames.test(code)),
    [],
  );
  assert.ok(findings.length <= MOST, `${findings.length} findings`);
});
