// Events that refer to themselves.
import { mentionsIn } from '../../semantics/mentions';
import type { Rule } from './rule';

export const circle: Rule = {
  blocks: ['event'],
  code: 'event.itself',
  severity: 'error',
  means: 'An event is said to be part of itself, or to support or contradict itself.',
  why: 'Such a link says nothing, and programs that follow it never end.',
  example: 'event hill-taken\n  part of: hill-taken',
  instead: 'Name the other event, or take the line out.',
  *check({ block }) {
    if (block.kind !== 'event' || !block.title) return;
    for (const { topic, role, text, span } of mentionsIn(block)) {
      if (topic === 'event' && role === 'use' && text === block.title.text)
        yield { span, message: 'This is the event itself. Name another one.' };
    }
  },
};
