// Finds a Chromium to drive: the one named by CHROMIUM, one that is installed, else the one from npm.
import fs from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { root } from '../install.mjs';
import { writeFonts } from './fonts.mjs';
import { cache } from './vscode.mjs';

const usualPlaces = {
  linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: ['C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
};

const switches = [
  '--no-sandbox', // the page is our own, and root may run the tests
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
  '--font-render-hinting=none',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost', // nothing but this machine
];

/** Starts the browser without a window. */
export function launchBrowser() {
  const wanted = [process.env.CHROMIUM, ...(usualPlaces[process.platform] ?? [])];
  const installed = wanted.find(file => file && fs.existsSync(file));
  const { executable, libraries } = installed ? { executable: installed } : unpackBrowser();
  const env = { ...process.env };
  if (libraries) env.LD_LIBRARY_PATH = [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  if (process.platform === 'linux') env.FONTCONFIG_FILE = writeFonts(path.join(cache, 'fonts'));
  return chromium.launch({ executablePath: executable, args: switches, env });
}

/** Unpacks the browser of the npm package @sparticuz/chromium, once; it is built for Linux on x64 only. */
function unpackBrowser() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'No Chromium found. Install Chrome or Chromium, or name its program in the environment variable CHROMIUM.',
    );
  }
  const packed = path.join(root, 'node_modules', '@sparticuz', 'chromium');
  const { version } = JSON.parse(fs.readFileSync(path.join(packed, 'package.json'), 'utf8'));
  const home = path.join(cache, `chromium-${version}`);
  const found = { executable: path.join(home, 'chromium'), libraries: path.join(home, 'lib') };
  if (fs.existsSync(home)) return found;

  const inflate = name => brotliDecompressSync(fs.readFileSync(path.join(packed, 'bin', name)));
  const part = `${home}.${process.pid}.part`;
  fs.mkdirSync(part, { recursive: true });
  fs.writeFileSync(path.join(part, 'chromium'), inflate('chromium.br'), { mode: 0o755 });
  for (const { name, content } of entries(inflate('al2023.tar.br'))) {
    fs.mkdirSync(path.dirname(path.join(part, name)), { recursive: true });
    fs.writeFileSync(path.join(part, name), content, { mode: 0o755 });
  }
  fs.renameSync(part, home);
  return found;
}

/** The plain files of a tar archive (512-byte blocks: name, size in octal at 124, kind at 156). */
function* entries(archive) {
  for (let at = 0; at + 512 <= archive.length && archive[at] !== 0; ) {
    const text = (from, length) => archive.toString('latin1', at + from, at + from + length).replace(/\0.*$/s, '');
    const name = text(0, 100);
    const size = Number.parseInt(text(124, 12), 8);
    if (text(156, 1) === '0') yield { name, content: archive.subarray(at + 512, at + 512 + size) };
    at += 512 + Math.ceil(size / 512) * 512;
  }
}
