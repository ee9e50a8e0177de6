// The folder that an import writes: whole, or not at all.
import fs from 'node:fs';
import path from 'node:path';
import type { Addition } from '../exchange/import/table';
import { reportPath } from '../exchange/import/whole';
import { Failure, reasonOf } from './failure';
import { besideOf } from './write';

/** Files grow in a folder beside it, and come to their places together at the end. */
export class Folder {
  readonly files = new Set<string>();
  private readonly growing: string;

  constructor(
    readonly target: string,
    private readonly force: boolean,
  ) {
    const stat = fs.statSync(target, { throwIfNoEntry: false });
    if (stat && !stat.isDirectory()) throw new Failure(`${target} cannot be written into: it is a file.`);
    this.growing = besideOf(path.resolve(target));
    this.attempt(() => fs.mkdirSync(this.growing, { recursive: true }));
  }

  /** Adds texts to the ends of files, whose paths are within the folder whatever they say. */
  add(additions: readonly Addition[]): void {
    const texts = new Map<string, string[]>();
    for (const { file: name, text } of additions) {
      const file = reportPath(name);
      const known = texts.get(file);
      if (known) known.push(text);
      else texts.set(file, this.files.has(file) ? ['', text] : [text]);
      this.files.add(file);
    }
    this.attempt(() => {
      for (const [file, parts] of texts) {
        const at = path.join(this.growing, file);
        fs.mkdirSync(path.dirname(at), { recursive: true });
        fs.appendFileSync(at, parts.join('\n'));
      }
    });
  }

  /** Moves the files to their places. Throws `Failure`, with nothing moved, when one is there already. */
  settle(): void {
    const taken = [...this.files].filter(file => fs.existsSync(path.join(this.target, file)));
    if (taken.length && !this.force) {
      const which = taken.slice(0, 3).join(', ') + (taken.length > 3 ? ` and ${taken.length - 3} more` : '');
      throw new Failure(`${this.target} has ${which} already. Name another folder, or say --force to write over them.`);
    }
    this.attempt(() => {
      if (!fs.existsSync(this.target) && this.files.size) return fs.renameSync(this.growing, this.target);
      for (const file of this.files) {
        fs.mkdirSync(path.dirname(path.join(this.target, file)), { recursive: true });
        fs.renameSync(path.join(this.growing, file), path.join(this.target, file));
      }
    });
  }

  clear(): void {
    fs.rmSync(this.growing, { recursive: true, force: true });
  }

  private attempt(work: () => void): void {
    try {
      work();
    } catch (error) {
      throw new Failure(`${this.target} cannot be written: ${reasonOf(error)}.`);
    }
  }
}
