// The JSON Schema: every export keeps to it, and it speaks of every field of the vocabulary.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import test from 'node:test';
import Ajv2020 from 'ajv/dist/2020';
import fc from 'fast-check';
import type { JsonObject } from '../../../server/exchange/document';
import { toJson } from '../../../server/exchange/json';
import { schema, schemaText } from '../../../server/exchange/schema';
import { blockKinds, blockSpec } from '../../../server/syntax/vocabulary';
import { snapshot, uri } from './sample';

const valid = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true, allErrors: true }).compile(
  schema(),
);

function exported(files: Record<string, string>, includePrivate = false) {
  const { document } = toJson(snapshot(files), Object.keys(files).map(uri), { includePrivate });
  assert.ok(valid(JSON.parse(JSON.stringify(document))), JSON.stringify(valid.errors?.slice(0, 3), null, 2));
  return document;
}

/** A block with every field as the vocabulary's own example writes it. */
function whole(kind: (typeof blockKinds)[number]): string {
  const { title, fields } = blockSpec(kind);
  return `${kind} ${title.example}\n${fields.map(({ key, example }) => `  ${key}: ${example}`).join('\n')}\n`;
}

test('the schema is the same each time', () => assert.equal(schemaText(), schemaText()));

test('every field of the vocabulary is carried under its own name', () => {
  const document = exported({ 'a.qalam': blockKinds.map(whole).join('\n') }, true);
  for (const kind of blockKinds) {
    const [block] = document[blockSpec(kind).json] as readonly JsonObject[];
    for (const { json } of blockSpec(kind).fields) assert.ok(block?.[json] != null, `${kind}: ${json}`);
  }
});

test('the schema says of every field what the vocabulary says', () => {
  const defs = schema().$defs as Record<string, { properties: Record<string, JsonObject> }>;
  for (const kind of blockKinds) {
    for (const { json, key, means } of blockSpec(kind).fields)
      if (key !== 'id')
        assert.equal(
          defs[`${kind.replace(/ (.)/, (_, letter: string) => letter.toUpperCase())}Block`]!.properties[json]
            ?.description,
          means,
        );
  }
});

test('a document with a member of its own, or without one, is refused', () => {
  const document = exported({ 'a.qalam': 'event e\n' });
  assert.equal(valid({ ...document, more: 1 }), false);
  assert.equal(valid({ ...document, events: [{ ...document.events[0], date: '2014' }] }), false);
  assert.equal(valid({ ...document, sources: undefined }), false);
});

test('an empty workspace and empty files are valid', () => {
  exported({});
  exported({ 'a.qalam': '', 'b.qalam': '\ufeff\r\n' });
});

test('the examples are valid', () => {
  const files = fs.existsSync('examples') ? fs.readdirSync('examples').filter(name => name.endsWith('.qalam')) : [];
  exported(Object.fromEntries(files.map(name => [name, fs.readFileSync(`examples/${name}`, 'utf8')])));
});

/** Keys and values that are right, nearly right, and noise. */
const words = blockKinds.flatMap(kind => blockSpec(kind).fields.flatMap(({ key, example }) => [key, example]));
const field = fc
  .tuple(fc.constantFrom(...words), fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'binary', maxLength: 30 })))
  .map(([key, value]) => `  ${key}: ${value}`);
const block = fc
  .tuple(fc.constantFrom(...blockKinds), fc.oneof(fc.constantFrom(...words), fc.string()), fc.array(field))
  .map(([kind, title, fields]) => `${kind} ${title}\n${fields.join('\n')}\n`);

test('whatever is written, the export is valid and has every event', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(block, fc.string())), fc.boolean(), (blocks, includePrivate) => {
      const text = `${blocks.join('\n')}\nevent last\n`;
      const { events } = exported({ 'a.qalam': text }, includePrivate);
      assert.equal(new Set(events.map(({ id }) => id)).size, events.length);
      assert.ok(events.some(({ id }) => String(id).startsWith('last')));
    }),
    { numRuns: 300 },
  );
});
