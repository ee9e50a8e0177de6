// How every bundle of the project is made: esbuild, with peggy grammars compiled as they are imported.
import fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import peggy from 'peggy';
import { root } from './install.mjs';

/** What peggy writes, and what stands there instead. */
const changes = [
  [
    'function peg$parse(input, options) {\n  options = options !== undefined ? options : {};',
    'const peg$parse = (() => {\n  let input = "";\n  const options = {};',
  ],
  ['  const peg$posDetailsCache =', '  let peg$posDetailsCache ='],
  [
    '  peg$result = peg$startRuleFunction();',
    `  return (peg$text, peg$asked = {}) => {
  input = peg$text;
  peg$currPos = peg$savedPos = peg$maxFailPos = peg$silentFails = 0;
  peg$posDetailsCache = [{ line: 1, column: 1 }];
  peg$maxFailExpected = [];
  peg$result = (peg$startRuleFunctions[peg$asked.startRule] ?? peg$startRuleFunction)();`,
  ],
  ['    peg$throw();\n  }\n}', '    peg$throw();\n  }\n  };\n})();'],
];

/**
 * A parser whose parts are made once. As peggy writes it, every call makes hundreds of functions and tables anew, 30 KB for a word or two.
 * No action of a grammar may parse in its turn.
 */
function onceMade(parser) {
  return changes.reduce((text, [from, to]) => {
    if (text.split(from).length !== 2) throw new Error(`peggy writes its parsers otherwise now: no “${from}”.`);
    return text.replace(from, () => to);
  }, parser);
}

/** Compiles `import … from '….peggy'` into a parser module; a grammar error shows where it stands. */
const grammars = {
  name: 'peggy',
  setup(build) {
    build.onLoad({ filter: /\.peggy$/ }, async ({ path: file }) => {
      const source = await fs.readFile(file, 'utf8');
      try {
        const contents = peggy.generate(source, {
          grammarSource: file,
          output: 'source',
          format: 'es',
          allowedStartRules: ['*'],
        });
        return { contents: onceMade(contents), loader: 'js', resolveDir: path.dirname(file), watchFiles: [file] };
      } catch (error) {
        if (typeof error.format !== 'function') throw error;
        return { errors: [{ text: error.format([{ source: file, text: source }]) }] };
      }
    });
  },
};

/** Takes the modules of a package whose other build asks for its files in a way that cannot be followed. */
const modules = {
  name: 'modules',
  setup(build) {
    if (build.initialOptions.packages === 'external') return;
    build.onResolve({ filter: /^jsonc-parser$/ }, () => ({
      path: fileURLToPath(import.meta.resolve('jsonc-parser/lib/esm/main.js')),
    }));
  },
};

const shared = {
  bundle: true,
  sourcemap: true,
  logLevel: 'warning',
  legalComments: 'none',
  plugins: [grammars, modules],
};

/** Options for code that runs in Node. Without other letters than ASCII, V8 keeps the source in half the memory. */
export const forNode = {
  ...shared,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // Some packages ask where they lie, in words that only modules have.
  define: { 'import.meta.url': '__here' },
  banner: { js: "const __here = require('node:url').pathToFileURL(__filename).href;" },
};

/** Options for code that runs in a browser or a web worker. */
export const forWeb = {
  ...shared,
  platform: 'browser',
  format: 'cjs',
  charset: 'utf8',
  target: 'es2022',
  define: { global: 'globalThis', 'process.env.NODE_DEBUG': 'undefined' },
};

/** What modules of server/gazetteer export, by their names without an ending; for scripts that measure or fit. */
export async function gazetteerModules(...names) {
  const outfile = path.join(root, 'out', 'gazetteer.cjs');
  const contents = names.map(name => `export * from './${name}';`).join('\n');
  await esbuild.build({ ...forNode, outfile, stdin: { resolveDir: path.join(root, 'server', 'gazetteer'), contents } });
  return createRequire(import.meta.url)(outfile);
}

export { esbuild };
