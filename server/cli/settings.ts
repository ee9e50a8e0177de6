// The settings that hold for some reports: the file that their team keeps beside or above them, and what the command line says.
import fs from 'node:fs';
import { dirname, join, resolve } from 'node:path';
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
  type SettingsProblem,
  type WrittenSettings,
} from '../semantics/settings';
import { Failure, reasonOf } from './failure';
import { pathFromHere } from './paths';
import { didYouMean } from './suggest';

/** What a command line says of settings. */
export type Asked = Omit<WrittenSettings, 'problems'>;

/** A settings file, and what in it counts for nothing. */
export interface SettingsFile {
  readonly path: string;
  readonly text: string;
  readonly problems: readonly SettingsProblem[];
}

/**
 * The settings of the first path's nearest folder that has a settings file, upwards, and over them what is asked for; the file,
 * where there is one. Throws `Failure` for one that cannot be read.
 */
export function settingsFor(
  [first = '.']: readonly string[],
  asked: Asked,
): { readonly settings: Settings; readonly file?: SettingsFile } {
  const path = settingsFileFor(first);
  if (path === undefined) return { settings: over(plainSettings, asked) };
  const text = reading(path);
  const { problems, ...written } = parseSettings(text, codes);
  return { settings: over(over(plainSettings, written), asked), file: { path, text, problems } };
}

/** Throws `Failure` with what in a settings file counts for nothing, for commands that find nothing else. */
export function refuseProblems(file: SettingsFile | undefined): void {
  if (!file?.problems.length) return;
  const said = file.problems.map(({ message }) => message).join(' ');
  throw new Failure(`${pathFromHere(file.path)} cannot be used. ${said}`);
}

/** The settings file that holds for a path; undefined when there is none. */
export const settingsFileFor = (first: string): string | undefined => nearestFile(folderOf(resolve(first)));

const folderOf = (at: string): string => (statOf(at)?.isDirectory() ? at : dirname(at));

/** Undefined for what cannot be looked at. */
function statOf(at: string): fs.Stats | undefined {
  try {
    return fs.statSync(at);
  } catch {
    return;
  }
}

function nearestFile(folder: string): string | undefined {
  const file = join(folder, SETTINGS_FILE);
  if (statOf(file)?.isFile()) return file;
  const above = dirname(folder);
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
