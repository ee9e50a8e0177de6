// The HXL table keeps to the standard, and to what its readers check.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import test from 'node:test';
import { parse } from 'csv-parse/sync';
import { hxl } from '../../../server/exchange/hxl';
import { exportOf } from './golden';

/** What HXL 1.1 and the default schema of its reference reader ask of a table. */
function validateHxl(text: string): void {
  const [header, tags, ...rows] = parse(text) as string[][];
  assert.equal(tags!.length, header!.length);
  const known = new Set('event date description country adm1 adm2 loc geo group affected cause meta status'.split(' '));
  for (const tag of tags!) {
    assert.match(tag, /^#[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*$/);
    assert.ok(known.has(tag.slice(1).split('+')[0]!), tag);
  }
  assert.equal(new Set(tags).size, tags!.length, 'no two columns have the same hashtag');
  for (const row of rows)
    for (const [i, cell] of row.entries()) {
      assert.equal(cell, cell.replace(/\s+/g, ' ').trim(), tags![i]);
      if (!cell) continue;
      if (/^#date/.test(tags![i]!)) assert.match(cell, /^\d{4}-\d\d-\d\d$/);
      if (/^#affected/.test(tags![i]!)) assert.match(cell, /^\d+$/);
      if (/^#geo/.test(tags![i]!)) assert.ok(Number.isFinite(Number(cell)));
    }
}

test('HXL: the table keeps to the standard', () => {
  validateHxl(exportOf(hxl).files.get('')!);
  validateHxl(exportOf(hxl, { includePrivate: true }).files.get('')!);
});

const libhxl = spawnSync('hxlvalidate', ['--help']).status === 0;
test('HXL: its reference reader finds no error', { skip: !libhxl && 'libhxl is not on this machine' }, () => {
  const { status, stderr } = spawnSync('hxlvalidate', [], { input: exportOf(hxl).files.get('')!, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
});
