// What an import format is: rows or blocks in, drafts of blocks out.
import type { Draft } from './draft';

/** A row of a table, by column; cells as they stand in the file. */
export type Row = ReadonlyMap<string, string>;

/** What one row becomes. */
export interface Imported {
  /** The event, which may cite the definitions. */
  readonly event: Draft;
  /** Sources, places and actors it rests on; the same ones come again with every row that needs them. */
  readonly definitions: readonly Draft[];
  /** The file it belongs to, without ending: the country, or what the rows are divided by. */
  readonly file: string;
  /** Title of the file's report, and its countries. */
  readonly report: Draft;
  /** What is odd about the row: it is kept all the same. */
  readonly odd: readonly string[];
}

export interface TableImporter {
  /** What `--from` takes. */
  readonly name: string;
  readonly title: string;
  readonly means: string;
  /** The column that tells rows apart. */
  readonly key: string;
  /** The export format that writes such tables; what the event does not give back of a row goes into its `coded` field. */
  readonly exportsAs: string;
  /** Columns without which a table is none of this kind, in our names. */
  readonly required: readonly string[];
  /** Our names of columns that other versions call otherwise. */
  readonly renamed: Readonly<Record<string, string>>;
  /** Reads a row; `number` counts from 1. */
  read(row: Row, number: number): Imported;
}
