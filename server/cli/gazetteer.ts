// `qalam gazetteer build`: one index out of GeoNames tables and files of our own language.
import fs from 'node:fs';
import { areasOf, type DivisionRow, divisionNames } from '../gazetteer/areas';
import { countryNamesByCode } from '../gazetteer/countries';
import type { Entity } from '../gazetteer/entity';
import { lightKey, withoutArticle } from '../gazetteer/fold';
import { gazetteer } from '../gazetteer/gazetteer';
import { type DivisionNames, GEONAMES_ATTRIBUTION } from '../gazetteer/geonames';
import { merge } from '../gazetteer/merge';
import { openIndex } from '../gazetteer/read';
import { withStates } from '../gazetteer/states';
import { writeIndex } from '../gazetteer/write';
import { definesEntry, type EntryBlock, entriesOf } from '../semantics/entries';
import { leadersOf } from '../semantics/leaders';
import { parse } from '../syntax/parse';
import { anchorsOf } from './anchors';
import { readArguments } from './arguments';
import type { Command } from './command';
import { Failure, reasonOf } from './failure';
import { BadLines, divisionsIn, readTables } from './gazetteers/tables';
import { findReports, readReport } from './reports';
import { shippedPlaces } from './shipped';
import { refuseInputs } from './target';
import { counted } from './text';
import { writeWhole } from './write';

const attribution = { geonames: GEONAMES_ATTRIBUTION, qalam: 'Groups and further places: Qalam gazetteer.' };

export const gazetteerBuild: Command = {
  name: 'gazetteer build',
  summary: 'Make an index of names out of GeoNames tables and Qalam files',
  help: `qalam gazetteer build [--geonames FILE]… [--qalam PATH]… [--states] [--no-shipped]
                      [-o FILE]

Makes one index file for lookup, check and export.

  --geonames FILE   a table in GeoNames' 19-column format, unpacked; may be given several times,
                    and further files may follow it
  --qalam PATH      a .qalam file, or a folder of them, with place and actor blocks
  --divisions FILE  names of first- and second-level divisions by GeoNames code, as a JSON list of
                    {"code": "SY.08", "name": "Rif-dimashq"}; places then have a division, and countries
                    and first-level divisions become places themselves; without it, divisions are
                    called as the tables themselves call them
  --states          add the government, army and police of every state, where the Qalam files lack them,
                    and the names that codebooks use for them
  --no-shipped      leave out the quarters, camps, bases, regions and other places that ship with Qalam;
                    else those of the countries in the tables come into the index too
  -o, --output FILE where to write the index (default: gazetteer.bin)

A place that a table and a Qalam file both have, by its GeoNames id or by a name it shares with one
nearby, stands in the index once, with the names of both.

Lines that cannot be read are listed with their number and left out.`,
  run(args) {
    const { values, positionals } = readArguments('gazetteer build', args, {
      geonames: { type: 'string', multiple: true },
      qalam: { type: 'string', multiple: true },
      divisions: { type: 'string', multiple: true },
      states: { type: 'boolean', default: false },
      'no-shipped': { type: 'boolean', default: false },
      output: { type: 'string', short: 'o', default: 'gazetteer.bin' },
    });
    const tables = [...(values.geonames ?? []), ...positionals];
    const folders = values.qalam ?? [];
    if (!tables.length && !folders.length) throw new Failure('Name at least one file to index.', 'gazetteer build');
    const files = findReports(folders);
    refuseInputs(values.output, [...tables, ...files, ...(values.divisions ?? [])], { '.txt': 'a table' });
    const { entities, attribution, parts } = gather(tables, files, values.divisions ?? [], values);
    const index = writeIndex(drained(entities), { attribution, title: 'Qalam gazetteer' });
    writeWhole(values.output, index);
    console.log(`${values.output}: ${parts.join(', ')}; ${(index.length / 1e6).toFixed(1)} MB.`);
    return 0;
  },
};

/** The entries of a list, which is empty after the last: of millions, none is kept longer than it is wanted. */
function* drained(entities: Entity[]): Generator<Entity> {
  yield* entities;
  entities.length = 0;
}

interface Gathered {
  readonly entities: Entity[];
  readonly attribution: string;
  /** What there is of each sort, in words. */
  readonly parts: readonly string[];
}

/** Everything that goes into the index. Tells of lines that cannot be read; throws `Failure` when there is nothing else. */
function gather(
  tables: readonly string[],
  files: readonly string[],
  divisionFiles: readonly string[],
  { states, 'no-shipped': alone }: { readonly states: boolean; readonly 'no-shipped': boolean },
): Gathered {
  const bad: BadLines = new BadLines();
  const divisions = readDivisions(divisionFiles);
  const places = readTables(tables, divisions ?? divisionsIn(tables), bad);
  const shipped = alone ? [] : shippedPlaces(places);
  const read = readEntries(files, [...places, ...shipped], bad);
  const written = states ? withStates(read) : read;
  const ids = new Set(written.map(({ id }) => id));
  const entries = [...shipped.filter(({ id }) => !ids.has(id)), ...written];
  const own = ownAreas(entries);
  const areas = divisions
    ? areasOf(places, divisions, countryNamesByCode()).filter(area => !own.has(areaKey(area, area.name)))
    : [];
  // A division that we have an entry for is called as we call it.
  const called = places.map(place => {
    const division = own.get(areaKey(place, place.division))?.name ?? place.division;
    return division === place.division ? place : { ...place, division };
  });
  bad.print();
  if (places.length + entries.length === 0) throw new Failure('There is nothing to index in these files.');
  const used = [...(places.length ? [attribution.geonames] : []), ...(entries.length ? [attribution.qalam] : [])];
  const groups = entries.filter(({ kind }) => kind === 'actor').length;
  const people = entries.filter(({ kind }) => kind === 'person').length;
  return {
    entities: [...areas, ...merge(called, entries)],
    attribution: used.join(' '),
    parts: [
      `${counted(places.length, 'place')} of GeoNames`,
      ...(areas.length ? [counted(areas.length, 'country or division', 'countries and divisions')] : []),
      `${counted(entries.length - groups - people, 'further place')}${shipped.length ? ` (${shipped.length.toLocaleString('en')} shipped with Qalam)` : ''}`,
      `${counted(groups, 'group')}${people ? ` and ${counted(people, 'person', 'people')} who led them` : ''}`,
    ],
  };
}

/** The names of divisions; undefined when no file of them is given. */
function readDivisions(files: readonly string[]): DivisionNames | undefined {
  if (!files.length) return;
  const rows = files.flatMap(file => {
    const text = readText(file);
    try {
      const list: unknown = JSON.parse(text);
      if (Array.isArray(list) && list.every(isDivision)) return list;
    } catch {
      // told below
    }
    throw new Failure(`${file} is no JSON list of divisions: {"code": "SY.08", "name": "Rif-dimashq"}.`);
  });
  return divisionNames(rows);
}

function readText(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    throw new Failure(`${file} cannot be read: ${reasonOf(error)}.`);
  }
}

const isDivision = (row: unknown): row is DivisionRow =>
  typeof row === 'object' &&
  row !== null &&
  'code' in row &&
  'name' in row &&
  typeof row.code === 'string' &&
  typeof row.name === 'string';

/** Our own divisions and countries by country and folded name, whatever the name of them. */
function ownAreas(entries: readonly Entity[]): ReadonlyMap<string, Entity> {
  const own = entries.filter(({ type }) => type === 'division' || type === 'country');
  return new Map(
    own.flatMap(entry =>
      [entry.name, ...entry.aliases.map(({ text }) => text)].map(text => [areaKey(entry, text), entry] as const),
    ),
  );
}

const areaKey = ({ countries }: Entity, name: string): string => `${countries[0]} ${withoutArticle(lightKey(name))}`;

function readEntries(files: readonly string[], places: readonly Entity[], bad: BadLines): Entity[] {
  const blocks: EntryBlock[] = [];
  const origins: { file: string; line: number }[] = [];
  for (const file of files) {
    const report = readReport(file);
    const { text, blocks: all, starts } = parse(report.text);
    const lineOf = (offset: number) => text.lineAt(offset) + 1;
    if (report.undecoded) bad.add(file, { line: lineOf(report.undecoded.offset), message: report.undecoded.message });
    all.forEach((block, i) => {
      for (const fault of block.faults)
        bad.add(file, { line: lineOf(starts[i]! + fault.span.start), message: 'this line is no field' });
      if (!definesEntry(block)) return;
      blocks.push(block);
      origins.push({ file, line: lineOf(starts[i]!) });
    });
  }
  if (!blocks.length) return [];
  const layerOf = (some: readonly Entity[]) => openIndex(writeIndex(some, { attribution: '' }));
  const base = layerOf(anchorsOf(blocks, places));
  const entries = entriesOf(blocks, 'qalam', on => gazetteer([base, layerOf(on)]));
  const seen = new Map<string, { file: string; line: number }>();
  entries.forEach((entry, i) => {
    const { file, line } = origins[i]!;
    const first = seen.get(entry.id);
    if (first)
      bad.add(file, { line, message: `${entry.id} is defined in ${first.file}:${first.line} too; this one counts` });
    else seen.set(entry.id, origins[i]!);
    if (entry.kind === 'place' && entry.latitude === undefined && !places.some(({ id }) => id === entry.id))
      bad.add(file, { line, message: `the location of “${entry.name}” is not known` });
  });
  return [...entries, ...leadersOf(blocks, entries, 'qalam')];
}
