// Ids whose letters run in two directions.
import type { Rule } from './rule';

const leftToRight = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

export const direction: Rule = {
  blocks: ['source', 'event'],
  code: 'id.direction',
  severity: 'warning',
  means:
    'The id of a source or an event mixes letters that run from left to right with letters that run from right to left.',
  why: 'Editors show such a word in an order that is not the one it is written in, so that two ids can look the same.',
  example: 'event hill-التل\n  type: Presence',
  instead: 'Write ids in one script. The name in the other script may go into `title`.',
  *check({ block: { kind, title } }) {
    if (kind !== 'source' && kind !== 'event') return;
    if (!title || !leftToRight.test(title.text) || !rightToLeft.test(title.text)) return;
    yield { span: title.span, message: `“${title.text}” mixes two directions of writing. Write the id in one script.` };
  },
};
