// Runs the suite in a desktop VS Code, where one can be downloaded and there is a screen, real or virtual, to show it on.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../install.mjs';
import { cache } from './vscode.mjs';

const outOfReach = new Set();

/** The program of that VS Code, or undefined after a line that says why there is none. VSCODE_TEST_ROUTE=server does not look. */
export async function findDesktop(version) {
  if (process.env.VSCODE_TEST_ROUTE === 'server' || outOfReach.has('all')) return undefined;
  if (process.env.VSCODE_TEST_EXECUTABLE) return process.env.VSCODE_TEST_EXECUTABLE;
  try {
    if (!hasScreen()) throw new Error('no screen, and no Xvfb');
    const { downloadAndUnzipVSCode, SilentReporter } = await import('@vscode/test-electron');
    return await downloadAndUnzipVSCode({ version, cachePath: cache, timeout: 15_000, reporter: new SilentReporter() });
  } catch (error) {
    outOfReach.add('all');
    console.log(`No desktop VS Code here (${error.code ?? error.message}): the suite runs in the VS Code server.`);
    return undefined;
  }
}

/** Returns `{code, why}`. The suite's lines come through a file, since a desktop's own output mixes with them. */
export async function runInDesktop(executable, { tests, workspace, hear }) {
  const { runTests } = await import('@vscode/test-electron');
  const user = fs.mkdtempSync(path.join(os.tmpdir(), 'qd-'));
  const report = path.join(user, 'report');
  const screen = await virtualScreen();
  try {
    const code = await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: root,
      extensionTestsPath: tests,
      launchArgs: [
        workspace,
        '--disable-extensions',
        '--disable-workspace-trust',
        `--user-data-dir=${user}`,
        '--no-sandbox',
      ],
      extensionTestsEnv: { QALAM_EDITOR_REPORT: report, QALAM_HOME: user, ...(screen && { DISPLAY: screen.display }) },
    });
    return { code };
  } catch (error) {
    return { code: 1, why: String(error.message ?? error) };
  } finally {
    screen?.stop();
    if (fs.existsSync(report)) fs.readFileSync(report, 'utf8').split('\n').forEach(hear);
    fs.rmSync(user, { recursive: true, force: true, maxRetries: 5 });
  }
}

const needsScreen = () => process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
const hasScreen = () => !needsScreen() || spawnSync('Xvfb', ['-help']).error === undefined;

/** Starts Xvfb when there is no screen; it chooses a free display and says which on file descriptor 3. */
async function virtualScreen() {
  if (!needsScreen()) return undefined;
  const args = ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'];
  const child = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await new Promise((done, fail) => {
    child.stdio[3].once('data', data => done(String(data).trim()));
    child.once('error', fail);
  });
  return { display: `:${number}`, stop: () => child.kill() };
}
