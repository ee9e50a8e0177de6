// Every format: what comes out of one report, the same each time, without what is private.
import assert from 'node:assert/strict';
import test from 'node:test';
import { check } from '@placemarkio/check-geojson';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { digest } from '../../../server/exchange/digest';
import { exported, plainly } from '../../../server/exchange/exporter';
import { csv } from '../../../server/exchange/folder';
import { formats } from '../../../server/exchange/formats';
import { geojson } from '../../../server/exchange/geojson';
import { kml } from '../../../server/exchange/kml';
import { csvLine } from '../../../server/exchange/table';
import { tables } from '../../../server/exchange/tables';
import { exportOf, golden } from './golden';
import { snapshot, uri } from './sample';

for (const format of formats) {
  const { name, extension } = format;
  test(`${name}: the files and what they lack are as they should be`, () => {
    const { files, losses } = exportOf(format);
    if (extension !== 'parquet')
      for (const [file, text] of files)
        if (file !== 'about.json') golden(file ? `${name}/${file}` : `${name}.${extension}`, text);
    golden(`losses/${name}.txt`, `${losses.join('\n')}\n`);
  });

  test(`${name}: the same report gives the same bytes`, () => {
    assert.deepEqual(exportOf(format).bytes, exportOf(format).bytes);
  });

  test(`${name}: an empty workspace gives files that can be read`, () => {
    const { files } = exported(format, snapshot({}), [], plainly);
    assert.ok(files.size > 0);
    if (name === 'geojson') check(new TextDecoder().decode(files.get('')));
  });

  test(`${name}: nothing private comes out unless asked for`, () => {
    const said = (includePrivate: boolean) => [...exportOf(format, { includePrivate }).files.values()].join('\n');
    assert.doesNotMatch(said(false), /must not be named|meeting|informant/);
    if (extension !== 'parquet' && !['ucdp-ged', 'acled'].includes(name)) assert.match(said(true), /meeting/);
  });

  test(`${name}: blurred coordinates are the only ones that come out`, () => {
    if (extension === 'parquet') return;
    const { files } = exportOf(format, { redactKm: 5 });
    for (const text of files.values()) {
      assert.doesNotMatch(text, /33\.6456|36\.6912|33\.6423|36\.6908/);
      assert.doesNotMatch(text, /4 km NE/);
    }
  });

  test(`${name}: it is described`, () => {
    for (const words of [format.title, format.means, format.lacks]) assert.ok(words.length > 2);
    assert.match(format.mediaType, /^[a-z]+\/[a-z0-9.+-]+$/);
  });
}

test('a digest with what is private says what that is', () => {
  const text = `report "Hill"
  author: Desk 3
  private: author

source whisper
  publisher: A neighbour
  private: yes

source wire
  publisher: Wire
  title: The hill
  private: title

event meeting
  private: yes
  type: Agreement
  date: 2014-11-01
  place: Damascus
  source: whisper

event shelling
  type: Shelling/artillery/missile attack
  date: 2014-11-02
  time: 14:30
  place: Homs
  from: Damascus
  actor: Syrian army as attacker
  killed: 3
  source: wire
  note: Seen from the roof.
  private: time, from, actor, killed, note
`;
  const digestOf = (includePrivate: boolean) => {
    const files = { 'a.qalam': text };
    const made = exported(digest, snapshot(files), [uri('a.qalam')], { ...plainly, includePrivate });
    return new TextDecoder().decode(made.files.get('')).split('\n---\n')[0]!;
  };
  assert.equal(
    digestOf(true),
    `# Hill

Desk 3 (private)

## 1 November 2014 — meeting (private)

*Agreement*

- **Where**: Damascus — Damascus, 33.5102, 36.2913 ±10 km
- **Source**: A neighbour (private)

## 2 November 2014, 14:30 (private) — shelling

*Shelling/artillery/missile attack*

Seen from the roof. (private)

- **Where**: Homs, from Damascus (private) — Homs, 34.7268, 36.7234 ±5 km
- **Who** (private): Syrian army (Syrian Arab Army), attacker
- **Killed** (private): 3
- **Source**: Wire, “The hill” (private)
`,
  );
  assert.doesNotMatch(digestOf(false), /private|neighbour|roof|The hill/);
});

test('the GeoJSON of any report keeps to RFC 7946', () => {
  check(exportOf(geojson).files.get('')!);
  const longitude = fc.double({ min: -180, max: 180, noNaN: true }).map(one => one.toFixed(3));
  const latitude = fc.double({ min: -90, max: 90, noNaN: true }).map(one => one.toFixed(3));
  const point = fc.tuple(latitude, longitude).map(([a, b]) => `${a}, ${b}`);
  const named = (i: number, where: string) => `place "P${i}"\n  location: ${where}\n\n`;
  fc.assert(
    fc.property(fc.array(point, { minLength: 3, maxLength: 5 }), fc.integer({ min: 1, max: 500 }), (points, km) => {
      const places = points.map((where, i) => named(i, where)).join('');
      const all = points.map((_, i) => `P${i}`);
      const between = `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
      const text = `${places}event a
  place: between ${between}
event b
  place: along P0 – P1
event c
  place: in P0 ±${km} km
event d
  from: P0
  to: P1
  place: P2
`;
      const { files } = exported(geojson, snapshot({ 'a.qalam': text }), [uri('a.qalam')], plainly);
      const { features } = check(new TextDecoder().decode(files.get(''))) as { features: { geometry: unknown }[] };
      assert.ok(features.every(({ geometry }) => geometry));
    }),
    { numRuns: 100 },
  );
});

test('a line over the date line is cut there', () => {
  const text = 'event e\n  from: 10.00, 170.00\n  to: 20.00, -170.00\n';
  const { files } = exported(geojson, snapshot({ 'a.qalam': text }), [uri('a.qalam')], plainly);
  const [feature] = (JSON.parse(new TextDecoder().decode(files.get(''))) as { features: { geometry: unknown }[] })
    .features;
  assert.deepEqual(feature!.geometry, {
    type: 'MultiLineString',
    coordinates: [
      [
        [170, 10],
        [180, 15],
      ],
      [
        [-180, 15],
        [-170, 20],
      ],
    ],
  });
});

test('any cells come back as they were, but for what a spreadsheet would run', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.constantFrom('=1+1', '+1', '-1', '@a', '@SUM(1)', '@AB12', '@voice; @A1', '\tb', '\rc', 'a,"b"\nc', '', 'ضمير'),
  );
  fc.assert(
    fc.property(fc.array(cell, { minLength: 2 }), cells => {
      const read = (keep: boolean) =>
        (parse(csvLine(cells, keep), { relax_column_count: true }) as string[][])[0] ?? cells.map(() => '');
      assert.deepEqual(read(true), cells);
      const tame = read(false);
      for (const [i, one] of cells.entries()) {
        assert.doesNotMatch(tame[i]!, /^(?![+-]?\d+(\.\d+)?$|@\w{3,}([;,] ?@\w{3,})*$)[=+\-@\t\r]/);
        assert.equal(tame[i]!.replace(/^'/, ''), one.replace(/^'/, ''));
      }
    }),
  );
});

test('numbers below nought stay numbers', () =>
  assert.equal(csvLine([-9.65, '-9.65', '-9.65+A1', null, true], false), "-9.65,-9.65,'-9.65+A1,,true\n"));

test('tables are divided by country and year, and lose no row', () => {
  const rows = (partition: boolean) => {
    const found = new Map<string, string[]>();
    for (const [file, text] of exportOf(csv, { partition }).files) {
      if (!file.endsWith('.csv')) continue;
      const table = file.replace(/[/.].*/, '');
      found.set(table, [...(found.get(table) ?? []), ...text.split('\n').slice(1, -1)]);
    }
    return [...found].map(([table, lines]) => [table, lines.sort()] as const).sort();
  };
  assert.deepEqual(rows(true), rows(false));
  const { files } = exportOf(csv, { partition: true });
  assert.ok(files.has('events/country=SY/year=2014/part-0.csv'), [...files.keys()].join(' '));
  assert.ok(files.has('events/country=__HIVE_DEFAULT_PARTITION__/year=__HIVE_DEFAULT_PARTITION__/part-0.csv'));
});

test('the columns of a table have names of their own', () => {
  for (const { name, columns } of tables) {
    const names = columns.map(one => one.name);
    assert.equal(new Set(names).size, names.length, `${name}: ${names.join(' ')}`);
    for (const one of columns) assert.match(one.name, /^[a-z][a-z0-9_]*$/);
  }
});

test('the KML of any words is well-formed, and says them', () => {
  const word = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('<b>', '&amp;', ']]>', '"', '\u0001', '\ufffe'));
  fc.assert(
    fc.property(word, words => {
      const line = words.replace(/\s+/g, ' ');
      const { files } = exported(
        kml,
        snapshot({ 'a.qalam': `event e\n  title: x ${line}\n` }),
        [uri('a.qalam')],
        plainly,
      );
      const text = new TextDecoder().decode(files.get(''));
      assert.equal(XMLValidator.validate(text), true);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those that XML lacks
      assert.doesNotMatch(text, /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
    }),
  );
});

test('KML has a placemark an event, at the place that GeoJSON gives it', () => {
  const read = new XMLParser({ parseTagValue: false }).parse(exportOf(kml).files.get('')!) as {
    kml: { Document: { Placemark: { name: string; Point?: { coordinates: string }; TimeSpan?: { begin: string } }[] } };
  };
  const { features } = check(exportOf(geojson).files.get('')!) as {
    features: { properties: { title: string }; geometry: { type: string; coordinates: unknown } | null }[];
  };
  const placemarks = read.kml.Document.Placemark;
  assert.deepEqual(
    placemarks.map(({ name }) => name),
    features.map(({ properties }) => properties.title),
  );
  for (const [i, { geometry }] of features.entries())
    if (geometry?.type === 'Point') assert.equal(placemarks[i]!.Point!.coordinates, String(geometry.coordinates));
  assert.equal(placemarks.find(({ name }) => name === 'three-days')!.TimeSpan!.begin, '2014-11-30');
});

test('CSV begins with a byte order mark where it is asked for, and nothing else does', () => {
  for (const format of formats) {
    const files = exportOf(format, { byteOrderMark: true }).bytes;
    for (const [file, bytes] of files) {
      const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
      assert.equal(marked, format.extension === 'csv' && file !== 'about.json', `${format.name} ${file}`);
      if (marked) assert.deepEqual(bytes.slice(3), exportOf(format).bytes.get(file), file);
    }
  }
});

test('a folder says what its columns mean, and whom to name', () => {
  const about = JSON.parse(exportOf(csv).files.get('about.json')!) as {
    format: string;
    attribution: string[];
    tables: Record<string, Record<string, { type: string; means: string }>>;
  };
  assert.equal(about.format, 'csv');
  assert.match(about.attribution.join(), /GeoNames/);
  for (const { name, columns } of tables)
    assert.deepEqual(
      about.tables[name],
      Object.fromEntries(columns.map(({ name: key, type, means }) => [key, { type, means }])),
    );
});
