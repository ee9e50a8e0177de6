// Runs the suite of test/editor in one VS Code and counts how its tests went.
import path from 'node:path';
import { root } from '../install.mjs';
import { findDesktop, runInDesktop } from './desktop.mjs';
import { openWindow } from './window.mjs';

const limit = 240_000;

/**
 * Runs the bundled suite on a workspace and returns `{passed, failed}`.
 * `host` is 'node' or 'worker'. With the Node host a desktop VS Code is taken when one can be had, else the server.
 */
export async function runSuite({ version, host, tests, workspace, id, out }) {
  const tally = listen();
  const desktop = host === 'node' ? await findDesktop(version) : undefined;
  const run = desktop ? runInDesktop(desktop, { tests, workspace, hear: tally.hear }) : runInServer();
  const { code, why = '' } = await run;
  const { passed, failed, done } = tally.result();
  if (code === 0 && done?.passed === passed && passed > 0) return { passed, failed };
  // A crashed extension host ends with code 0, so only the suite's own last line counts as an end.
  if (failed === 0)
    console.error(
      `  ✗ ${why || (done ? `the editor ended with code ${code}` : 'the editor ended before its tests did')}`,
    );
  return { passed, failed: Math.max(failed, 1) };

  async function runInServer() {
    const lines = [];
    const onLog = (type, text) => {
      if (!tally.hear(text)) lines.push(`${type}: ${text.slice(0, 500)}`);
      if (process.env.VERBOSE === '1') console.log(`    ${type}: ${text.slice(0, 500)}`);
    };
    const inWorker = host === 'worker' ? [id] : [];
    const window = await openWindow({ version, workspace, extension: root, tests, inWorker, onLog });
    let timer;
    const late = new Promise(done => {
      timer = setTimeout(() => done({ code: 124, why: `no end after ${limit / 1000} s` }), limit);
    });
    const ended = await Promise.race([window.ended, late]);
    clearTimeout(timer);
    if (!tally.result().done) {
      await window.page.screenshot({ path: path.join(out, `failed-${version}-${host}.png`) }).catch(() => {});
      console.error([...lines.slice(-30), ...window.problems.slice(0, 5), window.log().slice(-2000)].join('\n'));
    }
    await window.close();
    return ended;
  }
}

/** Hears the suite's marked lines, prints them for people, and counts. */
function listen() {
  let passed = 0;
  let failed = 0;
  let done;
  return {
    /** True when the line was the suite's. */
    hear(text) {
      if (!text.startsWith('[suite] ')) return false;
      const said = JSON.parse(text.slice('[suite] '.length));
      if (said.pass) {
        passed++;
        console.log(`  ✓ ${said.pass} (${said.ms} ms)`);
      } else if (said.fail) {
        failed++;
        console.error(`  ✗ ${said.fail}\n      ${said.why.replaceAll('\n', '\n      ')}`);
      } else done = said.done;
      return true;
    },
    result: () => ({ passed, failed, done }),
  };
}
