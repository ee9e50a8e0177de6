// Rows of the UCDP Georeferenced Event Dataset (Sundberg and Melander 2013; Högbladh 2026, version 26.1) as events.
import { countryCode, countryName } from '../../gazetteer/countries';
import { MIDNIGHT } from '../ucdp';
import { placeBlock, sourceBlock } from './definitions';
import { canBeRead, citation, type Draft, nameIn, oneLine } from './draft';
import { allOf, type Imported, type Row, type TableImporter } from './importer';
import { slug } from './names';
import { dayOf } from './when';

const ATTRIBUTION =
  'Imported from the UCDP Georeferenced Event Dataset (Uppsala Conflict Data Program), CC BY 4.0. Cite Davies, Pettersson and Öberg, and Sundberg and Melander (2013), with the version.';

export const ged: TableImporter = {
  name: 'ucdp-ged',
  title: 'UCDP GED',
  means: 'A CSV of the UCDP Georeferenced Event Dataset, of any version from 17 on.',
  extensions: ['csv'],
  key: 'id',
  exportsAs: 'ucdp-ged',
  codebook: () => 'ucdp-ged',
  lacks: allOf('id', 'date_start', 'date_end', 'latitude', 'longitude', 'best'),
  renamed: {
    best_est: 'best',
    high_est: 'high',
    low_est: 'low',
    conflict_id: 'conflict_new_id',
    dyad_id: 'dyad_new_id',
  },
  read,
};

function read(row: Row, number: number): Imported {
  // Whoever has computed with a table writes its numbers as 3.0.
  const cell = (column: string) => (row.get(column) ?? '').trim().replace(/^(-?\d+)\.0+$/, '$1');
  const odd: string[] = [];
  const home = countryOf(cell('country'));
  const [sideA, sideB] = [cell('side_a'), cell('side_b')];
  const place = placeOf(cell, home);
  const sources = sourcesOf(cell);
  const oneSided = cell('type_of_violence') === '3';
  const event: Draft = {
    kind: 'event',
    title: cell('id') ? `ucdp-${cell('id')}` : `ucdp-row-${number}`,
    fields: [
      ['type', oneSided ? 'Attack' : 'Armed clash'],
      ['date', dateOf(cell, odd)],
      ['place', place.value],
      ...actors(sideA, sideB, oneSided),
      ['killed', killed(cell, odd)],
      ...sources.map(({ title }): [string, string] => ['source', citation(title, cell('source_original'))]),
    ],
  };
  const parties = [sideA, sideB]
    .filter(side => side !== '' && !isCivilians(side))
    .map(side => partyOf(side, cell, home));
  return {
    event,
    definitions: [...sources, place.definition, ...parties],
    file: slug(home ? countryName(home) : cell('country')) || 'events',
    report: {
      kind: 'report',
      title: `UCDP GED: ${cell('country') || 'events'}`,
      fields: [
        ['country', home ? countryName(home) : ''],
        ['note', ATTRIBUTION],
      ],
    },
    odd,
    kept: midnightOf(row),
  };
}

/** The time that files since 20.1 have behind both days of a row, which says nothing. */
function midnightOf(row: Row): readonly [column: string, text: string][] {
  const [start, end] = ['date_start', 'date_end'].map(
    column => / (00:00:00(?:\.0+)?)$/.exec(row.get(column) ?? '')?.[1],
  );
  return start && start === end ? [[MIDNIGHT, start]] : [];
}

type Cells = (column: string) => string;

/** Names that the dataset gives a country besides its usual one: `DR Congo (Zaire)`, `Russia (Soviet Union)`. */
function countryOf(name: string): string | undefined {
  const plain = name.replace(/\s*\(.*\)\s*$/, '').replace(/^Kingdom of /, '');
  return countryCode(name) ?? countryCode(plain) ?? countryCode(aside[plain] ?? '');
}

const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text);

const aside: Readonly<Record<string, string>> = {
  'Bosnia-Herzegovina': 'Bosnia and Herzegovina',
  'DR Congo': 'CD',
  'Ivory Coast': 'CI',
  'North Macedonia': 'MK',
};

/** `date_prec` says how exact the day is; how long a summary of several events lasted is `A/B`. */
function dateOf(cell: Cells, odd: string[]): string {
  const [start, end] = [dayIn(cell('date_start')), dayIn(cell('date_end'))];
  if (!isDay(start) || !isDay(end)) {
    odd.push('date_start or date_end is no day');
    return start === end ? start : `${start}/${end}`;
  }
  const [first, last] = start <= end ? [start, end] : [end, start];
  if (start > end) odd.push('date_start is after date_end');
  if (first === last) return cell('date_prec') === '1' ? first : `${first}~`;
  if (cell('event_clarity') === '2' || cell('date_prec') === '1') return `${first}/${last}`;
  const month = first.slice(0, 7);
  if (first.endsWith('-01') && last === lastDayOf(month)) return month;
  if (first.endsWith('-01-01') && last === `${first.slice(0, 4)}-12-31`) return first.slice(0, 4);
  return `[${first}..${last}]`;
}

/** A day as `2014-11-14`, in whichever way spreadsheets write it, without a time; the text itself where the day cannot be told. */
function dayIn(text: string): string {
  const day = dayOf(text.replace(/[ T]\d\d?:\d\d(?::\d\d(?:\.\d+)?)?Z?$/, ''));
  return isDay(day) ? day : text;
}

/** The last day of a month: `2014-02` → `2014-02-28`. */
function lastDayOf(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][number - 1] ?? 31;
  return `${month}-${days}`;
}

/** Words at the end of a name of UCDP, and the kind of place they say. */
const kinds: Readonly<Record<string, string>> = {
  city: 'city',
  town: 'town',
  village: 'village',
  villages: 'village',
  suburb: 'quarter',
  neighborhood: 'quarter',
  neighbourhood: 'quarter',
  camp: 'camp',
  base: 'base',
  airport: 'airport',
  mountain: 'mountain',
  hill: 'hill',
  farm: 'farm',
  farms: 'farm',
  bridge: 'bridge',
  dam: 'dam',
  port: 'port',
  junction: 'junction',
  checkpoint: 'checkpoint',
  crossing: 'border crossing',
};
/** Kinds that stand for an area of that precision, `where_prec` 3 to 7. */
const areas: Readonly<Record<string, string>> = { 3: 'district', 4: 'division', 5: 'region', 6: 'country', 7: 'sea' };

function placeOf(cell: Cells, home: string | undefined): { value: string; definition: Draft } {
  const prec = cell('where_prec');
  const name = oneLine(
    cell('where_coordinates') || cell('where_description') || cell('adm_2') || cell('adm_1') || cell('country'),
  ).replaceAll('"', '’');
  const kind = areas[prec] ?? kinds[name.split(' ').at(-1)!.toLowerCase()] ?? '';
  const point = [cell('latitude'), cell('longitude')].filter(Boolean).join(', ');
  const within = [cell('adm_2'), cell('adm_1')];
  const { called, definition } = placeBlock({ of: 'ucdp', name, kind, point, home, within });
  return { value: prec === '2' ? `near ${called}` : called, definition };
}

const isCivilians = (side: string): boolean => /^civilians$/i.test(side);

function actors(sideA: string, sideB: string, oneSided: boolean): [string, string][] {
  const as = (side: string, role: string): [string, string][] =>
    side ? [['actor', `${nameIn('actor', side)} as ${role}`]] : [];
  return [...as(sideA, oneSided ? 'attacker' : 'party'), ...as(sideB, oneSided ? 'target' : 'party')];
}

/** What kind of actor a side is, as far as its name and the type of violence say. */
function partyOf(side: string, cell: Cells, home: string | undefined): Draft {
  const government = /^Government of /i.test(side);
  const of = government ? countryOf(side.replace(/^Government of /i, '')) : home;
  const kind = government ? 'government' : cell('type_of_violence') === '2' ? 'political militia' : 'rebel group';
  return {
    kind: 'actor',
    title: side,
    fields: [
      ['kind', kind],
      ['country', of && !government ? countryName(of) : of ? countryName(of) : ''],
      ['note', government ? '' : 'As UCDP calls it; the kind is guessed from the type of violence.'],
    ],
  };
}

/** The dead by side where that can be written, else in all; the bounds where they enclose the best estimate. */
function killed(cell: Cells, odd: string[]): string {
  const figure = (column: string) => (/^\d+$/.test(cell(column)) ? Number(cell(column)) : 0);
  const [best, low, high] = [figure('best'), figure('low'), figure('high')];
  const sides: [number, string][] = [
    [figure('deaths_a'), cell('side_a')],
    [figure('deaths_b'), cell('side_b')],
    [figure('deaths_civilians'), 'civilians'],
    [figure('deaths_unknown'), 'others'],
  ];
  const ordered = low <= best && best <= high;
  if (!ordered) odd.push('low, best and high are not in order');
  if (sides.reduce((sum, [dead]) => sum + dead, 0) !== best) odd.push('best is not the sum of its parts');
  const there = sides.filter(([dead]) => dead > 0);
  const [only] = there;
  const spread = ordered && low !== high;
  // The dead of no side stand without a category where they are all; a count with several must name each.
  const one = (name: string) => (spread ? `${low}..${high}${name}, best ${best}` : `${best}${name}`);
  const split =
    there.length === 1 && only
      ? one(only[1] === 'others' ? '' : ` ${only[1]}`)
      : [
          ...there.map(([dead, name]) => `${dead} ${name}`),
          ...(ordered && low === best && high > best ? [`0..${high - best} more, best 0`] : []),
        ].join(', ');
  if (there.length && canBeRead('event', 'killed', split)) return split;
  return ordered && low !== high ? `${low}..${high}, best ${best}` : String(best);
}

/** One source for each that the row names by office, date and headline; one for the whole citation where they do not go together. */
function sourcesOf(cell: Cells): Draft[] {
  const article = cell('source_article');
  const [offices, dates, headlines] = ['source_office', 'source_date', 'source_headline'].map(column =>
    cell(column)
      .split(';')
      .map(one => one.trim()),
  ) as [string[], string[], string[]];
  const together = offices.length === dates.length && dates.length === headlines.length && offices.every(Boolean);
  if (together) return offices.map((publisher, i) => sourceOf(publisher, dayIn(dates[i] ?? ''), headlines[i] ?? ''));
  // Older rows have nothing but the whole citation.
  const headline = cell('source_headline') || article;
  return [sourceOf(cell('source_office') || publisherIn(article), dayIn(cell('source_date')), headline)];
}

const sourceOf = (publisher: string, date: string, title: string): Draft => sourceBlock('ucdp', publisher, date, title);

/** Who published, as older citations begin with: `Reuters 1989-05-17 "…`. */
const publisherIn = (article: string): string =>
  oneLine(/^[^"\d,;]{2,60}/.exec(article)?.[0] ?? '').replace(/[\s(-]+$/, '') || 'not stated';
