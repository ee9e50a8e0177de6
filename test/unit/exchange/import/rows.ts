// Rows through an importer and back through the exporter of the same format.
import { parse as readCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { lossText } from '../../../../server/exchange/document';
import { exported, plainly } from '../../../../server/exchange/exporter';
import { formatOf } from '../../../../server/exchange/formats';
import type { Row, TableImporter } from '../../../../server/exchange/import/importer';
import { type ImportSummary, TableImport } from '../../../../server/exchange/import/table';
import { checkNow } from '../../../../server/features/checks';
import { base, snapshot, uri } from '../sample';

export const rowOf = (header: readonly string[], cells: readonly string[]): Row =>
  new Map(header.map((column, i) => [column, cells[i] ?? '']));

/** The reports that some rows become, by file. */
export function imported(
  importer: TableImporter,
  rows: readonly Row[],
): { files: Record<string, string>; summary: ImportSummary } {
  const work = new TableImport(importer, base);
  const files = new Map<string, string[]>();
  for (const { file, text } of work.take(rows)) {
    const name = `${file}.qalam`;
    files.set(name, [...(files.get(name) ?? []), text]);
  }
  const texts = [...files].map(([name, parts]) => [name, parts.join('\n')] as const);
  return { files: Object.fromEntries(texts), summary: work.summary() };
}

/** The rows that an export of the reports has, by the key; `header` is that of the export, and `losses` what it says it leaves out. */
export function back(
  { exportsAs, key }: TableImporter,
  files: Record<string, string>,
): { header: string[]; rows: Map<string, string[]>; losses: string[] } {
  const format = formatOf(exportsAs!)!;
  const made = exported(format, snapshot(files), Object.keys(files).map(uri), { ...plainly, keepFormulas: true });
  const [header = [], ...rows] = readCsv(new TextDecoder().decode([...made.files.values()][0])) as string[][];
  return {
    header,
    rows: new Map(rows.map(row => [row[header.indexOf(key)]!, row])),
    losses: made.losses.map(lossText),
  };
}

/** Codes of the errors that a check of the reports finds. */
export function errorsIn(files: Record<string, string>): string[] {
  const world = snapshot(files);
  return Object.keys(files)
    .flatMap(name => checkNow(world, uri(name)))
    .filter(({ severity }) => severity === 'error')
    .map(({ code }) => code);
}

/** Cells that are like those of some rows, and some that are like nothing. */
export const cellLike = (rows: readonly (readonly string[])[]): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...new Set(rows.flat())) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme' }) },
    { weight: 1, arbitrary: fc.constantFrom(...odd) },
  );

const odd = [
  '',
  ' ',
  '#',
  'a #b',
  '%',
  '%41',
  '-1',
  '0',
  '99999',
  'a\nb',
  '"',
  'x, y',
  'A (B)',
  'event e',
  '2014-13-45',
  '\u00a0x',
  'a  b',
];

/** A line that others drew, as GeoJSON has it. */
export const road = {
  type: 'LineString',
  coordinates: [
    [36, 33],
    [37, 34],
  ],
};
