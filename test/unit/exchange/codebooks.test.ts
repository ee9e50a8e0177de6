// UCDP GED and ACLED: their columns in order, and what their codebooks ask of rows.
import assert from 'node:assert/strict';
import test from 'node:test';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { acled, interactionOf } from '../../../server/exchange/acled';
import { acledRegion, alpha3, numeric, ucdpCountry } from '../../../server/exchange/countries';
import { lossText } from '../../../server/exchange/document';
import type { Exporter } from '../../../server/exchange/exporter';
import { exported, plainly } from '../../../server/exchange/exporter';
import { prioGrid, ucdp } from '../../../server/exchange/ucdp';
import { countryCode, countryNamesByCode } from '../../../server/gazetteer/countries';
import { actorKinds, eventTypes } from '../../../server/syntax/vocabulary';
import { exportOf } from './golden';
import { clash, snapshot, uri } from './sample';

type Row = Record<string, string>;
const rowsIn = (text: string): Row[] => parse(text, { columns: true }) as Row[];

function rowsOf(format: Exporter, text: string): { rows: Row[]; losses: string[] } {
  const { files, losses } = exported(format, snapshot({ 'a.qalam': text }), [uri('a.qalam')], plainly);
  return { rows: rowsIn(new TextDecoder().decode(files.get(''))), losses: losses.map(lossText) };
}

/** An event with these lines on top of what every format wants. */
const event = (lines: string, id = 'e') =>
  clash(id).replace(/ {2}(\w+): .*\n/g, (line, key: string) =>
    new RegExp(`^ *${key}:`, 'm').test(lines) ? '' : line,
  ) + lines;

const ged = `id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name dyad_dset_id dyad_new_id
  dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b number_of_sources source_article source_office source_date
  source_headline source_original where_prec where_coordinates where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country
  country_id region event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high low gwnoa gwnob`;
const acledColumns = `event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 actor2
  assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location latitude longitude geo_precision source
  source_scale notes fatalities tags timestamp`;

test('UCDP GED has its 49 columns and ACLED its 31, in their order', () => {
  const header = (format: Exporter) => exportOf(format).files.get('')!.split('\n')[0]!.split(',');
  assert.deepEqual(header(ucdp), ged.split(/\s+/));
  assert.equal(header(ucdp).length, 49);
  assert.deepEqual(header(acled), acledColumns.split(/\s+/));
  assert.equal(header(acled).length, 31);
});

test('cells of PRIO-GRID are those that UCDP gives', () => {
  // Rows of UCDP GED 23.1 (CC BY 4.0).
  for (const [latitude, longitude, cell] of [
    [-9.65, 20.4, 115601],
    [34.33333, 70.41667, 179061],
    [33.513465, 36.487178, 178273],
    [47.333839, 33.565379, 197708],
    [-3.705, 128.17, 124457],
  ] as const)
    assert.equal(prioGrid({ latitude, longitude }), cell);
  assert.equal(prioGrid({ latitude: -90, longitude: -180 }), 1);
  assert.equal(prioGrid({ latitude: 90, longitude: 180 }), 259200);
});

test('countries have the numbers, names and regions that UCDP gives them', () => {
  // Rows of UCDP GED 23.1 (CC BY 4.0).
  const known = `Afghanistan,700,Asia;Algeria,615,Africa;Angola,540,Africa;Azerbaijan,373,Europe;Bosnia-Herzegovina,346,Europe;
    Brazil,140,Americas;Burkina Faso,439,Africa;Burundi,516,Africa;Cameroon,471,Africa;Central African Republic,482,Africa;
    Colombia,100,Americas;DR Congo (Zaire),490,Africa;Ethiopia,530,Africa;Haiti,41,Americas;India,750,Asia;Indonesia,850,Asia;
    Iraq,645,Middle East;Israel,666,Middle East;Ivory Coast,437,Africa;Kenya,501,Africa;Kyrgyzstan,703,Asia;Lebanon,660,Middle East;
    Mali,432,Africa;Mexico,70,Americas;Myanmar (Burma),775,Asia;Nepal,790,Asia;Nigeria,475,Africa;Pakistan,770,Asia;Peru,135,Americas;
    Philippines,840,Asia;Russia (Soviet Union),365,Europe;Rwanda,517,Africa;Serbia (Yugoslavia),345,Europe;Sierra Leone,451,Africa;
    Somalia,520,Africa;South Africa,560,Africa;South Sudan,626,Africa;Sri Lanka,780,Asia;Sudan,625,Africa;Syria,652,Middle East;
    Tajikistan,702,Asia;Thailand,800,Asia;Turkey,640,Middle East;Ukraine,369,Europe;Venezuela,101,Americas;
    Yemen (North Yemen),678,Middle East`;
  for (const one of known.split(/;\s*/)) {
    const [name, number, region] = one.trim().split(',') as [string, string, string];
    const code = countryCode(name.replace(/ \(.*/, '').replace('-Herzegovina', ' and Herzegovina'));
    assert.deepEqual(ucdpCountry(code!), { name, number: Number(number), region }, name);
  }
});

test('every country has codes, and no two states share a number but Israel and Palestine', () => {
  const numbers = new Map<number, string>();
  for (const code of countryNamesByCode().keys()) {
    if (code !== 'XK') assert.ok(alpha3(code).length === 3 && numeric(code)! > 0, code);
    const { number } = ucdpCountry(code);
    if (number === null || code === 'PS') continue;
    assert.ok(!numbers.has(number), `${code} and ${numbers.get(number)}: ${number}`);
    numbers.set(number, code);
    assert.ok(acledRegion(code), code);
  }
  assert.ok(numbers.size > 190, String(numbers.size));
});

test('UCDP: deaths are put with the sides, and add up', () => {
  const killed = (written: string, more = '') => {
    const { rows } = rowsOf(ucdp, event(`  killed: ${written}\n${more}`));
    const { deaths_a, deaths_b, deaths_civilians, deaths_unknown, low, best, high } = rows[0] ?? {};
    return [deaths_a, deaths_b, deaths_civilians, deaths_unknown, low, best, high].join(' ');
  };
  assert.equal(killed('7'), '0 0 0 7 7 7 7');
  assert.equal(killed('2 civilians, 5..9 Syrian army, 3 Jaysh al-Islam'), '5 3 2 0 10 10 14');
  assert.equal(killed('5 militants'), '0 5 0 0 5 5 5');
  assert.equal(killed('3..7, best 5'), '0 0 0 5 3 5 7');
  assert.equal(killed('at least 5'), '0 0 0 5 5 5 5');
  assert.equal(killed('up to 9'), '0 0 0 0 0 0 9');
  assert.equal(
    killed('4', '  actor: Syrian army as attacker\n  actor: Civilians (Syria) as target\n'),
    '0 0 4 0 4 4 4',
  );
});

test('UCDP: the state is side A, and the kind of violence follows from the sides', () => {
  const sides = (...actors: string[]) => {
    const { rows } = rowsOf(ucdp, event(actors.map(one => `  actor: ${one}\n`).join('')));
    const { type_of_violence, side_a, side_b, dyad_name, gwnoa, gwnob } = rows[0] ?? {};
    assert.equal(dyad_name, side_a && `${side_a} - ${side_b}`);
    return [type_of_violence, side_a, side_b, gwnoa, gwnob].join('|');
  };
  assert.equal(
    sides('Syrian army as attacker', 'Jaysh al-Islam as defender'),
    '1|Government of Syria|Jaysh al-Islam|652|',
  );
  assert.equal(
    sides('Jaysh al-Islam as attacker', 'Syrian army as defender'),
    '1|Government of Syria|Jaysh al-Islam|652|',
  );
  assert.equal(
    sides('gunmen as attacker', 'Jaysh al-Islam as defender'),
    '2|Unidentified armed group|Jaysh al-Islam||',
  );
  assert.equal(sides('Syrian army as attacker', 'Civilians (Syria) as target'), '3|Government of Syria|Civilians|652|');
  assert.equal(
    sides('Syrian army as party', 'Jaysh al-Islam as party', 'gunmen as party'),
    '1|Government of Syria|Jaysh al-Islam, Unidentified armed group|652|',
  );
  assert.equal(sides('Syrian army as attacker'), '||||');
});

test('UCDP: what has no row says why', () => {
  for (const [lines, why] of [
    ['  killed: unknown\n', /^e: UCDP GED has only events in which someone was killed; left out\./],
    ['  killed: 0\n', /someone was killed/],
    ['  date: 2014-12-30/2015-01-02\n', /no event crosses a calendar year; divide it/],
    ['  date: 2014-11-14/..\n', /needs a first and a last day/],
    ['  place: Nowhereville\n', /needs a place on the map/],
    ['  actor: Syrian army as attacker\n', /needs two armed sides/],
  ] as const) {
    const { rows, losses } = rowsOf(ucdp, event(lines));
    assert.equal(rows.length, 0, lines);
    assert.ok(
      losses.some(loss => why.test(loss)),
      losses.join('\n'),
    );
  }
});

test('ACLED: an event of several days is a row a day, its deaths divided with the rest first', () => {
  const days = (date: string, killed: string) =>
    rowsOf(acled, event(`  date: ${date}\n  killed: ${killed}\n`)).rows.map(
      ({ event_id_cnty, event_date, fatalities }) => [event_id_cnty, event_date, fatalities].join(' '),
    );
  assert.deepEqual(days('2014-11-30/2014-12-02', '8'), ['e-1 2014-11-30 3', 'e-2 2014-12-01 3', 'e-3 2014-12-02 2']);
  assert.deepEqual(days('{2014-11-10,2014-11-14}', '3'), ['e-1 2014-11-10 2', 'e-2 2014-11-14 1']);
  assert.deepEqual(days('[2014-11-10..2014-11-14]', '3'), ['e 2014-11-12 3']);
  assert.deepEqual(days('2014-11', '3'), ['e 2014-11-15 3']);
  assert.deepEqual(days('2014', '3'), []);
  assert.equal(days('2014-01-01/2014-12-31', '3').length, 365);
  assert.deepEqual(days('0001-01-01/9999-12-31', '3'), []);
});

test('ACLED: vague words count as the codebook says, figures as the least', () => {
  const fatalities = (killed: string) => Number(rowsOf(acled, event(`  killed: ${killed}\n`)).rows[0]?.fatalities);
  const expected = {
    dozens: 12,
    hundreds: 100,
    several: 3,
    many: 3,
    unknown: 0,
    '3..7': 3,
    'at least 5': 5,
    'up to 9': 0,
    '2 civilians, 5..9 Syrian army': 7,
  };
  for (const [written, least] of Object.entries(expected)) assert.equal(fatalities(written), least, written);
});

test('ACLED: any deaths over any days add up', () => {
  fc.assert(
    fc.property(fc.nat(500), fc.integer({ min: 1, max: 28 }), (killed, days) => {
      const date = `2014-11-01/2014-11-${String(days).padStart(2, '0')}`;
      const { rows } = rowsOf(acled, event(`  date: ${date}\n  killed: ${killed}\n`));
      assert.equal(rows.length, days);
      assert.equal(
        rows.reduce((sum, { fatalities }) => sum + Number(fatalities), 0),
        killed,
      );
    }),
    { numRuns: 50 },
  );
});

test('ACLED: the scale of sources is told where it follows from what they are', () => {
  const source = (id: string, kind: string) => `source ${id}\n  publisher: P\n  kind: ${kind}\n\n`;
  const sources = source('a', 'social media') + source('b', 'social media') + source('c', 'newspaper');
  const scale = (...cited: string[]) =>
    rowsOf(acled, sources + event(cited.map(id => `  source: ${id}\n`).join(''))).rows[0]!.source_scale;
  assert.deepEqual(
    [scale('a'), scale('a', 'b'), scale('a', 'c'), scale('a', 'unknown'), scale('c'), scale()],
    ['New media', 'New media', '', '', '', ''],
  );
});

test('ACLED: actors, their types and the pair of them', () => {
  const pair = (type: string, ...actors: string[]) => {
    const { rows } = rowsOf(acled, event(`  type: ${type}\n${actors.map(one => `  actor: ${one}\n`).join('')}`));
    const { actor1, assoc_actor_1, inter1, actor2, assoc_actor_2, inter2, interaction, civilian_targeting } =
      rows[0] ?? {};
    return [actor1, assoc_actor_1, inter1, actor2, assoc_actor_2, inter2, interaction, civilian_targeting].join('|');
  };
  assert.equal(
    pair('Armed clash', 'Jaysh al-Islam as attacker', 'Syrian army as defender'),
    'Jaysh al-Islam||Rebel group|Syrian Arab Army||State forces|State forces-Rebel group|',
  );
  assert.equal(
    pair('Attack', 'gunmen as attacker', 'Civilians (Syria) as target'),
    'Unidentified armed group||Political militia|Civilians (Syria)||Civilians|Political militia-Civilians|Civilians targeted',
  );
  assert.equal(
    pair('Air/drone strike', 'Syrian army as attacker', 'Jaysh al-Islam as defender', 'Civilians (Syria) as bystander'),
    'Syrian Arab Army||State forces|Jaysh al-Islam|Civilians (Syria)|Rebel group|State forces-Rebel group|',
  );
  assert.equal(
    pair('Air/drone strike', 'Syrian army as attacker'),
    'Syrian Arab Army||State forces||||State forces only|',
  );
  assert.equal(pair('Armed clash', 'Syrian army as attacker'), '|||||||');
});

test('ACLED: every type of ours that it has is coded, no posture is, and every pair of types is a pair of its list', () => {
  const all = eventTypes.map(({ term }, i) => event(`  type: ${term}\n`, `e${i}`)).join('\n');
  const { rows, losses } = rowsOf(acled, all);
  assert.equal(rows.length, 25);
  assert.equal(losses.filter(loss => /ACLED has no event type for/.test(loss)).length, eventTypes.length - 25);
  const kinds = [...new Set(actorKinds.map(one => one.acled))];
  for (const a of kinds) for (const b of kinds) assert.equal(interactionOf(a, b), interactionOf(b, a));
  assert.equal(interactionOf('Civilians', 'External/Other forces'), 'Civilians-External/Other forces');
});

test('codes and figures come from the lines that are shown', () => {
  const text = `source hidden
  private: yes

${event('  killed: 70 according to hidden\n  killed: 3\n')}`;
  const { rows } = rowsOf(ucdp, text);
  assert.equal(rows[0]?.best, '3');
  assert.equal(rowsOf(acled, text).rows[0]?.fatalities, '3');
  const places = `place "Safe House"
  location: 33.7, 36.8
  private: yes

${event('  place: Safe House\n  place: Dumeir\n')}`;
  assert.equal(rowsOf(ucdp, places).rows[0]?.latitude, '33.6423');
});

test('UCDP: what is said of several sources stays in step', () => {
  const text = `source a
  publisher: Wire
  published: 2014-11-20

source b
  publisher: Radio
  title: News
  published: 2014-11-20

${event('  source: a, a witness\n  source: b\n  source: a\n')}`;
  const { number_of_sources, source_office, source_date, source_headline, source_original, source_article } = rowsOf(
    ucdp,
    text,
  ).rows[0]!;
  assert.deepEqual(
    [number_of_sources, source_office, source_date, source_headline, source_original, source_article],
    ['2', 'Wire;Radio', '2014-11-20;2014-11-20', ';News', 'a witness', '"Wire,2014-11-20,";"Radio,2014-11-20,News"'],
  );
});
