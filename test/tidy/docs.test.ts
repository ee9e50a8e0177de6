// What the documents say holds: paths exist, commands are there, reports in them can be read.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { check, rules } from '../../server/features/checks';
import { parse } from '../../server/syntax/parse';
import { print } from '../../server/syntax/print';
import { filesBelow, textOf } from '../support/sources';
import { root, snapshotFrom } from '../support/world';

const pages = ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', ...filesBelow('docs', '.md')];
const exists = (file: string): boolean => fs.existsSync(path.join(root, file));
const topLevel = fs.readdirSync(root);

/** What builds and runs make. */
const made = /^(dist|out|node_modules)\//;

test('every path that a document names exists', () => {
  const wrong: string[] = [];
  for (const page of pages) {
    for (const [, words] of textOf(page).matchAll(/`([^`\n]+)`/g)) {
      const [name] = words!.split(/[\s*<…]/, 1) as [string];
      const isPath = /^[\w.@/-]+$/.test(name) && name.includes('/') && topLevel.includes(name.split('/')[0]!);
      if (isPath && !made.test(name) && !exists(name)) wrong.push(`${page}: ${name}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test('every link within the documents leads somewhere', () => {
  const wrong: string[] = [];
  for (const page of pages) {
    for (const [, target] of textOf(page).matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^[a-z]+:/.test(target!)) continue;
      const [file, anchor] = target!.split('#') as [string, string?];
      const to = file ? path.posix.join(path.posix.dirname(page), file) : page;
      if (!exists(to)) wrong.push(`${page}: ${target}`);
      else if (anchor !== undefined && !anchorsOf(textOf(to)).includes(anchor)) wrong.push(`${page}: ${target}`);
    }
  }
  assert.deepEqual(wrong, []);
});

/** The anchors that headings give. */
const anchorsOf = (page: string): string[] =>
  [...page.matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replace(/ /g, '-'),
  );

test('every npm script that a document names is there', () => {
  const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
  for (const page of pages)
    for (const [, name] of textOf(page).matchAll(/\bnpm run ([\w:-]+)/g)) assert.ok(scripts[name!], `${page}: ${name}`);
});

test('every check has its heading in the reference', () => {
  const headings = new Set([...textOf('docs/language.md').matchAll(/^### (.*)$/gm)].map(([, heading]) => heading));
  assert.deepEqual(
    rules.map(({ code }) => code).filter(code => !headings.has(code)),
    [],
  );
});

/** A snippet may leave out what is said elsewhere. */
const allowed = /^(field\.missing|source\.undefined)$/;

for (const page of pages) {
  const snippets = [...textOf(page).matchAll(/^```qalam\n([\s\S]*?)^```/gm)].map(([, text]) => text!);
  if (!snippets.length) continue;
  test(`the reports in ${page} have no mistakes and are laid out as the formatter does`, () => {
    for (const text of snippets) {
      const faults = parse(text).blocks.flatMap(block => block.faults.map(({ code }) => code));
      assert.deepEqual(faults, [], text);
      const errors = check(snapshotFrom({ 'report.qalam': text }), 'report.qalam').filter(
        ({ code }) => !allowed.test(code),
      );
      assert.deepEqual(
        errors.map(({ code, message }) => `${code}: ${message}`),
        [],
        text,
      );
      assert.equal(text, print(parse(text)));
    }
  });
}

test('the table of dependencies names what is installed', () => {
  const rows = [...textOf('docs/architecture.md').matchAll(/^\| (`[^|]+`) \| ([\d., ()]+) \|/gm)];
  const named = new Map<string, string>();
  for (const [, names, versions] of rows) {
    const numbers = versions!.replace(/\([^)]*\)/g, '').match(/[\d.]*\d/g) ?? [];
    [...names!.matchAll(/`([^`]+)`/g)].forEach(([, name], i) => {
      named.set(name!, numbers[i] ?? numbers[0]!);
    });
  }
  assert.ok(named.size > 20);
  for (const [name, version] of named) {
    const { version: installed } = JSON.parse(textOf(`node_modules/${name}/package.json`)) as { version: string };
    assert.equal(version, installed, name);
  }
});
