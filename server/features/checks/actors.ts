// Groups that are known but hardly meant so: a person in a group's place, a name or a group that is not of that time.
import type { Alias, Entity } from '../../gazetteer/entity';
import { lightKey } from '../../gazetteer/fold';
import { genericActor } from '../../gazetteer/generic';
import { ledOn } from '../../gazetteer/nearestActor';
import { outside, timeOf } from '../../semantics/activity';
import { type DateValue, isDay } from '../../semantics/dates';
import { dayInWords } from '../../semantics/dateWords';
import { readingsOf } from '../../semantics/events';
import type { Fix } from '../../semantics/finding';
import { leaderIn } from '../../semantics/leaders';
import { namesOfEntry } from '../../semantics/meaning';
import type { Mention } from '../../semantics/mentions';
import { inWords, typeInWords, writeName } from '../../semantics/naming';
import type { Scope } from '../../semantics/scope';
import { replace } from '../../text/edit';
import type { Rule, Subject } from './rule';

/** Groups offered for one person. */
const MOST_GROUPS = 4;

export const leader: Rule = {
  code: 'actor.leader',
  severity: 'warning',
  means: 'A person stands where a group should, and is known to have led one.',
  why: 'An event belongs to a group; people lead several in their lives, and an export has no room for them.',
  example: 'event hill-taken\n  actor: Zahran Alloush as attacker',
  instead:
    'Take the group, by the fix, and name the person in a `note` or as the one whom the source cites. A person who acts alone is defined with an `actor` block.',
  *check({ reading, scope, uses }) {
    if (!scope.hasGazetteer) return;
    const date = dateOf(reading);
    for (const { mention, meaning } of uses) {
      if (mention.topic !== 'actor' || meaning.kind !== 'unknown' || mention.id !== undefined) continue;
      if (genericActor(mention.text)) continue;
      const person = leaderIn(mention.text, scope);
      if (!person) continue;
      const day = date && isDay(date.earliest) ? date.earliest : undefined;
      const exists = ({ entity }: (typeof person.groups)[number]) => !date || !outside(date, timeOf(entity));
      const then = person.groups.filter(({ led }) => ledOn(led, day));
      const fitting = [then.filter(exists), then, person.groups.filter(exists)].find(some => some.length > 0);
      const groups = [...new Set((fitting ?? person.groups).map(({ entity }) => entity))].slice(0, MOST_GROUPS);
      yield {
        span: mention.span,
        message: `${person.name} is known as leader of ${list(groups)}. An actor is a group: name it, and the person in a note.`,
        fixes: () => groups.map(group => change(mention, group, scope)),
      };
    }
  },
};

const list = (groups: readonly Entity[]): string => groups.map(({ name }) => name).join('; ');

const change = (mention: Mention, entity: Entity, scope: Scope, name?: string): Fix => ({
  title: `Change to “${name ?? entity.name}” (${[typeInWords(entity), inWords(entity).slice(entity.name.length + 2)].filter(Boolean).join(', ')})`,
  edits: [replace(mention.whole, name ?? writeName(entity, scope, mention.position))],
});

/** The event's date; undefined for a block that has none that can be read. */
function dateOf(reading: Subject['reading']): DateValue | undefined {
  const [first] = readingsOf(reading, 'date', 'date');
  return first?.date.ok ? first.date.value : undefined;
}

/** The groups that the actors of an event are, each with the name it goes by there, and the event's date. */
function* named({ block, reading, uses }: Subject) {
  const date = dateOf(reading);
  if (!date || block.kind !== 'event') return;
  for (const { mention, meaning } of uses) {
    if (mention.topic !== 'actor' || meaning.kind !== 'resolved') continue;
    yield { mention, date, entity: meaning.entity, alias: mention.id === undefined ? meaning.alias : mention.text };
  }
}

export const nameDate: Rule = {
  code: 'actor.name-date',
  severity: 'hint',
  means: 'The group is known, but this name of it was not in use on the date of the event.',
  why: 'Sources keep old names and use new ones for the past; a reader may take it for another group.',
  example: 'event hill-taken\n  date: 2013-05-01\n  actor: Jabhat Fatah al-Sham as attacker',
  instead: 'Nothing need be done where the source says so. The fix takes the name of that time.',
  *check(subject) {
    for (const { mention, date, entity, alias } of named(subject)) {
      // Most names have no dates.
      if (!entity.aliases.some(one => outside(date, one))) continue;
      const key = lightKey(alias);
      const [first, ...keys] = namesOfEntry(entity);
      const used = entity.aliases.filter((_, i) => keys[i] === key);
      if (!used.length || !used.every(one => outside(date, one)) || first === key) continue;
      const [{ from = '', to = '' }] = used as [Alias];
      const then = nameOn(entity, date);
      yield {
        span: mention.span,
        message: `${entity.name} was called “${alias}” ${years(from, to)}, not on the date of this event.`,
        fixes: () =>
          then === undefined ? [] : [change(mention, entity, subject.scope, then === entity.name ? undefined : then)],
      };
    }
  },
};

/** What a group was called on a date: a name with dates that fit, else its first name. */
function nameOn(entity: Entity, date: DateValue): string | undefined {
  const dated = entity.aliases.find(
    one => (one.from || one.to) && !outside(date, one) && /^[\p{Script=Latin}\P{L}]+$/u.test(one.text),
  );
  return dated?.text ?? entity.name;
}

function years(from: string, to: string): string {
  // A first or last day of a year only stands for the year.
  const said = (day: string) => (/-(01-01|12-31)$/.test(day) ? day.slice(0, 4) : dayInWords(day));
  if (!from) return `until ${said(to)}`;
  return to ? `from ${said(from)} to ${said(to)}` : `from ${said(from)} on`;
}

export const inactive: Rule = {
  code: 'actor.inactive',
  severity: 'hint',
  means: 'The event is more than a year before the group is known to have existed, or after.',
  why: 'The group may be another of the same name, or the year of the event a slip.',
  example: 'event hill-taken\n  date: 2005-05-01\n  actor: Jaysh al-Islam as attacker',
  instead: 'Check the date and the group. Nothing need be done where both are right.',
  *check(subject) {
    for (const { mention, date, entity } of named(subject)) {
      if (!outside(date, timeOf(entity))) continue;
      const { from = '', to = '' } = entity.active ?? {};
      yield {
        span: mention.span,
        message: `${entity.name} is known ${years(from, to)}, not on the date of this event.`,
      };
    }
  },
};
