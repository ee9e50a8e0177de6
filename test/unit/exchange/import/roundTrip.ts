// What must hold of every importer of our own exports: the same reports come back, whatever stands in them.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import test from 'node:test';
import fc from 'fast-check';
import { caseFiles, type Files, workspaceLike } from '../../../support/reports';

/** Tests that reports of all kinds come back; gives the comparison, for more of them. */
export function roundTrip<Export>(
  exportOf: (files: Files) => Export,
  imported: (made: Export) => Files,
): (files: Files) => void {
  const comesBack = (files: Files): void => {
    const first = exportOf(files);
    const reports = imported(first);
    assert.deepEqual(exportOf(reports), first, Object.values(reports).join('\n----\n'));
  };

  test('what the cases say comes back', () => {
    for (const files of caseFiles()) comesBack(files);
  });

  test('any report comes back', () => {
    fc.assert(fc.property(workspaceLike, comesBack), { numRuns: 200 });
  });

  test('the examples come back', () => comesBack(examples()));

  return comesBack;
}

/** The files of the example workspace. */
export function examples(): Files {
  const names = fs.readdirSync('examples').filter(name => name.endsWith('.qalam'));
  return Object.fromEntries(names.map(name => [name, fs.readFileSync(`examples/${name}`, 'utf8')]));
}
