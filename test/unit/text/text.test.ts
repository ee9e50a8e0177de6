import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { applyEdits } from '../../../server/text/edit';
import { Text } from '../../../server/text/text';
import { editLike, placed, reportLike } from '../../support/arbitrary';

const lineStarts = (text: Text): number[] => Array.from({ length: text.lineCount }, (_, line) => text.lineStart(line));

test('lines end at LF, CRLF and CR alike', () => {
  assert.deepEqual(lineStarts(Text.of('a\nb\r\nc\rd')), [0, 2, 5, 7]);
});

test('a position past the end of a line is that line’s end', () => {
  const text = Text.of('ab\r\ncd');
  assert.equal(text.offsetAt({ line: 0, character: 99 }), 2);
  assert.equal(text.offsetAt({ line: 9, character: 0 }), 6);
  assert.deepEqual(text.positionAt(99), { line: 1, character: 2 });
});

test('an edited text is the text of the edited string', () => {
  fc.assert(
    fc.property(
      reportLike,
      fc.array(editLike, { maxLength: 4 }),
      fc.constantFrom(1, 3, 100_000),
      (string, edits, piece) => {
        let text = Text.of(string, piece);
        for (const one of edits) {
          const edit = placed(one, text.length);
          const whole = Text.of(text.string.slice(0, edit.span.start) + edit.text + text.string.slice(edit.span.end));
          text = text.edited(edit);
          assert.equal(text.slice(2, 9), whole.string.slice(2, 9));
          assert.equal(text.string, whole.string);
          assert.deepEqual(lineStarts(text), lineStarts(whole));
          for (let offset = 0; offset <= whole.length; offset += 7)
            assert.deepEqual(text.positionAt(offset), whole.positionAt(offset));
        }
      },
    ),
    { numRuns: 2000 },
  );
});

test('edits are applied to the text before any of them', () => {
  const edits = [
    { span: { start: 4, end: 5 }, text: 'E' },
    { span: { start: 0, end: 1 }, text: 'AA' },
  ];
  assert.equal(applyEdits('abcde', edits), 'AAbcdE');
});
