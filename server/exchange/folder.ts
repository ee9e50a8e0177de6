// Tables as a folder of files, CSV or Parquet, on request divided by country and year as Hive lays partitions out.
import { codedName, codedOf } from './coded';
import type { CodedColumns, Exporter, ExportOptions, Piece } from './exporter';
import type { Row } from './fieldColumns';
import { parquetFile } from './parquet';
import { type ExportRecord, loseUncarried } from './record';
import { headOf } from './rows';
import { daysOf } from './summary';
import { type Cell, carriedBy, column, csvLine } from './table';
import { type Table, tableOf, tables } from './tables';

/** One file under way: rows in, bytes out. */
export interface TableFile {
  /** What can be written after some more rows. */
  add(rows: readonly (readonly Cell[])[]): Iterable<string | Uint8Array>;
  end(): Iterable<string | Uint8Array>;
}

type Begin = (table: Table, options: ExportOptions) => TableFile;

const members = new Set([
  ...carriedBy(tables.flatMap(({ columns }) => columns)),
  'actors',
  'sources',
  'sources.grades',
]);

function folderOf(base: Omit<Exporter, 'folder' | 'partitions' | 'tables' | 'begin'>, begin: Begin): Exporter {
  return {
    ...base,
    folder: true,
    partitions: true,
    tables,
    begin(header, options, coded) {
      const all = tables.map(table => withCoded(table, base.name, coded));
      const open = new Map<string, TableFile>();
      const fileFor = (table: Table, record: ExportRecord | null): readonly [path: string, file: TableFile] => {
        const path = pathOf(table, record, base.extension, options.partition);
        const file = open.get(path) ?? begin(table, options);
        open.set(path, file);
        return [path, file];
      };
      const pieces = (path: string, data: Iterable<string | Uint8Array>): Piece[] =>
        [...data].map(one => ({ file: path, data: one }));
      return {
        take(record) {
          if (record.kind === 'event') loseUncarried(record, members, base.title);
          return all.flatMap(table => {
            const rows = table.rows(record);
            if (!rows.length) return [];
            const [path, file] = fileFor(table, record);
            return pieces(path, file.add(rows.map(row => table.columns.map(({ cell }) => cell(row)))));
          });
        },
        *end() {
          // A table without rows still has its columns.
          for (const table of all) if (!options.partition || !table.ofEvents) fileFor(table, null);
          for (const [path, file] of open) yield* pieces(path, file.end());
          const about = {
            format: base.name,
            ...header,
            // Else those of CSV have an apostrophe before them, which an import takes away again.
            keepFormulas: options.keepFormulas || base.extension !== 'csv',
            tables: Object.fromEntries(
              all.map(({ name, columns }) => [
                name,
                Object.fromEntries(columns.map(({ name: key, type, means }) => [key, { type, means }])),
              ]),
            ),
          };
          yield { file: 'about.json', data: `${JSON.stringify(about, null, 2)}\n` };
        },
      };
    },
  };
}

/** The table of events with the columns that an import from this format kept in `coded`; others as they are. */
function withCoded(table: Table, format: string, coded: CodedColumns): Table {
  if (table.name !== tableOf('event')) return table;
  const own: ReadonlySet<string> = new Set(table.columns.map(({ name }) => name));
  const read = new WeakMap<ExportRecord, ReadonlyMap<string, string>>();
  const cellsOf = (record: ExportRecord): ReadonlyMap<string, string> => {
    const cells = read.get(record) ?? codedOf(record.json.coded, format);
    read.set(record, cells);
    return cells;
  };
  const more = coded(format).map(name =>
    column<Row>(
      codedName(name, own),
      'text',
      '',
      'As the table had it that the event was imported from.',
      ({ record }) => cellsOf(record).get(name),
    ),
  );
  return { ...table, columns: [...table.columns, ...more] };
}

/** What readers of Hive's layout take for no value. */
const NOWHERE = '__HIVE_DEFAULT_PARTITION__';

function pathOf({ name, ofEvents }: Table, record: ExportRecord | null, extension: string, partition: boolean): string {
  if (!partition || !ofEvents || record?.kind !== 'event') return `${name}.${extension}`;
  const { json } = record;
  const [earliest, latest] = daysOf(json);
  const year = (earliest ?? latest)?.slice(0, 4) ?? NOWHERE;
  return `${name}/country=${json.place?.country ?? NOWHERE}/year=${year}/part-0.${extension}`;
}

export const csv = folderOf(
  {
    name: 'csv',
    title: 'CSV tables',
    means:
      'A folder of tables for R, pandas, DuckDB and spreadsheets: events, who took part, figures, citations, sources, places, groups, reports.',
    lacks: 'Nothing but comments, and lines that could not be read.',
    extension: 'csv',
    mediaType: 'text/csv',
  },
  ({ columns }, { keepFormulas, byteOrderMark }) => {
    let head = headOf(columns, byteOrderMark);
    const first = (): string => {
      const line = head;
      head = '';
      return line;
    };
    return {
      add: rows => [first() + rows.map(row => csvLine(row, keepFormulas)).join('')],
      end: () => (head ? [first()] : []),
    };
  },
);

export const parquet = folderOf(
  {
    name: 'parquet',
    title: 'Parquet tables',
    means: 'The same tables as Apache Parquet, typed and compressed, for DuckDB, Spark, Trino, Arrow and pandas.',
    lacks: 'Nothing but comments, and lines that could not be read.',
    extension: 'parquet',
    mediaType: 'application/vnd.apache.parquet',
  },
  ({ columns }) => parquetFile(columns),
);
