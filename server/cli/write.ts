// Writes a file or a folder whole or not at all: beside its place first, then moved there in one step.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Failure, reasonOf } from './failure';

/** Something being written, which nobody sees before `finish`. Whatever cannot be done throws `Failure`, and leaves nothing behind. */
export interface Whole {
  /** Adds to a file; '' is the file itself, anything else a path within the folder. */
  write(file: string, data: string | Uint8Array): void;
  /** Puts it in its place. */
  finish(): void;
  abandon(): void;
}

/** Puts the data in the file, in place of what it held. Throws `Failure`, with the file as it was and nothing beside it, when it cannot. */
export function writeWhole(file: string, data: string | Uint8Array): void {
  const whole = wholeFile(file);
  whole.write('', data);
  whole.finish();
}

/** A file that will take the place of what is there. */
export function wholeFile(file: string): Whole {
  let beside: string | undefined;
  let target = file;
  let to: number | undefined;
  const close = (): void => {
    if (to !== undefined) fs.closeSync(to);
    to = undefined;
  };
  const abandon = (): void => {
    close();
    if (beside !== undefined) fs.rmSync(beside, { force: true });
  };
  const attempt = attempts(file, abandon);
  attempt(() => {
    target = settle(file);
    const before = fs.statSync(target, { throwIfNoEntry: false });
    if (before?.isDirectory()) throw new Failure(`${file} cannot be written: it is a folder.`);
    if (before && !before.isFile()) {
      to = fs.openSync(target, 'w'); // A device or a pipe has no place beside it.
      return;
    }
    if (before) fs.accessSync(target, fs.constants.W_OK);
    beside = besideOf(target);
    to = fs.openSync(beside, 'w', before?.mode ?? 0o666);
  });
  return {
    write: (_, data) => attempt(() => writeAll(to!, data)),
    finish: () =>
      attempt(() => {
        if (beside !== undefined) fs.fsyncSync(to!);
        close();
        if (beside !== undefined) fs.renameSync(beside, target);
      }),
    abandon,
  };
}

/** Files that are open at one time at most; a partitioned export may have thousands. */
const MOST_OPEN = 200;

/**
 * A folder that will take the place of an earlier export, which `mayReplace` knows by its content; any other folder that is not empty is left
 * alone.
 */
export function wholeFolder(folder: string, mayReplace: (files: readonly string[]) => boolean): Whole {
  const target = path.resolve(folder);
  const beside = besideOf(target);
  const open = new Map<string, number>();
  const close = (): void => {
    for (const file of open.values()) fs.closeSync(file);
    open.clear();
  };
  const abandon = (): void => {
    close();
    fs.rmSync(beside, { recursive: true, force: true });
  };
  const attempt = attempts(folder, abandon);
  attempt(() => {
    const before = fs.statSync(target, { throwIfNoEntry: false });
    if (before && !before.isDirectory()) throw new Failure(`${folder} cannot be written: it is a file, not a folder.`);
    const files = before ? filesIn(target) : [];
    if (files.length && !mayReplace(files))
      throw new Failure(`${folder} holds other files; name an empty or a new folder, or an earlier export.`);
    fs.mkdirSync(beside, { recursive: false });
  });
  return {
    write: (file, data) =>
      attempt(() => {
        let to = open.get(file);
        if (to === undefined) {
          if (open.size >= MOST_OPEN) close();
          fs.mkdirSync(path.dirname(path.join(beside, file)), { recursive: true });
          to = fs.openSync(path.join(beside, file), 'a');
          open.set(file, to);
        }
        writeAll(to, data);
      }),
    finish: () =>
      attempt(() => {
        close();
        if (!fs.existsSync(target)) return fs.renameSync(beside, target);
        const old = `${beside}.old`;
        fs.renameSync(target, old);
        try {
          fs.renameSync(beside, target);
        } catch (error) {
          fs.renameSync(old, target);
          throw error;
        }
        fs.rmSync(old, { recursive: true, force: true });
      }),
    abandon,
  };
}

/** Paths of the files in a folder, at any depth. */
const filesIn = (folder: string): string[] =>
  fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => !entry.isDirectory())
    .map(entry => path.relative(folder, path.join(entry.parentPath, entry.name)));

/** Runs a step; when it fails, abandons the whole and says why. */
const attempts =
  (name: string, abandon: () => void) =>
  (work: () => void): void => {
    try {
      work();
    } catch (error) {
      abandon();
      throw error instanceof Failure ? error : new Failure(`${name} cannot be written: ${reasonOf(error)}.`);
    }
  };

function writeAll(to: number, data: string | Uint8Array): void {
  const bytes = typeof data === 'string' ? Buffer.from(data, 'utf8') : data;
  for (let done = 0; done < bytes.length; ) done += fs.writeSync(to, bytes, done);
}

/** Where something grows until it is whole: hidden, beside its place. What runs of this machine that were killed have left there is cleared away. */
export function besideOf(target: string): string {
  const folder = path.dirname(target);
  const start = `.${path.basename(target).slice(0, 180)}.${machine}.`;
  for (const name of entriesOf(folder)) {
    const writer = name.startsWith(start) ? /^(\d+)\.tmp$/.exec(name.slice(start.length))?.[1] : undefined;
    if (writer && !isRunning(Number(writer))) fs.rmSync(path.join(folder, name), { recursive: true, force: true });
  }
  return path.join(folder, `${start}${process.pid}.tmp`);
}

/** In a folder that several machines share, only this one knows which of its processes run. */
const machine = os
  .hostname()
  .replace(/[^\w-]/g, '')
  .slice(0, 40);

function entriesOf(folder: string): string[] {
  try {
    return fs.readdirSync(folder);
  } catch {
    return []; // Whoever writes will be told why.
  }
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** The file a link leads to, so that the link stays one. */
function settle(file: string): string {
  const link = fs.lstatSync(file, { throwIfNoEntry: false });
  return link?.isSymbolicLink() && fs.existsSync(file) ? fs.realpathSync(file) : path.resolve(file);
}
