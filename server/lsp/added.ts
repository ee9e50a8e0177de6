// The indexes that a user added to the shipped one: where they lie, and which can be used.
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { IndexError } from '../gazetteer/file';
import { type Layer, openIndex } from '../gazetteer/read';

/** The ending of an index's file. */
export const INDEX = '.bin';

/** The folder of added indexes: below QALAM_HOME where that is set, else where the system keeps a user's data. */
export const addedFolder = (): string => path.join(process.env.QALAM_HOME || dataFolder(), 'gazetteers');

function dataFolder(): string {
  const home = os.homedir();
  switch (process.platform) {
    case 'win32':
      return path.join(process.env.LOCALAPPDATA || path.join(home, 'AppData', 'Local'), 'Qalam');
    case 'darwin':
      return path.join(home, 'Library', 'Application Support', 'Qalam');
    default:
      return path.join(process.env.XDG_DATA_HOME || path.join(home, '.local', 'share'), 'qalam');
  }
}

/** One added index; `layer` is undefined when it cannot be used, and `refused` then says why. */
export interface Added {
  /** What it is called: the file's name without its ending. */
  readonly name: string;
  readonly file: string;
  readonly bytes: number;
  readonly layer?: Layer;
  readonly refused?: string;
}

/** The added indexes by name; none when there is no such folder. */
export async function addedIndexes(folder = addedFolder()): Promise<Added[]> {
  const names = await fs.readdir(folder).catch(() => []);
  return Promise.all(
    names
      .filter(name => name.endsWith(INDEX) && !name.startsWith('.'))
      .sort()
      .map(name => open(path.join(folder, name))),
  );
}

async function open(file: string): Promise<Added> {
  const name = path.basename(file, INDEX);
  let bytes = 0;
  try {
    const data = await fs.readFile(file);
    bytes = data.length;
    return { name, file, bytes, layer: openIndex(data) };
  } catch (error) {
    const why = error instanceof IndexError ? error.message : 'It cannot be read.';
    return { name, file, bytes, refused: `The added gazetteer ${name} is left out. ${why}` };
  }
}
