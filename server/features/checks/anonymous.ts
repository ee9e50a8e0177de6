// Armed people without a name in an event whose own words name them.
import { genericActor } from '../../gazetteer/generic';
import { readingsOf } from '../../semantics/events';
import { replace } from '../../text/edit';
import { shift } from '../../text/span';
import type { Problem, Rule, Subject } from './rule';

const unnamed = 'unidentified armed group';
/** Kinds of group that such people may have been. */
const armed: readonly string[] = [
  'rebel group',
  'pro-government militia',
  'political militia',
  'identity militia',
  'criminal group',
  'private military company',
  'coalition',
];

const word = "(?:(?:a[dhlnrstz]|ash|el|ul)-)?\\p{Lu}[\\p{L}\\p{M}\\p{N}'’-]*";
/** Words in capitals, with small ones between. */
const capitals = new RegExp(`${word}(?:\\s+(?:(?:of|the|for|and|de|del|la|du|des|y)\\s+){0,2}${word}){0,5}`, 'gu');

/** A stretch of words in capitals, and its parts where two names may be joined in it. */
const namesIn = (words: string): readonly string[] => {
  const whole = words.replace(/\s+/g, ' ').replace(/^The /, '');
  const parts = whole.split(/ and (?:the )?/);
  return parts.length > 1 ? [whole, ...parts] : [whole];
};

/** A name of one word is likely something else, unless it is an acronym. */
const isTelling = (name: string): boolean => /\s/.test(name) || /^\p{Lu}{3,}$/u.test(name);

/** The armed groups that the event's own words speak of, by id, each as it is called there. */
function groupsNamed({ block, scope }: Subject): Map<string, string> {
  const found = new Map<string, string>();
  const isHome = (countries: readonly string[]) =>
    !scope.countries.length || countries.some(code => scope.countries.includes(code));
  for (const { key, value } of block.fields) {
    if (!/^(?:title|claim|note)$/.test(key.text)) continue;
    for (const [words] of value.matchAll(capitals)) {
      for (const name of namesIn(words)) {
        if (!isTelling(name) || genericActor(name)) continue;
        const meaning = scope.resolve('actor', name);
        if (meaning.kind !== 'resolved' || !armed.includes(meaning.entity.type)) continue;
        if (isHome(meaning.entity.countries)) found.set(meaning.entity.id, name);
      }
    }
  }
  return found;
}

export const anonymous: Rule = {
  blocks: ['event'],
  code: 'actor.anonymous',
  severity: 'hint',
  means:
    'The actor is armed people without a name, and the event’s own words name an armed group that is none of its actors.',
  why: 'What is known of a group is only found under its name.',
  example: 'event hill-taken\n  actor: gunmen as attacker\n  note: Residents say that they were of Jaysh al-Islam.',
  instead: 'Name the group if the source says that it was they. If it does not, nothing need be done.',
  *check(subject): Iterable<Problem> {
    const actors = readingsOf(subject.reading, 'actor');
    const generic = actors.find(({ actor }) => actor.kind === unnamed && actor.resolution === undefined);
    if (!generic) return;
    for (const [id, words] of groupsNamed(subject)) {
      if (actors.some(({ actor }) => actor.id === id)) continue;
      const { field, value } = generic;
      const name = shift(value.actor.name.span, field.valueSpan.start);
      yield {
        span: name,
        message: `The words of this event name “${words}”. If the source says that it was they, name them here.`,
        fixes: () => [{ title: `Change to “${words}”`, edits: [replace(name, words)] }],
      };
      return;
    }
  },
};
