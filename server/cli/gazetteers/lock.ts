// Keeps two runs from fetching one file at the same time.
import fs from 'node:fs';
import { Failure, reasonOf } from '../failure';

/**
 * Marks a file as this run's own until the function that it gives is called. Throws `Failure` while another run that is still alive has it; the
 * mark of one that was ended is taken over.
 */
export function lock(file: string): () => void {
  const mark = `${file}.lock`;
  for (let tries = 0; ; tries++) {
    try {
      fs.writeFileSync(mark, String(process.pid), { flag: 'wx' });
      return () => fs.rmSync(mark, { force: true });
    } catch (error) {
      if ((error as { code?: string }).code !== 'EEXIST')
        throw new Failure(`${file} cannot be written: ${reasonOf(error)}.`);
    }
    const holder = holderOf(mark);
    if (tries > 0 || isAlive(holder))
      throw new Failure(`${file} is being fetched by another run, process ${holder}. Wait until it has ended.`);
    fs.rmSync(mark, { force: true });
  }
}

/** The number of the process; 0 when the mark says none. */
function holderOf(mark: string): number {
  try {
    return Number(fs.readFileSync(mark, 'utf8')) || 0;
  } catch {
    return 0;
  }
}

function isAlive(holder: number): boolean {
  if (holder <= 0) return false;
  try {
    return process.kill(holder, 0);
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM';
  }
}
