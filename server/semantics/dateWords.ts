// A date in plain English words, for hovers: “one day between 10 and 14 November 2014”.
import type { EdtfMember, EdtfSingle, EdtfSyntax } from '../../grammar/edtf.peggy';
import { partsOf } from './calendar';
import type { Bound, DateValue } from './dates';

export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const seasonNames = ['spring', 'summer', 'autumn', 'winter'];

/** `14 November 2014`; a bound that is no day as a word. */
export function dayInWords(bound: Bound): string {
  if (bound === 'open' || bound === 'unknown') return bound;
  const [year, month, day] = partsOf(bound);
  return `${day} ${monthNames[month - 1]} ${year}`;
}

/** What the date says. */
export function dateInWords({ syntax }: DateValue): string {
  return phrase(syntax);
}

/** The days it covers, when that is not plain from the words. */
export function boundsInWords({ syntax, earliest, latest }: DateValue): string {
  if (earliest === latest) return '';
  if (
    syntax.kind === 'interval' &&
    earliest !== 'open' &&
    latest !== 'open' &&
    earliest !== 'unknown' &&
    latest !== 'unknown'
  ) {
    return `${dayInWords(earliest)} to ${dayInWords(latest)}`;
  }
  const from =
    earliest === 'open'
      ? 'no first day given'
      : earliest === 'unknown'
        ? 'first day not known'
        : `${dayInWords(earliest)} at the earliest`;
  const to =
    latest === 'open'
      ? 'no last day given'
      : latest === 'unknown'
        ? 'last day not known'
        : `${dayInWords(latest)} at the latest`;
  return `${from}, ${to}`;
}

function phrase(syntax: EdtfSyntax): string {
  switch (syntax.kind) {
    case 'day':
    case 'season':
      return single(syntax);
    case 'interval': {
      const { from, to } = syntax;
      if (typeof from === 'string')
        return `up to ${typeof to === 'string' ? to : single(to)}${from === 'open' ? '' : ', beginning not known'}`;
      if (to === 'open') return `from ${single(from)} on, still going on`;
      if (to === 'unknown') return `from ${single(from)} on, end not known`;
      return isWholeDay(from) && isWholeDay(to as EdtfSingle)
        ? `every day from ${pair(from, to as EdtfSingle, 'to')}`
        : `from ${pair(from, to as EdtfSingle, 'to')}, all the time`;
    }
    case 'set':
      return oneOf(syntax.members);
    case 'list':
      return syntax.members.map(member).join(' and ');
  }
}

const isWholeDay = (date: EdtfSingle): boolean => date.kind === 'day' && /^\d+$/.test(date.day ?? '');

/** `10 and 14 November 2014`: what both have in common is said once. */
function pair(from: EdtfSingle, to: EdtfSingle, word: 'and' | 'to'): string {
  const [first, last] = [single(from).split(' '), single(to).split(' ')];
  let shared = 0;
  // Doubts are said of each.
  if (![from, to].some(({ approximate, uncertain }) => approximate || uncertain))
    while (shared < first.length - 1 && first.length === last.length && first.at(-1 - shared) === last.at(-1 - shared))
      shared++;
  return `${first.slice(0, first.length - shared).join(' ')} ${word} ${last.join(' ')}`;
}

/** One of a set: `one day between 10 and 14 November 2014`. */
function oneOf(members: readonly EdtfMember[]): string {
  const [only] = members;
  const allDays = members.every(({ from, to }) => [from, to].every(end => end === 'open' || isWholeDay(end)));
  const once = allDays ? 'one day' : 'once';
  if (only && members.length === 1 && only.from !== 'open' && only.to !== 'open' && !isSame(only))
    return `${once} between ${pair(only.from, only.to, 'and')}`;
  return `${once}${members.length > 1 ? ',' : ''} ${members.map(member).join(' or ')}`;
}

/** A day is a day on which, anything longer a time in which. */
const on = (date: EdtfSingle): string => `${isWholeDay(date) ? 'on' : 'in'} ${single(date)}`;

const isSame = ({ from, to }: EdtfMember): boolean => JSON.stringify(from) === JSON.stringify(to);

function member({ from, to }: EdtfMember): string {
  if (from === 'open') return `${on(to as EdtfSingle)} or before`;
  if (to === 'open') return `${on(from)} or after`;
  return isSame({ from, to }) ? single(from) : pair(from, to, 'to');
}

function single(date: EdtfSingle): string {
  const doubt =
    date.uncertain && date.approximate
      ? 'perhaps about '
      : date.approximate
        ? 'about '
        : date.uncertain
          ? 'perhaps '
          : '';
  if (date.kind === 'season') return `${doubt}${season(date.year, date.code)}`;
  const month = date.month && !date.month.includes('X') ? monthNames[Number(date.month) - 1]! : '';
  const year = date.year.includes('X') ? `a year ${date.year}` : date.year;
  const day = date.day && !date.day.includes('X') ? Number(date.day) : null;
  if (!date.month) return doubt + year;
  if (!month) return `${doubt}${day === null ? '' : `day ${day} of `}some month of ${year}`;
  if (date.year.includes('X') && day !== null) return `${doubt}${day} ${month} of ${year}`;
  if (!date.day) return `${doubt}${month} ${year}`;
  return date.day.includes('X')
    ? `${doubt}some day of ${month} ${year}`
    : `${doubt}${Number(date.day)} ${month} ${year}`;
}

function season(year: number, code: number): string {
  if (code >= 40) return `${code === 40 ? 'first' : 'second'} half of ${year}`;
  if (code >= 37) return `${['January to April', 'May to August', 'September to December'][code - 37]} ${year}`;
  if (code >= 33) return `quarter ${code - 32} of ${year}`;
  const where = code >= 29 ? ' (southern hemisphere)' : code >= 25 ? ' (northern hemisphere)' : '';
  return `${seasonNames[(code - 21) % 4]} ${year}${where}`;
}
