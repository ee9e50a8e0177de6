// The folder of CSV tables that an export wrote, read back as blocks; tables that were divided by country and year come together again.
import fs from 'node:fs';
import path from 'node:path';
import { recordsOf, rowOf } from '../exchange/import/csv';
import type { Block } from '../exchange/import/document';
import type { Row } from '../exchange/import/importer';
import { objectIn } from '../exchange/import/object';
import { blocksOfTables } from '../exchange/import/tables';
import { wild } from '../exchange/table';
import { Failure, reasonOf } from './failure';
import { readReport } from './reports';

const ABOUT = 'about.json';

/** The folder, where a path is one, or is the table of events within one that says it is an export; undefined for any other file. */
export function tablesFolder(file: string): string | undefined {
  if (fs.statSync(file, { throwIfNoEntry: false })?.isDirectory()) return file;
  const folder = path.dirname(file);
  return path.basename(file) === 'events.csv' && formatOf(folder) === 'csv' ? folder : undefined;
}

function aboutOf(folder: string): Readonly<Record<string, unknown>> {
  const file = path.join(folder, ABOUT);
  const about = fs.existsSync(file) ? objectIn(readReport(file).text) : '';
  return typeof about === 'string' ? {} : about;
}

const formatOf = (folder: string): unknown => aboutOf(folder).format;

/** The blocks of a folder. Throws `Failure` for one that is no export, or has a table that cannot be read. */
export function blocksOfFolder(folder: string): Block[] {
  const { format, keepFormulas } = aboutOf(folder);
  if (format !== 'csv')
    throw new Failure(
      `${folder} cannot be imported: it is no folder that “qalam export --to csv” wrote${format ? `, but one of ${format}` : ''}. Name a file.`,
      'import',
    );
  const tables = new Map<string, Row[]>();
  for (const file of tablesIn(folder)) {
    const [name = ''] = path.relative(folder, file).split(/[\\/.]/);
    const known = tables.get(name) ?? [];
    tables.set(name, known);
    for (const row of rowsOf(file, keepFormulas !== true)) known.push(row);
  }
  return blocksOfTables(tables);
}

const tablesIn = (folder: string): string[] => {
  try {
    return fs
      .readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.csv'))
      .sort()
      .map(name => path.join(folder, name));
  } catch (error) {
    throw new Failure(`${folder} cannot be read: ${reasonOf(error)}.`);
  }
};

/** The rows of a table, by column; without the apostrophes that keep spreadsheets from running cells. */
function rowsOf(file: string, tamed: boolean): Row[] {
  const { text, undecoded } = readReport(file, 'Export with --partition, which divides tables by country and year.');
  if (undecoded) throw new Failure(`${file} cannot be read: it is not UTF-8 text; save it as UTF-8 first.`);
  const cells = recordsOf(text, ',');
  if (typeof cells === 'string') throw new Failure(`${file} cannot be read: ${cells}.`);
  const [header = [], ...rows] = cells;
  const plain = (cell: string): string => (tamed ? wild(cell) : cell);
  return rows.map(cells => rowOf(header, cells.map(plain)));
}
