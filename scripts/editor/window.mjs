// Opens a VS Code window in a headless browser, and says how and why it ended.
import path from 'node:path';
import { format } from 'node:util';
import { launchBrowser } from './browser.mjs';
import { startServer } from './server.mjs';
import { still } from './settings.mjs';

/**
 * Opens `workspace` (a folder) in VS Code `version` and returns `{page, ended, problems, log(), close()}`.
 * - `extension` is a folder to load as under development; `tests` a module in it whose run() is called
 * - `vsix` are files to install first
 * - `inWorker` names extensions to run in the web worker host rather than in Node
 * - `onLog(type, text)` hears what the workbench and the extensions write to the console
 */
export async function openWindow(options) {
  const {
    version,
    workspace,
    extension,
    tests,
    vsix = [],
    env = {},
    inWorker = [],
    settings = {},
    onLog = () => {},
  } = options;
  const { size = { width: 1600, height: 1000 }, scale = 1, theme = 'Default Dark Modern' } = options;
  const hosts = Object.fromEntries(inWorker.map(id => [id, ['web']]));
  const wanted = { ...still, 'workbench.colorTheme': theme, 'remote.extensionKind': hosts, ...settings };
  const [server, browser] = await both(
    startServer({ version, vsix, env, settings: wanted, driver: extension !== undefined }),
    launchBrowser(),
  );
  const close = async () => {
    await browser.close().catch(() => {});
    await server.stop();
  };
  try {
    const context = await browser.newContext({
      viewport: size,
      deviceScaleFactor: scale,
      colorScheme: theme.includes('Light') ? 'light' : 'dark',
      locale: 'en-US',
      permissions: ['clipboard-read', 'clipboard-write'],
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    const problems = [];
    page.on('pageerror', error => problems.push(String(error.stack ?? error)));
    const ended = new Promise(done => {
      page.on('crash', () => done({ code: 1, why: 'the page crashed' }));
      server.exited.then(({ code }) => done({ code: 1, why: `the VS Code server ended with code ${code}` }));
      page.exposeFunction('codeAutomationExit', code => done({ code }));
    });
    await page.exposeFunction('codeAutomationLog', (type, values) => onLog(type, format(...values)));
    await page.goto(address(server.port, workspace, { extension, tests }));
    return { page, ended, problems, log: server.log, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Waits for two things that can be closed; when one fails, closes the other before saying so. */
async function both(server, browser) {
  const [first, second] = await Promise.allSettled([server, browser]);
  if (first.status === 'fulfilled' && second.status === 'fulfilled') return [first.value, second.value];
  if (first.status === 'fulfilled') await first.value.stop();
  if (second.status === 'fulfilled') await second.value.close();
  throw first.reason ?? second.reason;
}

/** The address at which a server shows a folder, with the extension under development and its tests named in it. */
export function address(port, workspace, { extension, tests } = {}) {
  const folder = encodeURIComponent(path.resolve(workspace)).replaceAll('%2F', '/');
  const plain = `http://127.0.0.1:${port}/?folder=${folder}`;
  if (!extension) return plain;
  const remote = file => `vscode-remote://127.0.0.1:${port}${path.resolve(file)}`;
  const payload = [['extensionDevelopmentPath', remote(extension)]];
  if (tests) payload.push(['extensionTestsPath', remote(tests)]);
  return `${plain}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
}
