// Rows of our own CSV tables and GeoJSON as events: every column is a field as it was written, or follows from one.
import { parse as grammar, type PlaceSyntax } from '../../../grammar/qalam.peggy';
import { countryName } from '../../gazetteer/countries';
import { blockSpec, type FieldSpec } from '../../syntax/vocabulary';
import { featureColumns } from '../geojson';
import { snake, tables } from '../tables';
import { sourceBlock, tableAsSource } from './definitions';
import { type Draft, nameIn } from './draft';
import type { Imported, Row } from './importer';
import { slug } from './names';
import { actorLines } from './people';

const tableColumns = new Set(tables.find(({ name }) => name === 'events')!.columns.map(({ name }) => name));
const properties = new Set(['id', ...featureColumns.map(({ name }) => name)]);

/** Whether these are the columns of our table of events. */
export const isOwnTable = (columns: readonly string[]): boolean =>
  columns.includes('date_earliest') && columns.every(column => tableColumns.has(column));

/** Whether these are properties of our GeoJSON: all are, and some are called as nobody else does. */
export const isOwnGeojson = (columns: readonly string[]): boolean =>
  columns.includes('title') &&
  ['earliest', 'relation', 'place_id'].some(column => columns.includes(column)) &&
  columns.every(column => properties.has(column));

/** For CSV tables, which tell of each place more, under names that begin with its field's. */
export const ownTable = { read: (row: Row, number: number) => read('csv', 'place_', row, number) };
export const ownFeatures = { read: (row: Row, number: number) => read('geojson', '', row, number) };

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
    if (spec.value === 'source')
      return sources.map(({ block, whom }) => ['source', [block.title, whom].filter(Boolean).join(', ')]);
    if (spec.key === 'place') return [['place', place.value]];
    // GeoJSON calls an event without a headline by its id.
    if (spec.key === 'title' && cell('title') === id) return [];
    return [[spec.key, written(spec, cell(snake(spec.json)))]];
  });
  const country = cell(`${of}country`);
  return {
    event: { kind: 'event', title: id, fields },
    definitions: [...sources.map(({ block }) => block), ...(place.definition ? [place.definition] : [])],
    file: cell('file').replace(/\.qalam$/i, '') || slug(cell('report'), 80) || 'events',
    report: {
      kind: 'report',
      title: cell('report') || 'Events',
      fields: [['country', country && countryName(country)]],
    },
    odd: [],
    kept: [],
  };
}

function written(spec: FieldSpec, cell: string): string {
  if (spec.value === 'events') return cell.replaceAll('; ', ', ');
  // Which fields are private is not in the table: then all of the block is.
  if (spec.value === 'privacy') return cell === 'true' ? 'yes' : '';
  return cell;
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
