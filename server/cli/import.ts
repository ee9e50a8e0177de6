// `qalam import`: tables of other projects as reports, in a folder that is there whole or not at all.
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { cellsLacking, columnsOf, faultOf, rowOf } from '../exchange/import/csv';
import { type Block, importBlocks } from '../exchange/import/document';
import { type DocumentImporter, importerOf, importers } from '../exchange/import/formats';
import type { Row, TableImporter } from '../exchange/import/importer';
import { type ImportSummary, TableImport } from '../exchange/import/table';
import { odditiesOf, toldOf } from '../exchange/import/told';
import type { Layer } from '../gazetteer/read';
import { readArguments } from './arguments';
import type { Command } from './command';
import { csvRecords, NotText } from './csv';
import { type ExitCode, Failure, reasonOf } from './failure';
import { Folder } from './importFolder';
import { blocksOfFolder, tablesFolder } from './importTables';
import { gazetteerOption, layersFrom } from './options';
import { Progress } from './progress';
import { readReport } from './reports';
import { orUndone } from './stopping';

/** Rows that are worked on together. */
const BATCH = 500;

const NOT_UTF8 = 'it is not UTF-8 text; save it as UTF-8 first';

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
  --encoding NAME   of a CSV file that is not UTF-8: windows-1252, iso-8859-6, utf-16le
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
      encoding: { type: 'string' },
    });
    const importer = importerOf(values.from ?? '');
    if (!importer)
      throw new Failure(`Say what to import --from: ${importers.map(({ name }) => name).join(', ')}.`, 'import');
    const [file, ...more] = positionals;
    if (file === undefined || more.length) throw new Failure('Name one file to import.', 'import');
    if (values.output === undefined) throw new Failure('Name the folder to write into: -o FOLDER.', 'import');
    const { encoding } = values;
    if (encoding !== undefined && !isEncoding(encoding))
      throw new Failure(`No encoding is called “${encoding}”. Try windows-1252, iso-8859-6 or utf-16le.`, 'import');
    const tables = importer.name === 'csv' ? tablesFolder(file) : undefined;
    if (encoding !== undefined && ('blocks' in importer || importer.whole || tables !== undefined))
      throw new Failure(`--encoding is for CSV files; ${tables ?? importer.title} is always UTF-8.`, 'import');
    const folder = new Folder(values.output, values.force);
    const undo = () => folder.clear();
    try {
      const layers = await layersFrom(values.gazetteer);
      const summary = await orUndone(undo, async () =>
        'blocks' in importer
          ? importDocument(blocksOf(importer, file), layers, folder)
          : importer.whole
            ? await importWhole(importer, file, layers, folder)
            : tables !== undefined
              ? importDocument(blocksOfFolder(tables), layers, folder)
              : await importTable(importer, file, encoding, layers, folder),
      );
      folder.settle();
      tell(summary, folder);
      return 0;
    } finally {
      undo();
    }
  },
};

const isEncoding = (name: string): boolean => {
  try {
    return !!new TextDecoder(name);
  } catch {
    return false;
  }
};

function blocksOf({ blocks: read }: DocumentImporter, file: string): Block[] {
  const blocks = read(wholeText(file, 'Export fewer reports at a time, and import each of the files.'));
  if (typeof blocks === 'string') throw new Failure(`${file} cannot be imported. ${blocks}`, 'import');
  return blocks;
}

function importDocument(blocks: readonly Block[], layers: readonly Layer[], folder: Folder): ImportSummary {
  const { files, counted: numbers, losses } = importBlocks(blocks, layers);
  folder.add([...files].map(([name, text]) => ({ file: name, text })));
  for (const loss of losses) console.error(loss);
  const { event, source, place, actor } = numbers;
  return { events: event, sources: source, places: place, actors: actor, odd: new Map(), coded: new Map() };
}

function wholeText(file: string, wayOut: string): string {
  const { text, undecoded } = readReport(file, wayOut);
  if (undecoded) throw new Failure(`${file} cannot be read: ${NOT_UTF8}.`);
  return text;
}

/** Reads a table that is no CSV. Waits between some rows, so that a signal to stop is heard. */
async function importWhole(
  importer: TableImporter,
  file: string,
  layers: readonly Layer[],
  folder: Folder,
): Promise<ImportSummary> {
  const wayOut = 'Divide it, or save it as CSV, which is read some rows at a time.';
  const table = importer.whole!(wholeText(file, wayOut));
  if (typeof table === 'string') throw new Failure(`${file} cannot be imported. ${table}`, 'import');
  const progress = new Progress();
  const { rows } = table;
  const work = new TableImport(table.importer, layers);
  for (let i = 0; i < rows.length; i += BATCH) {
    folder.add(work.take(rows.slice(i, i + BATCH)));
    progress.at(`Importing ${path.basename(file)}`, i / rows.length);
    await setImmediate();
  }
  progress.done();
  return work.summary();
}

async function importTable(
  importer: TableImporter,
  file: string,
  encoding: string | undefined,
  layers: readonly Layer[],
  folder: Folder,
): Promise<ImportSummary> {
  const progress = new Progress();
  let columns: string[] | undefined;
  let work: TableImport | undefined;
  let rows: Row[] = [];
  /** Rows read so far, without the header. */
  let read = 0;
  const flush = () => {
    if (work) folder.add(work.take(rows));
    rows = [];
  };
  try {
    for await (const { records, share } of csvRecords(file, encoding)) {
      for (const record of records) {
        if (!work || !columns) {
          const named = columnsOf(importer, record);
          if (typeof named === 'string') throw new Failure(`${file} ${named}`, 'import');
          columns = named;
          work = new TableImport(importer.variant?.(columns) ?? importer, layers);
          continue;
        }
        read++;
        const odd = cellsLacking(columns, record);
        if (odd) work.note(odd, `row ${read.toLocaleString('en')}`);
        rows.push(rowOf(columns, record));
        if (rows.length === BATCH) flush();
      }
      progress.at(`Importing ${path.basename(file)}`, share);
    }
    flush();
  } catch (error) {
    throw error instanceof Failure ? error : new Failure(`${file} cannot be read: ${whyOf(error, encoding)}.`);
  } finally {
    progress.done();
  }
  if (!work) throw new Failure(`${file} is empty: it has no line with the names of columns.`);
  return work.summary();
}

function whyOf(error: unknown, encoding: string | undefined): string {
  if (error instanceof NotText)
    return encoding
      ? `it is no text in ${encoding}`
      : `${NOT_UTF8}, or say what it is, such as --encoding windows-1252`;
  return faultOf(error) ?? reasonOf(error);
}

function tell(summary: ImportSummary, { target, files }: Folder): void {
  console.log(toldOf(summary, files.size, target));
  for (const line of odditiesOf(summary)) console.error(line);
}
