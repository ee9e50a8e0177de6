// Tests Qalam in a real VS Code: the suite in each release and host, the packed extension installed, a person writing.
// `--only=suite|installed|writing` runs one part, `--version=1.139.1` and `--host=node|worker` narrow the suite. Wants dist/ built.
import fs from 'node:fs';
import path from 'node:path';
import { ensureInstalled, root } from '../install.mjs';

ensureInstalled();
const { bundleSuite } = await import('./bundle.mjs');
const { lowest, newest } = await import('./releases.mjs');
const { runSuite } = await import('./suite.mjs');
const { checkInstalled } = await import('./installed.mjs');
const { checkWriting } = await import('./writing.mjs');
const { copyWorkspace } = await import('./workspace.mjs');

const option = name => process.argv.find(arg => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
const wants = (name, value) => (option(name) ?? value) === value;
const { publisher, name } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
const out = path.join(root, 'out', 'editor');
const total = { passed: 0, failed: 0 };

/** Runs one part and prints its closing line; an error in it counts as a failure. */
async function part(title, run) {
  console.log(title);
  const started = Date.now();
  const counts = await run().catch(error => {
    console.error(error);
    return { passed: 0, failed: 1 };
  });
  total.passed += counts.passed;
  total.failed += counts.failed;
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${title}: ${counts.passed} passed, ${counts.failed} failed, ${seconds} s`);
}

/** Runs a part made of checks, each of which passes unless it throws. */
function checks(title, run) {
  return part(title, async () => {
    const counts = { passed: 0, failed: 0 };
    await run(async (what, test) => {
      try {
        await test();
        counts.passed++;
        console.log(`  ✓ ${what}`);
        return true;
      } catch (error) {
        counts.failed++;
        console.error(`  ✗ ${what}\n      ${String(error.message ?? error).replaceAll('\n', '\n      ')}`);
        return false;
      }
    });
    return counts;
  });
}

fs.rmSync(out, { recursive: true, force: true });
fs.mkdirSync(out, { recursive: true });

if (wants('only', 'suite')) {
  const bundles = await bundleSuite(out);
  const runs = [
    { version: newest, host: 'node' },
    { version: newest, host: 'worker' },
    { version: lowest, host: 'node' },
  ].filter(({ version, host }) => wants('version', version) && wants('host', host));
  for (const { version, host } of runs) {
    const where = host === 'worker' ? 'in a web worker' : 'in Node';
    await part(`VS Code ${version}, the extension ${where}`, () =>
      runSuite({ version, host, tests: bundles[host], workspace: copyWorkspace(), id: `${publisher}.${name}`, out }),
    );
  }
}
let vsix;
if (wants('only', 'installed') || wants('only', 'writing')) {
  await checks(`VS Code ${lowest}, the packed extension installed`, async check => {
    vsix = await checkInstalled({ version: lowest, workspace: copyWorkspace(), out, check });
  });
}
if (wants('only', 'writing') && vsix) {
  await checks(`VS Code ${newest}, a person writing`, check =>
    checkWriting({ version: newest, workspace: copyWorkspace({ drafts: false }), vsix, out, check }),
  );
}

console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
