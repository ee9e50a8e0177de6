// Packs the extension, installs it in a VS Code that knows nothing of its sources, and looks whether it works there.
import path from 'node:path';
import { pack } from '../pack.mjs';
import { parts, person } from './person.mjs';
import { openWindow } from './window.mjs';

const limit = 15; // megabytes

/** Returns the package after checking what is in it, how large it is, and that findings and suggestions appear. */
export async function checkInstalled({ version, workspace, out, check }) {
  const { file, megabytes, contents } = await pack();
  console.log(`  ${path.basename(file)}: ${megabytes.toFixed(1)} MB in ${contents.length} files`);
  await check(`the package is smaller than ${limit} MB`, async () => {
    if (megabytes >= limit) throw new Error(`it has ${megabytes.toFixed(1)} MB`);
  });
  await check('the package holds what ships and nothing else', async () => {
    const needed = [
      'package.json',
      'dist/client.js',
      'dist/server.js',
      'dist/cli.js',
      'dist/web/client.js',
      'dist/web/server.js',
      'dist/gazetteer.bin',
    ];
    const missing = needed.filter(name => !contents.includes(name));
    const unwanted = contents.filter(name => /\.(ts|mjs|map)$|^(test|scripts|node_modules|out)\//.test(name));
    if (missing.length + unwanted.length > 0) throw new Error(`missing: ${missing}; unwanted: ${unwanted}`);
  });

  const window = await openWindow({ version, workspace, vsix: [file] });
  try {
    const someone = person(window.page);
    await someone.ready();
    await check(`VS Code ${version} with the package installed shows a finding`, async () => {
      await someone.openFile('draft.qalam');
      await window.page.waitForSelector(parts.finding);
    });
    await check(`VS Code ${version} with the package installed makes suggestions`, async () => {
      await someone.goTo(18, 100);
      await someone.type('\nplace: Dum');
      await window.page.locator(parts.suggestion, { hasText: 'umayr' }).first().waitFor();
    });
    await check('its export says what was left out, and shows it', async () => {
      await someone.press('Escape');
      await someone.exportFile();
      await window.page.getByText('Show What Was Left Out').click();
      await window.page.locator(parts.output, { hasText: 'Dumeyr' }).first().waitFor();
    });
  } finally {
    await someoneSaw(window.page, path.join(out, `installed-${version}.png`));
    await window.close();
  }
  return file;
}

async function someoneSaw(page, file) {
  await page.screenshot({ path: file }).catch(() => {});
}
