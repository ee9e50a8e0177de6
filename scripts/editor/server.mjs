// Runs VS Code's server on this machine's own address, with everything it writes in one temporary folder.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../install.mjs';
import { quiet } from './settings.mjs';
import { installVSCode } from './vscode.mjs';

const leash = pathToFileURL(path.join(root, 'scripts', 'editor', 'leash.mjs')).href;
const running = new Map(); // process group of each server started here -> its folder
const pause = ms => new Promise(done => setTimeout(done, ms));

process.on('exit', () => {
  for (const [group, folder] of running) {
    signal(group, 'SIGKILL');
    remove(folder);
  }
});
for (const [name, number] of Object.entries({ SIGHUP: 1, SIGINT: 2, SIGTERM: 15 })) {
  process.once(name, () => process.exit(128 + number)); // so that what listens to 'exit' can tidy up
}

/**
 * Starts the server of that VS Code and returns `{port, exited, log(), stop()}`.
 * `vsix` are extensions to install first; `port` 0 takes a free one; `driver` lets a page load an extension under development
 * (and, as a side effect of VS Code's, shows no notifications).
 */
export async function startServer({ version, settings = {}, vsix = [], env = {}, driver = false, port = 0 }) {
  const { vscode, node } = installVSCode(version);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'qe-')); // short: a Unix socket's path has at most about 100 characters
  for (const scope of ['Machine', 'User']) {
    const file = path.join(folder, 'd', 'data', scope, 'settings.json');
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, JSON.stringify({ ...quiet, ...settings }, null, 2));
  }
  const command = [path.join(vscode, 'out', 'server-main.js'), '--server-data-dir', path.join(folder, 'd')];
  command.push('--accept-server-license-terms', '--disable-telemetry');
  const childEnv = { ...environment(folder), ...env };
  if (vsix.length > 0) installExtensions(node, command, vsix, childEnv, folder);

  command.push(
    '--host',
    '127.0.0.1',
    '--port',
    String(port),
    '--without-connection-token',
    '--disable-workspace-trust',
  );
  if (driver) command.push('--enable-smoke-test-driver');
  const child = spawn(node, ['--import', leash, ...command], {
    env: childEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true, // a process group of its own, so that stopping it stops all it started
  });
  running.set(child.pid, folder);
  const exited = new Promise(done => child.once('exit', (code, by) => done({ code, signal: by })));
  let log = '';
  const stop = async () => {
    await endGroup(child.pid);
    running.delete(child.pid);
    if (process.env.VSCODE_TEST_KEEP !== '1') remove(folder);
  };
  try {
    const listening = new Promise((done, fail) => {
      const read = chunk => {
        log += chunk;
        const said = /agent listening on (\d+)/.exec(log);
        if (said) done(Number(said[1]));
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.once('error', fail);
      exited.then(({ code }) => fail(new Error(`The VS Code server ended with code ${code}:\n${log}`)));
      setTimeout(() => fail(new Error(`The VS Code server did not start within 60 s:\n${log}`)), 60_000).unref();
    });
    return { port: await listening, folder, exited, stop, log: () => log };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The environment of the server: home and temporary files in its folder, nothing of an editor or npm around us. */
function environment(folder) {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$|npm_)/.test(name),
  );
  const home = path.join(folder, 'h');
  const temporary = path.join(folder, 't');
  fs.mkdirSync(home);
  fs.mkdirSync(temporary, { mode: 0o700 });
  return {
    ...Object.fromEntries(inherited),
    HOME: home,
    QALAM_HOME: home,
    TMPDIR: temporary,
    XDG_RUNTIME_DIR: temporary,
    EXTENSIONS_GALLERY: '{}', // no marketplace
    QALAM_EDITOR_OWNER: String(process.pid),
  };
}

function installExtensions(node, command, vsix, env, folder) {
  const wanted = vsix.flatMap(file => ['--install-extension', path.resolve(file)]);
  const { status, stdout, stderr } = spawnSync(node, [...command, ...wanted, '--force'], {
    env,
    encoding: 'utf8',
    timeout: 120_000,
  });
  if (status === 0 && stdout.includes('was successfully installed')) return;
  remove(folder);
  throw new Error(`VS Code would not install ${vsix.join(', ')}:\n${stdout}${stderr}`);
}

async function endGroup(group) {
  for (const how of ['SIGTERM', 'SIGKILL']) {
    signal(group, how);
    for (let tries = 0; tries < 60 && signal(group, 0); tries++) await pause(50);
    if (!signal(group, 0)) return;
  }
}

/** Signals a whole process group; false when nothing of it is left. */
function signal(group, how) {
  try {
    process.kill(-group, how);
    return true;
  } catch {
    return false;
  }
}

function remove(folder) {
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
