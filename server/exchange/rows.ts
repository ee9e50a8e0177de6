// Formats that are one CSV table: a header, rows for each event, and what other projects coded of it in its place.
import { codedOf, loseCoded } from './coded';
import type { Exporter, Piece } from './exporter';
import { type EventRecord, loseUncarried } from './record';
import { loseParties, type Party } from './sides';
import { type Column, carriedBy, csvLine } from './table';

/** The rows of an event, and those who took part and have no place in them. */
export interface EventRows<Row> {
  readonly rows: readonly Row[];
  readonly unplaced: readonly Party[];
}

interface RowFormat<Row> extends Pick<Exporter, 'name' | 'title' | 'means' | 'lacks'> {
  readonly columns: readonly Column<Row>[];
  /** What else of `coded` its columns say. */
  readonly said?: readonly string[];
  /** A text where an event has no row, which says why. */
  rowsOf(record: EventRecord): EventRows<Row> | string;
}

/** Lines of text as pieces of the one file of a format, what it begins with before the first of them. */
export function beginningWith(first: string): (lines: string) => Piece[] {
  let head = first;
  return lines => {
    const data = head + lines;
    head = '';
    return data ? [{ file: '', data }] : [];
  };
}

/** The names of the columns, and under them their hashtags where they have any; before them, on request, a byte order mark. */
export const headOf = (columns: readonly Column<never>[], byteOrderMark: boolean): string =>
  (byteOrderMark ? '\uFEFF' : '') +
  csvLine(
    columns.map(({ name }) => name),
    true,
  ) +
  (columns.some(({ tag }) => tag)
    ? csvLine(
        columns.map(({ tag }) => tag ?? null),
        true,
      )
    : '');

/** A format with these rows. What is `coded` for it goes before what follows from the event. */
export function csvTable<Row>({ columns, said = [], rowsOf, ...described }: RowFormat<Row>): Exporter {
  const { name: format, title } = described;
  const members: ReadonlySet<string> = new Set([...carriedBy(columns), 'coded']);
  const names: ReadonlySet<string> = new Set([...columns.map(({ name }) => name), ...said]);
  return {
    ...described,
    extension: 'csv',
    mediaType: 'text/csv',
    folder: false,
    partitions: false,
    tables: [{ name: 'rows', columns }],
    cells(record) {
      const found = rowsOf(record);
      return typeof found === 'string' ? [] : found.rows.map(row => columns.map(({ cell }) => cell(row)));
    },
    begin(_, { keepFormulas, byteOrderMark }) {
      const lines = beginningWith(headOf(columns, byteOrderMark));
      return {
        take(record) {
          if (record.kind !== 'event') return [];
          const found = rowsOf(record);
          const coded = codedOf(record.json.coded, format);
          // An imported row that would be none of an event of ours is written back all the same.
          const asImported = typeof found === 'string' && columns.every(({ name }) => coded.has(name));
          if (typeof found === 'string' && !asImported) {
            record.lose(`${found[0]!.toUpperCase()}${found.slice(1)}; left out.`);
            return [];
          }
          const { rows, unplaced } = typeof found === 'string' ? { rows: [null], unplaced: [] } : found;
          // What was coded for one row is not true of each of several.
          const own = rows.length === 1 ? coded : null;
          loseUncarried(record, members, title);
          loseCoded(record, (of, column) => of === format && own !== null && names.has(column), format, title);
          loseParties(record, unplaced, title);
          const cells = (row: Row | null) => columns.map(({ name, cell }) => own?.get(name) ?? (row && cell(row)));
          return lines(rows.map(row => csvLine(cells(row), keepFormulas)).join(''));
        },
        end: () => lines(''),
      };
    },
  };
}
