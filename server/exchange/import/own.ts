// Rows of our own CSV tables and GeoJSON as events: every column is a field as it was written, or follows from one.
import { parse as grammar, type PlaceSyntax } from '../../../grammar/qalam.peggy';
import { countryName } from '../../gazetteer/countries';
import { blockSpec } from '../../syntax/vocabulary';
import { withForeign } from '../coded';
import { snake } from '../fieldColumns';
import { OWN, ownProperties } from '../geojson';
import { tableOf, tables } from '../tables';
import { sourceBlock, tableAsSource } from './definitions';
import { citation, type Draft, nameIn } from './draft';
import type { Imported, Row } from './importer';
import { slug } from './names';
import { actorLines } from './people';

const tableColumns: ReadonlySet<string> = new Set(
  tables.find(({ name }) => name === tableOf('event'))!.columns.map(({ name }) => name),
);

/** Whether these are the columns of our table of events, whatever others it has by now. */
export const isOwnTable = (columns: readonly string[]): boolean =>
  ['id', 'date_earliest', 'place_relation'].every(column => columns.includes(column));

/** Whether these are properties of our GeoJSON: all are, and some are called as nobody else does. */
export const isOwnGeojson = (columns: readonly string[]): boolean =>
  columns.includes('title') &&
  ['earliest', 'relation', 'place_id'].some(column => columns.includes(column)) &&
  columns.every(column => ownProperties.has(column));

/** For CSV tables, which tell of each place more, under names that begin with its field's. */
export const ownTable = { keepsFiles: true, read: (row: Row, number: number) => read('csv', 'place_', row, number) };

/** For GeoJSON, which has no definitions: what an export of the events would not give back is kept. */
export const ownFeatures = {
  exportsAs: 'geojson',
  keepsFiles: true,
  // The file of an event is the one it goes into.
  codebook: (column: string) => (column === 'file' ? null : ownProperties.has(column) ? OWN : 'geojson'),
  read: (row: Row, number: number) => read('geojson', '', row, number),
};

function read(format: string, of: string, row: Row, number: number): Imported {
  const cell = (column: string): string => row.get(column) ?? '';
  const id = cell('id') || `${format}-${number}`;
  // Citations have a table of their own beside that of events.
  const cited = cell('sources')
    .split('; ')
    .filter(Boolean)
    .map(one => {
      const [publisher = '', ...whom] = one.split(', citing ');
      return { block: sourceBlock(format, publisher), whom: whom.join(', citing ') };
    });
  const sources = cited.length || format !== 'csv' ? cited : [{ block: tableAsSource(format), whom: '' }];
  const place = placeOf(cell('place'), {
    name: cell('place_name'),
    id: cell('place_id'),
    relation: cell(`${of}relation`),
    latitude: cell(`${of}latitude`),
    longitude: cell(`${of}longitude`),
    uncertainty: cell(`${of}uncertainty_km`),
    country: cell(`${of}country`),
  });
  const fields = blockSpec('event').fields.flatMap((spec): [string, string][] => {
    if (spec.value === 'actor') return actorLines(cell('actors'), '');
    if (spec.value === 'source') return sources.map(({ block, whom }) => ['source', citation(block.title, whom)]);
    if (spec.key === 'place') return [['place', place.value]];
    // GeoJSON calls an event without a headline by its id.
    if (spec.key === 'title' && cell('title') === id) return [];
    const text = cell(snake(spec.json));
    if (spec.key === 'coded') return [['coded', format === 'csv' ? withForeign(text, 'csv', row, tableColumns) : '']];
    if (spec.value === 'events') return [[spec.key, text.replaceAll('; ', ', ')]];
    if (spec.value === 'privacy') {
      const whole = text === 'true' ? 'yes' : text === 'false' ? '' : text;
      return [[spec.key, (cell('private_fields') || whole).replaceAll('; ', ', ')]];
    }
    return [[spec.key, text]];
  });
  const country = cell(`${of}country`);
  return {
    event: { kind: 'event', title: id, fields },
    definitions: [...sources.map(({ block }) => block), ...(place.definition ? [place.definition] : [])],
    file: cell('file').replace(/\.qalam$/i, '') || slug(cell('report'), 80) || 'events',
    report: {
      kind: 'report',
      title: cell('report'),
      fields: [['country', country && countryName(country)]],
    },
    odd: [],
    kept: [],
  };
}

interface Told {
  readonly name: string;
  readonly id: string;
  readonly relation: string;
  readonly latitude: string;
  readonly longitude: string;
  readonly uncertainty: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

/** The place as it was written, with a definition of what no gazetteer that ships can know. */
function placeOf(text: string, told: Told): { value: string; definition: Draft | null } {
  const known = !told.id || /^(geonames|qalam|country|division):/.test(told.id);
  const name = named(text);
  if (known || !told.name || !told.latitude || !name || !/^(at|near|in)$/.test(told.relation))
    return { value: text, definition: null };
  const radius = told.uncertainty && told.relation === 'at' ? ` ±${told.uncertainty} km` : '';
  const definition: Draft = {
    kind: 'place',
    title: told.name,
    fields: [
      ['location', `${told.latitude}, ${told.longitude}${radius}`],
      ['country', told.country && countryName(told.country)],
      ['id', told.id.startsWith('workspace:') ? '' : told.id],
    ],
  };
  // Its other names are not in the table.
  const value =
    name === told.name ? text : `${told.relation === 'at' ? '' : `${told.relation} `}${nameIn('place', told.name)}`;
  return { value, definition };
}

/** The name in a place that is told by one name; undefined for any other. */
function named(text: string): string | undefined {
  try {
    const place: PlaceSyntax = grammar(text, { startRule: 'Place' });
    const one = place.relation === 'near' || place.relation === 'in' ? place.of : place;
    return one.relation === 'named' ? one.name.text : undefined;
  } catch {
    return;
  }
}
