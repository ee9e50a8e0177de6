// What someone who wrote `Nov. 14`, `14/11/2014` or `last winter` meant, as EDTF, given the day their source was published.
import { addDays, addMonths, daysInMonth, isoDay, partsOf, weekdayOf } from './calendar';
import { readDate } from './dates';
import { monthNames } from './dateWords';

/** An EDTF form that the text may mean, best first. `published` (ISO 8601 day) gives the year and the anchor of relative words. */
export function suggestDates(text: string, published: string | undefined): string[] {
  const plain = westernDigits(text.trim()).replace(/[’']/g, '').toLowerCase().replace(/\s+/g, ' ');
  const found = rules.flatMap(([shape, read]) => {
    const match = shape.exec(plain);
    return match ? read(match, published) : [];
  });
  return [...new Set(found)].filter(edtf => readDate(edtf).ok);
}

/** Arabic-Indic and Persian digits as 0–9. */
export const westernDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, digit => String(digit.charCodeAt(0) & 15));

type Rule = readonly [RegExp, (match: RegExpExecArray, published: string | undefined) => string[]];

const monthPattern = '(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\\.?';
const monthOf = (word: string): number =>
  monthNames.findIndex(name => name.toLowerCase().startsWith(word.slice(0, 3))) + 1;
const two = (value: number | string): string => String(value).padStart(2, '0');

/** The year in which a month and day last came before the publication; without one there is no answer. */
function yearOf(month: number, day: number, published: string | undefined): string[] {
  if (!published) return [];
  const [year] = partsOf(published);
  return [String(isoDay(year, month, Math.min(day, daysInMonth(year, month))) <= published ? year : year - 1)];
}

const day = (year: string, month: number | string, date: number | string): string =>
  `${year}-${two(month)}-${two(date)}`;
const seasons: Record<string, number> = { spring: 21, summer: 22, autumn: 23, fall: 23, winter: 24 };
const numbers: Record<string, number> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  several: 3,
  few: 3,
};

const rules: readonly Rule[] = [
  // 14 Nov 2014 · 14 November · 14–16 Nov 2014
  [
    new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?(?: ?[-–] ?(\\d{1,2}))? (?:of )?${monthPattern}(?:,? (\\d{4}))?$`),
    (m, published) =>
      (m[4] ? [m[4]] : yearOf(monthOf(m[3]!), Number(m[2] ?? m[1]), published)).map(year =>
        m[2]
          ? `${day(year, monthOf(m[3]!), m[1]!)}/${day(year, monthOf(m[3]!), m[2])}`
          : day(year, monthOf(m[3]!), m[1]!),
      ),
  ],
  // Nov. 14 · November 14, 2014
  [
    new RegExp(`^${monthPattern} (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?$`),
    (m, published) =>
      (m[3] ? [m[3]] : yearOf(monthOf(m[1]!), Number(m[2]), published)).map(year => day(year, monthOf(m[1]!), m[2]!)),
  ],
  // November 2014 · November
  [
    new RegExp(`^${monthPattern}(?:,? (\\d{4}))?$`),
    (m, published) =>
      (m[2] ? [m[2]] : yearOf(monthOf(m[1]!), 1, published)).map(year => `${year}-${two(monthOf(m[1]!))}`),
  ],
  // 14/11/2014, day first as most of the world writes it, then month first
  [/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/, m => [day(m[3]!, m[2]!, m[1]!), day(m[3]!, m[1]!, m[2]!)]],
  [/^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/, m => [day(m[1]!, m[2]!, m[3]!)]],
  [/^(\d{4})[/.-](\d{1,2})$/, m => [`${m[1]}-${two(m[2]!)}`]],
  [/^(\d{4})(\d\d)(\d\d)$/, m => [day(m[1]!, m[2]!, m[3]!)]],
  [/^(\d{4}) ?(?:–|to|-) ?(\d{4})$/, m => [`${m[1]}/${m[2]}`]],
  // spring of 2014 · last winter
  [/^(?:the )?(spring|summer|autumn|fall|winter)(?: of)? (\d{4})$/, m => [`${m[2]}-${seasons[m[1]!]}`]],
  [
    /^(?:last|this|the past) (spring|summer|autumn|fall|winter)$/,
    (m, published) => lastSeason(seasons[m[1]!]!, published),
  ],
  // today · yesterday · on Friday · last month · about a month ago
  [/^today$/, (_, published) => (published ? [published] : [])],
  [/^yesterday$/, (_, published) => (published ? [addDays(published, -1)] : [])],
  [/^(?:on |last )?((?:mon|tues|wednes|thurs|fri|satur|sun)day)$/, (m, published) => lastWeekday(m[1]!, published)],
  [/^last (week|month|year)$/, (m, published) => ago(1, m[1]!, published)],
  [
    /^(?:about |around |some )?(\d+|a|an|one|two|three|four|five|six|several|few|a few) (day|week|month|year)s? ago$/,
    (m, published) =>
      ago(Number(m[1]) || numbers[m[1]!.replace('a few', 'few')]!, m[2]!, published).map(edtf =>
        edtf.endsWith('~') ? edtf : `${edtf}~`,
      ),
  ],
  // early November 2014 · mid-2014 · Q3 2014
  [
    new RegExp(`^(early|mid|middle of|late|end of|beginning of)[- ]${monthPattern}(?:,? (\\d{4}))?$`),
    (m, published) =>
      (m[3] ? [m[3]] : yearOf(monthOf(m[2]!), 1, published)).map(year => {
        const month = monthOf(m[2]!);
        const [from, to] = /^(early|beginning)/.test(m[1]!)
          ? [1, 10]
          : /^mid/.test(m[1]!)
            ? [11, 20]
            : [21, daysInMonth(Number(year), month)];
        return `[${day(year, month, from)}..${day(year, month, to)}]`;
      }),
  ],
  [/^(?:q([1-4])[ -]?(\d{4})|(\d{4})[ -]?q([1-4]))$/, m => [`${m[2] ?? m[3]}-${32 + Number(m[1] ?? m[4])}`]],
  // 2014-11-14T14:30 · 2014-11-14..2014-11-16 · this or that
  [/^(\d{4}-\d\d-\d\d)[t ]\d\d:?\d\d.*$/, m => [m[1]!]],
  [
    /^([\dx~?%-]+) ?\.\.+ ?([\dx~?%-]+)$/,
    m => [`[${m[1]!.toUpperCase()}..${m[2]!.toUpperCase()}]`, `${m[1]!.toUpperCase()}/${m[2]!.toUpperCase()}`],
  ],
  [
    /^(.+?),? or (.+)$/,
    (m, published) => inner(m[1]!, published).flatMap(one => inner(m[2]!, published).map(other => `[${one},${other}]`)),
  ],
  // since / before / until
  [/^(?:since|from) (.+)$/, (m, published) => inner(m[1]!, published).map(edtf => `${edtf}/..`)],
  [/^(?:before|until|by|up to) (.+)$/, (m, published) => inner(m[1]!, published).map(edtf => `../${edtf}`)],
  [
    /^(?:about|around|circa|c\.|ca\.?|~) ?(.+)$/,
    (m, published) => inner(m[1]!, published).map(edtf => (/^[\d-]+$/.test(edtf) ? `${edtf}~` : edtf)),
  ],
  // the draft of 2012 and other slips
  [/^[\dux-]+$/, m => [m[0].replace(/[ux]/g, 'X')]],
  [/^(.+)\/(?:unknown|\?)$/, (m, published) => inner(m[1]!, published).map(edtf => `${edtf}/`)],
  [/^(.+)\/(?:open|now|present|ongoing)$/, (m, published) => inner(m[1]!, published).map(edtf => `${edtf}/..`)],
  [/^(?:unknown|open)\/(.+)$/, (m, published) => inner(m[1]!, published).map(edtf => `/${edtf}`)],
  [
    /^(.+?) ?(?:\/|–|—| to | until ) ?(.+)$/,
    (m, published) => inner(m[1]!, published).flatMap(from => inner(m[2]!, published).map(to => `${from}/${to}`)),
  ],
  [/^(\d{4}-\d\d-\d\d)\/(\d\d)$/, m => [`${m[1]}/${m[1]!.slice(0, 8)}${m[2]}`]],
];

const inner = (text: string, published: string | undefined): string[] =>
  readDate(text.toUpperCase()).ok ? [text.toUpperCase()] : suggestDates(text, published);

function lastSeason(code: number, published: string | undefined): string[] {
  if (!published) return [];
  const [year] = partsOf(published);
  const years = [year, year - 1].filter(y => {
    const season = readDate(`${y}-${code}`);
    return season.ok && season.value.latest < published;
  });
  return years.slice(0, 1).map(y => `${y}-${code}`);
}

function lastWeekday(name: string, published: string | undefined): string[] {
  if (!published) return [];
  for (let back = 1; back <= 7; back++)
    if (weekdayOf(addDays(published, -back)) === name) return [addDays(published, -back)];
  return [];
}

function ago(count: number, unit: string, published: string | undefined): string[] {
  if (!published) return [];
  switch (unit) {
    case 'day':
      return [addDays(published, -count)];
    case 'week':
      return [`${addDays(published, -7 * count)}~`];
    case 'month':
      return [addMonths(published, -count).slice(0, 7)];
    default:
      return [String(partsOf(published)[0] - count)];
  }
}
