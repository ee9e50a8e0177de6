// Names of places and groups that nobody knows, or that several share.
import type { EntityKind, Match, Resolution } from '../../gazetteer/entity';
import type { Fix } from '../../semantics/finding';
import { genericActor } from '../../semantics/generic';
import { meaningOf } from '../../semantics/meaning';
import { type Mention, mentionsIn } from '../../semantics/mentions';
import { inWords, typeInWords, writeName } from '../../semantics/naming';
import type { Scope } from '../../semantics/scope';
import { insert, replace } from '../../text/edit';
import { orList, type Problem, type Rule, type Subject } from './rule';

/** The uses of places or groups in a block with what they mean; generic actors and places told by where they lie are left out. */
function* uses({ block, scope }: Subject, kind: EntityKind): Iterable<readonly [Mention, Resolution]> {
  if (!scope.hasGazetteer) return; // without one every name would be unknown
  for (const mention of mentionsIn(block)) {
    if (mention.topic !== kind || mention.role !== 'use') continue;
    const resolution = meaningOf(mention, scope);
    const excused = kind === 'actor' ? genericActor(mention.text) : mention.located;
    if (resolution.kind === 'resolved' || excused) continue;
    yield [mention, resolution];
  }
}

const article = { place: 'a', actor: 'an' } as const;
const noun = { place: 'place', actor: 'group' } as const;

const unknown = (kind: EntityKind): Rule => ({
  code: `${kind}.unknown`,
  severity: 'warning',
  means: `No gazetteer and no block of the workspace knows a ${noun[kind]} of that name. It is exported as written.`,
  *check(subject) {
    for (const [mention, resolution] of uses(subject, kind)) {
      if (resolution.kind !== 'unknown') continue;
      const near = subject.scope.nearestIfKnown(kind, mention.text, mention.qualifier).slice(0, 2);
      const meant = near.length ? ` Did you mean ${orList(near.map(({ entity }) => inWords(entity)))}?` : '';
      const ending = near.length ? '' : ` Check the spelling, or define it with ${article[kind]} \`${kind}\` block.`;
      yield {
        span: mention.span,
        message: `No ${noun[kind]} called “${mention.text}” is known.${meant}${ending}`,
        fixes: () => unknownFixes(mention, kind, subject),
      };
    }
  },
});

function unknownFixes(mention: Mention, kind: EntityKind, { scope, block }: Subject): Fix[] {
  const near = scope.nearest(kind, mention.text, mention.qualifier);
  const best = near[0];
  return [
    ...near.map((match, i) => change(mention, match, scope, i === 0 && match.score > 0.8)),
    ...(best && !mention.id
      ? [
          {
            title: `Keep “${mention.text}” and pin it to ${inWords(best.entity)}`,
            edits: [insert(mention.span.end, ` [${best.entity.id}]`)],
          },
        ]
      : []),
    define(mention, kind, block.source.length),
  ];
}

const change = (mention: Mention, { entity }: Match, scope: Scope, preferred: boolean): Fix => ({
  title: `Change to “${entity.name}” (${[typeInWords(entity), inWords(entity).slice(entity.name.length + 2)].filter(Boolean).join(', ')})`,
  edits: [replace(mention.span, writeName(entity, scope))],
  ...(preferred && { preferred: true }),
});

/** A block for the name, after the block that uses it. */
const define = ({ text }: Mention, kind: EntityKind, at: number): Fix => ({
  title: `Define ${noun[kind]} “${text}”`,
  edits: [insert(at, `\n${kind} "${text}"\n  kind: \n${kind === 'place' ? '  location: \n' : ''}`)],
});

const ambiguous = (kind: EntityKind): Rule => ({
  code: `${kind}.ambiguous`,
  severity: 'warning',
  means: `Several ${noun[kind]}s share the name, and nothing tells which one is meant.`,
  *check(subject) {
    for (const [mention, resolution] of uses(subject, kind)) {
      if (resolution.kind !== 'ambiguous') continue;
      const named = resolution.candidates.slice(0, 3).map(({ entity }) => inWords(entity));
      const more = resolution.candidates.length > 3 ? ', …' : '';
      yield {
        span: mention.span,
        message: `“${mention.text}” could be ${named.join('; ')}${more}. Say which: add the division or country in brackets, or an id.`,
        fixes: () =>
          resolution.candidates
            .slice(0, 8)
            .map(({ entity }) =>
              pin(
                mention,
                entity.id,
                `${inWords(entity)} (${typeInWords(entity)})`,
                writeName(entity, subject.scope, mention.text),
              ),
            ),
      };
    }
  },
});

/** Keeps the author's spelling and says which namesake is meant. */
const pin = (mention: Mention, id: string, label: string, written: string): Fix => ({
  title: `It is ${label}`,
  edits: [replace(mention.span, written.endsWith(')') || written.endsWith(']') ? written : `${mention.text} [${id}]`)],
});

export const unknownPlace: Rule = unknown('place');
export const unknownActor: Rule = unknown('actor');
export const ambiguousPlace: Rule = ambiguous('place');
export const ambiguousActor: Rule = ambiguous('actor');

export const coordinates: Rule = {
  code: 'place.coordinates',
  severity: 'error',
  means: 'Coordinates lie outside the globe: latitude goes from −90 to 90, longitude from −180 to 180, latitude first.',
  *check({ reading }): Iterable<Problem> {
    for (const one of reading.fields) {
      if (one.kind !== 'place' || one.value.place.relation !== 'point') continue;
      const { latitude, longitude } = one.value.place;
      if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) continue;
      const swapped = Math.abs(latitude) <= 180 && Math.abs(longitude) <= 90;
      yield {
        span: one.field.valueSpan,
        message: `No such point on Earth: latitude goes from −90 to 90 and longitude from −180 to 180.${swapped ? ' Are the two swapped?' : ''}`,
        fixes: () =>
          swapped
            ? [
                {
                  title: 'Swap latitude and longitude',
                  edits: [replace(one.field.valueSpan, `${longitude}, ${latitude}`)],
                  preferred: true,
                },
              ]
            : [],
      };
    }
  },
};
