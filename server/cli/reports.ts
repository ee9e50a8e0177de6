// The reports that paths stand for, and the text of each.
import fs from 'node:fs';
import path from 'node:path';
import { globSync, isDynamicPattern } from 'tinyglobby';
import { decode } from './encoding';
import { Failure, reasonOf } from './failure';

const EXTENSION = '.qalam';
/** The path that stands for standard input, which is read as a report of the folder one is in. */
export const STDIN = '-';
/** Longest file that is read, in bytes. */
const LARGEST = 256 << 20;

export interface ReportFile {
  readonly path: string;
  readonly text: string;
  /** Set when the file is not UTF-8: what it is, and where the first character that could not be read stands. */
  readonly undecoded?: {
    readonly message: string;
    readonly offset: number;
    /** Whether characters are lost, for which U+FFFD stands. */
    readonly lossy: boolean;
  };
}

/** How a part of the work is tried: by default its failure ends the run. */
export type Attempt = <T>(work: () => T) => T | undefined;
const atOnce: Attempt = work => work();

/**
 * The files that paths stand for, each once: files as given, `-` for standard input, every `.qalam` file below a folder, by name, and what a pattern such as
 * `2014/**` matches where no shell has read it before. A path or folder that cannot be read, or a pattern that matches nothing, is a `Failure`
 * of its own in `attempt`.
 */
export function findReports(paths: readonly string[], attempt: Attempt = atOnce): string[] {
  const found = new Map<string, string>();
  for (const given of paths) {
    for (const file of given === STDIN ? [given] : (attempt(() => standsFor(given, attempt)) ?? [])) {
      const real = path.resolve(file);
      if (!found.has(real)) found.set(real, file);
    }
  }
  return [...found.values()];
}

function standsFor(given: string, attempt: Attempt): string[] {
  if (fs.existsSync(given) || !isDynamicPattern(given)) return below(given, attempt);
  const pattern = path.sep === '/' ? given : given.replaceAll(path.sep, '/');
  const matched = globSync(pattern, { expandDirectories: false, onlyFiles: false, ignore: '**/node_modules/**' });
  const found = matched
    .sort()
    .flatMap(at => (at.endsWith('/') ? (attempt(() => walk(path.normalize(at), attempt)) ?? []) : at));
  const reports = found.filter(file => file.endsWith(EXTENSION));
  if (!reports.length) throw new Failure(`No report matches ${given}.`);
  return reports;
}

function below(given: string, attempt: Attempt): string[] {
  const stat = trying(given, () => fs.statSync(given));
  if (stat.isFile()) return [given];
  if (stat.isDirectory()) return walk(given, attempt);
  throw new Failure(`${given} cannot be read: it is neither a file nor a folder.`);
}

function trying<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof Failure ? error : new Failure(`${file} cannot be read: ${reasonOf(error)}.`);
  }
}

/** Links to folders are not followed, so that no walk runs in a circle; hidden folders and node_modules hold no reports. */
const walk = (folder: string, attempt: Attempt): string[] =>
  (attempt(() => entriesOf(folder)) ?? []).flatMap(entry => {
    const at = path.join(folder, entry.name);
    if (!entry.isDirectory()) return isReport(entry, at) ? [at] : [];
    return entry.name.startsWith('.') || entry.name === 'node_modules' ? [] : walk(at, attempt);
  });

/** The `.qalam` files of a folder, without those of folders in it. */
export const reportsIn = (folder: string): string[] =>
  entriesOf(folder).flatMap(entry => {
    const at = path.join(folder, entry.name);
    return isReport(entry, at) ? [at] : [];
  });

const entriesOf = (folder: string): fs.Dirent[] =>
  trying(folder, () => fs.readdirSync(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));

function isReport(entry: fs.Dirent, at: string): boolean {
  if (!entry.name.endsWith(EXTENSION)) return false;
  if (!entry.isSymbolicLink()) return entry.isFile();
  try {
    return fs.statSync(at).isFile();
  } catch {
    return false; // A link that leads nowhere, or in a circle.
  }
}

/** Reads a file as UTF-8, with or without a byte order mark. Throws `Failure` when it cannot be read, with `wayOut` behind it when it is too large. */
export const readReport = (file: string, wayOut = 'Divide it.'): ReportFile =>
  trying(file === STDIN ? 'Standard input' : file, () => {
    if (file === STDIN) return { path: file, ...textOf(fs.readFileSync(0)) };
    const { size } = fs.statSync(file);
    if (size > LARGEST) throw new Failure(`${file} cannot be read: it is larger than ${LARGEST >> 20} MB. ${wayOut}`);
    return { path: file, ...textOf(fs.readFileSync(file)) };
  });

/** What is not UTF-8 is read as far as it goes, and says so. */
function textOf(bytes: Uint8Array): Omit<ReportFile, 'path'> {
  const { text, encoding } = decode(bytes);
  switch (encoding) {
    case 'utf-8':
      return { text };
    case 'utf-16':
      return { text, undecoded: { offset: 0, lossy: false, message: 'This file is in UTF-16. Save it as UTF-8.' } };
    case 'unknown': {
      const message = 'This file is not UTF-8 from here on. Save it as UTF-8, or mend this character.';
      return { text, undecoded: { offset: Math.max(0, text.indexOf('\uFFFD')), lossy: true, message } };
    }
  }
}
