// What must hold of every quick fix: what it mends is mended, and it breaks nothing else.
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { check } from '../../../server/features/checks';
import type { Finding } from '../../../server/semantics/finding';
import { applyEdits } from '../../../server/text/edit';
import { caseFiles, type Files, workspaceLike } from '../../support/reports';
import { snapshotFrom } from '../../support/world';

/** What a template asks its author to fill in, a comment about a mistake that has been mended, and what shows once a name is known. */
const toFill =
  /^(?:field\.empty|field\.missing|value\.|place\.location|place\.nowhere|ignore\.unused|place\.apart|actor\.inactive|date\.vague|acled\.|ucdp\.|source\.(?:accessed|archive|reliability))/;

const tally = (findings: readonly Finding[], text: string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const { code, span } of findings) {
    const key = `${code} ${text.slice(span.start, span.end)}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
};

function everyFixMends(files: Files): void {
  const snapshot = snapshotFrom(files);
  for (const uri of Object.keys(files)) {
    const findings = check(snapshot, uri);
    const before = tally(findings, files[uri]!);
    for (const finding of findings) {
      // Lines that are read in another way may show what was hidden.
      if (finding.code.startsWith('syntax.')) continue;
      for (const fix of [...finding.fixes(), ...(finding.ignore ? [finding.ignore()] : [])]) {
        const text = applyEdits(files[uri]!, fix.edits);
        const after = tally(check(snapshotFrom({ ...files, [uri]: text }), uri), text);
        const key = `${finding.code} ${files[uri]!.slice(finding.span.start, finding.span.end)}`;
        const told = `${fix.title}\n${files[uri]}\n→\n${text}\n`;
        if (!(fix.edits.length === 1 && toFill.test(finding.code)))
          assert.ok((after.get(key) ?? 0) < before.get(key)!, `still there: ${key}\n${told}`);
        for (const [other, times] of after)
          if (times > (before.get(other) ?? 0) && !toFill.test(other)) assert.fail(`new: ${other}\n${told}`);
      }
    }
  }
}

test('in every case, a fix mends what it is for and breaks nothing', () => {
  for (const files of caseFiles()) everyFixMends(files);
});

test('in reports made by chance, a fix mends what it is for and breaks nothing', () => {
  fc.assert(fc.property(workspaceLike, everyFixMends), { numRuns: 15, seed: 1 });
});
