// From a fresh clone to a report open in VS Code: installs, builds, checks and exports the example, then shows it.
// `--no-open` stops after the export; so does continuous integration (CI set, no terminal).
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { ensureInstalled, root } from './install.mjs';

const node = (...args) => {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
};
const heading = text => console.log(`\n── ${text}`);

ensureInstalled();
heading('Building');
node(path.join('scripts', 'build.mjs'));
heading('Checking examples/');
node(path.join('dist', 'cli.js'), 'check', 'examples');
heading('Exporting it to out/examples.json');
fs.mkdirSync(path.join(root, 'out'), { recursive: true });
node(path.join('dist', 'cli.js'), 'export', '--to', 'json', 'examples', '-o', path.join('out', 'examples.json'));

const unattended = process.env.CI && !process.stdin.isTTY;
if (!process.argv.includes('--no-open') && !unattended) {
  heading('Opening examples/ in VS Code');
  if (!openOnDesktop()) await serve();
}

/** Opens the desktop VS Code with the extension as built here; false when there is none. */
function openOnDesktop() {
  const args = [`--extensionDevelopmentPath=${root}`, path.join(root, 'examples')];
  const { error, status } = spawnSync('code', args, { stdio: 'inherit', shell: process.platform === 'win32' });
  return !error && status === 0;
}

/** Serves VS Code on this machine's own address, with the packed extension installed, until it is stopped. */
async function serve() {
  const { pack } = await import('./pack.mjs');
  const { startServer } = await import('./editor/server.mjs');
  const { newest } = await import('./editor/releases.mjs');
  const { address } = await import('./editor/window.mjs');
  const { file } = await pack();
  const server = await startServer({ version: newest, vsix: [file] });
  console.log(`\nVS Code with Qalam is ready. Open this address in a browser on this machine:\n`);
  console.log(`    ${address(server.port, path.join(root, 'examples'))}\n`);
  console.log('Ctrl+C stops it.');
  const { code } = await server.exited;
  console.error(`The VS Code server ended by itself, with code ${code}.`);
  process.exit(1);
}
