// Rows of ACLED's data (Armed Conflict Location and Event Data; codebook of 2024, and older files) as events.
import { countryCode, countryName } from '../../gazetteer/countries';
import { eventTypes } from '../../syntax/vocabulary';
import { placeBlock, sourceBlock } from './definitions';
import { type Draft, nameIn } from './draft';
import { allOf, type Imported, type Row, type TableImporter } from './importer';
import { slug } from './names';
import { dayOf } from './when';

const NOTE =
  'Imported from a table of ACLED (acleddata.com). Its terms of use hold for these reports too; they do not let the data be passed on.';

export const acled: TableImporter = {
  name: 'acled',
  title: 'ACLED',
  means: 'A CSV that was exported from ACLED, of today’s 31 columns or older.',
  extensions: ['csv'],
  key: 'event_id_cnty',
  exportsAs: 'acled',
  codebook: () => 'acled',
  lacks: allOf('event_id_cnty', 'event_date', 'sub_event_type', 'actor1', 'location', 'latitude', 'longitude'),
  renamed: { event_id: 'event_id_cnty', time_prec: 'time_precision', geo_prec: 'geo_precision' },
  read,
};

type Cells = (column: string) => string;

function read(row: Row, number: number): Imported {
  // Whoever has computed with a table writes its numbers as 3.0.
  const cell: Cells = column => (row.get(column) ?? '').trim().replace(/^(-?\d+)\.0+$/, '$1');
  const odd: string[] = [];
  const home = countryCode(cell('country'));
  const type = typeOf(cell, odd);
  const place = placeOf(cell, home);
  const sources = cell('source')
    .split(/;\s*/)
    .filter(Boolean)
    .map(publisher => sourceBlock('acled', publisher));
  const parties = partiesOf(cell, type.family);
  const id = cell('event_id_cnty');
  const event: Draft = {
    kind: 'event',
    title: /^[A-Za-z]+[-_]?\d+$/.test(id) ? id : `acled-${slug(id) || `row-${number}`}`,
    fields: [
      ['type', type.term],
      ['date', dateOf(cell, odd)],
      ['place', place.value],
      ...parties.map(({ name, role }): [string, string] => ['actor', `${nameIn('actor', name)} as ${role}`]),
      // Nought is what a row has as well when nobody says how many were killed.
      ['killed', /^[1-9]\d*$/.test(cell('fatalities')) ? cell('fatalities') : ''],
      ...sources.map(({ title }): [string, string] => ['source', title]),
      ['note', cell('notes')],
    ],
  };
  return {
    event,
    definitions: [...sources, place.definition, ...parties.map(party => groupOf(party, home))],
    file: slug(home ? countryName(home) : cell('country')) || 'events',
    report: {
      kind: 'report',
      title: `ACLED: ${cell('country') || 'events'}`,
      fields: [
        ['country', home ? countryName(home) : ''],
        ['note', NOTE],
      ],
    },
    odd,
  };
}

const types = new Map(eventTypes.filter(({ family }) => family).map(type => [type.term.toLowerCase(), type]));

function typeOf(cell: Cells, odd: string[]): { term: string; family: string } {
  const found = types.get(cell('sub_event_type').toLowerCase());
  if (!found) odd.push('the sub_event_type is none of ACLED’s 25; the event is of type Other');
  return found ?? { term: 'Other', family: cell('event_type') };
}

/** The day, in whichever way downloads and spreadsheets write it: `2025-05-16`, `16 May 2025`; one of two where the order of day and month cannot be told. */
function dateOf(cell: Cells, odd: string[]): string {
  const text = dayOf(cell('event_date').replace(/ 0?0:00(?::00(?:\.0+)?)?$/, ''));
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) {
    odd.push(text.startsWith('[') ? 'the order of day and month in event_date cannot be told' : 'event_date is no day');
    return text;
  }
  switch (cell('time_precision')) {
    case '2':
      return `${text}~`;
    case '3':
      return text.slice(0, 7);
    default:
      return text;
  }
}

function placeOf(cell: Cells, home: string | undefined): { value: string; definition: Draft } {
  const name = cell('location') || cell('admin3') || cell('admin2') || cell('admin1') || cell('country');
  const precision = cell('geo_precision');
  const { called, definition } = placeBlock({
    of: 'acled',
    name,
    kind: precision === '3' ? areaOf(name, cell) : / - /.test(name) ? 'quarter' : '',
    point: `${cell('latitude')}, ${cell('longitude')}`,
    home,
    within: [cell('admin2'), cell('admin1')],
  });
  return { value: precision === '2' ? `near ${called}` : called, definition };
}

/** What a place of the least precision stands for. */
function areaOf(name: string, cell: Cells): string {
  if (name === cell('admin1')) return 'division';
  return name === cell('admin2') || name === cell('admin3') ? 'district' : 'region';
}

interface Party {
  readonly name: string;
  readonly role: string;
  /** ACLED's actor type as a number; '' where the table has none. */
  readonly inter: string;
}

/** ACLED's actor types by their numbers, which older files have in place of the words. */
const inters: readonly string[] = [
  '',
  'state forces',
  'rebel group',
  'political militia',
  'identity militia',
  'rioters',
  'protesters',
  'civilians',
  'external/other forces',
];
const interOf = (text: string): string => (inters[Number(text)] ?? text).toLowerCase();

/** The two actors and those who go along with them. The order of actors says who is attacked in violence against civilians alone. */
function partiesOf(cell: Cells, family: string): Party[] {
  const [first, second] = [interOf(cell('inter1')), interOf(cell('inter2'))];
  const [one, two] = rolesOf(family, first, second, cell('actor2') !== '');
  // Who demonstrates or suffers along with others is of their kind; who fights along may be of any.
  const along = (text: string, role: string, inter: string): Party[] => {
    const alike = role === 'demonstrator' || role === 'target';
    return text
      .split(/;\s*/)
      .filter(Boolean)
      .map(name => ({ name, role: alike ? role : 'supporter', inter: alike ? inter : '' }));
  };
  return [
    { name: cell('actor1'), role: one, inter: first },
    ...along(cell('assoc_actor_1'), one, first),
    { name: cell('actor2'), role: two, inter: second },
    ...along(cell('assoc_actor_2'), two, second),
  ].filter(({ name }) => name !== '');
}

function rolesOf(family: string, first: string, second: string, both: boolean): [first: string, second: string] {
  const civilians = second === 'civilians';
  const marches = /^(rioters|protesters)$/;
  switch (family) {
    case 'Violence against civilians':
      return ['attacker', 'target'];
    case 'Explosions/Remote violence':
      return both && !civilians ? ['party', 'party'] : ['attacker', 'target'];
    case 'Protests':
    case 'Riots':
      return [marches.test(first) ? 'demonstrator' : 'party', civilians ? 'target' : 'party'];
    case 'Strategic developments':
      return both && !civilians ? ['party', 'party'] : ['agent', 'affected'];
    default:
      return ['party', civilians ? 'target' : 'party'];
  }
}

/** What kind of actor stands behind a type, by its name where that says more. */
function kindOf({ name, inter }: Party): string {
  if (/\bPolice Forces of\b/i.test(name)) return 'police';
  if (/\bMilitary Forces of\b/i.test(name)) return 'state forces';
  if (/^Government of\b/i.test(name)) return 'government';
  if (/^Unidentified Armed Group\b/i.test(name)) return 'unidentified armed group';
  if (inter === 'external/other forces') return 'other';
  return inters.indexOf(inter) > 0 ? inter : 'other';
}

function groupOf(party: Party, home: string | undefined): Draft {
  const of = /\bof ([^(]+?) ?(?:\(|$)/.exec(party.name)?.[1] ?? /\(([^()\d]+)\)/.exec(party.name)?.[1] ?? '';
  const country = countryCode(of) ?? (party.inter === 'external/other forces' ? undefined : home);
  return {
    kind: 'actor',
    title: party.name,
    fields: [
      ['kind', kindOf(party)],
      ['country', country ? countryName(country) : ''],
      ['note', 'As ACLED calls it; the kind follows from its actor type.'],
    ],
  };
}
