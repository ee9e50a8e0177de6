// What must hold of every renaming: the renamed names still mean one thing, and no other name means anything else than before.
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { rename } from '../../../server/features/rename';
import { entityOf, identityOf, mentionsUnder } from '../../../server/semantics/meaning';
import type { Mention } from '../../../server/semantics/mentions';
import type { Snapshot } from '../../../server/semantics/snapshot';
import { applyEdits } from '../../../server/text/edit';
import { caseFiles, type Files, workspaceLike } from '../../support/reports';
import { snapshotFrom } from '../../support/world';

const names = [
  'Tell Ruman',
  '4 km N of Homs',
  'near the hill',
  'in Salah',
  'Tel and Hill',
  'the Hill',
  'a, b',
  'Quarry (old)',
  'Homs',
  'Hezbollah',
  'Lions',
  'as guest',
  'X as target',
  'x;y',
  'x–y',
  '(2011)',
  'e0',
  'new-id',
  'civilians',
  '33.5',
];

interface Named {
  readonly mention: Mention;
  readonly uri: string;
  readonly start: number;
  readonly identity: string;
}

function allNames(snapshot: Snapshot): Named[] {
  return [...snapshot.files].flatMap(([uri, { tree }]) => {
    const scope = snapshot.scope(uri);
    return tree.blocks.flatMap((block, i) =>
      mentionsUnder(block, scope).map(mention => ({
        mention,
        uri,
        start: tree.starts[i]! + mention.span.start,
        identity: identityOf(mention, scope),
      })),
    );
  });
}

function renamingKeepsMeaning(files: Files, wanted: string): void {
  const snapshot = snapshotFrom(files);
  const before = allNames(snapshot);
  const tried = new Set<string>();
  for (const { uri, start, identity, mention } of before) {
    const key = `${identity}\n${mention.text}`;
    if (tried.has(key)) continue;
    tried.add(key);
    const renaming = rename({ snapshot, uri, offset: start }, wanted);
    if (!renaming.ok) continue;
    const changed = { ...files };
    for (const [file, edits] of renaming.edits) changed[file] = applyEdits(files[file]!, edits);
    const next = snapshotFrom(changed);
    const after = allNames(next);
    const told = `${mention.topic} ${mention.text} → ${wanted}\n${JSON.stringify(changed, null, 1)}`;
    assert.equal(after.length, before.length, told);
    const isRenamed = (one: Named) =>
      renaming.edits.get(one.uri)?.some(({ span }) => span.start === one.start && span.end > span.start) ?? false;
    const own = new Set(after.filter((_, i) => isRenamed(before[i]!)).map(one => one.identity));
    assert.equal(own.size, 1, `renamed names mean ${[...own].join(' and ')}: ${told}`);
    const [renamed] = own;
    after.forEach((one, i) => {
      const old = before[i]!;
      if (isRenamed(old)) assert.equal(one.mention.text, wanted, told);
      else {
        assert.equal(one.mention.text, old.mention.text, told);
        const expected =
          old.identity === identity && entityOf(one.mention, next.scope(one.uri)) ? renamed : old.identity;
        assert.equal(one.identity, expected, `${one.mention.text}: ${told}`);
      }
    });
  }
}

test('in every case, a renaming keeps what all names mean', () => {
  // Each case with a few of the names, every name with many of the cases.
  caseFiles().forEach((files, i) => {
    names.forEach((name, j) => {
      if ((i + j) % 4 === 0) renamingKeepsMeaning(files, name);
    });
  });
});

test('in reports made by chance, a renaming keeps what all names mean', () => {
  fc.assert(fc.property(workspaceLike, fc.constantFrom(...names), renamingKeepsMeaning), { numRuns: 150, seed: 1 });
});

test('a new name that no editor could show is refused, with how long it may be', () => {
  const text = 'source a\n  publisher: A\n\nevent one\n  source: a\n';
  const caret = { snapshot: snapshotFrom({ 'r.qalam': text }), uri: 'r.qalam', offset: text.lastIndexOf('a') };
  const refused = rename(caret, 'x'.repeat(201));
  assert.deepEqual(refused, { ok: false, message: 'A name has at most 200 characters; this one has 201.' });
  assert.ok(rename(caret, 'x'.repeat(200)).ok);
});
