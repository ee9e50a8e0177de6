// GeoJSON (RFC 7946) as a table: a row for each feature, a column for each property, and the point of its geometry.
import type { JsonObject } from '../document';
import type { Row, TableImporter, WholeTable } from './importer';
import { isObject, objectIn } from './object';
import { isOwnGeojson, ownFeatures } from './own';
import { plain } from './plain';

export const geojson: TableImporter = {
  name: 'geojson',
  title: 'GeoJSON',
  means: 'Any GeoJSON whose features are events, or that “qalam export --to geojson” wrote.',
  extensions: ['geojson', 'json'],
  // Features bring their places along, and some may lack a date.
  lacks: () => '',
  ...plain('geojson'),
  whole,
  variant: columns => (isOwnGeojson(columns) ? { ...geojson, ...ownFeatures } : geojson),
};

function whole(text: string): WholeTable | string {
  const read = objectIn(text);
  if (typeof read === 'string') return read;
  const features = read.type === 'Feature' ? [read] : read.features;
  if (!Array.isArray(features)) return 'It is no GeoJSON: it has no “features”.';
  const system = isObject(read.crs) && isObject(read.crs.properties) ? String(read.crs.properties.name ?? '') : '';
  if (system && !/CRS84|EPSG:+4326$/i.test(system))
    return `Its coordinates are of ${system}, not in degrees of WGS 84. Save it in EPSG:4326 first.`;
  const objects = features.filter(isObject);
  const columns = new Set(objects.flatMap(({ properties }) => (isObject(properties) ? Object.keys(properties) : [])));
  const own = isOwnGeojson([...columns]);
  return { columns: [...columns], rows: objects.map(feature => rowOf(feature, own)) };
}

/** The cells of a feature. What it has as properties goes before what follows from its geometry. */
function rowOf({ id, geometry, properties }: JsonObject, own: boolean): Row {
  const row = new Map<string, string>();
  if (typeof id === 'string' || typeof id === 'number') row.set('id', String(id));
  for (const [name, value] of Object.entries(isObject(properties) ? properties : {})) row.set(name, textOf(value));
  // Ours has the position among the properties, also where the geometry is a line or an area.
  if (own || !isObject(geometry)) return row;
  const [longitude, latitude] = middleOf(geometry.coordinates);
  if (latitude === undefined || longitude === undefined || geometry.type !== 'Point')
    row.set('geometry', JSON.stringify(geometry));
  if (latitude === undefined || longitude === undefined) return row;
  const position = new Map([
    ['latitude', String(latitude)],
    ['longitude', String(longitude)],
  ]);
  for (const [name, cell] of row) {
    const taken = position.get(name);
    if (taken === undefined) position.set(name, cell);
    else if (Number(cell) !== Number(taken)) position.set(`${name}_property`, cell);
  }
  return position;
}

const textOf = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

/** The position of a point; the middle of the box around any other geometry; [] for one that has none. */
function middleOf(coordinates: unknown): [longitude?: number, latitude?: number] {
  const box = [Infinity, Infinity, -Infinity, -Infinity] as [number, number, number, number];
  const visit = (one: unknown): void => {
    if (!Array.isArray(one)) return;
    const [x, y] = one;
    if (typeof x !== 'number' || typeof y !== 'number') {
      for (const part of one) visit(part);
      return;
    }
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  };
  visit(coordinates);
  const [west, south, east, north] = box;
  if (!Number.isFinite(west)) return [];
  const middle = (a: number, b: number) => (a === b ? a : Math.round(((a + b) / 2) * 1e5) / 1e5);
  return [middle(west, east), middle(south, north)];
}
