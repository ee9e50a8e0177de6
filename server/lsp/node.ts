// The host in Node: files from the disk, the index from beside the program.
import fs from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { IndexError } from '../gazetteer/file';
import { openIndex } from '../gazetteer/read';
import { addedIndexes } from './added';
import type { Host } from './host';

/**
 * Has V8 collect garbage before it is as large as what is alive, as a process should that runs all day beside an editor, and
 * keep the room for young objects that it has by now: a fourth of what it would take. Call it once the program is loaded.
 */
export function spareMemory(): void {
  setFlagsFromString('--heap-growing-percent=15');
  setFlagsFromString('--semi-space-growth-factor=1');
}

/** Folders that never hold reports. */
const passedOver = new Set(['node_modules', '.git', '.vscode-test']);

/** `folder` is where gazetteer.bin lies. */
export const nodeHost = (folder: string): Host => ({
  async gazetteer() {
    const file = path.join(folder, 'gazetteer.bin');
    const bytes = await fs.readFile(file).catch(() => {
      throw new IndexError(`The gazetteer is missing: there is no ${file}.`);
    });
    return openIndex(bytes);
  },
  async added() {
    const added = await addedIndexes();
    return {
      layers: added.flatMap(({ layer }) => layer ?? []),
      refused: added.flatMap(({ refused }) => refused ?? []),
    };
  },
  async files(uri) {
    return uri.startsWith('file:')
      ? (await reportsBelow(fileURLToPath(uri))).map(file => String(pathToFileURL(file)))
      : undefined;
  },
  async read(uri) {
    return uri.startsWith('file:') ? fs.readFile(fileURLToPath(uri), 'utf8').catch(nullIfGone) : undefined;
  },
});

function nullIfGone(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
  throw error;
}

/** Paths of the .qalam files below a folder, in order; folders that cannot be read count as empty. */
async function reportsBelow(folder: string): Promise<string[]> {
  const entries = await fs.readdir(folder, { withFileTypes: true }).catch(() => []);
  const found = await Promise.all(
    entries.map(async entry => {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) return passedOver.has(entry.name) ? [] : reportsBelow(file);
      return entry.name.endsWith('.qalam') ? [file] : [];
    }),
  );
  return found.flat().sort();
}
