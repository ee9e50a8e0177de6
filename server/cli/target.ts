// Whether a file may be written: never a report, and never what the run itself reads.
import fs from 'node:fs';
import path from 'node:path';
import { Failure } from './failure';

/** What files with these endings hold, which no command writes to `-o`. */
const kept: Readonly<Record<string, string>> = { '.qalam': 'a report' };

/** Throws `Failure` when `target` is one of the files that are read, by whatever path or link, or ends like those in `alsoKept`. */
export function refuseInputs(
  target: string,
  inputs: readonly string[],
  alsoKept: Readonly<Record<string, string>> = {},
): void {
  const real = realPath(target);
  const what = { ...kept, ...alsoKept }[path.extname(real).toLowerCase()];
  const same = identity(target);
  const read = inputs.some(input => realPath(input) === real || (same !== undefined && identity(input) === same));
  if (read || what) throw new Failure(`${target} is ${read ? 'one of the files read' : what}; name another file.`);
}

function realPath(file: string): string {
  try {
    return fs.realpathSync(file);
  } catch {
    return path.resolve(file); // It is not there yet.
  }
}

/** Equal for two names of one file; undefined when there is none, or none that can be seen. */
function identity(file: string): string | undefined {
  try {
    const { dev, ino } = fs.statSync(file, { bigint: true });
    return `${dev}:${ino}`;
  } catch {
    return;
  }
}
