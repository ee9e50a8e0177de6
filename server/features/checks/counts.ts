// Figures that contradict each other.
import { figuresOf } from '../../semantics/counts';
import { readingsOf } from '../../semantics/events';
import { insert, replace } from '../../text/edit';
import { shift } from '../../text/span';
import type { Rule } from './rule';

export const unattributed: Rule = {
  code: 'count.source',
  severity: 'warning',
  means: 'A figure stands below another one of its kind and does not say which source it comes from.',
  why: 'Totals use the line that stands first; what the others say is worth keeping only with whose figure it is.',
  example:
    'source sana\n  publisher: SANA\n\nevent market-shelled\n  killed: 12 according to sana\n  killed: 20..25\n  source: sana',
  instead:
    'Give each source that says something else a line of its own: `12 according to as-safir`, `20..25 according to sana, army spokesman`. Bounds that one source gives are one figure, `20..25`.',
  *check({ block, reading }) {
    const above = new Map<string, Set<string>>();
    /** One source may have the figures of several people. */
    const said = new Set<string>();
    for (const { field, claimed } of readingsOf(reading, 'count')) {
      const { text: key } = field.key;
      const known = above.get(key);
      const claim = [key, claimed?.id.text, claimed?.cites?.text.toLowerCase()].join('\n');
      if (known && (!claimed || said.has(claim))) {
        const free = readingsOf(reading, 'source')
          .map(({ value }) => value.source.id.text)
          .filter(id => !known.has(id));
        const example = free[0] ?? 'as-safir';
        yield {
          span: field.valueSpan,
          message: claimed
            ? `“${key}” already stands above with a figure of ${[claimed.id.text, claimed.cites?.text].filter(Boolean).join(', ')}. Two bounds are one figure: \`3..7\`.`
            : `“${key}” already stands above in this ${block.kind}. Say whose figure this is: \`12 according to ${example}\`.`,
          fixes: () =>
            claimed
              ? []
              : free.map(id => ({
                  title: `Add “according to ${id}”`,
                  edits: [insert(field.valueSpan.end, ` according to ${id}`)],
                })),
        };
      }
      said.add(claim);
      above.set(key, (known ?? new Set()).add(claimed?.id.text ?? ''));
    }
  },
};

export const order: Rule = {
  blocks: ['event'],
  code: 'count.order',
  severity: 'error',
  imported: 'warning',
  means: 'The lowest figure is above the highest, or the best one lies outside of both.',
  why: 'Of such figures at least one is a slip.',
  example: 'event hill-taken\n  killed: 7..3',
  instead: 'Write the lowest figure first and the best one between the two: `3..7, best 5`.',
  *check({ reading }) {
    for (const { field, parts } of readingsOf(reading, 'count')) {
      for (const part of parts) {
        const { low, best, high } = figuresOf(part);
        const span = shift(part.span, field.valueSpan.start);
        if (low !== null && high !== null && low > high) {
          yield {
            span,
            message: `${low} is more than ${high}: a range goes from the lowest to the highest figure.`,
            fixes: () => [{ title: `Change to ${high}..${low}`, edits: [replace(span, `${high}..${low}`)] }],
          };
        } else if (best !== null && ((low !== null && best < low) || (high !== null && best > high))) {
          yield { span, message: `The best figure, ${best}, lies outside of ${low ?? '…'}..${high ?? '…'}.` };
        }
      }
    }
  },
};
