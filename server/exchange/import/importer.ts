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
  /** Cells to keep beside those that an export of the event does not give back. */
  readonly kept?: readonly (readonly [column: string, text: string])[];
}

/** A table that is read as a whole, and what is to read its rows. */
export interface WholeTable {
  readonly importer: TableImporter;
  readonly rows: readonly Row[];
}

/** What an import format is called. */
export interface ImportFormat {
  /** What `--from` takes. */
  readonly name: string;
  readonly title: string;
  readonly means: string;
  /** Endings of its files, without a dot. */
  readonly extensions: readonly string[];
}

export interface TableImporter extends ImportFormat {
  /** The column that tells rows apart. */
  readonly key: string;
  /** The export format that writes such tables: what it does not give back of a row goes into the event's `coded` field. Null where rows say themselves what they keep. */
  readonly exportsAs: string | null;
  /** Under which name `coded` keeps a column; null for one that needs no keeping. */
  codebook(column: string): string | null;
  /** Rows say in which file they stood, and so no file is divided, however long. */
  readonly keepsFiles?: boolean;
  /** How it keeps a cell, where that is not its text. */
  codedAs?(row: Row, column: string): string | undefined;
  /** What a table with these columns lacks to be one of this kind, in our names; '' when it lacks nothing. */
  lacks(columns: readonly string[]): string;
  /** Our names of columns that other versions call otherwise. */
  readonly renamed: Readonly<Record<string, string>>;
  /** The importer for a table with these columns, where several go by this name. */
  variant?(columns: readonly string[]): TableImporter;
  /** Reads a table that is no CSV; a sentence when it is none. */
  whole?(text: string): WholeTable | string;
  /** Reads a row; `number` counts from 1. */
  read(row: Row, number: number): Imported;
}

/** For `lacks`: those of some columns that are not there. */
export const allOf =
  (...required: readonly string[]) =>
  (columns: readonly string[]): string => {
    const missing = required.filter(name => !columns.includes(name));
    return missing.length ? `it has no column ${missing.join(', ')}` : '';
  };
