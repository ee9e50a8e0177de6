// Events as a table in the shape of UCDP's Georeferenced Event Dataset: 49 columns, a row for each event with deaths.
import { datePrec, wherePrec } from '../semantics/precision';
import { codedOf } from './coded';
import { ucdpCountry } from './countries';
import { dateOf, divisionsOf, type EventRecord, placeOf } from './record';
import { csvTable } from './rows';
import { isCivilian, isState, type Party, type Sides, sidesOf } from './sides';
import { publisherOf } from './summary';
import { column } from './table';
import { type Deaths, deathsOf } from './ucdpDeaths';

/** What a row is made of. */
interface Row {
  readonly record: EventRecord;
  readonly sides: Sides;
  /** 1 state-based, 2 non-state, 3 one-sided. */
  readonly violence: 1 | 2 | 3;
  readonly deaths: Deaths;
  /** Each cited source once: publisher, day and headline, '' for what is not written. */
  readonly cited: readonly (readonly [office: string, date: string, headline: string])[];
  readonly country: ReturnType<typeof ucdpCountry> | null;
}

const empty = (name: string, means: string) => column<Row>(name, 'text', '', means, () => null);
const KEPT = 'UCDP’s own; left empty.';
const place = ({ record }: Row) => placeOf(record, 'place');
const at = (row: Row) => place(row)?.point ?? null;
const days = ({ record }: Row) => dateOf(record);

/** In `coded`, the time behind all days of a table: `00:00:00.000` since version 20.1. */
export const MIDNIGHT = 'time';

const dayOf = (row: Row, bound: 'earliest' | 'latest'): string =>
  [days(row)?.[bound], codedOf(row.record.json.coded, 'ucdp-ged').get(MIDNIGHT)].filter(Boolean).join(' ');

const nameOf = (party: Party): string => {
  if (isCivilian(party)) return 'Civilians';
  return isState(party) && party.country ? `Government of ${ucdpCountry(party.country).name}` : party.name;
};
const sideName = (side: readonly Party[]): string => [...new Set(side.map(nameOf))].join(', ');
const numbers = (side: readonly Party[]): string =>
  [
    ...new Set(
      side.flatMap(party => (isState(party) && party.country ? (ucdpCountry(party.country).number ?? []) : [])),
    ),
  ].join(';');

/** PRIO-GRID's number of the cell of half a degree that a point lies in, counted from the south-west corner of the map. */
export function prioGrid({ latitude, longitude }: { latitude: number; longitude: number }): number {
  const row = Math.min(359, Math.floor((latitude + 90) * 2));
  const col = Math.min(719, Math.floor((longitude + 180) * 2));
  return row * 720 + col + 1;
}

/** Each cited source once: publisher, day and headline, '' for what is not written. */
function citedIn(record: EventRecord): Row['cited'] {
  const { sources } = record.json;
  const once = sources.filter(
    ({ id, text }, i) => sources.findIndex(one => (one.id ?? one.text) === (id ?? text)) === i,
  );
  return once.map(one => {
    const source = one.id === null ? undefined : record.source(one.id);
    const { text = '' } = (source?.published ?? {}) as { text?: string };
    return [publisherOf(record, one), text, typeof source?.title === 'string' ? source.title : ''];
  });
}

/** One thing of every source, so that the columns stay in step; '' when no source has it. */
const ofEach = (row: Row, which: 0 | 1 | 2): string => {
  const list = row.cited.map(one => one[which]);
  return list.some(Boolean) ? list.join(';') : '';
};

const columns = [
  empty('id', KEPT),
  column<Row>('relid', 'text', '', 'The event’s id.', ({ record }) => record.json.id),
  column<Row>('year', 'integer', 'date', 'Calendar year.', row => Number(days(row)?.earliest.slice(0, 4))),
  ...[
    'active_year',
    'code_status',
    'conflict_dset_id',
    'conflict_new_id',
    'conflict_name',
    'dyad_dset_id',
    'dyad_new_id',
  ].map(name => empty(name, KEPT)),
  column<Row>(
    'dyad_name',
    'text',
    'actors',
    'The sides, joined by a hyphen.',
    ({ sides }) => `${sideName(sides.first)} - ${sideName(sides.second)}`,
  ),
  empty('side_a_dset_id', KEPT),
  empty('side_a_new_id', KEPT),
  column<Row>('side_a', 'text', 'actors', 'The state, if one takes part; else those who attack.', ({ sides }) =>
    sideName(sides.first),
  ),
  empty('side_b_dset_id', KEPT),
  empty('side_b_new_id', KEPT),
  column<Row>('side_b', 'text', 'actors', 'Those on the other side, or Civilians.', ({ sides }) =>
    sideName(sides.second),
  ),
  column<Row>('number_of_sources', 'integer', 'sources', 'Sources cited.', row => row.cited.length),
  column<Row>('source_article', 'text', 'sources', 'Publisher, day and headline of each source.', row =>
    row.cited.map(one => `"${one.join(',')}"`).join(';'),
  ),
  column<Row>('source_office', 'text', 'sources', 'Publishers, separated by semicolons.', row => ofEach(row, 0)),
  column<Row>('source_date', 'text', 'sources', 'Days of publication, in the same order.', row => ofEach(row, 1)),
  column<Row>('source_headline', 'text', 'sources', 'Headlines, in the same order.', row => ofEach(row, 2)),
  column<Row>('source_original', 'text', 'sources', 'Whom the sources cite.', ({ record }) =>
    [...new Set(record.json.sources.flatMap(({ attribution }) => attribution ?? []))].join('; '),
  ),
  column<Row>('where_prec', 'integer', 'place', '1 exact … 7 international waters; derived.', row =>
    wherePrec(place(row)!),
  ),
  column<Row>(
    'where_coordinates',
    'text',
    'place',
    'Name of the place that the coordinates stand for.',
    row => place(row)?.anchor?.name ?? place(row)?.entity?.name,
  ),
  column<Row>('where_description', 'text', 'place', 'The place as written.', ({ record }) => record.json.place?.text),
  column<Row>('adm_1', 'text', 'place', 'First-level division.', row => divisionsOf(place(row))[0]),
  column<Row>('adm_2', 'text', 'place', 'Second-level division.', row => divisionsOf(place(row))[1]),
  column<Row>('latitude', 'number', 'place', 'WGS 84.', row => at(row)?.latitude),
  column<Row>('longitude', 'number', 'place', 'WGS 84.', row => at(row)?.longitude),
  column<Row>(
    'geom_wkt',
    'text',
    'place',
    'The point as well-known text.',
    row => `POINT (${at(row)!.longitude} ${at(row)!.latitude})`,
  ),
  column<Row>('priogrid_gid', 'integer', 'place', 'Cell of PRIO-GRID; computed.', row => prioGrid(at(row)!)),
  column<Row>('country', 'text', 'place', 'As UCDP calls it.', ({ country }) => country?.name),
  column<Row>('country_id', 'integer', 'place', 'Gleditsch–Ward number.', ({ country }) => country?.number),
  column<Row>('region', 'text', 'place', 'UCDP’s region.', ({ country }) => country?.region),
  column<Row>(
    'event_clarity',
    'integer',
    'type',
    '2 for a Campaign, which sums up several events; else 1.',
    ({ record }) => (record.json.type === 'Campaign' ? 2 : 1),
  ),
  column<Row>('date_prec', 'integer', 'date', '1 a day … 5 more than a month; derived.', row => datePrec(days(row)!)),
  column<Row>('date_start', 'day', 'date', 'First possible day.', row => dayOf(row, 'earliest')),
  column<Row>('date_end', 'day', 'date', 'Last possible day.', row => dayOf(row, 'latest')),
  column<Row>(
    'deaths_a',
    'integer',
    'killed killed.parts',
    'Killed of side A: the figures for its actors.',
    ({ deaths }) => deaths.first,
  ),
  column<Row>('deaths_b', 'integer', 'killed killed.parts', 'Killed of side B.', ({ deaths }) => deaths.second),
  column<Row>(
    'deaths_civilians',
    'integer',
    'killed killed.parts',
    'Civilians killed; everyone in one-sided violence.',
    ({ deaths }) => deaths.civilians,
  ),
  column<Row>(
    'deaths_unknown',
    'integer',
    'killed killed.parts',
    'Killed of no side that is told.',
    ({ deaths }) => deaths.unknown,
  ),
  column<Row>(
    'best',
    'integer',
    'killed',
    'The four added up. Where no likeliest figure is written, the least.',
    ({ deaths }) => deaths.best,
  ),
  column<Row>(
    'high',
    'integer',
    'killed',
    'The most; the best where no bound is written.',
    ({ deaths }) => deaths.high,
  ),
  column<Row>('low', 'integer', 'killed', 'The least.', ({ deaths }) => deaths.low),
  column<Row>('gwnoa', 'text', 'actors', 'Gleditsch–Ward numbers of the states on side A.', ({ sides }) =>
    numbers(sides.first),
  ),
  column<Row>('gwnob', 'text', 'actors', 'The same for side B.', ({ sides }) => numbers(sides.second)),
];
// In the file's order, the kind of violence stands between the status and the conflict.
const typeOfViolence = column<Row>(
  'type_of_violence',
  'integer',
  'type actors',
  '1 with a state on a side, 2 without, 3 against civilians.',
  ({ violence }) => violence,
);
columns.splice(5, 0, typeOfViolence);

/** The row of an event; a text that says why it has none. */
function rowOf(record: EventRecord): Row | string {
  const date = dateOf(record);
  const place = placeOf(record, 'place');
  if (!date || !datePrec(date)) return 'UCDP GED needs a first and a last day, a year apart at most';
  if (date.earliest.slice(0, 4) !== date.latest.slice(0, 4))
    return 'in UCDP GED no event crosses a calendar year; divide it at the turn of the year';
  if (!place?.point || !wherePrec(place)) return 'UCDP GED needs a place on the map';
  const found = sidesOf(record);
  const civilians = found.second.filter(isCivilian);
  const armed = {
    first: found.first.filter(one => !isCivilian(one)),
    second: found.second.filter(one => !isCivilian(one)),
  };
  const oneSided = !armed.second.length && civilians.length > 0;
  if (!armed.first.length || !(armed.second.length || oneSided))
    return 'UCDP GED needs two armed sides, or an armed one and civilians as target';
  const states = { first: armed.first.some(isState), second: armed.second.some(isState) };
  const swapped = states.second && !states.first;
  const [first, second] = swapped ? [armed.second, armed.first] : [armed.first, oneSided ? civilians : armed.second];
  const sides = {
    first,
    second,
    others: [...found.others, ...(oneSided ? [] : civilians), ...found.first.filter(isCivilian)],
  };
  const violence = oneSided ? 3 : states.first || states.second ? 1 : 2;
  const deaths = deathsOf(record, sides, oneSided);
  if (!deaths || deaths.high < 1) return 'UCDP GED has only events in which someone was killed';
  return {
    record,
    sides,
    violence,
    deaths,
    cited: citedIn(record),
    country: place.country ? ucdpCountry(place.country) : null,
  };
}

/** Those whom no side counts among its own, but for civilians who are counted among the dead. */
const unplaced = ({ sides, deaths }: Row): Party[] =>
  sides.others.filter(party => !(isCivilian(party) && deaths.civilians));

export const ucdp = csvTable({
  name: 'ucdp-ged',
  title: 'UCDP GED',
  means:
    'A CSV table in the shape of UCDP’s Georeferenced Event Dataset: 49 columns, a row for each event with deaths.',
  lacks:
    'Events without deaths, sides, dates or coordinates; everything but date, place, two sides, deaths and sources. The ids of UCDP stay empty.',
  columns,
  said: [MIDNIGHT],
  rowsOf(record) {
    const row = rowOf(record);
    return typeof row === 'string' ? row : { rows: [row], unplaced: unplaced(row) };
  },
});
