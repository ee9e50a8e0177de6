// Imports run one way: who may know of whom, and which packages are allowed where.
import assert from 'node:assert/strict';
import test from 'node:test';
import { bare, filesBelow, importsOf, textOf } from '../support/sources';

/** The layers, each with those it may import from. A layer may always import from itself, except `features`. */
const layers: Readonly<Record<string, readonly string[]>> = {
  text: [],
  grammar: ['text'],
  gazetteer: ['text'],
  syntax: ['grammar', 'text'],
  semantics: ['gazetteer', 'syntax', 'grammar', 'text'],
  features: ['semantics', 'gazetteer', 'syntax', 'grammar', 'text'],
  exchange: ['semantics', 'gazetteer', 'syntax', 'grammar', 'text'],
  lsp: ['features', 'exchange', 'semantics', 'gazetteer', 'syntax', 'grammar', 'text'],
  cli: ['lsp', 'features', 'exchange', 'semantics', 'gazetteer', 'syntax', 'grammar', 'text', 'package.json'],
  entry: ['lsp', 'cli', 'gazetteer'],
  client: ['lsp/protocol'],
};

/** Packages, and the modules that may import them. */
const packages: readonly (readonly [name: RegExp, where: RegExp])[] = [
  [/^vscode$/, /^client\//],
  [/^vscode-languageclient(\/|$)/, /^client\//],
  // `serve` is an entry of its own: the same server, started by a word of the command line.
  [/^vscode-languageserver(\/|$)/, /^server\/(main\.ts|worker\.ts|lsp\/|cli\/serve\.ts)/],
  [/^node:/, /^client\/node\.ts$|^server\/(lsp\/(?:node|added)\.ts|cli\/|cli\.ts)/],
  [/^(chokidar|tinyglobby|csv-parse|yauzl)$/, /^server\/cli\//],
  [/^csv-parse\/browser\//, /^server\/exchange\/import\/csv\.ts$/],
  [/^hyparquet-writer\//, /^server\/exchange\/parquet\.ts$/],
  // Types only: what a SARIF log is made of.
  [/^sarif$/, /^server\/exchange\/sarif\.ts$/],
  [/^geographiclib-geodesic$/, /^server\/semantics\/geodesy\.ts$/],
  [/^jsonc-parser$/, /^server\/semantics\/settings\.ts$/],
  [/^chrono-node(\/|$)/, /^server\/semantics\/naturalDates\.ts$/],
  [/^i18n-iso-countries\//, /^server\/(gazetteer\/countries\.ts|exchange\/countries\.ts|cli\/country\.ts)$/],
];

/** Beyond its layers, the exports carry the program's version. */
const besides: Readonly<Record<string, readonly string[]>> = { exchange: ['package.json'] };

const modules = [
  ...filesBelow('server', '.ts'),
  ...filesBelow('client', '.ts'),
  ...filesBelow('grammar', '.d.peggy.ts'),
];

const layerOf = (path: string): string => {
  if (/^server\/(main|worker|cli)$/.test(path.replace(/\.ts$/, ''))) return 'entry';
  return path.replace(/^server\//, '').split('/')[0]!;
};

test('imports run from the protocol down to the text, and never back', () => {
  const wrong: string[] = [];
  for (const module of modules) {
    const layer = layerOf(module);
    assert.ok(layers[layer], `${module} belongs to no layer`);
    const allowed = [layer, ...layers[layer]!, ...(besides[layer] ?? [])];
    for (const { from } of importsOf(module)) {
      if (!/^(server|client|grammar|test|scripts|package\.json)(\/|$)/.test(from)) continue;
      const fits = allowed.some(one => layerOf(from) === one || from === `server/${one}`);
      if (!fits) wrong.push(`${module} imports ${from}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test('the client takes nothing but types from the server', () => {
  const wrong = filesBelow('client', '.ts').flatMap(module =>
    importsOf(module)
      .filter(({ from, typesOnly }) => from.startsWith('server/') && !(typesOnly && from === 'server/lsp/protocol'))
      .map(({ from }) => `${module} imports ${from}`),
  );
  assert.deepEqual(wrong, []);
});

test('features do not import each other', () => {
  const featureOf = (path: string): string =>
    path
      .replace(/^server\/features\//, '')
      .split('/')[0]!
      .replace(/\.ts$/, '');
  const wrong = filesBelow('server/features', '.ts').flatMap(module =>
    importsOf(module)
      .filter(({ from }) => from.startsWith('server/features/') && featureOf(from) !== featureOf(module))
      .map(({ from }) => `${module} imports ${from}`),
  );
  assert.deepEqual(wrong, []);
});

test('a package is imported only where it belongs', () => {
  const wrong: string[] = [];
  for (const module of modules) {
    for (const { from } of importsOf(module)) {
      if (/^(server|client|grammar|package\.json)(\/|$)/.test(from)) continue;
      const rule = packages.find(([name]) => name.test(from));
      if (!rule?.[1].test(module)) wrong.push(`${module} imports ${from}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test('below the protocol and the command line nothing waits, tells the time, rolls dice or looks around', () => {
  const impure =
    /\b(?:async|await|Promise|setTimeout|setInterval|queueMicrotask|fetch|performance|process|__dirname|require)\b|\bnew Date\b|\bDate\.|\bMath\.random\b|\bconsole\./;
  const wrong: string[] = [];
  // chrono-node asks for the day of speaking as a Date: two fixed ones, of which only numbers come back.
  const excused: Readonly<Record<string, string>> = { 'server/semantics/naturalDates.ts': 'new Date' };
  for (const module of modules) {
    if (/^(client\/|server\/(lsp|cli)\/|server\/(main|worker|cli)\.ts)/.test(module)) continue;
    const found = impure.exec(bare(textOf(module)))?.[0];
    if (found && excused[module] !== found) wrong.push(`${module} says ${found}`);
  }
  assert.deepEqual(wrong, []);
});
