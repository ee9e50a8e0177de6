// Figures that contradict each other.
import { figuresOf } from '../../semantics/counts';
import { readingsOf } from '../../semantics/events';
import { replace } from '../../text/edit';
import { shift } from '../../text/span';
import type { Rule } from './rule';

export const order: Rule = {
  code: 'count.order',
  severity: 'error',
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
