// Lines of an event that say the same twice.

import { lightKey } from '../../gazetteer/fold';
import { readingsOf } from '../../semantics/events';
import type { Fix } from '../../semantics/finding';
import type { Block, Field } from '../../syntax/tree';
import { replace } from '../../text/edit';
import { span } from '../../text/span';
import type { Problem, Rule } from './rule';

export const actorTwice: Rule = {
  blocks: ['event'],
  code: 'actor.repeated',
  severity: 'warning',
  means: 'An event names the same group twice in the same role.',
  why: 'It would count as two sides or two helpers.',
  example: 'event hill-taken\n  actor: Hezbollah as attacker\n  actor: Hizbullah as attacker',
  instead: 'Take one of the lines out; the fix does.',
  *check({ block, reading }): Iterable<Problem> {
    const seen = new Set<string>();
    for (const { field, actor } of readingsOf(reading, 'actor')) {
      // Two groups that the source does not name may be two.
      if (actor.resolution?.kind !== 'resolved') continue;
      const key = `${actor.id} as ${actor.role}`;
      if (seen.has(key))
        yield {
          span: field.valueSpan,
          message: `${actor.name} already stands above in this role.`,
          fixes: () => [withoutLine(block, field)],
        };
      seen.add(key);
    }
  },
};

export const sourceTwice: Rule = {
  blocks: ['event'],
  code: 'source.repeated',
  severity: 'warning',
  imported: 'info',
  means: 'An event cites the same source for the same words twice.',
  why: 'It looks like two sources that agree.',
  example: 'event hill-taken\n  source: as-safir\n  source: as-safir',
  instead: 'Take one of the lines out, or say whom the source cites in each: `as-safir, field commander`.',
  *check({ block, reading }): Iterable<Problem> {
    const seen = new Set<string>();
    for (const { field, value } of readingsOf(reading, 'source')) {
      const key = `${value.source.id.text}\n${lightKey(value.source.cites?.text ?? '')}`;
      if (seen.has(key))
        yield {
          span: field.valueSpan,
          message: 'This source already stands above.',
          fixes: () => [withoutLine(block, field)],
        };
      seen.add(key);
    }
  },
};

/** Takes a field out with its line end. */
function withoutLine({ source }: Block, { key, valueSpan }: Field): Fix {
  const start = source.lastIndexOf('\n', key.span.start - 1) + 1;
  const end = source.indexOf('\n', valueSpan.end);
  return { title: 'Take this line out', edits: [replace(span(start, end < 0 ? source.length : end + 1), '')] };
}
