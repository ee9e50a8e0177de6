// GeoJSON (RFC 7946) as a table: a row for each feature, a column for each property, and the point of its geometry.
import type { Json, JsonObject } from '../document';
import { keptAs, ownProperties } from '../geojson';
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
};

function whole(text: string): WholeTable | string {
  const read = objectIn(text);
  if (typeof read === 'string') return read;
  const features = read.type === 'Feature' ? [read] : read.features;
  if (!Array.isArray(features)) return 'It is no GeoJSON: it has no “features”.';
  const system = isObject(read.crs) && isObject(read.crs.properties) ? String(read.crs.properties.name ?? '') : '';
  if (system && !/CRS84|EPSG:+4326$/i.test(system))
    return `Its coordinates are of ${system}, not in degrees of WGS 84. Save it in EPSG:4326 first.`;
  const odd = features.findIndex(feature => !isObject(feature));
  if (odd >= 0) return `It is no GeoJSON: number ${(odd + 1).toLocaleString('en')} of its “features” is no feature.`;
  const objects: readonly JsonObject[] = features;
  const columns = new Set(objects.flatMap(({ properties }) => (isObject(properties) ? Object.keys(properties) : [])));
  const byUs = isObject(read.generator) && read.generator.name === 'Qalam';
  const own = byUs || isOwnGeojson([...columns]);
  const ofRow = new Map<Row, JsonObject>();
  for (const feature of objects) ofRow.set(own ? ownRow(feature) : foreignRow(feature), feature);
  return {
    importer: {
      ...geojson,
      ...(own && ownFeatures),
      codedAs: (row, column) => {
        const { properties } = ofRow.get(row) ?? {};
        const value = isObject(properties) ? properties[column] : undefined;
        return value === undefined || (own && ownProperties.has(column)) ? undefined : keptAs(value);
      },
    },
    rows: [...ofRow.keys()],
  };
}

/** The properties of a feature, one called `id` before its id. */
function cellsOf({ id, properties }: JsonObject): Map<string, string> {
  const row = new Map<string, string>();
  if (typeof id === 'string' || typeof id === 'number') row.set('id', String(id));
  for (const [name, value] of Object.entries(isObject(properties) ? properties : {})) row.set(name, textOf(value));
  return row;
}

/** A row of ours has every property, and the position among them, also where the geometry is a line or an area. */
function ownRow(feature: JsonObject): Row {
  const row = new Map([...ownProperties].map(name => [name, '']));
  for (const [name, cell] of cellsOf(feature)) row.set(name, cell);
  return row.set('geometry', isObject(feature.geometry) ? JSON.stringify(feature.geometry) : '');
}

/** What a feature has as properties goes before what follows from its geometry. */
function foreignRow(feature: JsonObject): Row {
  const row = cellsOf(feature);
  const { geometry } = feature;
  const called = row.get('geometry');
  if (called !== undefined) row.set('geometry_property', called);
  row.delete('geometry');
  if (!isObject(geometry)) return row;
  const [longitude, latitude] = middleOf(geometry.coordinates);
  const flat = geometry.type === 'Point' && Array.isArray(geometry.coordinates) && geometry.coordinates.length === 2;
  if (latitude === undefined || longitude === undefined || !flat) row.set('geometry', JSON.stringify(geometry));
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

const textOf = (value: Json): string => {
  if (value === null) return '';
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
