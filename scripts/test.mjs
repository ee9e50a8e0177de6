// Runs every test: types, lint, the pure tests, then the real editor. `npm test -- unit/gazetteer` runs only the files whose path has that part.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { ensureInstalled, root } from './install.mjs';

ensureInstalled();
const only = process.argv.slice(2).find(arg => !arg.startsWith('-'));

const run = (name, command, ...args) => {
  const started = Date.now();
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: process.env });
  if (status !== 0) {
    console.error(`${name} failed`);
    process.exit(status ?? 1);
  }
  console.log(`${name}: ok, ${((Date.now() - started) / 1000).toFixed(1)} s`);
};
const bin = (pkg, file) => path.join(root, 'node_modules', pkg, file);

/** The *.test.ts files below a folder whose path has the part asked for. */
const testsBelow = folder =>
  fs
    .readdirSync(path.join(root, folder), { recursive: true })
    .map(file => path.join(folder, String(file)))
    .filter(
      file =>
        file.endsWith('.test.ts') && !file.startsWith(path.join('test', 'editor')) && (!only || file.includes(only)),
    );

async function pureTests() {
  const { esbuild, forNode } = await import('./bundle.mjs');
  const files = testsBelow('test');
  if (!files.length) return;
  const outdir = path.join(root, 'out', 'test');
  fs.rmSync(outdir, { recursive: true, force: true });
  await esbuild.build({
    ...forNode,
    entryPoints: files,
    outdir,
    outbase: 'test',
    absWorkingDir: root,
    packages: 'external',
  });
  const built = files.map(file => path.join(outdir, path.relative('test', file).replace(/\.ts$/, '.js')));
  run('tests', process.execPath, '--enable-source-maps', '--test', '--test-reporter=spec', ...built);
}

if (only) await pureTests();
else {
  run('types', process.execPath, bin('typescript', 'bin/tsc'), '-p', '.');
  run('lint', process.execPath, bin('@biomejs/biome', 'bin/biome'), 'check', '.');
  run('build', process.execPath, path.join('scripts', 'build.mjs'));
  await pureTests();
  run('editor', process.execPath, path.join('scripts', 'editor', 'test.mjs'));
}
