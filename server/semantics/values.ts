// The value of a field, read by the rule of its kind; what cannot be read says why and where, and the field stays.
import {
  type ActorSyntax,
  type CountLine,
  type DatedName,
  type GradedSource,
  parse as grammar,
  type PlaceSyntax,
} from '../../grammar/qalam.peggy';
import { type Field, linesOf } from '../syntax/tree';
import type { FieldSpec } from '../syntax/vocabulary';
import { detached } from '../text/detached';
import { Recent } from '../text/recent';
import { type Span, span } from '../text/span';

/** Spans inside a value count from the value's start. */
export type Value =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'date'; readonly text: string }
  | { readonly kind: 'place'; readonly place: PlaceSyntax }
  | { readonly kind: 'actor'; readonly actor: ActorSyntax }
  | { readonly kind: 'count'; readonly count: CountLine }
  | { readonly kind: 'source'; readonly source: GradedSource }
  | { readonly kind: 'names'; readonly names: readonly DatedName[] }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unreadable'; readonly at: Span; readonly message: string };

/** Longest value with a grammar of its own; longer ones are told so instead of read. */
const LONGEST = 4000;

/** The value of a field under what the vocabulary says of it; text when the vocabulary does not know the field. */
export function valueOfField(field: Field, spec: FieldSpec | undefined): Value {
  const text = field.value;
  if (!text.trim()) return { kind: 'empty' };
  if (spec?.value === 'text') return { kind: 'text', text: linesOf(field).join('\n') };
  if (text.length > LONGEST)
    return unreadable(0, LONGEST, `This value is too long (${text.length} characters, at most ${LONGEST}).`);
  switch (spec?.value) {
    case 'date':
      return { kind: 'date', text: text.trim() };
    case 'place':
      return attempt(
        'Place',
        text,
        place => ({ kind: 'place', place }),
        'Write a place as a name, as coordinates, or relative to a name: `4 km NE of Dumeir`.',
      );
    case 'actor':
      return attempt(
        'Actor',
        text,
        actor => ({ kind: 'actor', actor }),
        'Write an actor as a name and a role: `Syrian army as attacker`.',
      );
    case 'count':
      return attempt(
        'Count',
        text,
        count => ({ kind: 'count', count }),
        'Write a count as a figure (`3`), a range (`3..7`), `~20`, `at least 5`, `dozens` or `unknown`. Of several, each says whom it counts: `2 civilians, 5 soldiers`.',
      );
    case 'source':
      return attempt(
        'Source',
        text,
        source => ({ kind: 'source', source }),
        'Write the id of a source and, after a comma, whom it cites; a grade goes last, in brackets: `(C3)`.',
      );
    case 'names':
    case 'countries':
    case 'events':
    case 'privacy':
      return attempt(
        'Names',
        text,
        names => ({ kind: 'names', names }),
        'Write names separated by commas; put a name with a comma in double quotes.',
      );
    default:
      return { kind: 'text', text: text.replace(/\s+/g, ' ').trim() };
  }
}

type ValueRule = 'Place' | 'Actor' | 'Count' | 'Source' | 'Names';

/** Of each rule, so many values at least: the same few places and groups fill most of a long report. */
const MOST_ALIKE = 2048;
const alike: Readonly<Record<ValueRule, Recent<string, Value>>> = {
  Place: new Recent(MOST_ALIKE),
  Actor: new Recent(MOST_ALIKE),
  Count: new Recent(MOST_ALIKE),
  Source: new Recent(MOST_ALIKE),
  Names: new Recent(MOST_ALIKE),
};

function attempt<Rule extends ValueRule>(
  rule: Rule,
  text: string,
  make: (syntax: ReturnType<typeof grammar<Rule>>) => Value,
  hint: string,
): Value {
  const known = alike[rule];
  let value = known.get(text);
  if (!value) {
    // In memory of its own, or it would keep the whole file that it was cut from.
    const own = detached(text);
    value = attemptAnew(rule, own, make, hint);
    known.set(own, value);
  }
  return value;
}

function attemptAnew<Rule extends ValueRule>(
  rule: Rule,
  text: string,
  make: (syntax: ReturnType<typeof grammar<Rule>>) => Value,
  hint: string,
): Value {
  try {
    return make(grammar(text, { startRule: rule }));
  } catch (error) {
    const offset = (error as { location?: { start: { offset: number } } }).location?.start.offset ?? 0;
    return unreadable(Math.min(offset, text.trimEnd().length - 1), text.trimEnd().length, hint);
  }
}

const unreadable = (start: number, end: number, message: string): Value => ({
  kind: 'unreadable',
  at: span(start, end),
  message,
});
