// Events as a table in the shape of ACLED's data: 31 columns, a row for each day of an event.
import { countryName } from '../gazetteer/countries';
import { geoPrecision, timePrecision } from '../semantics/precision';
import { actorKinds } from '../syntax/vocabulary';
import { type DayRow, dayRowsOf, fatalitiesOf } from './acledDays';
import { acledRegion, numeric } from './countries';
import { dateOf, divisionsOf, type EventRecord, placeOf } from './record';
import { csvTable, type EventRows } from './rows';
import { isCivilian, isState, type Party, sidesOf } from './sides';
import { citedAs, wordsOf } from './summary';
import { column } from './table';

/** What a row is made of. */
interface Row extends DayRow {
  readonly record: EventRecord;
  readonly actors: readonly [Party | undefined, Party | undefined];
  readonly associated: readonly [readonly Party[], readonly Party[]];
}

const place = ({ record }: Row) => placeOf(record, 'place');
const code = (row: Row): string | null => place(row)?.country ?? null;

/** ACLED's actor types in the order of their numbers, from 1. */
const types: readonly string[] = [
  'State forces',
  'Rebel group',
  'Political militia',
  'Identity militia',
  'Rioters',
  'Protesters',
  'Civilians',
  'External/Other forces',
];

/** The actor type; a state's forces outside their country are external ones. '' for someone whose kind is not known. */
function typeOf(party: Party | undefined, country: string | null): string {
  if (!party) return '';
  const abroad = isState(party) && party.country && country && party.country !== country;
  return abroad ? 'External/Other forces' : (actorKinds.find(({ term }) => term === party.kind)?.acled ?? '');
}

/** The pair of types, that with the lower number first. '' when one is not known. */
export function interactionOf(first: string, second: string | null): string {
  if (second === null) return first && `${first} only`;
  const order = (type: string) => types.indexOf(type);
  if (order(first) < 0 || order(second) < 0) return '';
  return order(first) <= order(second) ? `${first}-${second}` : `${second}-${first}`;
}

const joined = (parties: readonly Party[]): string => parties.map(({ name }) => name).join('; ');
const inter = (row: Row, which: 0 | 1): string => typeOf(row.actors[which], code(row));

const columns = [
  column<Row>(
    'event_id_cnty',
    'text',
    '',
    'The event’s id, with the number of the day for an event of several.',
    ({ record, id }) => id ?? record.json.id,
  ),
  column<Row>(
    'event_date',
    'day',
    'date',
    'The day; the middle of a date that is not known to the day.',
    ({ day }) => day,
  ),
  column<Row>('year', 'integer', 'date', 'Its year.', ({ day }) => Number(day.slice(0, 4))),
  column<Row>('time_precision', 'integer', 'date', '1 a day, 2 a week, 3 a month; derived.', ({ record }) =>
    timePrecision(dateOf(record)!),
  ),
  column<Row>('disorder_type', 'text', 'type', 'Follows from the type.', ({ record }) => record.json.disorder),
  column<Row>('event_type', 'text', 'type', 'Follows from the type.', ({ record }) => record.json.family),
  column<Row>(
    'sub_event_type',
    'text',
    'type',
    'The type, or the one it is a kind of.',
    ({ record }) => record.json.subEventType,
  ),
  column<Row>('actor1', 'text', 'actors', 'The first of those who act.', ({ actors }) => actors[0]?.name),
  column<Row>('assoc_actor_1', 'text', 'actors', 'The others on that side, and supporters.', ({ associated }) =>
    joined(associated[0]),
  ),
  column<Row>('inter1', 'text', 'actors', 'Type of actor 1.', row => inter(row, 0)),
  column<Row>(
    'actor2',
    'text',
    'actors',
    'The first of those acted upon; the target of violence against civilians.',
    ({ actors }) => actors[1]?.name,
  ),
  column<Row>(
    'assoc_actor_2',
    'text',
    'actors',
    'The others on that side; civilians hit by explosions.',
    ({ associated }) => joined(associated[1]),
  ),
  column<Row>('inter2', 'text', 'actors', 'Type of actor 2.', row => inter(row, 1)),
  column<Row>('interaction', 'text', 'actors', 'Both types.', row =>
    interactionOf(inter(row, 0), row.actors[1] ? inter(row, 1) : null),
  ),
  column<Row>(
    'civilian_targeting',
    'text',
    'actors',
    '“Civilians targeted”, if they are actor 2.',
    ({ actors: [, second] }) => (second && isCivilian(second) ? 'Civilians targeted' : null),
  ),
  column<Row>('iso', 'integer', 'place', 'ISO 3166-1 numeric.', row => numeric(code(row))),
  column<Row>('region', 'text', 'place', 'ACLED’s region.', row => acledRegion(code(row))),
  column<Row>('country', 'text', 'place', 'The country.', row => code(row) && countryName(code(row)!)),
  column<Row>('admin1', 'text', 'place', 'First-level division.', row => divisionsOf(place(row))[0]),
  column<Row>('admin2', 'text', 'place', 'Second-level division.', row => divisionsOf(place(row))[1]),
  column<Row>('admin3', 'text', '', 'Only of imported rows.', () => null),
  column<Row>(
    'location',
    'text',
    'place',
    'Name of the place that the coordinates stand for, or the place as written.',
    row => place(row)?.anchor?.name ?? row.record.json.place?.text,
  ),
  column<Row>('latitude', 'number', 'place', 'WGS 84, four decimals.', row =>
    fourDecimals(place(row)!.point!.latitude),
  ),
  column<Row>('longitude', 'number', 'place', 'WGS 84, four decimals.', row =>
    fourDecimals(place(row)!.point!.longitude),
  ),
  column<Row>('geo_precision', 'integer', 'place', '1 the place, 2 near it, 3 a region; derived.', row =>
    geoPrecision(place(row)!),
  ),
  column<Row>('source', 'text', 'sources', 'Publishers, each with whom it cites.', ({ record }) => citedAs(record)),
  column<Row>(
    'source_scale',
    'text',
    '',
    '“New media” where all sources are social media; how far others reach is only known of imported rows.',
    ({ record }) => scaleOf(record),
  ),
  column<Row>(
    'notes',
    'text',
    'title claim note',
    'Headline, claim and note; for an event of several days, the deaths of all.',
    ({ record, remark }) => [wordsOf(record.json), remark].filter(Boolean).join(' '),
  ),
  column<Row>(
    'fatalities',
    'integer',
    'killed',
    'The least figure, of several the lowest; vague words as the codebook counts them; divided among the days, the rest to the first.',
    ({ fatalities }) => fatalities,
  ),
  column<Row>('tags', 'text', '', 'Sizes of crowds and whatever else ACLED marks; only of imported rows.', () => null),
  column<Row>(
    'timestamp',
    'integer',
    '',
    'The moment at which ACLED published the row; only of imported rows.',
    () => null,
  ),
];

/** The scale that follows from what the sources are; '' where it does not. Where a newspaper is read, nobody writes. */
function scaleOf({ json, source }: EventRecord): string {
  const kinds = json.sources.map(({ id }) => id !== null && source(id)?.kind);
  return kinds.length && kinds.every(kind => kind === 'social media') ? 'New media' : '';
}

const fourDecimals = (degrees: number): number => Math.round(degrees * 1e4) / 1e4;

/** These need no second actor. */
const single = /^(Explosions\/Remote violence|Riots|Protests|Strategic developments)$/;

/** Civilians before the others, or with -1 after them; each in the order of the lines. */
const civiliansFirst = (parties: readonly Party[], way: 1 | -1): Party[] =>
  parties.toSorted((a, b) => way * (Number(isCivilian(b)) - Number(isCivilian(a))));

/** The rows of an event, a day each; a text that says why it has none. */
function rowsOf(record: EventRecord): EventRows<Row> | string {
  const { type, subEventType, family } = record.json;
  if (subEventType === null) return `ACLED has no event type for ${type === null ? 'one without a type' : `“${type}”`}`;
  const date = dateOf(record);
  if (!date || timePrecision(date) === null) return 'ACLED needs a day, a week or a month';
  const place = placeOf(record, 'place');
  if (!place?.point || geoPrecision(place) === null) return 'ACLED needs a place on the map, more exact than a country';
  const { first, second, others } = sidesOf(record);
  if (!first.length || (!second.length && !single.test(family ?? '')))
    return `ACLED needs ${first.length || second.length ? 'a second actor' : 'actors'} for ${family}`;
  const [main, ...rest] = civiliansFirst(second, family === 'Violence against civilians' ? 1 : -1);
  const remote = family === 'Explosions/Remote violence';
  const hit = others.filter(party => party.role === 'bystander' && (remote || !isCivilian(party)));
  const supporters = others.filter(({ role }) => role === 'supporter');
  // Civilians never go along with a battle.
  const along = family === 'Battles' ? rest.filter(party => !isCivilian(party)) : rest;
  const associated = [
    [...first.slice(1), ...supporters],
    [...along, ...hit],
  ] as const;
  const placed = new Set<Party>([first[0]!, ...(main ? [main] : []), ...associated.flat()]);
  const rows = dayRowsOf(record, date, fatalitiesOf(record));
  if (!rows) return 'ACLED has a row for every day, and these are more than a year of them';
  return {
    rows: rows.map(row => ({ ...row, record, actors: [first[0], main], associated })),
    unplaced: [...second, ...others].filter(party => !placed.has(party)),
  };
}

export const acled = csvTable({
  name: 'acled',
  title: 'ACLED',
  means: 'A CSV table in the shape of ACLED’s data: 31 columns, a row for each day of an event.',
  lacks:
    'Postures, dates vaguer than a month, places vaguer than a division; kinds of people in figures, injured, captured and displaced, weapons, credibility, links between events. Names are ours, not ACLED’s.',
  columns,
  rowsOf,
});
