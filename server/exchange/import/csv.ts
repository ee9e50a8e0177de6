// CSV (RFC 4180, and what spreadsheets make of it) that stands in memory: its cells, and what its header makes of its rows.
import { parse } from 'csv-parse/browser/esm/sync';
import type { Row, TableImporter } from './importer';

/** What the header has most of, comma, semicolon or tab: a list with semicolons may have decimal commas. */
export function delimiterOf(text: string): string {
  const header = text.slice(0, text.search(/[\r\n]|$/));
  const times = (one: string) => header.split(one).length;
  return [',', ';', '\t'].reduce((best, one) => (times(one) > times(best) ? one : best));
}

/** How any CSV is read: lines without a cell are none, and rows may have fewer or more cells than the header. */
export const csvOptions = (delimiter: string) => ({
  bom: true,
  delimiter,
  relaxColumnCount: true,
  skipEmptyLines: true,
});

/** All records of a text, the header first; a sentence when its quotes do not fit. */
export function recordsOf(text: string, delimiter = delimiterOf(text)): string[][] | string {
  try {
    return parse(text, csvOptions(delimiter));
  } catch (error) {
    return faultOf(error) ?? String(error);
  }
}

/** What is wrong with a text that no reader of CSV can make cells of; undefined for an error of any other sort. */
export function faultOf(error: unknown): string | undefined {
  const { code = '', lines = '?' } = error as { code?: string; lines?: number };
  if (code === 'INVALID_OPENING_QUOTE')
    return `a cell in line ${lines} has a quote within; such a cell stands in quotes, and its own are written twice`;
  // One that closes at a wrong place was opened earlier, and meant to be closed there.
  return code.startsWith('CSV_') ? `a quote that is opened in line ${lines} or before is never closed` : undefined;
}

/** The columns that a header names, in our names; a sentence when the table is not one of the importer's. */
export function columnsOf({ title, renamed, lacks }: TableImporter, header: readonly string[]): string[] | string {
  const columns = header.map(name => renamed[name.trim().toLowerCase()] ?? name.trim().toLowerCase());
  const lacking = lacks(columns);
  if (lacking) return `is no table of ${title}: ${lacking}.`;
  const twice = columns.find((name, i) => name !== '' && columns.indexOf(name) < i);
  return twice === undefined
    ? columns
    : `has two columns “${twice}”. Give one of them another name, so that neither is lost.`;
}

/** What is odd about a row's number of cells; '' when it has one for each column. */
export const cellsLacking = (columns: readonly string[], cells: readonly string[]): string =>
  cells.length === columns.length
    ? ''
    : `it has ${cells.length < columns.length ? 'fewer' : 'more'} cells than there are columns`;

/** A row by its columns; what it has beyond them is kept under numbers. */
export const rowOf = (columns: readonly string[], cells: readonly string[]): Row =>
  new Map(cells.map((cell, i) => [columns[i] ?? `column_${i + 1}`, cell]));
