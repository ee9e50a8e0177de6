// Runs a piece of work again whenever one of the reports it is about changes.
import fs from 'node:fs';
import path from 'node:path';
import { watch } from 'chokidar';
import { isDynamicPattern } from 'tinyglobby';
import { SETTINGS_FILE } from '../semantics/settings';
import { type ExitCode, Failure, reasonOf } from './failure';
import { reportsIn } from './reports';
import { settingsFileFor } from './settings';

/** Milliseconds of quiet after a change: an editor that saves ten files causes one run. */
const QUIET = 150;
/** Milliseconds between two looks for a path that has gone, as a folder does for a moment when another branch is checked out. */
const LOOK = 500;

/**
 * Runs the work now and after every change to a report below the paths, or to their settings, until the user interrupts the program; the exit
 * code is then that of the last run. Throws `Failure` when the system lets no more files be watched.
 */
export async function watching(paths: readonly string[], work: () => ExitCode): Promise<ExitCode> {
  const settings = paths.slice(0, 1).flatMap(first => settingsFileFor(first) ?? []);
  const watcher = watch([...paths.flatMap(watched), ...settings], {
    ignoreInitial: true,
    ignored: (file, stats) =>
      path.basename(file) !== SETTINGS_FILE &&
      (/(^|[/\\])(\.[^./\\][^/\\]*|node_modules)$/.test(file) ||
        (stats?.isFile() === true && !file.endsWith('.qalam'))),
  });
  let last = runOnce(work);
  let soon: NodeJS.Timeout | undefined;
  const runSoon = () => {
    clearTimeout(soon);
    soon = setTimeout(() => {
      last = runOnce(work);
    }, QUIET);
  };
  watcher.on('all', runSoon);
  // A folder that was taken away and made again is another one, which is not watched yet.
  let known = paths.map(identity);
  const look = setInterval(() => {
    const now = paths.map(identity);
    const back = paths.filter((_, i) => now[i] !== undefined && now[i] !== known[i]);
    known = now;
    if (!back.length) return;
    watcher.unwatch(back);
    watcher.add(back.flatMap(watched));
    runSoon();
  }, LOOK);
  try {
    await new Promise<void>((resolve, reject) => {
      watcher.on('error', reject);
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
    });
  } catch (error) {
    throw new Failure(`The files cannot be watched: ${reasonOf(error)}.`);
  } finally {
    clearTimeout(soon);
    clearInterval(look);
    await watcher.close();
  }
  return last;
}

/** A run that fails, as when a file is gone for a moment, ends that run only. */
function runOnce(work: () => ExitCode): ExitCode {
  let code: ExitCode;
  try {
    code = work();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    console.error(`qalam: ${error.message}`);
    code = 2;
  }
  console.error('Waiting for changes. Ctrl+C ends.');
  return code;
}

/** What tells a folder from another of the same name; the same for all files, and undefined for what is not there. */
function identity(given: string): string | undefined {
  const stat = fs.statSync(given, { throwIfNoEntry: false });
  return stat?.isDirectory() ? `${stat.ino} ${stat.birthtimeMs}` : stat && '';
}

/** What to watch for a path: a folder, a file with the reports beside it, and for a pattern the folder that it begins in. */
function watched(given: string): string[] {
  const stat = fs.statSync(given, { throwIfNoEntry: false });
  if (stat?.isFile()) return [given, ...reportsIn(path.dirname(given))];
  if (stat || !isDynamicPattern(given)) return [given];
  const parts = given.split(/[/\\]/);
  const fixed = parts.slice(
    0,
    parts.findIndex(part => isDynamicPattern(part)),
  );
  return [fixed.join(path.sep) || '.'];
}
