// Imports by the program as it ships: what is written, what is refused, and that nothing is left behind.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { parse as readCsv } from 'csv-parse/sync';
import { buildProgram, type Program } from './program';

let program: Program;
before(async () => {
  program = await buildProgram();
});
after(() => program.remove());

const sample = fs.readFileSync('test/unit/exchange/import/samples/ucdp-ged.csv', 'utf8').replace(/^\uFEFF/, '');
const [header = [], ...rows] = readCsv(sample) as string[][];

const csv = (lines: readonly (readonly string[])[], delimiter = ','): string =>
  lines.map(cells => `${cells.map(cell => `"${cell.replaceAll('"', '""')}"`).join(delimiter)}\n`).join('');

const ged = (...more: string[]): string[] => ['import', '--from', 'ucdp-ged', 'ged.csv', '-o', 'out', ...more];

/** The rows that an export of `out` has, without the header. */
function back(folder: string, format = 'ucdp-ged'): string[][] {
  const { code, stdout, stderr } = program.run(folder, [
    'export',
    '--to',
    format,
    '--keep-formulas',
    '--allow-loss',
    'out',
  ]);
  assert.equal(code, 0, stderr);
  return (readCsv(stdout) as string[][]).slice(1);
}

const byId = (table: readonly string[][]): string[][] => [...table].sort((a, b) => Number(a[0]) - Number(b[0]));

test('a table of UCDP becomes reports, and an export of them is the same table', () => {
  const folder = program.folder({ 'ged.csv': sample });
  const { code, stdout } = program.run(folder, ged());
  assert.deepEqual(
    [code, stdout.replace(/^20 events, \d+ sources, \d+ places, \d+ groups in \d+ files of out\.\n$/, '')],
    [0, ''],
  );
  assert.deepEqual(byId(back(folder)), byId(rows));
  assert.deepEqual(fs.readdirSync(folder).sort(), ['ged.csv', 'out']);
});

test('a byte order mark, semicolons between cells and line ends of Windows change nothing', () => {
  const plain = program.folder({ 'ged.csv': sample });
  const other = program.folder({ 'ged.csv': `\uFEFF${csv([header, ...rows], ';').replaceAll('\n', '\r\n')}` });
  assert.equal(program.run(plain, ged()).code, 0);
  assert.equal(program.run(other, ged()).code, 0);
  assert.deepEqual(byId(back(other)).length, 20);
  assert.deepEqual(fs.readdirSync(path.join(other, 'out')), fs.readdirSync(path.join(plain, 'out')));
});

test('reports that are there are written over only with --force', () => {
  const folder = program.folder({ 'ged.csv': sample });
  assert.equal(program.run(folder, ged()).code, 0);
  const file = path.join(folder, 'out/actors.qalam');
  fs.writeFileSync(file, '# mine\n');
  fs.writeFileSync(path.join(folder, 'out/other.qalam'), '# other\n');
  const refused = program.run(folder, ged());
  assert.equal(refused.code, 2);
  assert.match(
    refused.stderr,
    /out has actors\.qalam, .* already\. Name another folder, or say --force to write over them\./,
  );
  assert.equal(fs.readFileSync(file, 'utf8'), '# mine\n');
  assert.equal(program.run(folder, ged('--force')).code, 0);
  assert.match(fs.readFileSync(file, 'utf8'), /^actor "/);
  assert.equal(fs.readFileSync(path.join(folder, 'out/other.qalam'), 'utf8'), '# other\n');
  assert.deepEqual(fs.readdirSync(folder).sort(), ['ged.csv', 'out']);
});

test('what cannot be imported is refused with a sentence, and nothing is written', () => {
  const without = (column: string) => csv([header, ...rows].map(cells => cells.filter((_, i) => header[i] !== column)));
  const cases: [string, string | Uint8Array, RegExp][] = [
    ['ucdp-ged', without('best'), /in\.txt is no table of UCDP GED: it has no column best\./],
    ['ucdp-ged', '', /in\.txt is empty: it has no line with the names of columns\./],
    [
      'ucdp-ged',
      `${sample}"21301,"x`,
      /in\.txt cannot be read: a quote that is opened in line \d+ or before is never closed\./,
    ],
    [
      'ucdp-ged',
      Buffer.from(`${sample}\u00e9`, 'latin1'),
      /in\.txt cannot be read: it is not UTF-8 text; save it as UTF-8 first, or say/,
    ],
    ['acled', sample, /in\.txt is no table of ACLED: it has no column event_id_cnty, /],
    ['csv', 'name,weather\na,b\n', /in\.txt is no table of events: none of its columns is called by a word for a date/],
    ['geojson', '{}', /in\.txt cannot be imported\. It is no GeoJSON: it has no “features”\./],
    ['geojson', Buffer.from('{"features": ["\u00e9"]}', 'latin1'), /in\.txt cannot be read: it is not UTF-8 text/],
    ['json', '[]', /in\.txt cannot be imported\. It is no JSON object\./],
    ['xlsx', '', /Say what to import --from: ucdp-ged, acled, csv, geojson, json, ndjson\./],
  ];
  for (const [from, content, message] of cases) {
    const folder = program.folder({ 'in.txt': content });
    const { code, stdout, stderr } = program.run(folder, ['import', '--from', from, 'in.txt', '-o', 'out']);
    assert.deepEqual([code, stdout], [2, ''], stderr);
    assert.match(stderr, message);
    assert.deepEqual(fs.readdirSync(folder), ['in.txt']);
  }
  const folder = program.folder({ 'ged.csv': sample, out: 'a file' });
  assert.match(program.run(folder, ged()).stderr, /out cannot be written into: it is a file\./);
  assert.match(
    program.run(folder, ['import', '--from', 'csv', 'none.csv', '-o', 'new']).stderr,
    /none\.csv cannot be read: /,
  );
  assert.deepEqual(fs.readdirSync(folder).sort(), ['ged.csv', 'out']);
});

test('older versions of UCDP are known: 42 columns, “best_est”', () => {
  const later = new Set(
    'relid code_status conflict_dset_id dyad_dset_id side_a_dset_id side_b_dset_id where_description'.split(' '),
  );
  const old = (cells: readonly string[]) => cells.filter((_, i) => !later.has(header[i]!));
  const names = old(header).map(name => (/^(best|high|low)$/.test(name) ? `${name}_est` : name));
  assert.equal(names.length, 42);
  const folder = program.folder({ 'ged.csv': csv([names, ...rows.map(old)]) });
  const { code, stderr } = program.run(folder, ged());
  assert.equal(code, 0, stderr);
  assert.deepEqual(byId(back(folder)).map(old), byId(rows).map(old));
});

test('rows that are too short or too long are kept and told', () => {
  const [first = [], second = []] = rows;
  const folder = program.folder({ 'ged.csv': csv([header, first.slice(0, 47), [...second, 'one more']]) });
  const { code, stderr } = program.run(folder, ged());
  assert.equal(code, 0);
  assert.match(stderr, /1 row: it has fewer cells than there are columns; kept as they are/);
  assert.match(stderr, /1 row: it has more cells than there are columns; kept as they are/);
  const reports = fs
    .readdirSync(path.join(folder, 'out'))
    .map(file => fs.readFileSync(path.join(folder, 'out', file), 'utf8'));
  assert.match(reports.join(''), /\n {4}column_50=one more\n/);
});

test('tables of events and GeoJSON of our own come back', () => {
  const report =
    'source s\n  publisher: P\n\nevent e\n  type: Presence\n  date: 2014-11\n  place: near Dumeir\n  source: s\n';
  const folder = program.folder({ 'a.qalam': report });
  for (const [to, from, file] of [
    ['geojson', 'geojson', 'e'],
    ['csv', 'csv', 't/events.csv'],
    ['json', 'json', 'j'],
    ['ndjson', 'ndjson', 'n'],
  ] as const) {
    const target = file.split('/')[0]!;
    assert.equal(program.run(folder, ['export', '--to', to, '--allow-loss', 'a.qalam', '-o', target]).code, 0);
    const { code, stderr } = program.run(folder, ['import', '--from', from, file, '-o', `out-${from}`]);
    assert.equal(code, 0, stderr);
    const reports = fs
      .readdirSync(path.join(folder, `out-${from}`))
      .map(name => fs.readFileSync(path.join(folder, `out-${from}`, name), 'utf8'));
    assert.match(reports.join(''), /event e\n {2}type: Presence\n {2}date: 2014-11\n {2}place: near Dumeir\n/);
  }
});

test('an import that is called off leaves nothing behind', async () => {
  const many = Array.from({ length: 200 }, (_, i) => rows.map(([, ...cells]) => [String(i), ...cells])).flat();
  const folder = program.folder({ 'ged.csv': csv([header, ...many]) });
  const child = spawn(process.execPath, [program.file, ...ged()], { cwd: folder, stdio: 'ignore' });
  const ended = new Promise<number | null>(resolve => child.once('close', resolve));
  const growing = () => fs.readdirSync(folder).find(name => name.endsWith('.tmp'));
  const full = () => growing() !== undefined && fs.readdirSync(path.join(folder, growing()!)).length > 0;
  while (!full() && child.exitCode === null) await new Promise(resolve => setTimeout(resolve, 5));
  child.kill('SIGINT');
  assert.equal(await ended, 130);
  assert.deepEqual(fs.readdirSync(folder), ['ged.csv']);
});

test('the folder of tables that an export wrote becomes the reports it was made of, also divided or by its table of events', () => {
  const report = `event e
  title: =HYPERLINK("x")
  type: Armed clash
  date: 2031-11-14
  place: Homs
  actor: Syrian army as attacker
  killed: 3 according to s
  killed: 5 civilians according to t
  source: s, a man
  note: -1 and so on

source s
  publisher: @radio(1)

source t
  publisher: T
`;
  const folder = program.folder({ 'in/a.qalam': report });
  const tables = (to: string, from: string, ...more: string[]) => {
    const { code, stderr } = program.run(folder, ['export', '--to', 'csv', from, '-o', to, ...more]);
    assert.equal(code, 0, stderr);
    return fs
      .readdirSync(path.join(folder, to))
      .filter(name => name.endsWith('.csv'))
      .map(name => fs.readFileSync(path.join(folder, to, name), 'utf8'));
  };
  const first = tables('tables', 'in');
  assert.match(first.join(), /'=HYPERLINK/);
  assert.match(first.join(), /'@radio\(1\)/);
  tables('divided', 'in', '--partition');
  tables('wild', 'in', '--keep-formulas');
  tables('marked', 'in', '--bom');
  for (const [i, file] of ['tables', 'tables/events.csv', 'divided', 'wild', 'marked'].entries()) {
    const { code, stdout, stderr } = program.run(folder, ['import', '--from', 'csv', file, '-o', `out${i}`]);
    assert.deepEqual([code, stderr], [0, '']);
    assert.equal(stdout, `1 event, 2 sources, 0 places, 0 groups in 1 file of out${i}.\n`);
    assert.deepEqual(tables(`again${i}`, `out${i}`), first, file);
  }
  program.run(folder, ['export', '--to', 'parquet', 'in', '-o', 'parquet']);
  for (const [name, message] of [
    ['parquet', /parquet cannot be imported: it is no folder that “qalam export --to csv” wrote, but one of parquet\./],
    ['in', /in cannot be imported: it is no folder that “qalam export --to csv” wrote\. Name a file\./],
  ] as const) {
    const { code, stderr } = program.run(folder, ['import', '--from', 'csv', name, '-o', 'refused']);
    assert.equal(code, 2);
    assert.match(stderr, message);
  }
  assert.ok(!fs.existsSync(path.join(folder, 'refused')));
});

test('tables in other encodings: by their byte order mark, or as one says', () => {
  const text = sample.replaceAll('Taluqan', 'Tāluqān');
  const swapped = (bytes: Buffer) => bytes.swap16();
  const files: [string, Uint8Array, string[]][] = [
    ['utf-16le', Buffer.from(`\uFEFF${text}`, 'utf16le'), []],
    ['utf-16be', swapped(Buffer.from(`\uFEFF${text}`, 'utf16le')), []],
    ['utf-16le without a mark', Buffer.from(text, 'utf16le'), ['--encoding', 'utf-16le']],
  ];
  for (const [what, bytes, more] of files) {
    const folder = program.folder({ 'ged.csv': bytes });
    const { code, stderr } = program.run(folder, ged(...more));
    assert.equal(code, 0, `${what}: ${stderr}`);
    assert.deepEqual(byId(back(folder)), byId((readCsv(text) as string[][]).slice(1)), what);
  }
  const latin = program.folder({ 'ged.csv': Buffer.from(sample.replaceAll('Taluqan', 'Taluqán'), 'latin1') });
  const refused = program.run(latin, ged());
  assert.equal(refused.code, 2);
  assert.match(
    refused.stderr,
    /it is not UTF-8 text; save it as UTF-8 first, or say what it is, such as --encoding windows-1252\./,
  );
  assert.equal(program.run(latin, ged('--encoding', 'windows-1252')).code, 0);
  assert.match(JSON.stringify(back(latin)), /Taluqán/);
  assert.match(program.run(latin, ged('--encoding', 'klingon')).stderr, /No encoding is called “klingon”\./);
  assert.match(
    program.run(latin, ['import', '--from', 'json', 'ged.csv', '-o', 'o', '--encoding', 'utf-8']).stderr,
    /--encoding is for CSV files; JSON is always UTF-8\./,
  );
});

test('a file that is too large to be read as a whole is refused with a way out', () => {
  const folder = program.folder({ 'large.json': '' });
  fs.truncateSync(path.join(folder, 'large.json'), 257 << 20);
  for (const [format, wayOut] of [
    ['json', /larger than 256 MB\. Export fewer reports at a time, and import each of the files\./],
    ['geojson', /larger than 256 MB\. Divide it, or save it as CSV, which is read some rows at a time\./],
  ] as const) {
    const { code, stderr } = program.run(folder, ['import', '--from', format, 'large.json', '-o', 'out']);
    assert.equal(code, 2);
    assert.match(stderr, wayOut);
  }
  assert.deepEqual(fs.readdirSync(folder), ['large.json']);
});
