// The reports that paths stand for, and the text of each.
import fs from 'node:fs';
import path from 'node:path';
import { Failure, reasonOf } from './failure';

const EXTENSION = '.qalam';
/** Longest file that is read, in bytes. */
const LARGEST = 256 << 20;

export interface ReportFile {
  readonly path: string;
  readonly text: string;
  /** Offset of the first character that is no UTF-8, and stands as U+FFFD in the text; undefined when all is well. */
  readonly undecoded?: number;
}

/** The files that paths stand for, each once: files as given, and every `.qalam` file below a folder, by name. Throws `Failure` for a path that leads nowhere. */
export function findReports(paths: readonly string[]): string[] {
  const found = new Map<string, string>();
  for (const given of paths) {
    for (const file of below(given)) {
      const real = path.resolve(file);
      if (!found.has(real)) found.set(real, file);
    }
  }
  return [...found.values()];
}

function below(given: string): string[] {
  try {
    const stat = fs.statSync(given);
    if (stat.isFile()) return [given];
    if (stat.isDirectory()) return walk(given);
  } catch (error) {
    throw new Failure(`${given} cannot be read: ${reasonOf(error)}.`);
  }
  throw new Failure(`${given} cannot be read: it is neither a file nor a folder.`);
}

/** Links to folders are not followed, so that no walk runs in a circle; hidden folders and node_modules hold no reports. */
function walk(folder: string): string[] {
  const entries = fs.readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap(entry => {
    const at = path.join(folder, entry.name);
    if (entry.isDirectory()) return entry.name.startsWith('.') || entry.name === 'node_modules' ? [] : walk(at);
    if (!entry.name.endsWith(EXTENSION)) return [];
    return entry.isFile() || (entry.isSymbolicLink() && fs.statSync(at, { throwIfNoEntry: false })?.isFile())
      ? [at]
      : [];
  });
}

/** Reads a file as UTF-8, with or without a byte order mark. Throws `Failure` when it cannot be read. */
export function readReport(file: string): ReportFile {
  try {
    const { size } = fs.statSync(file);
    if (size > LARGEST) throw new Failure(`${file} cannot be read: it is larger than ${LARGEST >> 20} MB.`);
    const bytes = fs.readFileSync(file);
    return { path: file, ...decode(bytes) };
  } catch (error) {
    throw error instanceof Failure ? error : new Failure(`${file} cannot be read: ${reasonOf(error)}.`);
  }
}

function decode(bytes: Uint8Array): Omit<ReportFile, 'path'> {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    return { text, undecoded: Math.max(0, text.indexOf('\uFFFD')) };
  }
}
