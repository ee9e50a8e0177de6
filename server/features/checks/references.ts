// Sources and events that are cited but nowhere defined, and ids that are used twice.
import { mentionsIn } from '../../semantics/mentions';
import { nearestWords } from '../../syntax/within';
import { insert, replace } from '../../text/edit';
import { orList, type Rule } from './rule';

export const undefinedSource: Rule = {
  code: 'source.undefined',
  severity: 'error',
  means: 'A source is cited that no `source` block of the workspace defines.',
  *check({ block, scope }) {
    const { sources } = scope.definitions;
    for (const { topic, role, text, span } of mentionsIn(block)) {
      if (topic !== 'source' || role !== 'use' || sources.has(text)) continue;
      const near = nearestWords(text, sources.keys());
      yield {
        span,
        message: `No source “${text}” is defined.${near.length ? ` Did you mean ${orList(near)}?` : ' Add a `source` block for it.'}`,
        fixes: () => [
          ...near.map(id => ({ title: `Change to “${id}”`, edits: [replace(span, id)] })),
          { title: `Define source “${text}”`, edits: [insert(0, `source ${text}\n  publisher: \n  published: \n\n`)] },
        ],
      };
    }
  },
};

export const undefinedEvent: Rule = {
  code: 'event.undefined',
  severity: 'warning',
  means: 'An event is named that no `event` block of the workspace defines.',
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
  means: 'Two sources or two events of the workspace have the same id.',
  *check({ block, scope }) {
    if (!block.title?.text || (block.kind !== 'source' && block.kind !== 'event')) return;
    const others = block.kind === 'source' ? scope.definitions.sources : scope.definitions.events;
    if ((others.get(block.title.text)?.length ?? 0) < 2) return;
    yield {
      span: block.title.span,
      message: `Another ${block.kind} of the workspace is also called “${block.title.text}”. Give each its own id.`,
    };
  },
};
