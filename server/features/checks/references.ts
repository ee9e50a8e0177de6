// Sources and events that are cited but nowhere defined, and ids that are used twice.
import { type Listed, ownKey } from '../../semantics/definitions';
import { definesEntry } from '../../semantics/entries';
import type { Fix } from '../../semantics/finding';
import { type Mention, mentionsIn } from '../../semantics/mentions';
import { fieldOf } from '../../syntax/tree';
import { eventTypes } from '../../syntax/vocabulary';
import { nearestWords } from '../../syntax/within';
import { insert, replace } from '../../text/edit';
import { orList, type Rule, type RuleFacts } from './rule';

interface Wanted {
  readonly topic: 'source' | 'event';
  readonly facts: RuleFacts;
  /** What is said where no id is near. */
  readonly otherwise: string;
  /** Ways out beside the nearest ids. */
  readonly more: (text: string) => readonly Fix[];
}

/** A mention of a source or an event that no block defines. */
const undefinedOf = ({ topic, facts, otherwise, more }: Wanted): Rule => ({
  ...facts,
  *check({ block, scope }) {
    const defined: Listed<unknown> = scope.definitions[`${topic}s`];
    const mentions = mentionsIn(block).filter(mention => mention.topic === topic && mention.role === 'use');
    const fieldOf = ({ field }: Mention) => field?.key.text;
    for (const mention of mentions) {
      const { text, span } = mention;
      if (defined.has(text)) continue;
      const near = nearestWords(text, defined.keys());
      // What the field names already would stand there twice.
      const there = mentions.filter(other => fieldOf(other) === fieldOf(mention)).map(other => other.text);
      yield {
        span,
        message: `No ${topic} “${text}” is defined.${near.length ? ` Did you mean ${orList(near)}?` : otherwise}`,
        fixes: () => [
          ...near
            .filter(id => !there.includes(id))
            .map(id => ({ title: `Change to “${id}”`, edits: [replace(span, id)] })),
          ...more(text),
        ],
      };
    }
  },
});

export const undefinedSource: Rule = undefinedOf({
  topic: 'source',
  facts: {
    code: 'source.undefined',
    severity: 'error',
    means: 'A source is cited that no `source` block of the workspace defines.',
    why: 'A claim can only be weighed when it is known who makes it.',
    example: 'event hill-taken\n  source: as-safir',
    instead:
      'Define the source with a `source` block; the fix puts one at the top of the file. Whom a source cites comes after the comma and needs no block: `as-safir, field commander`.',
  },
  otherwise: ' Add a `source` block for it.',
  // An id with spaces in it is likelier a line that went wrong.
  more: text =>
    /\s/.test(text)
      ? []
      : [{ title: `Define source “${text}”`, edits: [insert(0, `source ${text}\n  publisher: \n  published: \n\n`)] }],
});

export const undefinedEvent: Rule = undefinedOf({
  topic: 'event',
  facts: {
    code: 'event.undefined',
    severity: 'warning',
    means: 'An event is named that no `event` block of the workspace defines.',
    why: 'The link leads nowhere.',
    example: 'event hill-taken\n  part of: battle-of-qalamoun',
    instead: 'Correct the id, or add the event.',
  },
  otherwise: '',
  more: () => [],
});

/** The event types of the list, by their name in lower case. */
const listed = new Map(eventTypes.map(({ term }) => [term.toLowerCase(), term]));

export const duplicate: Rule = {
  code: 'id.duplicate',
  severity: 'error',
  means:
    'Two sources, events, places, groups or event types of the workspace have the same id or name, or an event type has that of one of the list.',
  why: 'A line that refers to the id could mean either.',
  example: 'source as-safir\n  publisher: As-Safir\nsource as-safir\n  publisher: Assafir',
  instead: 'Give each its own id or name, or make them one.',
  *check({ block, scope }) {
    if (!block.title?.text) return;
    const { kind, title } = block;
    if (kind === 'event type' && listed.has(title.text.toLowerCase())) {
      yield {
        span: title.span,
        message: `“${title.text}” is a type of the list already. Give your own another name, and say \`within: ${listed.get(title.text.toLowerCase())}\` if it is a kind of it.`,
      };
    }
    const { sources, events, types, names } = scope.definitions;
    const times =
      kind === 'source'
        ? sources.get(title.text)?.length
        : kind === 'event'
          ? events.get(title.text)?.length
          : kind === 'event type'
            ? types.get(title.text)?.length
            : names.get(ownKey(block))?.length;
    if ((times ?? 0) < 2) return;
    const id = definesEntry(block) && fieldOf(block, 'id');
    const own = kind === 'source' || kind === 'event' ? 'id' : 'name or id';
    yield {
      span: id ? id.valueSpan : title.span,
      message: id
        ? `Another ${kind} of the workspace has the id “${id.value}” too. Give each its own.`
        : `Another ${kind} of the workspace is also called “${title.text}”. Give each its own ${own}.`,
    };
  },
};

const nouns = { place: 'a place', actor: 'a group', person: 'a person' } as const;

export const unknownId: Rule = {
  code: 'id.unknown',
  severity: 'error',
  means: 'A name is pinned to an id that no gazetteer has, or to one of another kind.',
  why: 'An id in square brackets settles what a name means, so a slip in it may not be passed over.',
  example: 'event hill-taken\n  place: Dumeir [geonames:1]',
  instead: 'Take the id away, or pick one from the completion list, which has known ones.',
  *check({ block, scope }) {
    if (!scope.hasGazetteer) return;
    for (const { topic, id, span } of mentionsIn(block)) {
      if (id === undefined || (topic !== 'place' && topic !== 'actor')) continue;
      const entity = scope.gazetteer.byId(id);
      if (entity?.kind === topic) continue;
      const why = entity
        ? `is ${nouns[entity.kind]}, ${entity.name}, not ${nouns[topic]}`
        : 'is no id that is known here';
      yield { span, message: `“${id}” ${why}. Take the id away, or pick the right one from the list of names.` };
    }
  },
};
