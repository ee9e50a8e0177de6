// The knowledge that ships is in order: it reads without faults, and no name means two things by mistake.
import assert from 'node:assert/strict';
import test from 'node:test';
import { check } from '../../server/features/checks';
import type { Entity } from '../../server/gazetteer/entity';
import { lightKey } from '../../server/gazetteer/fold';
import { gazetteer } from '../../server/gazetteer/gazetteer';
import { noDefinitions } from '../../server/semantics/definitions';
import { definesEntry, entriesOf } from '../../server/semantics/entries';
import { Names, Scope } from '../../server/semantics/scope';
import { parse } from '../../server/syntax/parse';
import { print } from '../../server/syntax/print';
import { checkBlock } from '../support/checkBlock';
import { filesBelow, textOf } from '../support/sources';
import { snapshotFrom, world } from '../support/world';

/** Names that two entries really share in the world: the alias, and why it stays. */
const shared: Readonly<Record<string, string>> = {};

const files = filesBelow('gazetteer', '.qalam').map(name => ({ name, tree: parse(textOf(name)) }));
const nameless = new Scope(new Names(gazetteer([]), []), noDefinitions, false);

test('every file reads without a fault, and no check of a block alone finds an error in it', () => {
  const wrong: string[] = [];
  for (const { name, tree } of files) {
    tree.blocks.forEach((block, i) => {
      const line = (offset: number) => tree.text.lineAt(tree.starts[i]! + offset) + 1;
      for (const { span, code } of block.faults) wrong.push(`${name}:${line(span.start)} ${code}`);
      for (const { span, code, message, severity } of checkBlock(block, nameless))
        if (severity === 'error') wrong.push(`${name}:${line(span.start)} ${code} ${message}`);
    });
  }
  assert.deepEqual(wrong, []);
});

test('no check finds anything in all of them together', () => {
  const snapshot = snapshotFrom(Object.fromEntries(files.map(({ name, tree }) => [name, tree.text.string])));
  const found = files.flatMap(({ name, tree }) =>
    check(snapshot, name).map(
      ({ span, code, message }) => `${name}:${tree.text.lineAt(span.start) + 1} ${code} ${message}`,
    ),
  );
  assert.deepEqual(found, []);
});

test('every file is laid out as the formatter does', () => {
  assert.deepEqual(
    files.filter(({ name, tree }) => print(tree) !== textOf(name)).map(({ name }) => name),
    [],
  );
});

const blocks = files.flatMap(({ tree }) => tree.blocks.filter(definesEntry));
/** Entries whose location is told by other places have no point here. */
const entries = entriesOf(blocks, 'qalam', () => gazetteer([]));
const kinds = ['actor', 'place'] as const;

/** Entries of one kind by what their canonical names fold to. */
function byName(kind: Entity['kind']): Map<string, Entity[]> {
  const found = new Map<string, Entity[]>();
  for (const entry of entries) {
    if (entry.kind !== kind) continue;
    const key = lightKey(entry.name);
    found.set(key, [...(found.get(key) ?? []), entry]);
  }
  return found;
}

for (const kind of kinds) {
  test(`no two ${kind}s have the same name`, () => {
    const twice = [...byName(kind).values()].filter(same => same.length > 1).map(([first]) => first!.name);
    assert.deepEqual(twice, []);
  });

  test(`no other name of one ${kind} is the name of another`, () => {
    const owners = byName(kind);
    const wrong: string[] = [];
    for (const entry of entries.filter(one => one.kind === kind)) {
      for (const { text } of entry.aliases) {
        const others = (owners.get(lightKey(text)) ?? []).filter(other => other !== entry);
        if (!shared[text]) for (const other of others) wrong.push(`“${text}” of ${entry.name} is also ${other.name}`);
      }
    }
    assert.deepEqual(wrong, []);
  });
}

test('no id is used twice', () => {
  const seen = new Set<string>();
  assert.deepEqual(
    entries.filter(({ id }) => seen.has(id) || !seen.add(id)).map(({ id }) => id),
    [],
  );
});

test('every entry names a country, but those that have no home', () => {
  const wide = new Set(['international forces', 'coalition', 'other', 'region', 'desert', 'coast']);
  const lacking = entries.filter(({ type, countries }) => !countries.length && !wide.has(type));
  assert.deepEqual(
    lacking.map(({ name, type }) => `${name} (${type})`),
    [],
  );
});

test('every place has a point', () => {
  const pointless = new Set(
    entries.filter(({ kind, latitude }) => kind === 'place' && latitude === undefined).map(({ name }) => name),
  );
  const relative = blocks.filter(({ kind, title }) => kind === 'place' && pointless.has(title!.text));
  const resolved = relative.length ? entriesOf(relative, 'qalam', () => gazetteer([world()])) : [];
  assert.deepEqual(
    resolved.filter(({ latitude }) => latitude === undefined).map(({ name }) => name),
    [],
  );
});

test('there are at least 500 groups and forces', () => {
  assert.ok(entries.filter(({ kind }) => kind === 'actor').length >= 500);
});
