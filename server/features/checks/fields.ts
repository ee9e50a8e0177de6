// Fields that do not belong, stand twice, lack a value, or lack altogether.

import { blockSpec, fieldSpec, isBlockKind } from '../../syntax/vocabulary';
import { nearestWords } from '../../syntax/within';
import { insert, replace } from '../../text/edit';
import { span } from '../../text/span';
import { orList, type Rule } from './rule';

export const unknown: Rule = {
  code: 'field.unknown',
  severity: 'error',
  means: 'A block has no field of that name. Its value is kept in the file but not exported.',
  why: 'A slip in a field’s name would lose its value.',
  example: 'source as-safir\n  relaibility: C',
  instead: 'Correct the name, in lower case. What no field can hold goes into `note`.',
  *check({ block }) {
    for (const { key } of block.fields) {
      if (!isBlockKind(block.kind)) {
        yield {
          span: key.span,
          message: 'This field belongs to no block. Put it below a line such as `event my-event`.',
        };
      } else if (!fieldSpec(block.kind, key.text)) {
        const near = nearestWords(
          key.text,
          blockSpec(block.kind).fields.map(field => field.key),
        );
        yield {
          span: key.span,
          message: `“${block.kind}” has no field “${key.text}”.${near.length ? ` Did you mean ${orList(near)}?` : ''}`,
          fixes: () =>
            near.map((word, i) => ({
              title: `Change to “${word}”`,
              edits: [replace(key.span, word)],
              ...(i === 0 && { preferred: true as const }),
            })),
        };
      }
    }
  },
};

export const repeated: Rule = {
  code: 'field.repeated',
  severity: 'error',
  means: 'A field stands twice in a block that can hold it once. The first one counts.',
  why: 'Two values of one field contradict each other, and an export has room for one.',
  example: 'event hill-taken\n  date: 2014-11-14\n  date: 2014-11-15',
  instead:
    'Two dates that are both possible are one date, `[2014-11-14,2014-11-15]`; two counts are one count, `2 civilians, 5..9 Syrian army`. `actor` and `source` may stand several times in an event, and so may a count of which sources differ.',
  *check({ block }) {
    const seen = new Set<string>();
    for (const { key } of block.fields) {
      const spec = fieldSpec(block.kind, key.text);
      if (seen.has(key.text) && spec && !spec.repeats && !spec.perSource) {
        yield {
          span: key.span,
          message: `“${key.text}” already stands above in this ${block.kind}. Only the first one counts.`,
        };
      }
      seen.add(key.text);
    }
  },
};

export const empty: Rule = {
  code: 'field.empty',
  severity: 'warning',
  means: 'A field has no value.',
  why: 'A field that was begun and left looks like one that was forgotten.',
  example: 'event hill-taken\n  killed:',
  instead: 'Write `unknown` for a count that nobody gives, and leave out any other field that has nothing to say.',
  *check({ block, reading }) {
    for (const { field, value } of reading.fields) {
      if (value.kind !== 'empty' || !fieldSpec(block.kind, field.key.text)) continue;
      yield { span: span(field.key.span.start, field.valueSpan.end), message: `“${field.key.text}” has no value.` };
    }
  },
};

export const missing: Rule = {
  code: 'field.missing',
  severity: 'error',
  means: 'A block lacks a field that it cannot do without.',
  why: 'An event without a date, a place or a source can be neither mapped nor verified.',
  example: 'event hill-taken\n  type: Presence',
  instead:
    'Add the field. If the source gives no day, write what it gives: a month, a season, an interval with an open end (`../2014-05`).',
  *check({ block }) {
    if (!isBlockKind(block.kind) || !block.keyword) return;
    const keys = new Set(block.fields.map(field => field.key.text));
    const lacking = blockSpec(block.kind).fields.filter(field => field.required && !keys.has(field.key));
    if (!lacking.length) return;
    const at = block.end;
    yield {
      span: block.title ? span(block.keyword.span.start, block.title.span.end) : block.keyword.span,
      message: `This ${block.kind} lacks ${orList(lacking.map(field => field.key)).replace(/ or /, ' and ')}.`,
      fixes: () => lacking.map(field => ({ title: `Add “${field.key}”`, edits: [insert(at, `\n  ${field.key}: `)] })),
    };
  },
};

export const title: Rule = {
  code: 'title.missing',
  severity: 'error',
  means: 'A block has no name or id after its keyword.',
  why: 'Other lines refer to a block by its name or id.',
  example: 'event\n  type: Presence',
  instead: 'Write an id or a name behind the keyword: `event hill-taken`.',
  *check({ block }) {
    if (!isBlockKind(block.kind) || !block.keyword || block.title?.text.trim()) return;
    const { means, example } = blockSpec(block.kind).title;
    yield {
      span: block.keyword.span,
      message: `After “${block.kind}” comes ${means}: \`${block.kind} ${example}\`.`,
    };
  },
};
