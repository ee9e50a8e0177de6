// `qalam gazetteer add`: more places, from a country's full GeoNames table or from a list with p-codes.
import fs from 'node:fs';
import path from 'node:path';
import { recordsOf } from '../../exchange/import/csv';
import { countryCode, countryName } from '../../gazetteer/countries';
import type { Entity } from '../../gazetteer/entity';
import { GEONAMES_ATTRIBUTION } from '../../gazetteer/geonames';
import { columnsOf, readPcodes } from '../../gazetteer/pcodes';
import { writeIndex } from '../../gazetteer/write';
import { addedFolder, INDEX } from '../../lsp/added';
import { readArguments } from '../arguments';
import type { Command } from '../command';
import { countriesFrom, didYouMeanCountry } from '../country';
import { type Decoded, decode } from '../encoding';
import { Complaints, Failure, reasonOf } from '../failure';
import { Progress } from '../progress';
import { counted } from '../text';
import { writeWhole } from '../write';
import { download } from './download';
import { lock } from './lock';
import { BadLines, divisionsIn, readTables } from './tables';
import { unpack } from './unpack';

/** Where GeoNames publishes its tables, one archive a country. */
const GEONAMES = 'https://download.geonames.org/export/dump/';

export const gazetteerAdd: Command = {
  name: 'gazetteer add',
  summary: 'Add all places of a country, or a list with p-codes',
  help: `qalam gazetteer add COUNTRY|FILE… [--from URL]

Adds places to those that ship. Reports, lookups and editors know them from then on; an editor that is
open must restart its language server.

  COUNTRY           a name or an ISO 3166-1 code: fetches the country's full table from geonames.org
                    (CC BY 4.0) and adds every village, hill and checkpoint in it. A fetch that is cut
                    off goes on where it stopped when it is asked for again.
  FILE.zip, .txt    such a table that you have already, packed or unpacked
  FILE.csv          a list with p-codes, as OCHA publishes them: ADM1_PCODE, ADM1_EN, ADM1_AR …, with
                    latitude and longitude where it has them; between commas, semicolons or tabs
  --from URL        another server that has GeoNames' archives

What is there already under the same name is replaced. "qalam gazetteer list" shows what has been added.

Exit code 0: all was added. 2: something could not be; the rest was.`,
  async run(args) {
    const { values, positionals } = readArguments('gazetteer add', args, {
      from: { type: 'string', default: GEONAMES },
    });
    if (!positionals.length) throw new Failure('Name a country or a file.', 'gazetteer add');
    if (!URL.canParse(values.from)) throw new Failure(`--from is an address, not “${values.from}”.`, 'gazetteer add');
    const complaints = new Complaints();
    for (const word of positionals) {
      await complaints.attemptLater(async () => {
        const added = isFile(word) ? await addFile(word) : await addCountry(word, values.from);
        console.log(added);
      });
    }
    return complaints.exitCode(0);
  },
};

const isFile = (word: string): boolean => /\.(csv|tsv|txt|zip)$/i.test(word) || /[/\\]/.test(word);

/** Fetches a country's archive and adds it. Gives a line to show. */
async function addCountry(word: string, from: string): Promise<string> {
  const codes = countriesFrom(word);
  const [code] = typeof codes === 'string' ? [] : codes;
  if (code === undefined || countryCode(code) === undefined)
    throw new Failure(
      `“${word}” is neither a country nor a file (.csv, .txt or .zip).${didYouMeanCountry(word)}`,
      'gazetteer add',
    );
  const folder = path.join(addedFolder(), 'downloads');
  folderFor(folder);
  const archive = path.join(folder, `${code}.zip`);
  const url = new URL(`${code}.zip`, from.endsWith('/') ? from : `${from}/`).href;
  const release = lock(archive);
  try {
    const progress = new Progress();
    try {
      await download(url, archive, (bytes, of) => {
        if (of) progress.at(`Fetching ${countryName(code)} (${(of / 1e6).toFixed(1)} MB)`, bytes / of);
      });
    } finally {
      progress.done();
    }
    try {
      return await addArchive(archive, code, url);
    } finally {
      fs.rmSync(archive, { force: true });
    }
  } finally {
    release();
  }
}

async function addFile(file: string): Promise<string> {
  if (!fs.existsSync(file)) throw new Failure(`${file} cannot be read: there is no such file or folder.`);
  const name = path.basename(file).replace(/\.[^.]+$/, '');
  switch (path.extname(file).toLowerCase()) {
    case '.csv':
    case '.tsv':
      return addList(file, name);
    case '.zip':
      return addArchive(file, name);
    case '.txt':
      return addTable(file, name);
    default:
      throw new Failure(`${file} is neither a table of GeoNames (.txt, .zip) nor a list (.csv).`, 'gazetteer add');
  }
}

async function addArchive(archive: string, name: string, called = archive): Promise<string> {
  folderFor(addedFolder());
  const table = path.join(addedFolder(), `.${name}.${process.pid}.txt`);
  await unpack(archive, `${name}.txt`, table, called);
  try {
    return addTable(table, name);
  } finally {
    fs.rmSync(table, { force: true });
  }
}

function addTable(table: string, name: string): string {
  const bad = new BadLines();
  // What an archive has in it lies in a file of another name for a moment.
  const places = readTables([table], divisionsIn([table]), { add: (_, line) => bad.add(`${name}.txt`, line) });
  bad.print();
  if (!places.length) throw new Failure(`${name} has no line in GeoNames' format of 19 columns.`);
  return keep(name, places, GEONAMES_ATTRIBUTION);
}

function addList(file: string, name: string): string {
  const rows = rowsOf(file);
  const [header, ...rest] = rows;
  const columns = columnsOf(header ?? []);
  if (typeof columns === 'string') throw new Failure(`${file} cannot be read. ${columns}`, 'gazetteer add');
  const bad = new BadLines();
  // Rows count as a spreadsheet counts them, the header being the first.
  const places = readPcodes(rest, columns, (row, message) => bad.add(file, { line: row + 1, message }));
  bad.print();
  if (!places.length) throw new Failure(`${file} has no place with a p-code and a name.`);
  const unplaced = places.filter(({ latitude }) => latitude === undefined).length;
  const note = unplaced
    ? ` ${counted(unplaced, 'of them has', 'of them have')} no coordinates: a name, but no point.`
    : '';
  return keep(name, places, `P-codes and names: ${path.basename(file)}.`) + note;
}

function rowsOf(file: string): string[][] {
  const { text, encoding } = decoded(file);
  if (encoding === 'unknown' || text.includes('\0'))
    throw new Failure(`${file} cannot be read: it is not UTF-8 text; save it as UTF-8 first.`);
  const rows = recordsOf(text);
  if (typeof rows === 'string') throw new Failure(`${file} cannot be read: ${rows}.`);
  return rows;
}

function decoded(file: string): Decoded {
  try {
    return decode(fs.readFileSync(file));
  } catch (error) {
    throw new Failure(`${file} cannot be read: ${reasonOf(error)}.`);
  }
}

/** Writes the index of what was added. Gives a line to show. */
function keep(name: string, places: readonly Entity[], attribution: string): string {
  folderFor(addedFolder());
  const file = path.join(addedFolder(), `${name}${INDEX}`);
  const index = writeIndex(places, { attribution, title: name });
  writeWhole(file, index);
  return `${name}: ${counted(places.length, 'place')} added; ${(index.length / 1e6).toFixed(1)} MB in ${file}.`;
}

function folderFor(folder: string): void {
  try {
    fs.mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new Failure(`${folder} cannot be made: ${reasonOf(error)}.`);
  }
}
