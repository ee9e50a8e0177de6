// Writes in the example as a person does, and leaves the pictures that the documentation shows.
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../install.mjs';
import { parts, person } from './person.mjs';
import { openWindow } from './window.mjs';

const shown = path.join(root, 'docs', 'images');

/** Goes through one session at the keyboard; `check` counts each step, and later steps are not tried after a failed one. */
export async function checkWriting({ version, workspace, vsix, out, check }) {
  const { name, line, season } = findPlace(workspace);
  const window = await openWindow({
    version,
    workspace,
    vsix: [vsix],
    size: { width: 1100, height: 700 },
    scale: 2,
    theme: 'Default Light Modern',
    settings: { 'editor.minimap.enabled': false },
  });
  const { page } = window;
  const someone = person(page);
  const steps = {
    'opens the report': async () => {
      await someone.ready();
      await someone.openFile(name);
    },
    'sees what dates and names stand for, and how often a source is cited': async () => {
      await someone.goTo(season);
      await page
        .locator(parts.lens, { hasText: /cited by|named in/ })
        .first()
        .waitFor();
      await page
        .locator(parts.line, { hasText: /=\s20\d\d-/ })
        .first()
        .waitFor();
      await someone.picture(path.join(out, 'hints.png'));
    },
    'deletes a place, and sees that the event lacks it': async () => {
      await someone.goTo(line + 1);
      await someone.press('Control+Shift+K');
      await someone.goTo(line, 200);
      await page.waitForSelector(parts.finding);
    },
    'types “place: Dumeir” and sees the town first': async () => {
      await someone.type('\nplace: Dumeir');
      await page.locator(parts.suggestionFocus, { hasText: 'umayr' }).waitFor();
      await someone.picture(path.join(out, 'suggestions.png'));
    },
    'accepts one, and the squiggle goes': async () => {
      await someone.accept('umayr');
      await page
        .locator(parts.line, { hasText: /place:\s.*umayr/ })
        .first()
        .waitFor();
      await page.locator(parts.finding).first().waitFor({ state: 'hidden' });
    },
    'rests the mouse on the name and reads what it means': async () => {
      await someone.hoverOver('umayr');
      await someone.picture(path.join(out, 'hover.png'));
      const [text] = await someone.read(parts.hover);
      if (!/33[.,]\d/.test(text ?? '')) throw new Error(`the hover says ${text}`);
    },
    'misspells a name and is told which may be meant': async () => {
      await someone.press('Escape');
      await someone.goTo(line + 1, 200);
      await someone.type('\nfrom: Dumeyir');
      await page.waitForSelector(parts.finding);
      await someone.press('Escape');
      await someone.press('Control+.');
      await page.locator(parts.action, { hasText: 'umayr' }).first().waitFor();
      await someone.picture(path.join(out, 'did-you-mean.png'));
      await someone.press('Enter');
      await page
        .locator(parts.line, { hasText: /from:\s.*umayr/ })
        .first()
        .waitFor();
    },
    'exports the report and is told how many events it has': async () => {
      await someone.press('Escape');
      await someone.exportFile(() => someone.picture(path.join(out, 'export.png')));
      const exported = path.join(workspace, name.replace(/\.qalam$/, '.json'));
      if (JSON.parse(fs.readFileSync(exported, 'utf8')).events.length === 0) throw new Error('the file has no events');
    },
  };
  try {
    for (const [title, step] of Object.entries(steps)) {
      if (await check(title, step)) continue;
      await page.screenshot({ path: path.join(out, 'writing-failed.png') }).catch(() => {});
      break;
    }
  } finally {
    await window.close();
  }
  publish(out);
}

/** Finds a place in the example, at Dumeir if there is one, for a person to write anew; returns the file, the line above, and the first that has a season. */
function findPlace(workspace) {
  const reports = fs.readdirSync(workspace).filter(entry => entry.endsWith('.qalam'));
  for (const place of [/^\s+place: .*Dum/, /^\s+place: /]) {
    for (const name of reports) {
      const file = path.join(workspace, name);
      const lines = fs.readFileSync(file, 'utf8').split('\n');
      const at = lines.findIndex((text, index) => place.test(text) && /^\s+date: /.test(lines[index - 1] ?? ''));
      if (at < 0) continue;
      const season = lines.findIndex(text => /^\s+date: .*\d{4}-2[1-4]/.test(text)) + 1;
      return { name, line: at, season };
    }
  }
  throw new Error('no report of the example has a place after a date');
}

/** Copies pictures to the documentation where they are missing, or all of them when UPDATE=1. */
function publish(out) {
  fs.mkdirSync(shown, { recursive: true });
  for (const name of ['suggestions.png', 'hover.png', 'hints.png', 'did-you-mean.png', 'export.png']) {
    const [from, to] = [path.join(out, name), path.join(shown, name)];
    if (fs.existsSync(from) && (process.env.UPDATE === '1' || !fs.existsSync(to))) fs.copyFileSync(from, to);
  }
}
