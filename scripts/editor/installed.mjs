// Packs the extension, installs it in a VS Code that knows nothing of its sources, and looks whether it works there.
import fs from 'node:fs';
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
    await check('a word written to its end stays, and return begins the next line', async () => {
      await someone.press('Escape');
      await someone.type('\ntype: Presence');
      await window.page.locator(parts.suggestionFocus, { hasText: 'Presence' }).waitFor();
      await someone.press('Enter');
      await someone.type('note: seen');
      await window.page
        .locator(parts.line, { hasText: /^\s*note:\s*seen$/ })
        .first()
        .waitFor();
    });
    await check('its export says what was left out, and shows it', async () => {
      await someone.press('Escape');
      await someone.exportFile();
      await window.page.getByText('Show What Was Left Out').click();
      await window.page.locator(parts.output, { hasText: 'Dumeyr' }).first().waitFor();
    });
    await check('its export begins with what was chosen last', async () => {
      await someone.command('Qalam: Export Report…');
      await window.page.locator(parts.quickPickFocus, { hasText: 'chosen last' }).waitFor();
      await someone.answer('Whole Workspace');
      await window.page.locator(parts.quickPickChosen, { hasText: 'Whole Workspace' }).waitFor();
      await someone.answer('GeoJSON');
      await someone.answer('OK');
      await window.page.locator(parts.notification, { hasText: /Exported \d+ events to examples\.geojson/ }).waitFor();
      await someone.command('Qalam: Export Report…');
      await window.page.locator(parts.quickPickFocus, { hasText: 'GeoJSON' }).waitFor();
      await someone.press('Escape');
    });
    await check('a place that is renamed shows what changes, with the old spelling as one to tick', async () => {
      await someone.openFile('shared.qalam');
      await someone.goTo(7, 10);
      await someone.press('F2');
      await window.page.locator('.rename-box input').fill('Lookout Hill');
      await someone.press('Enter');
      const row = window.page.locator('.monaco-list-row', { hasText: /also:.*Watchtower Hill/ });
      await row.waitFor();
      if (await row.locator('input[type=checkbox]').isChecked()) throw new Error('it is ticked already');
      await window.page.getByText('Discard', { exact: true }).click();
    });
    await check('its import asks for a table and a folder, and makes reports', async () => {
      const table = path.join(workspace, 'table.csv');
      const folder = path.join(workspace, 'table-2');
      fs.mkdirSync(path.join(workspace, 'table'));
      fs.writeFileSync(table, 'date,place,killed\n2014-11-14,Dumeir,3\n2014-11-15,Dumeir,many\n');
      await someone.command('Qalam: Import…');
      await someone.answer('.tsv');
      await someone.answerPath('Import events', table);
      await someone.answer('New Folder “table-2”');
      await window.page.locator(parts.notification, { hasText: /2 events, .* in 1 file/ }).waitFor();
      if (!fs.existsSync(path.join(folder, 'events.qalam'))) throw new Error(`there is ${fs.readdirSync(folder)}`);
    });
    await check('a long export shows how far it is, and leaves nothing when it is called off', async () => {
      const folder = path.join(workspace, 'many');
      fs.mkdirSync(folder);
      for (let i = 0; i < 60; i++) fs.writeFileSync(path.join(folder, `r${i}.qalam`), manyEvents(i));
      for (let i = 0; i < 60; i += 10) await someone.awaitEvent(`many-${i}-499`);
      await someone.command('Notifications: Clear All Notifications');
      await someone.command('Qalam: Export Report…');
      await someone.answer('Whole Workspace');
      await window.page.locator(parts.quickPickChosen, { hasText: 'Whole Workspace' }).waitFor();
      await someone.answer('JSON');
      await someone.answer('OK');
      const progress = window.page.locator(parts.notification, { hasText: 'Exporting the workspace' });
      await progress.waitFor();
      await progress.getByText('Cancel', { exact: true }).click();
      await progress.waitFor({ state: 'hidden' });
      await window.page.waitForTimeout(1000);
      const written = fs.readdirSync(workspace).filter(name => /\.json|\.part$/.test(name));
      if (written.length) throw new Error(`there is ${written}`);
    });
  } finally {
    await someoneSaw(window.page, path.join(out, `installed-${version}.png`));
    await window.close();
  }
  return file;
}

/** A report of 500 events, whose ids and source no other has. */
function manyEvents(number) {
  const events = Array.from({ length: 500 }, (_, i) =>
    [
      `event many-${number}-${i}`,
      '  type: Armed clash',
      `  date: 2014-11-${String(1 + (i % 28)).padStart(2, '0')}`,
      '  place: between Jayrud, Dumeir and Homs',
      '  actor: Syrian army as attacker',
      '  killed: 3..7',
      `  source: many-${number}\n`,
    ].join('\n'),
  );
  return [`source many-${number}\n  publisher: Many\n  published: 2015\n`, ...events].join('\n');
}

async function someoneSaw(page, file) {
  await page.screenshot({ path: file }).catch(() => {});
}
