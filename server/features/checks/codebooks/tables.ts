// What of an event has no room, or other room, in the tables of ACLED and UCDP. These speak only where a profile is chosen.
import { daysFromTo } from '../../../semantics/calendar';
import { figuresOf, total } from '../../../semantics/counts';
import { type DateValue, isDay } from '../../../semantics/dates';
import { readingsOf } from '../../../semantics/events';
import { datePrec, geoPrecision, rungOf, timePrecision } from '../../../semantics/precision';
import type { actorKinds } from '../../../syntax/vocabulary';
import { replace } from '../../../text/edit';
import { shift } from '../../../text/span';
import type { Problem, Rule, Subject } from '../rule';

const acled = 'report "R"\n  profile: acled\n';
const ucdp = 'report "R"\n  profile: ucdp\n';

const datesOf = ({ block, reading }: Subject) =>
  block.kind === 'event'
    ? readingsOf(reading, 'date', 'date').flatMap(({ field, date }) => (date.ok ? [{ field, date: date.value }] : []))
    : [];

export const date: Rule = {
  blocks: ['event'],
  code: 'acled.date',
  severity: 'warning',
  profile: 'acled',
  means: 'A date is vaguer than a month.',
  why: 'ACLED does not code such an event.',
  example: `${acled}event hill-taken\n  date: 2014-22`,
  instead:
    'Look for a closer date. The field may stay as it is; the event then stays out of a table in ACLED’s columns.',
  *check(subject): Iterable<Problem> {
    for (const { field, date } of datesOf(subject)) {
      if (timePrecision(date) === null)
        yield { span: field.valueSpan, message: 'ACLED codes no event that is dated so vaguely.' };
    }
  },
};

/** The days on each of which the date is true; 1 for one day among several, null where an end is open or vague. */
function days({ syntax, earliest, latest }: DateValue): number | null {
  if (syntax.kind === 'list') return syntax.members.every(({ from, to }) => from === to) ? syntax.members.length : null;
  if (syntax.kind !== 'interval' || !isDay(earliest) || !isDay(latest)) return 1;
  return daysFromTo(earliest, latest);
}

export const rows: Rule = {
  blocks: ['event'],
  code: 'acled.rows',
  severity: 'info',
  profile: 'acled',
  means: 'An event goes on for several days.',
  why: 'ACLED has a row for each day. Deaths are divided among them, the remainder to the first.',
  example: `${acled}event hill-besieged\n  date: 2014-11-10/2014-11-14\n  killed: 7`,
  instead: 'Nothing need be done. To say what happened on which day, write an event for each.',
  *check(subject): Iterable<Problem> {
    for (const { field, date } of datesOf(subject)) {
      const count = timePrecision(date) === null ? 1 : (days(date) ?? 1);
      if (count < 2) continue;
      const [killed] = readingsOf(subject.reading, 'count', 'killed');
      const dead = killed ? total(killed.parts).low : null;
      const share =
        dead && dead >= 1
          ? ` Of ${dead} deaths the first has ${Math.floor(dead / count) + (dead % count)}, each other ${Math.floor(dead / count)}.`
          : '';
      yield { span: field.valueSpan, message: `In ACLED these are ${count} rows, one a day.${share}` };
    }
  },
};

export const country: Rule = {
  blocks: ['event'],
  code: 'acled.place',
  severity: 'warning',
  profile: 'acled',
  means: 'The place is a whole country.',
  why: 'ACLED does not code such an event.',
  example: `${acled}place "Plainland"\n  kind: country\n  location: 35, 38\nevent unrest\n  place: Plainland`,
  instead: 'Look for a closer place: a province has the code 3.',
  *check({ block, reading }): Iterable<Problem> {
    if (block.kind !== 'event') return;
    for (const { field, place } of readingsOf(reading, 'place', 'place')) {
      if (rungOf(place) === null || geoPrecision(place) !== null) continue;
      yield { span: field.valueSpan, message: 'ACLED codes no event whose place is a whole country.' };
    }
  },
};

/** ACLED's figure for a word, by the least the word can mean. */
const wordFigure = (low: number): number => (low >= 100 ? 100 : low >= 12 ? 12 : 3);

export const words: Rule = {
  blocks: ['event'],
  code: 'acled.count',
  severity: 'hint',
  profile: 'acled',
  means: 'Deaths are counted by a word alone.',
  why: 'ACLED writes a figure for each such word: 12 for dozens, 100 for hundreds, 3 or 10 for several.',
  example: `${acled}event hill-shelled\n  killed: dozens`,
  instead: 'Leave the word if the source has no more; the export writes the figure. The fix puts it in.',
  *check({ reading }): Iterable<Problem> {
    for (const { field, parts } of readingsOf(reading, 'count', 'killed')) {
      for (const part of parts) {
        const { low, high } = figuresOf(part);
        if (part.word === null || low === null || low < 2 || low === high) continue;
        const figures = wordFigure(low) === 3 ? [3, 10] : [wordFigure(low)];
        const at = shift(part.span, field.valueSpan.start);
        const of = part.category ? ` ${part.category.text}` : '';
        yield {
          span: at,
          message: `ACLED counts “${part.word}” as ${figures.join(' or ')}.`,
          fixes: () =>
            figures.map(figure => ({
              title: `Change to “at least ${figure}”`,
              edits: [replace(at, `at least ${figure}${of}`)],
            })),
        };
      }
    }
  },
};

export const deaths: Rule = {
  blocks: ['event'],
  code: 'ucdp.deaths',
  severity: 'info',
  profile: 'ucdp',
  means: 'Nobody is known to have been killed.',
  why: 'UCDP has only events in which at least one person was killed.',
  example: `${ucdp}event hill-taken\n  type: Armed clash\n  killed: unknown`,
  instead: 'Nothing need be done; the event stays out of a table in UCDP’s columns.',
  *check({ block, reading }): Iterable<Problem> {
    if (block.kind !== 'event' || !block.title) return;
    const killed = readingsOf(reading, 'count', 'killed');
    if (
      killed.some(({ parts }) =>
        parts.some(part => Object.values(figuresOf(part)).some(figure => figure !== null && figure > 0)),
      )
    )
      return;
    yield { span: killed[0]?.field.valueSpan ?? block.title.span, message: 'UCDP has no event without a death.' };
  },
};

export const year: Rule = {
  blocks: ['event'],
  code: 'ucdp.date',
  severity: 'warning',
  profile: 'ucdp',
  means: 'A date goes beyond a calendar year, or has no end.',
  why: 'In UCDP an event lies within one year.',
  example: `${ucdp}event siege\n  date: 2013-12/2014-04`,
  instead: 'Write an event for each year.',
  *check(subject): Iterable<Problem> {
    for (const { field, date } of datesOf(subject)) {
      if (datePrec(date) !== null && date.earliest.slice(0, 4) === date.latest.slice(0, 4)) continue;
      yield {
        span: field.valueSpan,
        message: 'In UCDP an event lies within one calendar year. Write one for each year.',
      };
    }
  },
};

const unorganised = new Set<string>([
  'civilians',
  'protesters',
  'rioters',
] satisfies (typeof actorKinds)[number]['term'][]);

export const organised: Rule = {
  blocks: ['event'],
  code: 'ucdp.actors',
  severity: 'info',
  profile: 'ucdp',
  means: 'No organised actor takes part.',
  why: 'UCDP has only events in which a state or an organised group used armed force.',
  example: `${ucdp}event riot\n  type: Mob violence\n  actor: rioters as attacker`,
  instead: 'Name the group, if the source does. Otherwise the event stays out of a table in UCDP’s columns.',
  *check({ block, reading }): Iterable<Problem> {
    if (block.kind !== 'event' || !block.title) return;
    const actors = readingsOf(reading, 'actor');
    if (actors.some(({ actor: { kind } }) => kind === null || !unorganised.has(kind))) return;
    yield {
      span: actors[0]?.field.valueSpan ?? block.title.span,
      message: 'UCDP has no event without an organised actor.',
    };
  },
};
