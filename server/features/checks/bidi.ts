// Characters that nobody sees and that turn the text around them, or split a name.
import type { Block } from '../../syntax/tree';
import { fieldSpec } from '../../syntax/vocabulary';
import { replace } from '../../text/edit';
import { span, touches } from '../../text/span';
import type { Rule } from './rule';

/**
 * Controls other than tab and line end (C0, delete, C1), separators of lines that are none here, soft hyphens, bidirectional
 * controls, zero-width spaces, byte order marks. Joiners between letters are part of Persian and Hindi words.
 */
const unseen = /(?:(?![\t\r\n])\p{Cc}|[\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff])+/gu;

/** Marks that only help a line to be shown; text that is quoted may have them. */
const marks = /^[\u00ad\u061c\u200e\u200f]+$/;

/** What parted words: a space stands for it. */
const parting = /(?!\ufeff)\s|\u0085/;

const inText = (block: Block, offset: number): boolean =>
  block.fields.some(
    ({ key, valueSpan }) =>
      touches(valueSpan, offset) && /^(?:text|line)$/.test(fieldSpec(block.kind, key.text)?.value ?? ''),
  );

export const bidi: Rule = {
  code: 'text.unseen',
  severity: 'warning',
  means:
    'Characters that cannot be seen stand in the text: marks of writing direction, spaces without width, control characters.',
  why: 'They make a line look other than it is, and a name with one in it is not found again.',
  example: 'event hill-taken\n  place: Dumeir\u200f',
  instead: 'Take them out; the fix does. Names in right-to-left scripts need none of them here.',
  *check({ block }) {
    const { source, kind } = block;
    for (const match of source.matchAll(unseen)) {
      // A byte order mark at the beginning of a file is part of its encoding.
      if (match[0] === '\ufeff' && match.index === 0 && (kind === 'preamble' || source.startsWith('\ufeff'))) continue;
      if (marks.test(match[0]) && inText(block, match.index)) continue;
      const at = span(match.index, match.index + match[0].length);
      const names = [...match[0]].map(
        letter => `U+${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`,
      );
      yield {
        span: at,
        message: `There is something here that cannot be seen (${names.join(', ')}).`,
        fixes: () => [
          parting.test(match[0])
            ? { title: 'Put a space there', edits: [replace(at, ' ')], preferred: true }
            : { title: 'Take it out', edits: [replace(at, '')], preferred: true },
        ],
      };
    }
  },
};
