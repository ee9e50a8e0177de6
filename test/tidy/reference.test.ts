// docs/language.md says what the vocabulary and the checks say; `UPDATE=1` writes the generated parts anew.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { gazetteer } from '../../server/gazetteer/gazetteer';
import { readDate } from '../../server/semantics/dates';
import { noDefinitions } from '../../server/semantics/definitions';
import { Names, Scope } from '../../server/semantics/scope';
import { valueOfField } from '../../server/semantics/values';
import { parse } from '../../server/syntax/parse';
import {
  type BlockKind,
  blockKinds,
  blockSpec,
  type FieldSpec,
  type ValueKind,
  valueKinds,
} from '../../server/syntax/vocabulary';
import { checkBlock } from '../support/checkBlock';
import { parts, partsIn, regenerated } from '../support/reference';
import { textOf } from '../support/sources';
import { root } from '../support/world';

const page = 'docs/language.md';

test('the reference has every part that it should have, in order', () => {
  assert.deepEqual(partsIn(textOf(page)), [...parts().keys()]);
});

test('the generated parts are up to date', () => {
  const fresh = regenerated(textOf(page));
  if (process.env.UPDATE === '1') fs.writeFileSync(path.join(root, page), fresh);
  else assert.equal(textOf(page), fresh, 'run UPDATE=1 npm test -- tidy and read what changes');
});

const nowhere = new Scope(new Names(gazetteer([]), []), noDefinitions, false);

/** Codes that say how something is written, rather than what it refers to. */
const ofWriting = /^(syntax|value|date|term|country|place\.coordinates|field\.(unknown|empty))/;

/** Why a field with this value cannot be read; undefined when it can. */
function fault(kind: BlockKind, { key, value }: FieldSpec, written: string): string | undefined {
  const tree = parse(`${kind} ${blockSpec(kind).title.example}\n  ${key}: ${written}\n`);
  const block = tree.blocks[0]!;
  if (tree.blocks.length !== 1 || block.fields.length !== 1) return 'it is not one field of one block';
  const field = block.fields[0]!;
  const read = valueOfField(field, blockSpec(kind).fields.find(spec => spec.key === key)!);
  if (read.kind === 'unreadable') return read.message;
  if (read.kind === 'empty') return 'it is empty';
  if (value === 'date' && !(read.kind === 'date' && readDate(read.text).ok)) return 'it is no date';
  return checkBlock(block, nowhere).find(({ code, severity }) => severity !== 'hint' && ofWriting.test(code))?.message;
}

const fieldsWithBlock = blockKinds.flatMap(kind => blockSpec(kind).fields.map(field => [kind, field] as const));

test('the example of every field can be read', () => {
  const wrong = fieldsWithBlock.flatMap(([kind, field]) => {
    const why = fault(kind, field, field.example);
    return why ? [`${kind}, ${field.key}: ${field.example}: ${why}`] : [];
  });
  assert.deepEqual(wrong, []);
});

test('every form of every kind of value can be read', () => {
  const wrong: string[] = [];
  for (const [kind, { forms }] of Object.entries(valueKinds) as [ValueKind, (typeof valueKinds)[ValueKind]][]) {
    assert.ok(forms.length, `${kind} has a form`);
    for (const [form] of forms) {
      const takers = fieldsWithBlock.filter(([, { value }]) => value === kind);
      assert.ok(takers.length, `some field takes ${kind}`);
      const faults = takers.map(([block, field]) => fault(block, field, form));
      // A term is in one list and not in the others; any other form is good for every field of its kind.
      const good = kind === 'term' ? faults.includes(undefined) : faults.every(why => why === undefined);
      if (!good) wrong.push(`${kind}: ${form}: ${faults.find(Boolean)}`);
    }
  }
  assert.deepEqual(wrong, []);
});
