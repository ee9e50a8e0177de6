// Comments that make checks be silent: `# qalam-ignore place.unknown`, on a line or above it.
import type { Finding, Fix } from '../../semantics/finding';
import type { Block } from '../../syntax/tree';
import { nearestWords } from '../../syntax/within';
import { type Edit, insert, replace } from '../../text/edit';
import { type Span, span, touches } from '../../text/span';
import { orList, type Rule, type RuleFacts } from './rule';

/** One code of such a comment. Spans count from the start of the block. */
export interface Ignore {
  readonly code: string;
  readonly at: Span;
  /** What it speaks for: a whole field or header line; null when that is the header of the next block. */
  readonly over: Span | null;
  /** Takes the code away, and the comment with its last one. */
  readonly removal: Edit;
}

const WORD = 'qalam-ignore';
const shape = new RegExp(`^#[ \\t]*${WORD}(?![\\w-])[: \\t]*`);
/** A comment as the grammar has it, with what stands before it. */
const comments = /(^|[ \t])(#[^\r\n]*)/gm;
/** Codes with commas between; what follows is the author's reason. */
const list = /^[\w.-]+(?:\s*,\s*[\w.-]+)*/;

const none: readonly Ignore[] = [];
const known = new WeakMap<Block, readonly Ignore[]>();

/** The codes that the comments of a block name, in the order of the text. */
export function ignoresOf(block: Block): readonly Ignore[] {
  if (!block.source.includes(WORD)) return none;
  let ignores = known.get(block);
  if (!ignores) {
    ignores = [...block.source.matchAll(comments)].flatMap(match => {
      const text = match[2]!;
      const start = match.index + match[1]!.length;
      const opening = shape.exec(text)?.[0];
      if (opening === undefined) return [];
      const codes = list.exec(text.slice(opening.length))?.[0] ?? '';
      const over = regionBeside(block, start);
      const words = [...codes.matchAll(/[\w.-]+/g)].map(match => ({ code: match[0], index: match.index }));
      if (!words.length) words.push({ code: '', index: 0 });
      return words.map(({ code, index }, i) => {
        const from = start + opening.length + index;
        const next = words[i + 1] ?? words[i - 1];
        const removal =
          next === undefined
            ? replace(wholeComment(block.source, start, start + text.length), '')
            : i + 1 < words.length
              ? replace(span(from, start + opening.length + next.index), '')
              : replace(span(start + opening.length + next.index + next.code.length, from + code.length), '');
        return { code, at: code ? span(from, from + code.length) : span(start, start + text.length), over, removal };
      });
    });
    known.set(block, ignores);
  }
  return ignores;
}

const lineStart = (text: string, offset: number): number => /[^\r\n]*$/.exec(text.slice(0, offset))!.index;
const lineEnd = (text: string, offset: number): number => offset + /^[^\r\n]*/.exec(text.slice(offset))![0].length;

/** The comment with its line where it stands alone, else with the white space before it. */
function wholeComment(text: string, start: number, end: number): Span {
  const line = lineStart(text, start);
  const before = text.slice(line, start);
  if (before.trim()) return span(line + before.trimEnd().length, end);
  return span(line, end + /^(?:\r\n|\n|\r)?/.exec(text.slice(end))![0].length);
}

/** The field or header on the line of a comment or, when the comment stands alone, on the next line that is not one. */
function regionBeside({ source, fields, title }: Block, comment: number): Span | null {
  let line = lineStart(source, comment);
  if (!source.slice(line, comment).trim()) {
    const below = /^(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r))*[ \t]*(?=[^\s#])/.exec(source.slice(line))?.[0].length;
    if (below === undefined) return null;
    line = lineStart(source, line + below);
  }
  const end = lineEnd(source, line);
  const field = fields.find(({ key, valueSpan }) => key.span.start < end && valueSpan.end >= line);
  if (field) return span(Math.min(line, field.key.span.start), Math.max(end, field.valueSpan.end));
  return span(line, Math.max(end, title && touches(span(line, end), title.span.start) ? title.span.end : 0));
}

/** The line of a header, for comments above it. */
export const headerOf = ({ source, keyword }: Block): Span =>
  span(0, keyword ? lineEnd(source, keyword.span.start) : 0);

/** A comment on the finding's line that makes it be silent; on the line above when another comment stands there. */
export function ignoring(block: Block, { code, span: { start } }: Finding): Fix {
  const title = `Ignore ${code} on this line`;
  const { source } = block;
  const [line, end] = [lineStart(source, start), lineEnd(source, start)];
  const [comment] = source.slice(line, end).matchAll(comments);
  const opening = comment && shape.exec(comment[2]!)?.[0];
  if (comment && opening !== undefined) {
    const codes = list.exec(comment[2]!.slice(opening.length))?.[0] ?? '';
    const at = line + comment.index + comment[1]!.length + opening.length + codes.length;
    return { title, edits: [insert(at, codes ? `, ${code}` : `${/\s$/.test(opening) ? '' : ' '}${code}`)] };
  }
  const text = `# qalam-ignore ${code}`;
  if (!comment) return { title, edits: [insert(line + source.slice(line, end).trimEnd().length, ` ${text}`)] };
  const indent = /^[ \t]*/.exec(source.slice(line))![0];
  return { title, edits: [insert(line, `${indent}${text}\n`)] };
}

export const unknownCode = (codes: () => readonly string[]): Rule => ({
  code: 'ignore.unknown',
  severity: 'hint',
  means: 'A comment ignores a check that there is not, or does not say which.',
  why: 'It looks as if something were settled, and nothing is.',
  example: 'event hill-taken\n  place: Umm Rumanah # qalam-ignore place.unknwon',
  instead: 'Write the code that the finding shows in brackets: `# qalam-ignore place.unknown`.',
  firm: true,
  *check({ block }) {
    for (const { code, at } of ignoresOf(block)) {
      if (codes().includes(code)) continue;
      const near = nearestWords(code, codes());
      const meant = near.length ? ` Did you mean ${orList(near)}?` : '';
      yield {
        span: at,
        message: code
          ? `There is no check “${code}”.${meant}`
          : 'Say which check is to be silent: `# qalam-ignore place.unknown`.',
        fixes: () => near.map(word => ({ title: `Change to “${word}”`, edits: [replace(at, word)] })),
      };
    }
  },
});

/** Found only when all of a file has been checked. */
export const unused: RuleFacts = {
  code: 'ignore.unused',
  severity: 'hint',
  means: 'A comment ignores a check that finds nothing there.',
  why: 'Left behind, it would hide the next mistake of that kind.',
  example: 'event hill-taken\n  date: 2014-11-14 # qalam-ignore date.edtf',
  instead: 'Take the comment away; the fix does.',
  firm: true,
};
