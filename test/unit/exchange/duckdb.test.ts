// The tables as DuckDB reads them: typed, joined, counted, cut out of a map, and divided by country and year.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { DuckDBConnection } from '@duckdb/node-api';
import { type ExportOptions, exported, plainly } from '../../../server/exchange/exporter';
import { csv, parquet } from '../../../server/exchange/folder';
import { type Table, tables } from '../../../server/exchange/tables';
import { exportOf } from './golden';
import { snapshot, uri } from './sample';

type DuckDb = typeof import('@duckdb/node-api');

/** Undefined where its library is not installed for this machine. */
function load(): DuckDb | undefined {
  try {
    return createRequire(path.resolve('package.json'))('@duckdb/node-api') as DuckDb;
  } catch {
    return;
  }
}

const duckdb = load();
const skip = duckdb ? false : 'DuckDB is not on this machine';
let connection: DuckDBConnection | undefined;
before(async () => {
  connection = await (await duckdb?.DuckDBInstance.create(':memory:'))?.connect();
});
const home = fs.mkdtempSync(path.join(os.tmpdir(), 'qalam-duckdb-'));
after(() => fs.rmSync(home, { recursive: true, force: true }));

const rows = async (sql: string) => (await connection!.runAndReadAll(sql)).getRowObjectsJson();

let folders = 0;
function write(files: ReadonlyMap<string, Uint8Array>): string {
  const folder = path.join(home, String(folders++));
  for (const [file, bytes] of files) {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), bytes);
  }
  return folder.replaceAll('\\', '/');
}

const places = ['Dumeir', 'Damascus', 'Homs', 'London (United Kingdom)'];
const groups = ['Syrian army', 'Jaysh al-Islam'];

/** 600 events over three years, a killed person each, and two actors. */
const corpus = Array.from(
  { length: 600 },
  (_, i) => `event e${i}
  type: Armed clash
  date: ${2013 + (i % 3)}-${String((i % 12) + 1).padStart(2, '0')}-15
  place: ${places[i % 4]}
  actor: ${groups[i % 2]} as attacker
  actor: gunmen as defender
  killed: 1
`,
).join('\n');

function writeCorpus(format = parquet, options: Partial<ExportOptions> = {}): string {
  const world = snapshot({ 'a.qalam': corpus });
  return write(exported(format, world, [uri('a.qalam')], { ...plainly, ...options }).files);
}

test('Parquet and CSV say the same, in the types that they promise', { skip }, async () => {
  const [typed, plain] = [write(exportOf(parquet).bytes), write(exportOf(csv, { keepFormulas: true }).bytes)];
  const sqlTypes = { text: 'VARCHAR', integer: 'INTEGER', number: 'DOUBLE', boolean: 'BOOLEAN', day: 'DATE' } as const;
  for (const { name, columns } of tables as readonly Table[]) {
    const described = await rows(`describe select * from '${typed}/${name}.parquet'`);
    assert.deepEqual(
      described.map(one => [one.column_name, one.column_type]),
      columns.map(one => [one.name, sqlTypes[one.type]]),
      name,
    );
    const types = columns.map(one => `'${one.name}': '${sqlTypes[one.type]}'`).join(', ');
    const read = `read_csv('${plain}/${name}.csv', header = true, columns = {${types}}, auto_detect = false, quote = '"', escape = '"', new_line = '\\n')`;
    assert.deepEqual(await rows(`select * from '${typed}/${name}.parquet'`), await rows(`select * from ${read}`), name);
  }
});

test('a join, and counts by month and actor', { skip }, async () => {
  const folder = writeCorpus();
  const counted = await rows(`
    select strftime(e.date_earliest, '%Y-%m') as month, a.name, count(*)::int as events, sum(e.killed_best)::int as killed
    from '${folder}/events.parquet' e join '${folder}/actors.parquet' a on a.event = e.id
    where a.role = 'attacker' group by all order by all`);
  const expected = new Map<string, number>();
  for (let i = 0; i < 600; i++) {
    const key = `${2013 + (i % 3)}-${String((i % 12) + 1).padStart(2, '0')} ${i % 2 ? 'Jaysh al-Islam' : 'Syrian Arab Army'}`;
    expected.set(key, (expected.get(key) ?? 0) + 1);
  }
  assert.deepEqual(
    counted.map(({ month, name, events, killed }) => [`${month} ${name}`, events, killed]),
    [...expected].sort().map(([key, count]) => [key, count, count]),
  );
});

test('a box on the map', { skip }, async () => {
  const folder = writeCorpus();
  const found = await rows(`select distinct place from '${folder}/events.parquet'
    where place_latitude between 33 and 34 and place_longitude between 36 and 37 order by all`);
  assert.deepEqual(found, [{ place: 'Damascus' }, { place: 'Dumeir' }]);
});

for (const format of [parquet, csv])
  test(`${format.name} divided by country and year is read as it stands`, { skip }, async () => {
    const folder = writeCorpus(format, { partition: true });
    const read = (table: string) =>
      format === parquet
        ? `read_parquet('${folder}/${table}/**/*.parquet', hive_partitioning = true)`
        : `read_csv('${folder}/${table}/**/*.csv', hive_partitioning = true)`;
    const counted = await rows(
      `select country, year::int as year, count(*)::int as events from ${read('events')} group by all order by all`,
    );
    assert.deepEqual(
      counted.map(({ country, year, events }) => [country, year, events]),
      ['GB', 'SY'].flatMap(code => [2013, 2014, 2015].map(year => [code, year, code === 'GB' ? 50 : 150])),
    );
    const plan = await rows(
      `select count(*)::int as n from ${read('events')} e join ${read('actors')} a on a.event = e.id where e.country = 'SY' and e.year = 2014`,
    );
    assert.deepEqual(plan, [{ n: 300 }]);
  });

test('a file of several row groups has all rows in their order', { skip }, async () => {
  const { parquetFile } = await import('../../../server/exchange/parquet');
  const file = parquetFile([
    { name: 'n', type: 'integer' },
    { name: 'text', type: 'text' },
    { name: 'day', type: 'day' },
  ]);
  const parts: Uint8Array[] = [];
  const keep = (data: Iterable<string | Uint8Array>) => {
    for (const one of data) parts.push(one as Uint8Array);
  };
  for (let i = 0; i < 45_000; i++)
    keep(file.add([[i, i % 7 ? `row ${i}` : null, i % 2 ? '1999-12-31' : '0800-02-29']]));
  keep(file.end());
  assert.ok(parts.length > 2);
  const folder = write(new Map([['t.parquet', Buffer.concat(parts)]]));
  const at = `'${folder}/t.parquet'`;
  assert.deepEqual(
    await rows(
      `select count(*)::int as n, count(text)::int as texts, min(day)::varchar as first, max(day)::varchar as last, sum(n)::bigint as sum from ${at}`,
    ),
    [{ n: 45000, texts: 45000 - Math.ceil(45000 / 7), first: '0800-02-29', last: '1999-12-31', sum: '1012477500' }],
  );
  const groups = await rows(`select count(distinct row_group_id)::int as groups from parquet_metadata(${at})`);
  assert.deepEqual(groups, [{ groups: 3 }]);
});
