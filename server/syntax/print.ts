// How a file should look: the formatter. Comments, junk and every word of a value stay.
import { Text } from '../text/text';
import type { Block, Field, Tree } from './tree';

const lineBreak = /\r\n|\r|\n/;

/**
 * The text with fields indented by two spaces, one space after the colon, one blank line between blocks, continuation lines
 * indented by four, no trailing white space, keywords in lower case. Uses the file's first kind of line end.
 */
export function print({ text, blocks }: Tree): string {
  const newline = /\r\n|\r|\n/.exec(text.string)?.[0] ?? '\n';
  const printed = blocks.map(printBlock).filter(lines => lines.length);
  return printed.map(lines => lines.join(newline) + newline).join(newline);
}

/** The lines of one block, without blank lines at either end. Comments at the margin after the last field keep a blank line before them. */
function printBlock(block: Block): string[] {
  const lines: string[] = [];
  const table = Text.of(block.source);
  const fieldAt = new Map(block.fields.map(field => [table.lineAt(field.key.span.start), field]));
  const source = block.source.replace(/^\uFEFF/, '').split(lineBreak);
  // Blank lines go from between fields, and stay around comments at the margin.
  const bodyEnd = source.findLastIndex(line => /^\s*[^\s#]/.test(line) || /^\s+#/.test(line));
  for (let i = 0; i < source.length; i++) {
    const raw = source[i]!.trim();
    const field = fieldAt.get(i);
    if (i === 0 && block.keyword) lines.push(printHeader(block, raw));
    else if (field) {
      const last = table.lineAt(field.span.end);
      for (const line of printField(field, source.slice(i, last + 1))) lines.push(line);
      i = last;
    } else if (raw === '') {
      if (lines.length && lines.at(-1) !== '' && (i > bodyEnd || block.kind === 'preamble')) lines.push('');
    } else if (raw.startsWith('#')) lines.push(/^\s/.test(source[i]!) ? `  ${raw}` : raw);
    else lines.push(source[i]!.trimEnd()); // junk: nobody knows what its indentation means
  }
  while (lines.at(-1) === '') lines.pop();
  return lines;
}

function printHeader({ kind, keyword, title }: Block, line: string): string {
  const rest = title ? ` ${title.quoted ? `"${title.text}"` : title.text}` : '';
  const consumed = title ? title.span.end - keyword!.span.start : keyword!.text.length;
  return `${kind}${rest}${afterwards(line.slice(consumed))}`;
}

/** The comment at the end of a line, one space before it; '' when there is none. */
function afterwards(rest: string): string {
  const comment = rest.trim();
  return comment ? ` ${comment}` : '';
}

function printField({ key, value, valueSpan }: Field, source: readonly string[]): string[] {
  const first = source[0]!.trim();
  const head = first.slice(0, key.text.length);
  const rest = first.slice(first.indexOf(':', key.text.length) + 1).trim();
  const empty = value === '' && valueSpan.start === valueSpan.end;
  const lines = [`  ${head}:${rest ? ` ${rest}` : ''}`];
  if (empty) return lines;
  for (const line of source.slice(1)) {
    const raw = line.trim();
    if (raw) lines.push(`    ${raw}`);
    else if (lines.at(-1) !== '') lines.push('');
  }
  return lines;
}
