// Dates in English words by another day: counted back from publication, up to a day or from it on, about it, or from one to another.
import { addDays, addMonths, daysFromTo } from './calendar';
import { type DateRule, type Inner, isDayText } from './dateRule';
import { isDay, readDate } from './dates';
import { ago, type Context, lastSeason, lastWeekday, type Unit, weekAgo } from './relativeDates';

const season = '(spring|summer|autumn|fall|winter)';
const seasons: Record<string, number> = { spring: 21, summer: 22, autumn: 23, fall: 23, winter: 24 };
const numbers: Record<string, number> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, several: 3 };
const count = '(\\d+|a|an|one|two|three|four|five|six|several|(?:a )?few|(?:a )?couple of)';
const figure = (word: string): number => Number(word) || (numbers[word] ?? (word.includes('couple') ? 2 : 3));
const weekday = '((?:mon|tues|wednes|thurs|fri|satur|sun)day)';

/** With a mark of doubt, where the date is plain enough to take one. */
const marked = (edtf: string, mark: '~' | '?'): string => (/^[\d-]+$/.test(edtf) ? `${edtf}${mark}` : edtf);

/** One day up to the last before a day, a month or a year; none for any other date. */
function before(edtf: string): string[] {
  if (isDayText(edtf)) return [`[..${addDays(edtf, -1)}]`];
  if (/^\d{4}-(?:0\d|1[0-2])$/.test(edtf)) return [`[..${addMonths(`${edtf}-01`, -1).slice(0, 7)}]`];
  return /^\d{4}$/.test(edtf) ? [`[..${Number(edtf) - 1}]`] : [];
}

/** One day from the first after a day, a month or a year on; none for any other date. */
function after(edtf: string): string[] {
  if (isDayText(edtf)) return [`[${addDays(edtf, 1)}..]`];
  if (/^\d{4}-(?:0\d|1[0-2])$/.test(edtf)) return [`[${addMonths(`${edtf}-01`, 1).slice(0, 7)}..]`];
  return /^\d{4}$/.test(edtf) ? [`[${Number(edtf) + 1}..]`] : [];
}

/** What lies between the brackets of one set of days; the date itself when it is none. */
const members = (edtf: string): string => /^\[(.+)\]$/.exec(edtf)?.[1] ?? edtf;

/** Of one day among several, the first or last, and only about. */
const endOf = (edtf: string, which: 'first' | 'last'): string => {
  const [, first, last] = /^\[([\d-]+)\.\.([\d-]+)\]$/.exec(edtf) ?? [];
  return first && last ? `${which === 'first' ? first : last}~` : edtf;
};

/** Half a year, in days: further back a beginning without a year is not looked for. */
const HALF_A_YEAR = 184;

/** From one to the other. A beginning that says no year is the last before the end that is near it, or lies in its year. */
function interval(first: string, last: string, context: Context, inner: Inner): string[] {
  return inner(last, context).flatMap(to => {
    const end = readDate(endOf(to, 'last'));
    const published = end.ok && isDay(end.value.latest) ? end.value.latest : context.published;
    const from = inner(first, { ...context, published });
    return from.flatMap(one => {
      const begin = readDate(endOf(one, 'first'));
      const [start, stop] = [endOf(one, 'first'), endOf(to, 'last')];
      const plain = /\d{4}/.test(first) || !begin.ok || !end.ok || !isDay(begin.value.earliest) || !published;
      if (plain || daysFromTo(begin.value.earliest, published) <= HALF_A_YEAR) return [`${start}/${stop}`];
      return [`${published.slice(0, 4)}${start.slice(4)}/${stop}`];
    });
  });
}

const shape = (pattern: string): RegExp => new RegExp(`^${pattern}$`);

export const boundedDates: readonly DateRule[] = [
  [
    shape(`(?:in )?(?:(last|this|the past|the) )?${season}`),
    (m, context) => lastSeason(seasons[m[2]!]!, context, m[1] === 'this'),
  ],
  // today · yesterday · on Friday · last week · last month · about a month ago
  [/^(?:today|this (?:morning|afternoon|evening)|tonight)$/, (_, { published }) => (published ? [published] : [])],
  [/^(?:yesterday|last night)$/, (_, { published }) => (published ? [addDays(published, -1)] : [])],
  [shape(`(?:on |last |this |on last )?${weekday}`), (m, context) => lastWeekday(m[1]!, context)],
  [
    /^(?:on )?(?:the )?(\d{1,2})(?:st|nd|rd|th)$/,
    (m, { published }) => {
      for (let back = 0; published && back <= 62; back++) {
        const day = addDays(published, -back);
        if (Number(day.slice(8)) === Number(m[1])) return [day];
      }
      return [];
    },
  ],
  [
    /^(?:over |during )?(last|this|the) weekend$/,
    (_, context) => lastWeekday('saturday', context).map(first => `[${first}..${addDays(first, 1)}]`),
  ],
  [/^(?:earlier )?(last|this) week$/, (m, context) => weekAgo(m[1] === 'last' ? 1 : 0, context)],
  [/^(?:earlier )?(last|this) (month|year)$/, (m, context) => ago(m[1] === 'last' ? 1 : 0, m[2] as Unit, context)],
  [
    shape(`(?:about |around |some )?${count} (day|week|month|year)s? ago`),
    (m, context) => ago(figure(m[1]!), m[2] as Unit, context).map(edtf => (edtf.endsWith('~') ? edtf : `${edtf}~`)),
  ],
  // the past week · in the last 24 hours
  [
    shape(
      `(?:in |over |during |within )?(?:the )?(?:past (week|month|year)|(?:past|last) ${count} (hour|day|week|month|year)s?)`,
    ),
    (m, { published }) => {
      if (!published) return [];
      const times = m[1] ? 1 : figure(m[2]!);
      const unit = m[1] ?? m[3]!;
      const days = unit === 'hour' ? Math.ceil(times / 24) : times * (unit === 'week' ? 7 : 1);
      const months = times * (unit === 'year' ? 12 : 1);
      const from = /month|year/.test(unit) ? addMonths(published, -months) : addDays(published, -days);
      return [`[${from}..${published}]`];
    },
  ],
  // Nothing is known but that it had happened
  [
    /^(?:(?:date )?(?:unknown|not known|not given|undated)|no date|n\.? ?d\.?|\?+)$/,
    (_, { published }) => (published ? [`[..${published}]`] : []),
  ],
  // this or that · between this and that · the night of the 14th
  [
    /^between (.+) and (.+)$/,
    (m, context, inner) =>
      interval(m[1]!, m[2]!, context, inner).map(edtf => `[${edtf.replaceAll('~', '').replace('/', '..')}]`),
  ],
  [
    /^(?:either )?(.+?),? or (.+)$/,
    (m, context, inner) =>
      inner(m[1]!, context).flatMap(one => inner(m[2]!, context).map(other => `[${members(one)},${members(other)}]`)),
  ],
  [
    /^(?:(?:on |in |at |during )?(?:the )?(?:night|evening|morning|afternoon|dawn|eve|early hours|noon|midday|midnight)|overnight)(?: of| on| from|,)? (?:the )?(.+)$/,
    // A night from one day to the next is one, not both.
    (m, context, inner) => inner(m[1]!, context).map(edtf => edtf.replace(/^([\d-]+)\/([\d-]+)$/, '[$1..$2]')),
  ],
  [
    /^(?:on )?(.+?),?(?: in the| at)? (?:morning|afternoon|evening|night|dawn|noon|midday|midnight)$/,
    (m, context, inner) => inner(m[1]!, context),
  ],
  // since · before · until
  [
    /^(?:ongoing |going on )?(?:since|from) (.+?)(?: on| onwards?)?$/,
    (m, context, inner) => inner(m[1]!, context).map(edtf => `${edtf}/..`),
  ],
  [/^(.+) onwards?$/, (m, context, inner) => inner(m[1]!, context).map(edtf => `${edtf}/..`)],
  [/^before (.+)$/, (m, context, inner) => inner(m[1]!, context).flatMap(before)],
  [/^after (.+)$/, (m, context, inner) => inner(m[1]!, context).flatMap(after)],
  [
    /^(?:not? (?:before|earlier than)|on or after|at the earliest) (.+)$/,
    (m, context, inner) => inner(m[1]!, context).map(edtf => `[${edtf}..]`),
  ],
  [
    /^(?:not? later than|on or before|at the latest) (.+)$/,
    (m, context, inner) => inner(m[1]!, context).map(edtf => `[..${edtf}]`),
  ],
  [/^(?:until|by|up to) (.+)$/, (m, context, inner) => inner(m[1]!, context).map(edtf => `../${edtf}`)],
  // about · perhaps
  [
    /^(?:about|around|circa|c\.|ca\.?|approx(?:\.|imately)?|roughly|some time (?:around|in)|~) ?(.+)$/,
    (m, context, inner) => inner(m[1]!, context).map(edtf => marked(edtf, '~')),
  ],
  [
    /^(.+?),? \(?approx(?:\.|imate(?:ly)?)?\)?$/,
    (m, context, inner) => inner(m[1]!, context).map(edtf => marked(edtf, '~')),
  ],
  [
    /^(?:probably|possibly|perhaps|maybe|reportedly|allegedly|presumably|likely) (.+)$/,
    (m, context, inner) => inner(m[1]!, context).map(edtf => marked(edtf, '?')),
  ],
  [
    /^(.+?[^~?%])(?:,? \(?(?:unconfirmed|uncertain|tbc|unclear)\)?| ?\(\?\)| ?\?)$/,
    (m, context, inner) => inner(m[1]!, context).map(edtf => marked(edtf, '?')),
  ],
  // open ends in words, and intervals
  [/^(.+)\/(?:unknown|\?)$/, (m, context, inner) => inner(m[1]!, context).map(edtf => `${edtf}/`)],
  [/^(.+)\/(?:open|now|present|ongoing)$/, (m, context, inner) => inner(m[1]!, context).map(edtf => `${edtf}/..`)],
  [
    /^(?:from )?(.+?) ?(?:\/|–|—| - | to | until ) ?(.+)$/,
    (m, context, inner) =>
      /^(?:in )?(?:the )?winter.*\/\d+$|^\d+\/\d+\/\d+$/.test(m[0]) ? [] : interval(m[1]!, m[2]!, context, inner),
  ],
  [/^(.+?[a-z.\d])-([a-z].+|\d{1,2}[./].+)$/, (m, context, inner) => interval(m[1]!, m[2]!, context, inner)],
  // del 5 al 10 de junio · du 5 au 10 juin · 5 по 10 июня: the month is said once
  [
    /^(?:\p{L}+ )?(\d{1,2}) ?(?:al?|au|по|до|bis|à|[-–]) ?(\d{1,2} .+)$/u,
    (m, context, inner) =>
      inner(m[2]!, context).flatMap(to =>
        // A day of another calendar has another number here.
        isDayText(to) && Number(to.slice(8)) === Number.parseInt(m[2]!, 10)
          ? [`${to.slice(0, 8)}${m[1]!.padStart(2, '0')}/${to}`]
          : [],
      ),
  ],
];
