// How a module looks: it opens with a sentence, it is short, and it hides nothing from the compiler.
import assert from 'node:assert/strict';
import test from 'node:test';
import { bare, filesBelow, textOf } from '../support/sources';

/** Most lines of a module. */
const LONGEST = 300;

/** Longer files, each with the reason. */
const longer: Readonly<Record<string, string>> = {
  'server/gazetteer/weights/words.ts':
    'a table of words and how common they are in names; written by scripts/fit-weights.mjs',
};

const modules = [
  ...filesBelow('server', '.ts'),
  ...filesBelow('client', '.ts'),
  ...filesBelow('grammar', '.ts', '.peggy'),
  ...filesBelow('scripts', '.mjs', '.ts', '.cjs'),
];

test('every module opens with a sentence that says what it answers', () => {
  const wrong = modules.filter(file => {
    const [first = ''] = textOf(file)
      .replace(/^#!.*\n/, '')
      .split('\n');
    return !/^\/\/ \S/.test(first) || first.length < 25;
  });
  assert.deepEqual(wrong, []);
});

test(`no module has more than ${LONGEST} lines`, () => {
  const wrong = modules
    .map(file => ({ file, lines: textOf(file).split('\n').length - 1 }))
    .filter(({ file, lines }) => lines > LONGEST && !longer[file])
    .map(({ file, lines }) => `${file}: ${lines} lines`);
  assert.deepEqual(wrong, []);
});

test('the list of longer files names none that is short or gone', () => {
  const stale = Object.keys(longer).filter(
    file => !modules.includes(file) || textOf(file).split('\n').length - 1 <= LONGEST,
  );
  assert.deepEqual(stale, []);
});

test('no `any`, and no word to the compiler to look away', () => {
  const typed = [...modules.filter(file => file.endsWith('.ts')), ...filesBelow('test', '.ts')];
  const wrong: string[] = [];
  for (const file of typed) {
    const text = textOf(file);
    if (/(?:[:<|&,]\s*|\b(?:as|satisfies)\s+)any(?=\s*(?:[[\]>,;)=|&{}]|$))/m.test(bare(text)))
      wrong.push(`${file}: any`);
    if (/^\s*(?:\/\/|\/\*)\s*@ts-(?:ignore|nocheck|expect-error)/m.test(text)) wrong.push(`${file}: @ts-…`);
  }
  assert.deepEqual(wrong, []);
});
