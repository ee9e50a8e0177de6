// Tables: what a column is, and how rows are written as CSV (RFC 4180) that no spreadsheet takes for a program.
import type { ColumnDoc } from './exporter';

export type Cell = string | number | boolean | null;

/** `day` is an ISO 8601 day as text. */
export type CellType = 'text' | 'integer' | 'number' | 'boolean' | 'day';

export interface Column<Row> extends ColumnDoc {
  readonly type: CellType;
  /** Members of the block that this column carries, or a part of. */
  readonly from: readonly string[];
  cell(row: Row): Cell;
}

/** A column; an empty text counts as nothing. */
export const column = <Row>(
  name: string,
  type: CellType,
  from: string,
  means: string,
  cell: (row: Row) => Cell | undefined,
  tag?: string,
): Column<Row> => ({
  name,
  type,
  means,
  from: from.split(' ').filter(Boolean),
  cell: row => {
    const value = cell(row) ?? null;
    return value === '' ? null : value;
  },
  ...(tag !== undefined && { tag }),
});

/** The members that some columns carry. */
export const carriedBy = (columns: readonly { readonly from: readonly string[] }[]): ReadonlySet<string> =>
  new Set(columns.flatMap(({ from }) => from));

/** A line of CSV with an LF at its end. Null is an empty cell. */
export function csvLine(cells: readonly Cell[], keepFormulas: boolean): string {
  let line = '';
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i]!;
    if (i) line += ',';
    if (cell === null) continue;
    line += typeof cell === 'string' ? quoted(keepFormulas ? cell : tamed(cell)) : String(cell);
  }
  return `${line}\n`;
}

/** A text that a spreadsheet would run as a formula, with an apostrophe before it that makes it text. A plain number is none. */
export const tamed = (text: string): string => (isFormula(text) ? `'${text}` : text);

/** The text that was tamed; any other as it is. */
export const wild = (text: string): string => (text.startsWith("'") && isFormula(text.slice(1)) ? text.slice(1) : text);

const isFormula = (text: string): boolean =>
  /^[=+\-@\t\r＝＋－＠]/.test(text) && !/^[+-]?\d+(?:\.\d+)?$/.test(text) && !accounts.test(text);

/** Names of accounts, `@MENASTREAM; @UN_MINUSMA`, by which sources go: they call no function. What could be a cell's address is none. */
const accounts = /^@(?![A-Za-z]{1,3}\d+\b)\w{3,}(?:[;,] ?@(?![A-Za-z]{1,3}\d+\b)\w{3,})*$/;

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
