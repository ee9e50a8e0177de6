// What map programs read: GDAL, where this machine has it, finds every event at its place in our GeoJSON, KML and CSV.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test, { after } from 'node:test';
import type { Exporter, ExportOptions } from '../../../server/exchange/exporter';
import { csv } from '../../../server/exchange/folder';
import { geojson } from '../../../server/exchange/geojson';
import { kml } from '../../../server/exchange/kml';
import { ucdp } from '../../../server/exchange/ucdp';
import { exportOf } from './golden';

const skip = spawnSync('ogrinfo', ['--version']).status === 0 ? false : 'no ogrinfo here; Debian has it in gdal-bin';
const home = fs.mkdtempSync(path.join(os.tmpdir(), 'qalam-gdal-'));
after(() => fs.rmSync(home, { recursive: true, force: true }));

interface Feature {
  readonly id?: string;
  readonly geometry: { readonly type: string; readonly coordinates: unknown } | null;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** A file of an export, as GDAL opens it. */
function fileOf(format: Exporter, name = '', options: Partial<ExportOptions> = {}): string {
  const file = path.join(home, name || `${format.name}.${format.extension}`);
  fs.writeFileSync(file, exportOf(format, options).bytes.get(name)!);
  return file;
}

function run(program: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
  assert.deepEqual([status, stderr], [0, ''], `${program} ${args.join(' ')}`);
  return stdout;
}

/** The features that GDAL reads, turned to GeoJSON by it. */
function read(file: string, ...args: readonly string[]): readonly Feature[] {
  // Layers of a KML are its folders; ours has none, and so one layer.
  const text = run('ogr2ogr', '-f', 'GeoJSON', '-lco', 'COORDINATE_PRECISION=5', '/vsistdout/', file, ...args);
  return (JSON.parse(text) as { features: Feature[] }).features;
}

/** GDAL writes slashes between the parts of a day, and seconds behind a time. */
const plain = (value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll('/', '-').replace(/^(\d\d:\d\d):00$/, '$1') : value;

const ours = (JSON.parse(exportOf(geojson).files.get('')!) as { features: Feature[] }).features;

test('GeoJSON: every event, with its geometry and properties', { skip }, () => {
  const file = fileOf(geojson);
  const about = run('ogrinfo', '-ro', '-al', '-so', file);
  assert.match(about, new RegExp(`^Feature Count: ${ours.length}$`, 'm'));
  assert.match(about, /^earliest: Date/m);
  assert.match(about, /^killed_low: Integer /m);
  assert.match(about, /^uncertainty_km: Real /m);
  for (const [i, feature] of read(file).entries()) {
    assert.deepEqual([feature.id, feature.geometry], [ours[i]!.id, ours[i]!.geometry]);
    for (const [name, value] of Object.entries(ours[i]!.properties)) {
      assert.deepEqual(plain(feature.properties[name]), plain(value), name);
    }
  }
});

test('KML: every event that is on the map, where GeoJSON has it', { skip }, () => {
  const file = fileOf(kml);
  assert.match(run('ogrinfo', '-ro', '-al', '-so', file), new RegExp(`^Feature Count: ${ours.length}$`, 'm'));
  const flat = (one: unknown): unknown =>
    Array.isArray(one) ? one.slice(0, typeof one[0] === 'number' ? 2 : undefined).map(flat) : one;
  for (const [i, { geometry, properties }] of read(file).entries()) {
    assert.equal(properties.Name, ours[i]!.properties.title);
    assert.deepEqual(
      geometry && { type: geometry.type, coordinates: flat(geometry.coordinates) },
      ours[i]!.geometry,
      String(properties.Name),
    );
  }
});

test('CSV: points by their columns, and by geom_wkt', { skip }, () => {
  const at = new Map(ours.map(({ id, properties }) => [id, [properties.longitude, properties.latitude]]));
  const events = read(
    fileOf(csv, 'events.csv'),
    ...[
      '-oo',
      'X_POSSIBLE_NAMES=place_longitude',
      '-oo',
      'Y_POSSIBLE_NAMES=place_latitude',
      '-oo',
      'EMPTY_STRING_AS_NULL=YES',
    ],
  );
  assert.equal(events.length, ours.length);
  for (const { geometry, properties } of events) {
    const where = at.get(String(properties.id))!;
    assert.deepEqual(geometry?.coordinates ?? [undefined, undefined], where, String(properties.id));
  }
  const file = fileOf(ucdp);
  const wkt = ['-oo', 'GEOM_POSSIBLE_NAMES=geom_wkt', '-oo', 'KEEP_GEOM_COLUMNS=NO'];
  const rows = read(file, ...wkt);
  assert.ok(rows.length > 1);
  for (const { geometry, properties } of rows)
    assert.deepEqual(geometry!.coordinates, at.get(String(properties.relid)), String(properties.relid));
});
