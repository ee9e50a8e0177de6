// Names of places and groups that nobody knows, or that several share.
import type { Entity, EntityKind, Match, Resolution } from '../../gazetteer/entity';
import { genericActor } from '../../gazetteer/generic';
import type { Fix } from '../../semantics/finding';
import { leaderIn } from '../../semantics/leaders';
import type { Mention } from '../../semantics/mentions';
import { contradicts, inWords, typeInWords, writeName, writtenName } from '../../semantics/naming';
import { newEntry } from '../../semantics/newEntry';
import type { Scope } from '../../semantics/scope';
import type { Block } from '../../syntax/tree';
import { insert, replace } from '../../text/edit';
import { orList, type Rule, type Subject } from './rule';

/** The uses of places or groups that mean nothing, or several things; generic actors and places told by where they lie are left out. */
function* unresolved({ uses, scope }: Subject, kind: EntityKind): Iterable<readonly [Mention, Resolution]> {
  if (!scope.hasGazetteer) return; // without one every name would be unknown
  for (const { mention, meaning } of uses) {
    if (mention.topic !== kind || meaning.kind === 'resolved') continue;
    const excused = kind === 'actor' ? genericActor(mention.text) || leaderIn(mention.text, scope) : mention.located;
    if (excused) continue;
    yield [mention, meaning];
  }
}

interface Facts {
  readonly why: string;
  readonly example: string;
  readonly instead: string;
}

const ofUnknown: Readonly<Record<EntityKind, Facts>> = {
  place: {
    why: 'What has no place on the map is lost to every map and every count by area.',
    example: 'event hill-taken\n  place: Umm Rumanah slope',
    instead:
      'Take one of the nearest names, keep the spelling and pin it to an id, or define the place with a `place` block.',
  },
  actor: {
    why: 'Events of a group can only be found together when its name is known.',
    example: 'event hill-taken\n  actor: Jaysh al-Islamm as attacker',
    instead:
      'Take one of the nearest names or define the group with an `actor` block. Someone whom the source does not name is a generic actor, `unidentified armed group`.',
  },
};

const ofAmbiguous: Readonly<Record<EntityKind, Facts>> = {
  place: {
    why: 'The wrong namesake moves an event by hundreds of kilometres.',
    example: 'report "A hill changes hands"\n  country: Syria\nevent hill-taken\n  place: ‘Ayn at Tīnah',
    instead: 'Say which one is meant by division, country or id: `Nasiriyah (Rif Dimashq)`. The fixes do.',
  },
  actor: {
    why: 'Namesakes may be enemies.',
    example:
      'actor "Plain Lions"\n  kind: rebel group\nactor "plain lions"\n  kind: political militia\n  id: x:lions-2\nevent hill-taken\n  actor: Plain Lions as attacker',
    instead: 'Add the id: `Army of Islam [qalam:jaysh-al-islam]`. The fixes do.',
  },
};

const article = { place: 'a', actor: 'an' } as const;
const noun = { place: 'place', actor: 'group' } as const;

const unknown = (kind: EntityKind): Rule => ({
  code: `${kind}.unknown`,
  severity: 'warning',
  means: `No gazetteer and no block of the workspace knows a ${noun[kind]} of that name. It is exported as written.`,
  ...ofUnknown[kind],
  *check(subject) {
    for (const [mention, resolution] of unresolved(subject, kind)) {
      if (resolution.kind !== 'unknown') continue;
      const near = subject.scope
        .nearestIfKnown(kind, mention.text, mention.qualifier)
        .filter(match => isLikely(match, subject.scope))
        .slice(0, 2);
      const meant = near.length ? ` Did you mean ${orList(near.map(({ entity }) => inWords(entity)))}?` : '';
      const ending = near.length ? '' : ` Check the spelling, or define it with ${article[kind]} \`${kind}\` block.`;
      yield {
        span: mention.span,
        message: `No ${noun[kind]} called “${mention.text}” is known${elsewhere(mention, kind, subject)}.${meant}${ending}`,
        fixes: () => unknownFixes(mention, kind, subject),
      };
    }
  },
});

/** ` in “X”` where only that speaks against a name that is known. */
const elsewhere = ({ text, qualifier }: Mention, kind: EntityKind, { scope }: Subject): string =>
  qualifier !== undefined && scope.resolve(kind, text).kind !== 'unknown' ? ` in “${qualifier}”` : '';

/** Below this a name is worth offering as a fix, not worth a word in a message; abroad it must be nearly the same. */
const LIKELY = 0.5;
const LIKELY_ABROAD = 0.85;

const isLikely = ({ entity, score }: Match, { countries }: Scope): boolean =>
  score >= LIKELY &&
  (score > LIKELY_ABROAD || !countries.length || entity.countries.some(code => countries.includes(code)));

function unknownFixes(mention: Mention, kind: EntityKind, subject: Subject): Fix[] {
  const { scope, block } = subject;
  const near = scope.nearest(kind, mention.text, mention.qualifier);
  const { qualifier } = mention;
  const best = near.find(({ entity }) => qualifier === undefined || !contradicts(qualifier, entity));
  return [
    ...near.map((match, i) => change(mention, match, scope, i === 0 && match.score > 0.8)),
    ...(best && mention.position !== 'names'
      ? [
          {
            title: `Keep “${mention.text}” and pin it to ${inWords(best.entity)}`,
            edits: [replace(mention.whole, pinned(mention, block, best.entity.id))],
          },
        ]
      : []),
    ...define(mention, kind, subject),
  ];
}

/** The name as the author wrote it, quotes and qualifier included, with an id. */
const pinned = ({ span, qualifier }: Mention, { source }: Block, id: string): string =>
  `${source.slice(span.start, span.end)}${qualifier === undefined ? '' : ` (${qualifier})`} [${id}]`;

const change = (mention: Mention, { entity }: Match, scope: Scope, preferred: boolean): Fix => ({
  title: `Change to “${entity.name}” (${[typeInWords(entity), inWords(entity).slice(entity.name.length + 2)].filter(Boolean).join(', ')})`,
  edits: [replace(mention.whole, writeName(entity, scope, mention.position))],
  ...(preferred && { preferred: true }),
});

/** A block for the name, after the block that uses it. */
function define(mention: Mention, kind: EntityKind, { scope, block }: Subject): Fix[] {
  const entry = newEntry(mention, kind, scope);
  return entry
    ? [
        {
          title: `Define ${noun[kind]} “${entry.name}”`,
          edits: [insert(block.source.length, `\n${entry.lines.join('\n')}\n`)],
        },
      ]
    : [];
}

const ambiguous = (kind: EntityKind): Rule => ({
  code: `${kind}.ambiguous`,
  severity: 'warning',
  means: `Several ${noun[kind]}s share the name, and nothing tells which one is meant.`,
  ...ofAmbiguous[kind],
  *check(subject) {
    for (const [mention, resolution] of unresolved(subject, kind)) {
      if (resolution.kind !== 'ambiguous') continue;
      const named = resolution.candidates.slice(0, 3).map(({ entity }) => inWords(entity));
      const more = resolution.candidates.length > 3 ? ', …' : '';
      yield {
        span: mention.span,
        message: `“${mention.text}” could be ${named.join('; ')}${more}. Say which: add the division or country in brackets, or an id.`,
        fixes: () => resolution.candidates.slice(0, 8).flatMap(({ entity }) => settle(mention, entity, subject)),
      };
    }
  },
});

/** Keeps the author's spelling and says which namesake is meant; none where the position has no room for that. */
function settle(mention: Mention, entity: Entity, { scope, block }: Subject): Fix[] {
  const quoted = block.source[mention.span.start] === '"';
  const written = writtenName(entity, scope, mention.position, mention.text, quoted);
  return written === undefined
    ? []
    : [
        {
          title: `It is ${inWords(entity)} (${typeInWords(entity)})`,
          edits: [replace(mention.whole, written)],
        },
      ];
}

export const unknownPlace: Rule = unknown('place');
export const unknownActor: Rule = unknown('actor');
export const ambiguousPlace: Rule = ambiguous('place');
export const ambiguousActor: Rule = ambiguous('actor');
