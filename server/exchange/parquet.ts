// A table as an Apache Parquet file, written row group by row group.
import { ByteWriter } from 'hyparquet-writer/src/bytewriter.js';
import { ParquetWriter } from 'hyparquet-writer/src/parquet-writer.js';
import { version } from '../../package.json';
import { daysFromTo } from '../semantics/calendar';
import type { TableFile } from './folder';
import type { Cell, CellType } from './table';

/** Rows in a group: large enough to compress, small enough that a reader can pass over most of a file. */
const ROWS = 20_000;

const elements = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  day: { type: 'INT32', converted_type: 'DATE' },
} as const;

/** Days since 1970-01-01. */
const days = (day: string): number => daysFromTo('1970-01-01', day) - 1;

const stored = (cell: Cell, type: CellType): Cell => (type === 'day' && typeof cell === 'string' ? days(cell) : cell);

export function parquetFile(columns: readonly { readonly name: string; readonly type: CellType }[]): TableFile {
  const bytes = new ByteWriter();
  const schema = [
    { name: 'root', num_children: columns.length },
    ...columns.map(({ name, type }) => ({ ...elements[type], name, repetition_type: 'OPTIONAL' as const })),
  ];
  const writer = new ParquetWriter({ writer: bytes, schema, createdBy: `Qalam ${version}` });
  let data: Cell[][] = columns.map(() => []);
  let rows = 0;
  const flush = (): Uint8Array[] => {
    const done = bytes.getBytes().slice();
    bytes.index = 0;
    return done.length ? [done] : [];
  };
  const writeGroup = (): Uint8Array[] => {
    if (rows)
      writer.write({ columnData: columns.map(({ name }, i) => ({ name, data: data[i]! })), rowGroupSize: ROWS });
    data = columns.map(() => []);
    rows = 0;
    return flush();
  };
  return {
    add(more) {
      for (const row of more) for (const [i, cell] of row.entries()) data[i]!.push(stored(cell, columns[i]!.type));
      rows += more.length;
      return rows >= ROWS ? writeGroup() : [];
    },
    end() {
      const last = writeGroup();
      writer.finish();
      return [...last, ...flush()];
    },
  };
}
