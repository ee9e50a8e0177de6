// Writes a file whole or not at all: beside its place first, then moved there in one step.
import fs from 'node:fs';
import path from 'node:path';
import { Failure, reasonOf } from './failure';

/** Puts the data in the file, in place of what it held. Throws `Failure`, with the file as it was and nothing beside it, when it cannot. */
export function writeWhole(file: string, data: string | Uint8Array): void {
  let beside: string | undefined;
  try {
    const target = settle(file);
    const before = fs.statSync(target, { throwIfNoEntry: false });
    if (before && !before.isFile()) {
      if (before.isDirectory()) throw new Failure(`${file} cannot be written: it is a folder.`);
      fs.writeFileSync(target, data); // A device or a pipe has no place beside it.
      return;
    }
    if (before) fs.accessSync(target, fs.constants.W_OK);
    beside = path.join(path.dirname(target), `.${path.basename(target).slice(0, 200)}.${process.pid}.tmp`);
    const to = fs.openSync(beside, 'w', before?.mode ?? 0o666);
    try {
      fs.writeFileSync(to, data);
      fs.fsyncSync(to);
    } finally {
      fs.closeSync(to);
    }
    fs.renameSync(beside, target);
  } catch (error) {
    if (beside !== undefined) fs.rmSync(beside, { force: true });
    throw error instanceof Failure ? error : new Failure(`${file} cannot be written: ${reasonOf(error)}.`);
  }
}

/** The file a link leads to, so that the link stays one. */
function settle(file: string): string {
  const link = fs.lstatSync(file, { throwIfNoEntry: false });
  return link?.isSymbolicLink() && fs.existsSync(file) ? fs.realpathSync(file) : path.resolve(file);
}
