// What `14 ноября`, `il y a un mois` or `يوم الجمعة الماضي` says, in seven languages: chrono-node reads, our own calendar counts.
import type { Chrono, ParsedComponents } from 'chrono-node';
import * as ar from 'chrono-node/ar';
import * as en from 'chrono-node/en';
import * as es from 'chrono-node/es';
import * as fr from 'chrono-node/fr';
import * as pt from 'chrono-node/pt';
import * as ru from 'chrono-node/ru';
import * as uk from 'chrono-node/uk';
import { daysFromTo, isoDay } from './calendar';
import { westernDigits } from './digits';

/** Numbers as they were said; undefined where they were not. */
export interface SaidDay {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  /** `monday` … `sunday`. */
  readonly weekday?: string;
}

export type Natural =
  /** Said by the calendar, perhaps without its year. */
  | { readonly kind: 'said'; readonly from: SaidDay; readonly to: SaidDay | undefined }
  /** Said by its distance from the day of speaking; negative for earlier. */
  | { readonly kind: 'ago'; readonly unit: 'day' | 'month' | 'year'; readonly count: number };

const latin = /\p{Script=Latin}/u;
const cyrillic = /\p{Script=Cyrillic}/u;

/** English without a day before the month: `14/11` is the 14th of November to most of the world. */
const readers: Readonly<Record<string, { readonly script: RegExp; readonly reader: Chrono }>> = {
  en: { script: latin, reader: en.GB },
  ar: { script: /\p{Script=Arabic}/u, reader: ar.casual },
  fr: { script: latin, reader: fr.casual },
  es: { script: latin, reader: es.casual },
  pt: { script: latin, reader: pt.casual },
  ru: { script: cyrillic, reader: ru.casual },
  uk: { script: cyrillic, reader: uk.casual },
};

/**
 * Two days of speaking, in months of different lengths, and neither near a change of clocks. What comes out the same for both
 * is said by the calendar; what lies equally far from both is said by its distance. So no real day, and no time zone, ever
 * passes through chrono-node's dates.
 */
const spoken = [
  [2003, 6, 18],
  [2004, 11, 4],
] as const;

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

/** Longer texts are no dates. */
const LONGEST = 80;

const known = new Map<string, Natural | undefined>();
const MOST_KNOWN = 512;

/** What the text says as a whole; undefined when no language has it as a date. `language` (ISO 639) is tried first. */
export function naturalDate(text: string, language = 'en'): Natural | undefined {
  if (text.length > LONGEST || !/\p{L}/u.test(text)) return;
  const key = `${language}\n${text}`;
  if (!known.has(key)) {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, readAll(text, language.slice(0, 2).toLowerCase()));
  }
  return known.get(key);
}

function readAll(text: string, first: string): Natural | undefined {
  const order = [first, ...Object.keys(readers).filter(language => language !== first)];
  for (const language of order) {
    const { script, reader } = readers[language] ?? {};
    const natural = reader && script?.test(text) ? read(text, reader) : undefined;
    if (natural) return natural;
  }
  return;
}

function read(text: string, reader: Chrono): Natural | undefined {
  const [one, other] = spoken.map(([year, month, day]) => {
    const [result, ...more] = reader.parse(text, new Date(year, month - 1, day, 12));
    if (!result || more.length || !isWhole(text, result.index, result.text)) return undefined;
    const from = saidBy(result.start);
    const to = result.end && saidBy(result.end);
    return to && isSaidLast(from, result.text, reader) ? undefined : { from, to };
  });
  if (!one || !other || !Object.keys(one.from).length) return;
  if (JSON.stringify(one) === JSON.stringify(other)) {
    // A year of two digits may as well be a day.
    const years = [one.from.year, one.to?.year].filter(year => year !== undefined);
    return years.every(year => westernDigits(text).includes(String(year))) && saysAll(text, one)
      ? { kind: 'said', ...one }
      : undefined;
  }
  return one.to ? undefined : distance(one.from, other.from);
}

/** Whether every figure of the text, times of day apart, is in what it was read as; what is counted from a day may have others. */
function saysAll(text: string, { from, to }: { readonly from: SaidDay; readonly to: SaidDay | undefined }): boolean {
  const said = [from, to].flatMap(day => [day?.year, day?.month, day?.day]);
  const times = /\d{1,2}[:.h]\d\d|\d{1,2} ?(?:[ap]\.?m\b|h\b|heures?|horas?|час)/giu;
  const figures = westernDigits(text).replace(times, ' ').match(/\d+/g) ?? [];
  const counted = [from, to].some(day => day?.day !== undefined && !figures.some(figure => Number(figure) === day.day));
  return counted || figures.every(figure => said.includes(Number(figure)));
}

/** Whether the beginning of an interval is what the text ends with: chrono-node has put the two ends in order. */
function isSaidLast(from: SaidDay, text: string, reader: Chrono): boolean {
  const [year, month, day] = spoken[0];
  for (const { index } of text.matchAll(/(?<=\s|[-–—])\S/g)) {
    const [last] = reader.parse(text.slice(index), new Date(year, month - 1, day, 12));
    if (last && !last.end) return JSON.stringify(saidBy(last.start)) === JSON.stringify(from);
  }
  return false;
}

/** What is only implied, such as the year of a bare day, is for us to say. */
function saidBy(components: ParsedComponents): SaidDay {
  const number = (part: 'year' | 'month' | 'day' | 'weekday') =>
    components.isCertain(part) ? (components.get(part) ?? undefined) : undefined;
  const [year, month, day, weekday] = [number('year'), number('month'), number('day'), number('weekday')];
  return {
    ...(year !== undefined && { year }),
    ...(month !== undefined && { month }),
    ...(day !== undefined && { day }),
    ...(weekday !== undefined && { weekday: weekdays[weekday]! }),
  };
}

/** Words that may stand around a date and change nothing. */
const fillers =
  /^(?:in|on|at|of|the|le|la|les|du|de|des|au|en|el|del|a|em|no|na|do|da|в|во|на|у|з|г|года|році|року|في|يوم|عام|سنة)$/u;

const isWhole = (text: string, index: number, part: string): boolean =>
  (text.slice(0, index) + text.slice(index + part.length))
    .split(/[\s.,]+/)
    .every(word => word === '' || fillers.test(word.toLowerCase()));

/** How far both lie from the days of speaking; undefined when that is not the same for both, as for the end of last month. */
function distance(one: SaidDay, other: SaidDay): Natural | undefined {
  const unit = one.day !== undefined ? 'day' : one.month !== undefined ? 'month' : 'year';
  const counts = [one, other].map((said, i) => {
    const [year, month, day] = spoken[i]!;
    if (said.year === undefined) return undefined;
    if (unit === 'year') return said.year - year;
    if (said.month === undefined) return undefined;
    if (unit === 'month') return (said.year - year) * 12 + said.month - month;
    return said.day === undefined
      ? undefined
      : daysFromTo(isoDay(year, month, day), isoDay(said.year, said.month, said.day)) - 1;
  });
  const [count] = counts;
  return count !== undefined && count === counts[1] ? { kind: 'ago', unit, count } : undefined;
}
