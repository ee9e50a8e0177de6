// Dates in English words by the calendar: days, months, seasons, parts of them, and several of them together.
import { addDays, daysInMonth, weekdayOf } from './calendar';
import { type DateRule, dayOf, isDayText, two } from './dateRule';
import { monthNames } from './dateWords';
import { type Context, shortYear, yearOf } from './relativeDates';

const months = '(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\\.?';
const monthOf = (word: string): number =>
  monthNames.findIndex(name => name.toLowerCase().startsWith(word.slice(0, 3))) + 1;

const seasons: Record<string, number> = { spring: 21, summer: 22, autumn: 23, fall: 23, winter: 24 };
const season = '(spring|summer|autumn|fall|winter)';
const ordinals = ['first', 'second', 'third', 'fourth'];
const nth = '(?:st|nd|rd|th)?\\.?';
const parts = '(early|mid|middle of|late|(?:the )?end(?: of)?|(?:the )?beginning of|(?:the )?start of)';
const year = '(?:,? (\\d{4}))?';
/** Between the days of a list. */
const between = '(?:, ?(?:and |or )?| and | or | ?& ?| ?/ ?)';
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** The given year, or the one in which that month and day last came. */
const yearFor = (said: string | undefined, month: number, date: number, context: Context): string[] =>
  said ? [said] : yearOf(month, date, context);

/** Beginning, middle or end of so many units as its first and last: a third each, the last one taking what is over. */
const third = (word: string, units: number): [number, number] => {
  const step = Math.floor(units / 3);
  if (/early|beginning|start/.test(word)) return [1, step];
  return /^mid/.test(word) ? [step + 1, 2 * step] : [2 * step + 1, units];
};

/** One day among those of a month, by their figures. */
const among = (inYear: string, month: number, from: number, to: number): string => {
  const last = Math.min(to, daysInMonth(Number(inYear), month));
  return `[${dayOf(inYear, month, from)}..${dayOf(inYear, month, last)}]`;
};

/** Days of one month that stand together: both of two with `and`, one of two with `or`, a night or a doubt with a slash. */
function several(list: string, month: number, said: string | undefined, context: Context): string[] {
  const days = list.match(/\d+/g)!;
  return yearFor(said, month, Number(days.at(-1)), context).flatMap(inYear => {
    const all = days.map(date => dayOf(inYear, month, date));
    if (list.includes('/')) return all.length === 2 ? [`[${all[0]}..${all[1]}]`, all.join('/')] : [];
    return [/ or |either/.test(list) ? `[${all}]` : `{${all}}`];
  });
}

const shape = (pattern: string): RegExp => new RegExp(`^${pattern}$`);

export const wordDates: readonly DateRule[] = [
  // 14 Nov 2014 · 14. November · 14–16 Nov 2014
  [
    shape(
      `(?:from |the |on )*(\\d{1,2})${nth}(?: ?(?:[-–]|to) ?(\\d{1,2}))?${nth} ?(?:of )?-?${months}(?:,?[ -]?(\\d{4}))?`,
    ),
    (m, context) =>
      yearFor(m[4], monthOf(m[3]!), Number(m[2] ?? m[1]), context).map(
        inYear => dayOf(inYear, monthOf(m[3]!), m[1]!) + (m[2] ? `/${dayOf(inYear, monthOf(m[3]!), m[2])}` : ''),
      ),
  ],
  // 10 or 12 November · 10, 11 and 12 November · November 10 and 12, 2014
  [
    shape(
      `(?:on )?((?:either )?(?:(?:the )?\\d{1,2}${nth}${between})+(?:the )?\\d{1,2})${nth} (?:of )?${months}${year}`,
    ),
    (m, context) => several(m[1]!, monthOf(m[2]!), m[3], context),
  ],
  [
    shape(`(?:on )?(either )?${months} ((?:\\d{1,2}${nth}${between})+\\d{1,2})${nth}${year}`),
    (m, context) => several(`${m[1] ?? ''}${m[3]}`, monthOf(m[2]!), m[4], context),
  ],
  // between 14 and 16 November · between November 14 and 16
  [
    shape(`between (?:the )?(\\d{1,2})${nth} and (?:the )?(\\d{1,2})${nth} (?:of )?${months}${year}`),
    (m, context) =>
      yearFor(m[4], monthOf(m[3]!), Number(m[2]), context).map(
        inYear => `[${dayOf(inYear, monthOf(m[3]!), m[1]!)}..${dayOf(inYear, monthOf(m[3]!), m[2]!)}]`,
      ),
  ],
  [
    shape(`between ${months} (\\d{1,2})${nth} and (\\d{1,2})${nth}${year}`),
    (m, context) =>
      yearFor(m[4], monthOf(m[1]!), Number(m[3]), context).map(
        inYear => `[${dayOf(inYear, monthOf(m[1]!), m[2]!)}..${dayOf(inYear, monthOf(m[1]!), m[3]!)}]`,
      ),
  ],
  // Nov. 14 · November 14, 2014 · 2014, November 14
  [
    shape(`(?:on )?${months} (\\d{1,2})${nth}${year}`),
    (m, context) =>
      yearFor(m[3], monthOf(m[1]!), Number(m[2]), context).map(inYear => dayOf(inYear, monthOf(m[1]!), m[2]!)),
  ],
  [shape(`(\\d{4}),? ${months} (\\d{1,2})${nth}`), m => [dayOf(m[1]!, monthOf(m[2]!), m[3]!)]],
  // 14-Nov-14 · Nov-14, which is a month to a spreadsheet
  [
    shape(`(\\d{1,2})[- ]?${months}[- ]?(\\d\\d)`),
    (m, { published }) => [dayOf(shortYear(m[3]!, published), monthOf(m[2]!), m[1]!)],
  ],
  [
    shape(`${months}-(\\d\\d)`),
    (m, context) => [
      `${shortYear(m[2]!, context.published)}-${two(monthOf(m[1]!))}`,
      ...yearOf(monthOf(m[1]!), Number(m[2]), context).map(inYear => dayOf(inYear, monthOf(m[1]!), m[2]!)),
    ],
  ],
  // November 2014 · November · in 2014
  [
    shape(`(?:in |en |em )?${months}(?:,?[ -](\\d{4}))?`),
    (m, context) => yearFor(m[2], monthOf(m[1]!), 1, context).map(inYear => `${inYear}-${two(monthOf(m[1]!))}`),
  ],
  [/^(?:in |during |the |year )+(\d{4})$/, m => [m[1]!]],
  // Friday, 14 November: where it was that day
  [
    /^(?:on )?(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? (.+)$/,
    (m, context, inner) => inner(m[2]!, context).filter(edtf => isDayText(edtf) && weekdayOf(edtf).startsWith(m[1]!)),
  ],
  // spring of 2014 · spring/summer 2014 · a winter that is named by both its years
  [shape(`(?:in )?(?:the )?${season}(?: of)? (\\d{4})`), m => [`${m[2]}-${seasons[m[1]!]}`]],
  [
    shape(`(?:in )?(?:the )?${season} ?[/–-] ?${season}(?: of)? (\\d{4})`),
    m => [`${m[3]}-${seasons[m[1]!]}/${m[3]}-${seasons[m[2]!]}`],
  ],
  [/^(?:in )?(?:the )?winter(?: of)? (\d{4}) ?[/–-] ?(?:\d\d)?\d\d$/, m => [`${m[1]}-24`]],
  // early November 2014 · mid-2014
  [
    shape(`(?:in )?(?:the )?${parts}[- ](?:the )?${months}${year}`),
    (m, context) => {
      const month = monthOf(m[2]!);
      const [from, to] = third(m[1]!, 30);
      return yearFor(m[3], month, 1, context).map(inYear => among(inYear, month, from, to === 30 ? 31 : to));
    },
  ],
  [
    shape(`(?:in )?(?:the )?${parts}[- ](\\d{4}|(?:last|this) (?:year|month))`),
    (m, context, inner) => {
      const [from, to] = third(m[1]!, /month$/.test(m[2]!) ? 30 : 12);
      return inner(m[2]!, context).flatMap(unit => {
        const [inYear = '', month] = unit.split('-');
        if (month) return among(inYear, Number(month), from, to === 30 ? 31 : to);
        return `[${inYear}-${two(from)}..${inYear}-${two(to)}]`;
      });
    },
  ],
  // the first half of November · the second half of 2014 · the third quarter of 2014 · Q3 2014
  [
    /^(?:in )?(?:the )?(first|second) half of (.+)$/,
    (m, context, inner) =>
      inner(m[2]!, context).flatMap(unit => {
        const [inYear = '', month, ...more] = unit.split('-');
        const first = m[1] === 'first';
        if (month && !more.length) return among(inYear, Number(month), first ? 1 : 16, first ? 15 : 31);
        return /^\d{4}$/.test(unit) ? `${inYear}-${first ? 40 : 41}` : [];
      }),
  ],
  [
    /^(?:in )?(?:the )?(first|second|third|fourth) quarter(?: of)? (\d{4})$/,
    m => [`${m[2]}-${33 + ordinals.indexOf(m[1]!)}`],
  ],
  [/^(?:q([1-4])[ -]?(\d{4})|(\d{4})[ -]?q([1-4]))$/, m => [`${m[2] ?? m[3]}-${32 + Number(m[1] ?? m[4])}`]],
  // the first week of November · the week of 10 November · the weekend of 15 November
  [
    shape(`(?:in )?(?:the )?(first|second|third|fourth|last) week (?:of|in) ${months}${year}`),
    (m, context) => {
      const month = monthOf(m[2]!);
      return yearFor(m[3], month, 1, context).map(inYear => {
        const last = daysInMonth(Number(inYear), month);
        const from = m[1] === 'last' ? last - 6 : 7 * ordinals.indexOf(m[1]!) + 1;
        return among(inYear, month, from, from + 6);
      });
    },
  ],
  [
    /^(?:in )?the week (?:of|from|beginning) (.+)$/,
    (m, context, inner) =>
      inner(m[1]!, context).flatMap(first => (isDayText(first) ? [`[${first}..${addDays(first, 6)}]`] : [])),
  ],
  [
    /^(?:over |on |at )?(?:the )?weekend of (.+)$/,
    (m, context, inner) =>
      inner(m[1]!, context).flatMap(one => {
        if (!isDayText(one)) return [];
        const saturday = addDays(one, 5 - weekdays.indexOf(weekdayOf(one)));
        return [`[${saturday}..${addDays(saturday, 1)}]`];
      }),
  ],
];
