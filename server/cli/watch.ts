// Runs a piece of work again whenever one of the reports it is about changes.
import fs from 'node:fs';
import path from 'node:path';
import { watch } from 'chokidar';
import { isDynamicPattern } from 'tinyglobby';
import { type ExitCode, Failure, reasonOf } from './failure';
import { reportsIn } from './reports';

/** Milliseconds of quiet after a change: an editor that saves ten files causes one run. */
const QUIET = 150;

/**
 * Runs the work now and after every change to a report below the paths, until the user interrupts the program; the exit code is then that of
 * the last run. Throws `Failure` when the system lets no more files be watched.
 */
export async function watching(paths: readonly string[], work: () => ExitCode): Promise<ExitCode> {
  const watcher = watch(paths.flatMap(watched), {
    ignoreInitial: true,
    ignored: (file, stats) =>
      /(^|[/\\])(\.[^./\\][^/\\]*|node_modules)$/.test(file) || (stats?.isFile() === true && !file.endsWith('.qalam')),
  });
  let last = runOnce(work);
  let soon: NodeJS.Timeout | undefined;
  watcher.on('all', () => {
    clearTimeout(soon);
    soon = setTimeout(() => {
      last = runOnce(work);
    }, QUIET);
  });
  try {
    await new Promise<void>((resolve, reject) => {
      watcher.on('error', reject);
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
    });
  } catch (error) {
    throw new Failure(`The files cannot be watched: ${reasonOf(error)}.`);
  } finally {
    clearTimeout(soon);
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
