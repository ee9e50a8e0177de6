// The settings that hold for some reports: the file that their team keeps beside or above them, and what the command line says.
import fs from 'node:fs';
import path from 'node:path';
import { codes } from '../features/checks';
import {
  isLevel,
  type Level,
  levels,
  over,
  parseSettings,
  plainSettings,
  SETTINGS_FILE,
  type Settings,
  type WrittenSettings,
} from '../semantics/settings';
import { Failure, reasonOf } from './failure';
import { pathFromHere } from './paths';
import { didYouMean } from './suggest';

/** What a command line says of settings. */
export type Asked = Omit<WrittenSettings, 'problems'>;

/** The settings of the first path's nearest folder that has a settings file, upwards, and over them what is asked for. Throws `Failure`. */
export function settingsFor([first = '.']: readonly string[], asked: Asked): Settings {
  const file = settingsFileFor(first);
  if (file === undefined) return over(plainSettings, asked);
  const { problems, ...written } = parseSettings(reading(file), codes);
  if (problems.length) throw new Failure(`${pathFromHere(file)} cannot be used: ${problems.join('; ')}.`);
  return over(over(plainSettings, written), asked);
}

/** The settings file that holds for a path; undefined when there is none. */
export const settingsFileFor = (first: string): string | undefined => nearestFile(folderOf(path.resolve(first)));

const folderOf = (at: string): string => (statOf(at)?.isDirectory() ? at : path.dirname(at));

/** Undefined for what cannot be looked at. */
function statOf(at: string): fs.Stats | undefined {
  try {
    return fs.statSync(at);
  } catch {
    return;
  }
}

function nearestFile(folder: string): string | undefined {
  const file = path.join(folder, SETTINGS_FILE);
  if (statOf(file)?.isFile()) return file;
  const above = path.dirname(folder);
  return above === folder ? undefined : nearestFile(above);
}

function reading(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    throw new Failure(`${file} cannot be read: ${reasonOf(error)}.`);
  }
}

/** The levels of `--severity place.abroad=off`. Throws `Failure` for a check or a level that there is not. */
export function levelsFrom(words: readonly string[] = []): ReadonlyMap<string, Level> {
  const all = new Map<string, Level>();
  for (const word of words.flatMap(list => list.split(','))) {
    const [code = '', level] = word.split('=').map(part => part.trim());
    if (!codes.has(code))
      throw new Failure(`--severity: there is no check “${code}”.${didYouMean(code, codes)}`, 'check');
    if (!isLevel(level))
      throw new Failure(`--severity: write ${code}=LEVEL with one of ${levels.join(', ')}.`, 'check');
    all.set(code, level);
  }
  return all;
}
