// `qalam import`: tables of other projects as reports, in a folder that is there whole or not at all.
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse';
import { parse as parseNow } from 'csv-parse/sync';
import { importBlocks } from '../exchange/import/document';
import { type DocumentImporter, importerOf, importers } from '../exchange/import/formats';
import type { Row, TableImporter } from '../exchange/import/importer';
import { type ImportSummary, TableImport } from '../exchange/import/table';
import type { Layer } from '../gazetteer/read';
import { readArguments } from './arguments';
import type { Command } from './command';
import { delimiterOf } from './csv';
import { type ExitCode, Failure, reasonOf } from './failure';
import { gazetteerOption, layersFrom } from './options';
import { Progress } from './progress';
import { readReport } from './reports';
import { counted } from './text';

/** Rows that are worked on together. */
const BATCH = 500;
/** Bytes that are looked at to tell what stands between cells. */
const SAMPLE = 1 << 16;

export const importReports: Command = {
  name: 'import',
  summary: 'Make reports of tables from other projects',
  help: `qalam import --from ${importers.map(({ name }) => name).join('|')} FILE -o FOLDER

Writes one .qalam file for each country, and one for the groups that no gazetteer knows. Every row is
kept: what the language does not say of it goes into the event's "coded" field, and an export to the
same format writes it back.

  --from FORMAT     what the file is:
${importers.map(({ name, means }) => `                    ${name}: ${means}`).join('\n')}
  -o, --output DIR  the folder to write into; it is made when it is not there
  --force           write over reports of the same names in the folder
  --gazetteer FILE  an index that "qalam gazetteer build" made, beside the one that ships;
                    may be given several times

Exit code 0: imported; what was odd is told. 2: wrong use, or a file that cannot be read or written;
nothing is written then.`,
  async run(args): Promise<ExitCode> {
    const { values, positionals } = readArguments('import', args, {
      ...gazetteerOption,
      from: { type: 'string' },
      output: { type: 'string', short: 'o' },
      force: { type: 'boolean', default: false },
    });
    const importer = importerOf(values.from ?? '');
    if (!importer)
      throw new Failure(`Say what to import --from: ${importers.map(({ name }) => name).join(', ')}.`, 'import');
    const [file, ...more] = positionals;
    if (file === undefined || more.length) throw new Failure('Name one file to import.', 'import');
    if (values.output === undefined) throw new Failure('Name the folder to write into: -o FOLDER.', 'import');
    const folder = new Folder(values.output, values.force);
    try {
      const layers = await layersFrom(values.gazetteer);
      const summary =
        'blocks' in importer
          ? importDocument(importer, file, layers, folder)
          : await importTable(importer, file, layers, folder);
      folder.settle();
      tell(summary, folder);
      return 0;
    } finally {
      folder.clear();
    }
  },
};

function importDocument(
  { blocks: read }: DocumentImporter,
  file: string,
  layers: readonly Layer[],
  folder: Folder,
): ImportSummary {
  const blocks = read(readReport(file).text);
  if (typeof blocks === 'string') throw new Failure(`${file} cannot be imported. ${blocks}`, 'import');
  const { files, counted: numbers, losses } = importBlocks(blocks, layers);
  for (const [name, text] of files) folder.append(name, text);
  for (const loss of losses) console.error(loss);
  const { event, source, place, actor } = numbers;
  return { events: event, sources: source, places: place, actors: actor, odd: new Map(), coded: new Map() };
}

async function importTable(
  importer: TableImporter,
  file: string,
  layers: readonly Layer[],
  folder: Folder,
): Promise<ImportSummary> {
  const work = new TableImport(importer, layers, text => parseNow(text));
  const progress = new Progress();
  const size = fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  const chunks = fs.createReadStream(file, { highWaterMark: 1 << 18 });
  const table = parse({ bom: true, delimiter: delimiterOf(head(file)), relaxColumnCount: true, skipEmptyLines: true });
  chunks.on('error', error => table.destroy(error));
  let columns: string[] | undefined;
  let rows: Row[] = [];
  const flush = () => {
    for (const { file: name, text } of work.take(rows)) folder.append(`${name}.qalam`, text);
    rows = [];
  };
  try {
    for await (const record of chunks.pipe(table) as AsyncIterable<string[]>) {
      if (!columns) {
        columns = columnsOf(importer, record, file);
        continue;
      }
      rows.push(rowOf(columns, record));
      if (rows.length < BATCH) continue;
      flush();
      progress.at(`Importing ${path.basename(file)}`, chunks.bytesRead / Math.max(1, size));
    }
    flush();
  } catch (error) {
    throw error instanceof Failure ? error : new Failure(`${file} cannot be read: ${whyOf(error)}.`);
  } finally {
    progress.done();
    chunks.destroy();
  }
  if (!columns) throw new Failure(`${file} is empty: it has no line with the names of columns.`);
  return work.summary();
}

/** What a row has beyond its columns is kept under numbers. */
const rowOf = (columns: readonly string[], cells: readonly string[]): Row =>
  new Map(cells.map((cell, i) => [columns[i] ?? `column_${i + 1}`, cell]));

function columnsOf({ title, required, renamed }: TableImporter, header: readonly string[], file: string): string[] {
  const columns = header.map(name => renamed[name.trim().toLowerCase()] ?? name.trim().toLowerCase());
  const missing = required.filter(name => !columns.includes(name));
  if (missing.length)
    throw new Failure(`${file} is no table of ${title}: it has no column ${missing.join(', ')}.`, 'import');
  return columns;
}

function head(file: string): string {
  let from: number | undefined;
  try {
    from = fs.openSync(file, 'r');
    const bytes = Buffer.alloc(SAMPLE);
    return bytes.toString('utf8', 0, fs.readSync(from, bytes));
  } catch (error) {
    throw new Failure(`${file} cannot be read: ${reasonOf(error)}.`);
  } finally {
    if (from !== undefined) fs.closeSync(from);
  }
}

function whyOf(error: unknown): string {
  const { code = '', lines } = error as { code?: string; lines?: number };
  return code.startsWith('CSV_')
    ? `a quote that is opened in line ${lines ?? '?'} or before is never closed`
    : reasonOf(error);
}

/** The folder that is written: files grow in a folder beside it, and come to their places together at the end. */
class Folder {
  readonly files = new Set<string>();
  private readonly growing: string;

  constructor(
    readonly target: string,
    private readonly force: boolean,
  ) {
    const stat = fs.statSync(target, { throwIfNoEntry: false });
    if (stat && !stat.isDirectory()) throw new Failure(`${target} cannot be written into: it is a file.`);
    this.growing = path.join(
      path.dirname(path.resolve(target)),
      `.${path.basename(path.resolve(target))}.${process.pid}.tmp`,
    );
    this.attempt(() => fs.mkdirSync(this.growing, { recursive: true }));
  }

  /** Adds to a file, whose path is within the folder whatever it says. */
  append(name: string, text: string): void {
    const file = path
      .join('/', name)
      .slice(1)
      .replace(/(\.qalam)?$/i, '.qalam');
    const at = path.join(this.growing, file);
    this.attempt(() => {
      fs.mkdirSync(path.dirname(at), { recursive: true });
      fs.appendFileSync(at, this.files.has(file) ? `\n${text}` : text);
    });
    this.files.add(file);
  }

  /** Moves the files to their places. Throws `Failure`, with nothing moved, when one is there already. */
  settle(): void {
    const taken = [...this.files].filter(file => fs.existsSync(path.join(this.target, file)));
    if (taken.length && !this.force) {
      const which = taken.slice(0, 3).join(', ') + (taken.length > 3 ? ` and ${taken.length - 3} more` : '');
      throw new Failure(`${this.target} has ${which} already. Name another folder, or say --force to write over them.`);
    }
    this.attempt(() => {
      for (const file of this.files) {
        fs.mkdirSync(path.dirname(path.join(this.target, file)), { recursive: true });
        fs.renameSync(path.join(this.growing, file), path.join(this.target, file));
      }
    });
  }

  clear(): void {
    fs.rmSync(this.growing, { recursive: true, force: true });
  }

  private attempt(work: () => void): void {
    try {
      work();
    } catch (error) {
      throw new Failure(`${this.target} cannot be written: ${reasonOf(error)}.`);
    }
  }
}

function tell({ events, sources, places, actors, odd, coded }: ImportSummary, { target, files }: Folder): void {
  const parts = [
    counted(events, 'event'),
    counted(sources, 'source'),
    counted(places, 'place'),
    counted(actors, 'group'),
  ];
  console.log(`${parts.join(', ')} in ${counted(files.size, 'file')} of ${target}.`);
  for (const [what, rows] of [...odd].sort(([, a], [, b]) => b - a))
    console.error(`${counted(rows, 'row')}: ${what}; kept as they are.`);
  if (coded.size) {
    const columns = [...coded]
      .sort(([, a], [, b]) => b - a)
      .map(([column, rows]) => `${column} (${rows.toLocaleString('en')})`);
    console.error(`Kept in “coded”, for the language does not say it: ${columns.join(', ')}.`);
  }
}
