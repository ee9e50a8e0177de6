// Dates that cannot be read or cannot be, and events that their own sources could not yet have known of.

import type { DatedName } from '../../../grammar/qalam.peggy';
import { isHijriYear, isLunar, isReversed, suggestDates, suggestReversed } from '../../semantics/dateSuggestions';
import { isDay, readDate } from '../../semantics/dates';
import { dayInWords } from '../../semantics/dateWords';
import { dateContext, readingsOf } from '../../semantics/events';
import { valueOfField } from '../../semantics/values';
import { fieldSpec } from '../../syntax/vocabulary';
import { replace } from '../../text/edit';
import { shift } from '../../text/span';
import { published } from './published';
import { orList, type Problem, type Rule, type Subject } from './rule';

const MOON = ' The day is known to within one: a Hijri month begins when the new moon is seen.';

function* problems(subject: Subject, wanted: 'not edtf' | 'impossible' | 'reversed'): Iterable<Problem> {
  for (const { field, date, value } of readingsOf(subject.reading, 'date')) {
    if (date.ok || date.problem !== wanted || value.kind !== 'date') continue;
    const context = dateContext(subject.reading, subject.scope);
    const near =
      wanted === 'reversed' ? turned(value.text).filter(one => !isHijriYear(one)) : suggestDates(value.text, context);
    const backwards = wanted === 'not edtf' && !near.length ? suggestReversed(value.text, context).flatMap(turned) : [];
    const hint = backwards.length
      ? ' It ends before it begins: check the two days.'
      : near.length
        ? ` Did you mean ${orList(near.slice(0, 3))}?${near[0]!.includes('~') && isLunar(value.text) ? MOON : ''}`
        : wanted === 'not edtf'
          ? ' Write it as `2014-11-14`, `2014-11` or `2014-11-10/2014-11-14`.'
          : '';
    yield {
      span: field.valueSpan,
      message: date.message + hint,
      fixes: () => [
        ...near.map((edtf, i) => ({
          title: `Change to ${edtf}`,
          edits: [replace(field.valueSpan, edtf)],
          ...(i === 0 && near.length === 1 && { preferred: true as const }),
        })),
        ...backwards.map(edtf => ({
          title: `Change to ${edtf}, with the two ends swapped`,
          edits: [replace(field.valueSpan, edtf)],
        })),
      ],
    };
  }
}

/** The same date with the two ends of each reversed interval swapped, if that makes it a date. */
function turned(text: string): string[] {
  const inSets = text.replace(/([^,{}[\]]+)\.\.([^,{}[\]]+)/g, (whole, from: string, to: string) =>
    isReversed(`[${from.trim()}..${to.trim()}]`) ? `${to.trim()}..${from.trim()}` : whole,
  );
  const [from, to, ...more] = inSets.split('/');
  const result =
    from !== undefined && to !== undefined && !more.length && isReversed(inSets)
      ? `${to.trim()}/${from.trim()}`
      : inSets;
  return readDate(result).ok ? [result] : [];
}

export const edtf: Rule = {
  code: 'date.edtf',
  severity: 'error',
  means: 'A date is not written in EDTF. Bare days take their year from the source’s publication.',
  why: 'A date in words means different days to different readers.',
  example: 'source as-safir\n  published: 2014-11-20\nevent hill-taken\n  date: 14 Nov\n  source: as-safir',
  instead:
    'Take the date that the fix offers. A day without a year is the last such day before publication; where day and month could be confused (`03/04/2014`), both are offered. Two days in the wrong order are not put in order without being asked.',
  check: subject => problems(subject, 'not edtf'),
};

export const impossible: Rule = {
  code: 'date.impossible',
  severity: 'error',
  means: 'A month or a day does not exist: there is no thirteenth month and no 30 February.',
  why: 'One of its figures is a slip.',
  example: 'event hill-taken\n  date: 2014-02-30',
  instead: 'Correct the day or the month.',
  check: subject => problems(subject, 'impossible'),
};

export const reversed: Rule = {
  code: 'date.reversed',
  severity: 'error',
  means: 'An interval ends before it begins.',
  why: 'Nothing can happen on any day of it.',
  example: 'event hill-taken\n  date: 2014-06/2014-04',
  instead: 'Swap the two ends; the fix does.',
  check: subject => problems(subject, 'reversed'),
};

export const calendar: Rule = {
  blocks: ['event', 'source', 'report'],
  code: 'date.calendar',
  severity: 'warning',
  means: 'A date lies in the years 1300 to 1499, which are those of today in the Hijri calendars.',
  why: 'EDTF counts by the Gregorian calendar, and an event of 1403 would be six centuries away.',
  example: 'event hill-taken\n  date: 1403-01-12',
  instead:
    'Take the day that a fix offers: by the sun, as in Iran and Afghanistan, or by the moon. Where the year is a slip, correct it.',
  *check(subject) {
    for (const { field, date, value } of readingsOf(subject.reading, 'date')) {
      if (!date.ok || value.kind !== 'date' || !isHijriYear(value.text)) continue;
      const context = dateContext(subject.reading, subject.scope);
      const near = suggestDates(value.text, context).filter(one => !isHijriYear(one));
      yield {
        span: field.valueSpan,
        message: `This is six centuries ago: EDTF counts by the Gregorian calendar. ${near.length ? `Did you mean ${orList(near)}?` : 'Write the Gregorian date.'}`,
        fixes: () => near.map(one => ({ title: `Change to ${one}`, edits: [replace(field.valueSpan, one)] })),
      };
    }
  },
};

export const afterPublication: Rule = {
  blocks: ['event'],
  code: 'date.published',
  severity: 'error',
  imported: 'warning',
  means: 'An event is dated after every source that it cites was published.',
  why: 'No source can tell of what has not happened yet.',
  example: 'source as-safir\n  published: 2014-11-20\nevent hill-taken\n  date: 2015-11-14\n  source: as-safir',
  instead:
    'Usually the year is wrong, or a later source is missing. An event that a source announces is of the type `Statement`, dated when the statement was made.',
  *check(subject) {
    const last = published(subject);
    if (!last || subject.block.kind !== 'event') return;
    for (const { field, date } of readingsOf(subject.reading, 'date', 'date')) {
      if (!date.ok || !isDay(date.value.earliest) || date.value.earliest <= last) continue;
      yield {
        span: field.valueSpan,
        message: `This is after ${dayInWords(last)}, when the last of its sources was published. Check the year, or cite a later source.`,
      };
    }
  },
};

export const validity: Rule = {
  blocks: ['place', 'actor'],
  code: 'date.validity',
  severity: 'error',
  means: 'The interval after a name, which says when the name was in use, is no date in EDTF.',
  why: 'When a name was in use decides which group it means on a day.',
  example: 'actor "Jaysh al-Islam"\n  formerly: Liwa al-Islam (2011/2013-13)',
  instead: 'Write the interval in EDTF: `(2011/2013-09)`.',
  *check({ block }) {
    for (const field of block.fields) {
      const value = valueOfField(field, fieldSpec(block.kind, field.key.text));
      if (value.kind !== 'names') continue;
      for (const { validity } of value.names as readonly DatedName[]) {
        const reading = validity && readDate(validity.text);
        if (reading && !reading.ok)
          yield { span: shift(validity.span, field.valueSpan.start), message: reading.message };
      }
    }
  },
};
