// Rows in the shape of ACLED's become events, and the events the same rows again, whatever stands in them. All rows here are made up.
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { acled } from '../../../../server/exchange/import/acled';
import { parse } from '../../../../server/syntax/parse';
import { print } from '../../../../server/syntax/print';
import { golden } from '../golden';
import * as rows from './rows';

const header =
  'event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location latitude longitude geo_precision source source_scale notes fatalities tags timestamp'.split(
    ' ',
  );

/** Cells by column; those that are not given are empty. */
const row = (cells: Readonly<Record<string, string>>): string[] => header.map(column => cells[column] ?? '');

const syria = {
  iso: '760',
  region: 'Middle East',
  country: 'Syria',
  admin1: 'Rif Dimashq',
  admin2: 'Duma',
  year: '2031',
  time_precision: '1',
  geo_precision: '1',
  source_scale: 'National',
  timestamp: '1900000000',
};
const sample = [
  row({
    ...syria,
    event_id_cnty: 'SYR900001',
    event_date: '2031-05-16',
    disorder_type: 'Political violence',
    event_type: 'Battles',
    sub_event_type: 'Armed clash',
    actor1: 'Military Forces of Syria (2030-)',
    inter1: 'State forces',
    actor2: 'Orchard Brigade',
    assoc_actor_2: 'Quince Company; Hill Company',
    inter2: 'Rebel group',
    interaction: 'State forces-Rebel group',
    location: 'Upper Orchard',
    latitude: '33.6440',
    longitude: '36.6940',
    source: 'The Orchard Post; Radio Quince',
    notes: 'On 16 May 2031, made-up forces met near a made-up hill #3.',
    fatalities: '4',
  }),
  row({
    ...syria,
    event_id_cnty: 'SYR900002',
    event_date: '2031-05-17',
    time_precision: '2',
    disorder_type: 'Political violence',
    event_type: 'Violence against civilians',
    sub_event_type: 'Attack',
    actor1: 'Unidentified Armed Group (Syria)',
    inter1: 'Political militia',
    actor2: 'Civilians (Syria)',
    assoc_actor_2: 'Farmers (Syria)',
    inter2: 'Civilians',
    interaction: 'Political militia-Civilians',
    civilian_targeting: 'Civilians targeted',
    location: 'Lower Orchard',
    latitude: '33.6',
    longitude: '36.7',
    geo_precision: '2',
    source: 'Radio Quince',
    fatalities: '0',
    tags: 'invented',
  }),
  // As older files have it.
  row({
    ...syria,
    event_id_cnty: 'SYR900003',
    event_date: '16 May 2031',
    time_precision: '3',
    event_type: 'Riots',
    sub_event_type: 'Mob violence',
    actor1: 'Rioters (Syria)',
    inter1: '5',
    actor2: 'Civilians (Syria)',
    inter2: '7',
    interaction: '57',
    civilian_targeting: 'Civilian targeting',
    location: 'Rif Dimashq',
    latitude: '33.5',
    longitude: '36.5',
    geo_precision: '3',
    source: 'Radio Quince',
    fatalities: '12',
  }),
  row({
    ...syria,
    event_id_cnty: 'SYR900004',
    event_date: '2031-06-01',
    disorder_type: 'Strategic developments',
    event_type: 'Strategic developments',
    sub_event_type: 'Looting/property destruction',
    actor1: 'Military Forces of Lebanon (2030-)',
    inter1: 'External/Other forces',
    interaction: 'External/Other forces only',
    location: 'Orchard City - Mill Quarter',
    latitude: '33.51',
    longitude: '36.29',
    source: 'The Orchard Post',
    fatalities: '0',
  }),
  row({
    ...syria,
    event_id_cnty: 'SYR900005',
    event_date: '2031-06-02',
    disorder_type: 'Demonstrations',
    event_type: 'Protests',
    sub_event_type: 'Protest with intervention',
    actor1: 'Protesters (Syria)',
    assoc_actor_1: 'Teachers of the Orchard',
    inter1: 'Protesters',
    actor2: 'Police Forces of Syria (2030-)',
    inter2: 'State forces',
    interaction: 'State forces-Protesters',
    location: 'Upper Orchard',
    latitude: '33.6440',
    longitude: '36.6940',
    source: 'The Orchard Post',
    fatalities: '0',
  }),
];

const imported = (cells: readonly (readonly string[])[]) =>
  rows.imported(
    acled,
    cells.map(one => rows.rowOf(header, one)),
  );
const back = (files: Record<string, string>) => rows.back(acled, files);

test('rows come back in every column, and the reports have no errors', () => {
  const { files, summary } = imported(sample);
  const found = back(files);
  assert.deepEqual(found.header, header);
  for (const one of sample) assert.deepEqual(found.rows.get(one[0]!), one);
  assert.deepEqual([summary.events, summary.odd.size], [5, 0]);
  assert.deepEqual(rows.errorsIn(files), []);
});

test('the reports are as they should be', () => {
  const { files } = imported(sample);
  golden(
    'import/acled.qalam',
    Object.entries(files)
      .map(([name, text]) => `# ${name}\n${text}`)
      .join('\n'),
  );
});

test('what is written has the layout of the formatter', () => {
  for (const text of Object.values(imported(sample).files)) assert.equal(print(parse(text)), text);
});

test('any row comes back', () => {
  const drawn = fc.record({
    from: fc.constantFrom(...sample),
    changes: fc.array(fc.tuple(fc.nat(header.length - 1), rows.cellLike(sample)), { maxLength: 6 }),
  });
  fc.assert(
    fc.property(fc.array(drawn, { minLength: 1, maxLength: 4 }), all => {
      const cells = all.map(({ from, changes }, i) => {
        const changed = [...from];
        for (const [at, text] of changes) changed[at] = text;
        changed[0] = `ROW${i}`;
        return changed;
      });
      const found = back(imported(cells).files).rows;
      for (const one of cells) assert.deepEqual(found.get(one[0]!), one);
    }),
    { numRuns: 300 },
  );
});

test('columns of older files are known by their names of then, and those of none of our columns stay in “coded”', () => {
  const { files, summary } = imported([sample[0]!]);
  const old = rows.imported(acled, [new Map([...rows.rowOf(header, sample[0]!), ['data_id', '77']])]);
  assert.deepEqual([summary.coded.get('data_id'), old.summary.coded.get('data_id')], [undefined, 1]);
  assert.match(old.files['syria.qalam']!, /\n {4}data_id=77\n/);
  assert.doesNotMatch(files['syria.qalam']!, /data_id/);
  assert.equal(acled.lacks(['event_date']).startsWith('it has no column event_id_cnty, sub_event_type'), true);
});

test('what was coded for a day is not written for each of several', () => {
  const { files } = imported([sample[0]!]);
  const longer = { 'syria.qalam': files['syria.qalam']!.replace('date: 2031-05-16', 'date: 2031-05-16/2031-05-17') };
  const found = [...back({ ...files, ...longer }).rows.values()];
  assert.deepEqual(
    found.map(cells => [cells[0], cells[header.indexOf('event_date')], cells[header.indexOf('timestamp')]]),
    [
      ['SYR900001-1', '2031-05-16', ''],
      ['SYR900001-2', '2031-05-17', ''],
    ],
  );
});

test('rows that went through a spreadsheet mean the same and come back to the letter', () => {
  const at = (column: string) => header.indexOf(column);
  const cases: [event_date: string, date: string][] = [
    ['16 May 2031', '2031-05-16'],
    ['16-May-2031', '2031-05-16'],
    ['5/16/2031 0:00', '2031-05-16'],
    ['2031-05-16 00:00:00', '2031-05-16'],
    ['5/6/2031', '[2031-05-06,2031-06-05]'],
    ['soon', 'soon'],
  ];
  for (const [event_date, date] of cases) {
    const cells = [...sample[0]!];
    cells[at('event_date')] = event_date;
    for (const column of ['fatalities', 'time_precision', 'geo_precision', 'iso']) cells[at(column)] += '.0';
    const { files } = imported([cells]);
    assert.ok(files['syria.qalam']!.includes(`\n  date: ${date}\n`), files['syria.qalam']);
    assert.ok(files['syria.qalam']!.includes('\n  killed: 4\n'));
    assert.deepEqual(back(files).rows.get(cells[0]!), cells);
  }
});
