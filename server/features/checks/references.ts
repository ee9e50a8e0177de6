// Sources and events that are cited but nowhere defined, and ids that are used twice.
import { lightKey } from '../../gazetteer/fold';
import { type Mention, mentionsIn } from '../../semantics/mentions';
import { nearestWords } from '../../syntax/within';
import { insert, replace } from '../../text/edit';
import { orList, type Rule } from './rule';

export const undefinedSource: Rule = {
  code: 'source.undefined',
  severity: 'error',
  means: 'A source is cited that no `source` block of the workspace defines.',
  why: 'A claim can only be weighed when it is known who makes it.',
  example: 'event hill-taken\n  source: as-safir',
  instead:
    'Define the source with a `source` block; the fix puts one at the top of the file. Whom a source cites comes after the comma and needs no block: `as-safir, field commander`.',
  *check({ block, scope }) {
    const { sources } = scope.definitions;
    const mentions = mentionsIn(block).filter(({ topic, role }) => topic === 'source' && role === 'use');
    const isLine = ({ field }: Mention) => field?.key.text === 'source';
    const cited = new Set(mentions.filter(isLine).map(({ text }) => text));
    for (const mention of mentions) {
      const { text, span } = mention;
      if (sources.has(text)) continue;
      const near = nearestWords(text, sources.keys());
      yield {
        span,
        message: `No source “${text}” is defined.${near.length ? ` Did you mean ${orList(near)}?` : ' Add a `source` block for it.'}`,
        fixes: () => [
          // A source that the event cites already would stand there twice.
          ...near
            .filter(id => !(isLine(mention) && cited.has(id)))
            .map(id => ({ title: `Change to “${id}”`, edits: [replace(span, id)] })),
          // An id with spaces in it is likelier a line that went wrong.
          ...(/\s/.test(text)
            ? []
            : [
                {
                  title: `Define source “${text}”`,
                  edits: [insert(0, `source ${text}\n  publisher: \n  published: \n\n`)],
                },
              ]),
        ],
      };
    }
  },
};

export const undefinedEvent: Rule = {
  code: 'event.undefined',
  severity: 'warning',
  means: 'An event is named that no `event` block of the workspace defines.',
  why: 'The link leads nowhere.',
  example: 'event hill-taken\n  part of: battle-of-qalamoun',
  instead: 'Correct the id, or add the event.',
  *check({ block, scope }) {
    const { events } = scope.definitions;
    for (const { topic, role, text, span } of mentionsIn(block)) {
      if (topic !== 'event' || role !== 'use' || events.has(text)) continue;
      const near = nearestWords(text, events.keys());
      yield {
        span,
        message: `No event “${text}” is defined.${near.length ? ` Did you mean ${orList(near)}?` : ''}`,
        fixes: () => near.map(id => ({ title: `Change to “${id}”`, edits: [replace(span, id)] })),
      };
    }
  },
};

export const duplicate: Rule = {
  code: 'id.duplicate',
  severity: 'error',
  means: 'Two sources, events, places, groups or event types of the workspace have the same id or name.',
  why: 'A line that refers to the id could mean either.',
  example: 'source as-safir\n  publisher: As-Safir\nsource as-safir\n  publisher: Assafir',
  instead: 'Give each its own id or name, or make them one.',
  *check({ block, scope }) {
    if (!block.title?.text) return;
    const { kind, title } = block;
    const { sources, events, types, names } = scope.definitions;
    const times =
      kind === 'source'
        ? sources.get(title.text)?.length
        : kind === 'event'
          ? events.get(title.text)?.length
          : kind === 'event type'
            ? types.get(title.text)?.length
            : names.get(`${kind}:${lightKey(title.text)}`);
    if ((times ?? 0) < 2) return;
    const own = kind === 'source' || kind === 'event' ? 'id' : 'name or id';
    yield {
      span: title.span,
      message: `Another ${kind} of the workspace is also called “${title.text}”. Give each its own ${own}.`,
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
