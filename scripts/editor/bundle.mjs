// Bundles test/editor/*.test.ts into one module for each extension host: Node's and the web worker's.
import fs from 'node:fs';
import path from 'node:path';
import { esbuild, forNode, forWeb } from '../bundle.mjs';
import { root } from '../install.mjs';

const folder = path.join(root, 'test', 'editor');

/** Returns `{node, worker}`: the path of the module to hand to VS Code as its tests. */
export async function bundleSuite(outdir = path.join(root, 'out', 'editor')) {
  const files = fs.readdirSync(folder).filter(name => name.endsWith('.test.ts'));
  if (files.length === 0) throw new Error('test/editor holds no tests');
  const entry = host => ({
    contents: [
      `import { runSuite } from './run.${host}';`,
      `export const run = () => runSuite(() => { ${files.map(name => `require('./${name}');`).join(' ')} });`,
    ].join('\n'),
    resolveDir: folder,
    sourcefile: `suite.${host}.ts`,
    loader: 'ts',
  });
  const [node, worker] = [path.join(outdir, 'node.js'), path.join(outdir, 'worker.js')];
  await Promise.all([
    esbuild.build({ ...forNode, external: ['vscode', 'mocha'], stdin: entry('node'), outfile: node }),
    esbuild.build({
      ...forWeb,
      external: ['vscode'],
      stdin: entry('worker'),
      outfile: worker,
      // Mocha's build for browsers would write over module.exports; a name of our own keeps out of its way.
      format: 'iife',
      globalName: 'suiteForWorker',
      footer: { js: 'module.exports = suiteForWorker;' },
    }),
  ]);
  return { node, worker };
}
