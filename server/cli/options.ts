// The options that the commands about reports share, and what stands for the paths they take.
import type { Layer } from '../gazetteer/read';
import { addedIndexes } from '../lsp/added';
import { countriesFrom, UnknownCodes } from './country';
import { type Complaints, Failure } from './failure';
import { openGazetteer } from './index-file';
import type { Asked } from './settings';

export const gazetteerOption = { gazetteer: { type: 'string', multiple: true } } as const;
export const reportOptions = { country: { type: 'string', multiple: true }, ...gazetteerOption } as const;

export const reportOptionsHelp = `  --country CC      countries that rank first in reports that name none, separated by commas
  --gazetteer FILE  an index that "qalam gazetteer build" made, beside the one that ships;
                    may be given several times`;

/** Tells when the paths stand for no file at all, which is no mistake but rarely meant. */
export function tellIfNone(files: readonly unknown[], paths: readonly string[], complaints: Complaints): void {
  if (!files.length && !complaints.any) console.error(`qalam: There is no .qalam file in ${paths.join(', ')}.`);
}

/** The indexes to look names up in: the one that ships, those that were added, then those the user names. Throws `Failure`. */
export const layersFrom = async (files: readonly string[] | undefined): Promise<Layer[]> => [
  openGazetteer(),
  ...(await addedLayers()),
  ...(files ?? []).map(file => openGazetteer(file)),
];

/** What "qalam gazetteer add" made; tells of what cannot be used. */
export async function addedLayers(): Promise<Layer[]> {
  const added = await addedIndexes();
  for (const { refused } of added) if (refused !== undefined) console.error(`qalam: ${refused}`);
  return added.flatMap(({ layer }) => layer ?? []);
}

/** ISO 3166-1 codes; tells of those it does not have. Throws `Failure` for a word that is no country. */
export function countryOption(command: string, words: readonly string[] | undefined): string[] {
  const countries = countriesFrom(words ?? []);
  if (typeof countries === 'string') throw new Failure(countries, command);
  new UnknownCodes().tell(countries);
  return countries;
}

/** What the command line says of settings. Throws `Failure` for a word that is no country. */
export const askedFor = (command: string, words: readonly string[] | undefined): Asked => {
  const countries = countryOption(command, words);
  return countries.length ? { countries } : {};
};

/** The paths, of which there must be one. Throws `Failure`. */
export function somePaths(command: string, paths: readonly string[]): readonly string[] {
  if (!paths.length) throw new Failure('Name at least one file or folder.', command);
  if (paths.includes('')) throw new Failure('One of the paths is empty; name a file or folder.', command);
  return paths;
}
