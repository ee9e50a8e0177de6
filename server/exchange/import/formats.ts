// The one list of formats that can be imported; the command line, the editor and the reference read it.
import { acled } from './acled';
import { type Block, blocksOfJson, blocksOfLines } from './document';
import { geojson } from './features';
import { ged } from './ged';
import type { ImportFormat, TableImporter } from './importer';
import { csv } from './plain';

/** An export of our own, read as a whole. */
export interface DocumentImporter extends ImportFormat {
  /** The blocks of a text; a sentence when it is none. */
  blocks(text: string): Block[] | string;
}

export type Importer = TableImporter | DocumentImporter;

export const importers: readonly Importer[] = [
  ged,
  acled,
  csv,
  geojson,
  {
    name: 'json',
    title: 'JSON',
    means: 'A document that “qalam export --to json” wrote.',
    extensions: ['json'],
    blocks: blocksOfJson,
  },
  {
    name: 'ndjson',
    title: 'JSON lines',
    means: 'The same, one block a line.',
    extensions: ['ndjson', 'jsonl'],
    blocks: blocksOfLines,
  },
];

export const importerOf = (name: string): Importer | undefined => importers.find(one => one.name === name);
