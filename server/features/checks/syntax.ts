// Lines that are no block, field or comment, and lines that stand where they mean something else.
import { fieldSpec } from '../../syntax/vocabulary';
import { insert, replace } from '../../text/edit';
import { span } from '../../text/span';
import type { Problem, Rule } from './rule';

export const junk: Rule = {
  code: 'syntax.junk',
  severity: 'error',
  means: 'A line is neither a block, a field nor a comment. Lines around it are read as if it were not there.',
  why: 'What cannot be read is not exported, and should not stay unseen: a pasted paragraph, the marks of a merge.',
  example: 'event hill-taken\n  date: 2014-11-14\nThe hill fell on Friday.',
  instead:
    'Make the line a comment, or a field with a colon behind its name. Neighbouring lines of this kind are one finding.',
  firm: true,
  *check({ block }) {
    const junk = block.faults.filter(({ code }) => code === 'syntax.junk');
    // Neighbouring lines are one mistake: a pasted paragraph, a merge conflict, binary noise.
    for (let i = 0; i < junk.length; ) {
      let last = i;
      while (last + 1 < junk.length && !block.source.slice(junk[last]!.span.end, junk[last + 1]!.span.start).trim())
        last++;
      const lines = junk.slice(i, last + 1);
      const what = lines.length === 1 ? 'This line is' : `These ${lines.length} lines are`;
      yield {
        span: span(lines[0]!.span.start, lines.at(-1)!.span.end),
        message: `${what} neither a block, a field (\`key: value\`) nor a comment (\`# …\`), and will be left out.`,
        fixes: () => [
          {
            title: lines.length === 1 ? 'Make it a comment' : 'Make them comments',
            edits: lines.map(line => insert(line.span.start, '# ')),
          },
        ],
      };
      i = last + 1;
    }
  },
};

export const keyword: Rule = {
  code: 'syntax.keyword',
  severity: 'error',
  means: 'The word that opens a block is misspelt. The block is read as the one that was probably meant.',
  why: 'Only the words of the language open a block.',
  example: 'sourse as-safir\n  publisher: As-Safir',
  instead: 'Correct the word; the fix does.',
  firm: true,
  *check({ block }) {
    for (const { span, code } of block.faults) {
      if (code !== 'syntax.keyword') continue;
      yield {
        span,
        message: `“${block.keyword!.text}” opens no block. It is read as “${block.kind}”.`,
        fixes: () => [{ title: `Change to “${block.kind}”`, edits: [replace(span, block.kind)], preferred: true }],
      };
    }
  },
};

export const margin: Rule = {
  code: 'syntax.margin',
  severity: 'warning',
  means: 'A field stands at the left margin, where only blocks begin.',
  why: 'Only blocks begin at the margin. The field still counts for the block above it.',
  example: 'event hill-taken\ndate: 2014-11-14',
  instead: 'Indent the field.',
  firm: true,
  *check({ block }) {
    for (const { span, code } of block.faults) {
      if (code !== 'syntax.margin' || block.kind === 'preamble') continue;
      yield {
        span,
        message: 'Fields are indented below the block they belong to.',
        fixes: () => [{ title: 'Indent this field', edits: [insert(span.start, '  ')], preferred: true }],
      };
    }
  },
};

export const continuation: Rule = {
  code: 'syntax.continuation',
  severity: 'warning',
  means:
    'A line that looks like a field is indented deeper than the field before it, and so continues that field’s value.',
  why: 'The place below is “Dumeir date: 2014-11-14”, and the event has no date.',
  example: 'event hill-taken\n  place: Dumeir\n    date: 2014-11-14',
  instead: 'Indent the line like the other fields.',
  firm: true,
  *check({ block }): Iterable<Problem> {
    for (const field of block.fields) {
      if (fieldSpec(block.kind, field.key.text)?.value === 'text') continue;
      for (const { span: line } of field.continuations) {
        const key = /^([a-z][a-z ]*?)\s*:(?=\s|$)/.exec(block.source.slice(line.start, line.end))?.[1];
        if (!key || !fieldSpec(block.kind, key)) continue;
        const indent = /[ \t]*$/.exec(block.source.slice(0, line.start))![0].length;
        yield {
          span: line,
          message: `This line continues the value of “${field.key.text}”, because it is indented deeper. Indent it like the other fields to make it one.`,
          fixes: () => [
            {
              title: 'Make this line a field',
              edits: [replace(span(line.start - indent, line.start), '  ')],
              preferred: true,
            },
          ],
        };
      }
    }
  },
};
