// Prints the figures: `npm run bench` all of them, `npm run bench names` those of one part.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ensureInstalled, root } from './install.mjs';

ensureInstalled();
const { esbuild, forNode } = await import('./bundle.mjs');

const parts = fs
  .readdirSync(path.join(root, 'test/bench'))
  .filter(file => /^export async function run\(/m.test(fs.readFileSync(path.join(root, 'test/bench', file), 'utf8')))
  .map(file => file.replace(/\.ts$/, ''));
const wanted = process.argv.slice(2);
const unknown = wanted.filter(part => !parts.includes(part));
if (unknown.length) {
  console.error(`There is no bench “${unknown.join('”, “')}”. There are: ${parts.join(', ')}.`);
  process.exit(2);
}

spawnSync(process.execPath, [path.join(root, 'scripts/build.mjs')], { stdio: 'inherit' });
const outdir = path.join(root, 'out/bench');
await esbuild.build({
  ...forNode,
  entryPoints: parts.map(part => path.join(root, 'test/bench', `${part}.ts`)),
  outdir,
  packages: 'external',
});
for (const part of wanted.length ? wanted : parts) {
  console.log(`\n── ${part} ${'─'.repeat(Math.max(0, 90 - part.length))}`);
  await createRequire(import.meta.url)(path.join(outdir, `${part}.js`)).run(root);
}
process.exit(0);
