import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { parse, reparse } from '../../../server/syntax/parse';
import { print } from '../../../server/syntax/print';
import { type Block, linesOf, type Tree } from '../../../server/syntax/tree';
import { fieldSpec } from '../../../server/syntax/vocabulary';
import { editLike, placed, reportLike } from '../../support/arbitrary';

const plain = ({ blocks, starts }: Tree) => JSON.parse(JSON.stringify({ blocks, starts }));

const byKey = (a: readonly unknown[], b: readonly unknown[]) => String(a[0]).localeCompare(String(b[0]), 'en');

/** What a block says, without where it says so; fields of one key in their order. */
const meaning = ({ kind, title, fields }: Block) => ({
  kind,
  title: title && { text: title.text, quoted: title.quoted },
  fields: fields
    .map(field => [
      field.key.text,
      fieldSpec(kind, field.key.text)?.value === 'text' ? linesOf(field) : field.value.replace(/\s+/g, ' '),
    ])
    .sort(byKey),
});

test('any text parses, and its blocks cover it', () => {
  fc.assert(
    fc.property(fc.oneof(reportLike, fc.string({ unit: 'binary' })), text => {
      const { blocks, starts } = parse(text);
      assert.equal(blocks.map(({ source }) => source).join(''), text);
      assert.equal(starts[0], 0);
    }),
    { numRuns: 2000 },
  );
});

test('reading an edit again gives what reading the whole text gives', () => {
  fc.assert(
    fc.property(reportLike, fc.array(editLike, { maxLength: 5 }), (text, edits) => {
      let tree = parse(text);
      for (const one of edits) {
        tree = reparse(tree, placed(one, tree.text.length));
        assert.deepEqual(plain(tree), plain(parse(tree.text.string)));
      }
    }),
    { numRuns: 2000 },
  );
});

test('printing keeps the meaning, and printing again changes nothing', () => {
  fc.assert(
    fc.property(reportLike, text => {
      const tree = parse(text);
      const printed = print(tree);
      const again = parse(printed);
      const blocks = ({ blocks }: Tree) =>
        blocks.filter(block => block.kind !== 'preamble' || block.fields.length).map(meaning);
      assert.deepEqual(blocks(again), blocks(tree));
      assert.equal(print(again), printed);
    }),
    { numRuns: 2000 },
  );
});

test('a byte order mark and Windows line ends change nothing', () => {
  const { blocks } = parse('\uFEFFsource a\r\n  publisher: A\r\n');
  assert.equal(blocks.length, 1);
  assert.deepEqual(blocks[0]!.faults, []);
  assert.equal(blocks[0]!.fields[0]!.value, 'A');
});

test('a line of half a million characters is read', () => {
  const { blocks } = parse(`event x\n  note: ${'a '.repeat(250_000)}\n  type: Presence\n`);
  assert.equal(blocks[0]!.fields.length, 2);
});

test('the hash of a web address begins no comment', () => {
  const { blocks } = parse('source a\n  url: https://example.org/a#b # a comment\n');
  assert.equal(blocks[0]!.fields[0]!.value, 'https://example.org/a#b');
});

test('a name of a place may hold any word of the grammar in quotes', () => {
  const { blocks } = parse('event x\n  place: "near, (in) and between" (Syria)\n');
  assert.equal(blocks[0]!.fields[0]!.value, '"near, (in) and between" (Syria)');
});
