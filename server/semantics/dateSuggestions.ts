// What someone who wrote `Nov. 14`, `14/11/2014` or `last winter` meant, as EDTF, given when their source was published.
import { addDays, daysInMonth, partsOf, weekdayOf } from './calendar';
import { readDate } from './dates';
import { monthNames } from './dateWords';
import { westernDigits } from './digits';
import { naturalDate, type SaidDay } from './naturalDates';
import { fromDraft } from './olderDates';
import { ago, type Context, lastSeason, lastWeekday, type Unit, weekAgo, yearOf } from './relativeDates';

export type { Context } from './relativeDates';

/** EDTF forms that the text may mean, best first; empty when it means none, or one that ends before it begins. */
export function suggestDates(text: string, context: Context = {}): string[] {
  const meant = meantBy(text, context);
  const readable = meant.filter(one => readDate(one).ok);
  // Others would put two ends in order without a word.
  return readable.length || meant.some(isReversed) ? readable : valid(natural(text.trim(), context));
}

/** What the text means in EDTF where that ends before it begins; empty for any other text. */
export const suggestReversed = (text: string, context: Context = {}): string[] =>
  suggestDates(text, context).length ? [] : meantBy(text, context).filter(isReversed);

/** Whether the first fault of a date is that it ends before it begins. */
export function isReversed(text: string): boolean {
  const reading = readDate(text);
  return !reading.ok && reading.problem === 'reversed';
}

/** What our own rules make of the text, possible or not. */
function meantBy(text: string, context: Context): string[] {
  const plain = westernDigits(text.trim()).replace(/[’']/g, '').toLowerCase().replace(/\s+/g, ' ');
  const respelt = [plain.toUpperCase(), fromDraft(plain)].filter(edtf => edtf !== text);
  const found = rules.flatMap(([shape, read]) => {
    const match = shape.exec(plain);
    return match ? read(match, context) : [];
  });
  return [...new Set([...respelt, ...found])];
}

const valid = (edtf: readonly string[]): string[] => [...new Set(edtf)].filter(one => readDate(one).ok);

type Rule = readonly [RegExp, (match: RegExpExecArray, context: Context) => string[]];

const months = '(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\\.?';
const monthOf = (word: string): number =>
  monthNames.findIndex(name => name.toLowerCase().startsWith(word.slice(0, 3))) + 1;
const two = (value: number | string): string => String(value).padStart(2, '0');
const day = (year: string, month: number | string, date: number | string): string =>
  `${year}-${two(month)}-${two(date)}`;

const seasons: Record<string, number> = { spring: 21, summer: 22, autumn: 23, fall: 23, winter: 24 };
const season = '(spring|summer|autumn|fall|winter)';
const numbers: Record<string, number> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, several: 3 };
const weekday = '((?:mon|tues|wednes|thurs|fri|satur|sun)day)';
const parts = '(early|mid|middle of|late|end of|beginning of|start of)';

/** The given year, or the one in which that month and day last came. */
const yearFor = (said: string | undefined, month: number, date: number, context: Context): string[] =>
  said ? [said] : yearOf(month, date, context);

/** Beginning, middle or end of so many units as its first and last: a third each, the last one taking what is over. */
const third = (word: string, units: number): [number, number] => {
  const step = Math.floor(units / 3);
  if (/^(early|beginning|start)/.test(word)) return [1, step];
  return /^mid/.test(word) ? [step + 1, 2 * step] : [2 * step + 1, units];
};

const rules: readonly Rule[] = [
  // 14 Nov 2014 · 14 November · 14–16 Nov 2014 · between 14 and 16 November
  [
    new RegExp(
      `^(?:from |the |on )?(\\d{1,2})(?:st|nd|rd|th)?(?: ?(?:[-–]|to) ?(\\d{1,2}))?(?:st|nd|rd|th)? (?:of )?${months}(?:,? (\\d{4}))?$`,
    ),
    (m, context) =>
      yearFor(m[4], monthOf(m[3]!), Number(m[2] ?? m[1]), context).map(
        year => day(year, monthOf(m[3]!), m[1]!) + (m[2] ? `/${day(year, monthOf(m[3]!), m[2])}` : ''),
      ),
  ],
  [
    new RegExp(
      `^between (?:the )?(\\d{1,2})(?:st|nd|rd|th)? and (?:the )?(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${months}(?:,? (\\d{4}))?$`,
    ),
    (m, context) =>
      yearFor(m[4], monthOf(m[3]!), Number(m[2]), context).map(
        year => `[${day(year, monthOf(m[3]!), m[1]!)}..${day(year, monthOf(m[3]!), m[2]!)}]`,
      ),
  ],
  [
    /^between (.+) and (.+)$/,
    (m, context) => inner(m[1]!, context).flatMap(from => inner(m[2]!, context).map(to => `[${from}..${to}]`)),
  ],
  // Nov. 14 · November 14, 2014
  [
    new RegExp(`^${months} (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?$`),
    (m, context) => yearFor(m[3], monthOf(m[1]!), Number(m[2]), context).map(year => day(year, monthOf(m[1]!), m[2]!)),
  ],
  // November 2014 · November
  [
    new RegExp(`^(?:in )?${months}(?:,? (\\d{4}))?$`),
    (m, context) => yearFor(m[2], monthOf(m[1]!), 1, context).map(year => `${year}-${two(monthOf(m[1]!))}`),
  ],
  // 14/11/2014, day first as most of the world writes it, then month first
  [/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/, m => [day(m[3]!, m[2]!, m[1]!), day(m[3]!, m[1]!, m[2]!)]],
  [/^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/, m => [day(m[1]!, m[2]!, m[3]!)]],
  [/^(\d{4})[/.-](\d{1,2})$/, m => [`${m[1]}-${two(m[2]!)}`]],
  [/^(\d{4})(\d\d)(\d\d)$/, m => [day(m[1]!, m[2]!, m[3]!)]],
  [/^(\d{4}) ?(?:–|to|-) ?(\d{4})$/, m => [`${m[1]}/${m[2]}`]],
  [/^(?:in )?(?:the )?(\d{3})0s$/, m => [`${m[1]}X`]],
  // spring of 2014 · last winter · this summer
  [new RegExp(`^(?:in )?(?:the )?${season}(?: of)? (\\d{4})$`), m => [`${m[2]}-${seasons[m[1]!]}`]],
  // A winter that is named by both its years
  [/^(?:in )?(?:the )?winter(?: of)? (\d{4}) ?[/–-] ?(?:\d\d)?\d\d$/, m => [`${m[1]}-24`]],
  [
    new RegExp(`^(?:in )?(last|this|the past|the) ${season}$`),
    (m, context) => lastSeason(seasons[m[2]!]!, context, m[1] === 'this'),
  ],
  // today · yesterday · on Friday · last week · last month · about a month ago
  [/^(?:today|this (?:morning|afternoon|evening)|tonight)$/, (_, { published }) => (published ? [published] : [])],
  [/^(?:yesterday|last night)$/, (_, { published }) => (published ? [addDays(published, -1)] : [])],
  [new RegExp(`^(?:on |last |this |on last )?${weekday}$`), (m, context) => lastWeekday(m[1]!, context)],
  [/^(?:over |during )?(last|this|the) weekend$/, (_, context) => weekend(context)],
  [/^(?:earlier )?(last|this) week$/, (m, context) => weekAgo(m[1] === 'last' ? 1 : 0, context)],
  [/^(?:earlier )?(last|this) (month|year)$/, (m, context) => ago(m[1] === 'last' ? 1 : 0, m[2] as Unit, context)],
  [
    /^(?:about |around |some )?(\d+|a|an|one|two|three|four|five|six|several|(?:a )?few) (day|week|month|year)s? ago$/,
    (m, context) =>
      ago(Number(m[1]) || (numbers[m[1]!] ?? 3), m[2] as Unit, context).map(edtf =>
        edtf.endsWith('~') ? edtf : `${edtf}~`,
      ),
  ],
  // early November 2014 · mid-2014 · the week of 10 November · Q3 2014
  [
    new RegExp(`^(?:in )?(?:the )?${parts}[- ](?:the )?${months}(?:,? (\\d{4}))?$`),
    (m, context) => {
      const month = monthOf(m[2]!);
      return yearFor(m[3], month, 1, context).map(year => {
        const [from, to] = third(m[1]!, 30);
        const last = to === 30 ? daysInMonth(Number(year), month) : to;
        return `[${day(year, month, from)}..${day(year, month, last)}]`;
      });
    },
  ],
  [
    new RegExp(`^(?:in )?(?:the )?${parts}[- ](\\d{4}|last year|this year)$`),
    (m, context) => {
      const years = /^\d/.test(m[2]!) ? [m[2]!] : ago(m[2] === 'last year' ? 1 : 0, 'year', context);
      const [from, to] = third(m[1]!, 12);
      return years.map(year => `[${year}-${two(from)}..${year}-${two(to)}]`);
    },
  ],
  [
    /^(?:in )?the week (?:of|from|beginning) (.+)$/,
    (m, context) =>
      inner(m[1]!, context).flatMap(first =>
        /^\d{4}-\d\d-\d\d$/.test(first) ? [`[${first}..${addDays(first, 6)}]`] : [],
      ),
  ],
  [/^(?:q([1-4])[ -]?(\d{4})|(\d{4})[ -]?q([1-4]))$/, m => [`${m[2] ?? m[3]}-${32 + Number(m[1] ?? m[4])}`]],
  // 2014-11-14T14:30 · 2014-11-14..2014-11-16 · this or that · the night of the 14th
  [/^(\d{4}-\d\d-\d\d)[t ]\d\d:?\d\d.*$/, m => [m[1]!]],
  [
    /^([\dx~?%-]+) ?\.\.+ ?([\dx~?%-]+)$/,
    m => [`[${m[1]!.toUpperCase()}..${m[2]!.toUpperCase()}]`, `${m[1]!.toUpperCase()}/${m[2]!.toUpperCase()}`],
  ],
  [
    /^(?:either )?(.+?),? or (.+)$/,
    (m, context) => inner(m[1]!, context).flatMap(one => inner(m[2]!, context).map(other => `[${one},${other}]`)),
  ],
  [
    /^(?:on |in |at |during )?(?:the )?(?:night|evening|morning|afternoon|dawn|eve|early hours) of (?:the )?(.+)$/,
    (m, context) => inner(m[1]!, context),
  ],
  [/^(?:on )?(.+) (?:morning|afternoon|evening|night)$/, (m, context) => inner(m[1]!, context)],
  // since / before / until
  [/^(?:since|from) (.+)$/, (m, context) => inner(m[1]!, context).map(edtf => `${edtf}/..`)],
  [/^before (.+)$/, (m, context) => inner(m[1]!, context).flatMap(edtf => endsBefore(edtf) ?? [])],
  [/^(?:until|by|up to) (.+)$/, (m, context) => inner(m[1]!, context).map(edtf => `../${edtf}`)],
  [
    /^(?:about|around|circa|c\.|ca\.?|~) ?(.+)$/,
    (m, context) => inner(m[1]!, context).map(edtf => (/^[\d-]+$/.test(edtf) ? `${edtf}~` : edtf)),
  ],
  // open ends in words, and an end that says only its day
  [/^(.+)\/(?:unknown|\?)$/, (m, context) => inner(m[1]!, context).map(edtf => `${edtf}/`)],
  [/^(.+)\/(?:open|now|present|ongoing)$/, (m, context) => inner(m[1]!, context).map(edtf => `${edtf}/..`)],
  [
    /^(?:from )?(.+?) ?(?:\/|–|—| - | to | until ) ?(.+)$/,
    (m, context) =>
      /^(?:in )?(?:the )?winter/.test(m[1]!) && /^\d+$/.test(m[2]!)
        ? []
        : inner(m[1]!, context).flatMap(from => inner(m[2]!, context).map(to => `${from}/${to}`)),
  ],
  [/^(\d{4}-\d\d-)(\d\d)\/(\d\d)$/, m => [`${m[1]}${m[2]}/${m[1]}${m[3]}`]],
];

const inner = (text: string, context: Context): string[] =>
  readDate(text.toUpperCase()).ok ? [text.toUpperCase()] : suggestDates(text, context);

/** One day up to the last before a day, a month or a year; undefined for any other date. */
function endsBefore(edtf: string): string | undefined {
  if (/^\d{4}-\d\d-\d\d$/.test(edtf)) return `[..${addDays(edtf, -1)}]`;
  if (/^\d{4}-\d\d$/.test(edtf)) return `[..${addDays(`${edtf}-01`, -1).slice(0, 7)}]`;
  return /^\d{4}$/.test(edtf) ? `[..${Number(edtf) - 1}]` : undefined;
}

/** The Saturday and Sunday that were last over, or under way. */
const weekend = (context: Context): string[] =>
  lastWeekday('saturday', context).map(first => `[${first}..${addDays(first, 1)}]`);

/** What the other languages say, and English in words that no rule has. */
function natural(text: string, context: Context): string[] {
  // What was still to come when it was written has not happened yet.
  if (TO_COME.test(text)) return [];
  const said = naturalDate(text, context.language);
  if (!said) return [];
  if (said.kind === 'ago') {
    // What is a week away or more is seldom meant to the day.
    const about = said.unit === 'day' && said.count <= -7 ? '~' : '';
    return said.count > 0 ? [] : ago(-said.count, said.unit, context).map(edtf => edtf + about);
  }
  const to = said.to && edtfOf(said.to, context);
  const about = BESIDE.test(text) ? '~' : '';
  return edtfOf(said.from, context).flatMap(from => (to ? to.map(end => `${from}/${end}`) : [from + about]));
}

const TO_COME = /\b(?:next|coming|upcoming|tomorrow)\b|prochain|pr[oó]xim|следующ|наступн|القادم|المقبل|قادم/iu;
/** A day told by another one: `a few days before 5 June`. */
const BESIDE =
  /\b(?:before|after|avant|apr[eè]s|antes|despu[eé]s|depois)\b|(?<!\p{L})(?:до|после|після|перед)(?!\p{L})|قبل|بعد/iu;

function edtfOf({ year, month, day: date, weekday: name }: SaidDay, context: Context): string[] {
  if (name && month === undefined) return lastWeekday(name, context);
  if (month === undefined) return date === undefined && year !== undefined ? [String(year)] : lastDayOf(date, context);
  const found = yearFor(year === undefined ? undefined : String(year), month, date ?? 1, context).map(said =>
    date === undefined ? `${said}-${two(month)}` : day(said, month, date),
  );
  // A day of the week that it was not: one of the two is wrong, and nobody can tell which.
  return found.filter(one => !name || date === undefined || !readDate(one).ok || weekdayOf(one) === name);
}

/** `the 14th`: the last such day before publication. */
function lastDayOf(date: number | undefined, { published }: Context): string[] {
  if (!published || date === undefined) return [];
  for (let back = 0; back <= 62; back++) {
    const one = addDays(published, -back);
    if (partsOf(one)[2] === date) return [one];
  }
  return [];
}
