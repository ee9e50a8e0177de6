// How a file should look: the formatter. Comments, junk and every word of a value stay.
import { Text } from '../text/text';
import type { Block, Field, Tree } from './tree';
import { blockSpec } from './vocabulary';

const lineBreak = /\r\n|\r|\n/;

/**
 * The text with fields in the order of the vocabulary, indented by two spaces, one space after the colon, one blank line
 * between blocks, continuation lines indented by four, no trailing white space, keywords in lower case. Uses the file's
 * first kind of line end.
 */
export function print({ text, blocks }: Tree): string {
  const result = printBlocks(blocks, newlineOf(text));
  return result.startsWith('\uFEFF') ? `\uFEFF${result}` : result; // Junk that would else pass for a byte order mark.
}

/** The line end that a file uses: its first, or a line feed where it has none. */
export const newlineOf = (text: Text): string => lineBreak.exec(text.slice(0, text.lineStart(1)))?.[0] ?? '\n';

/** Some blocks that follow one another, as `print` has them. */
export const printBlocks = (blocks: readonly Block[], newline: string): string =>
  blocks
    .map(printBlock)
    .filter(lines => lines.length)
    .map(lines => lines.join(newline) + newline)
    .join(newline);

/** The lines of one block, without blank lines at either end. Comments at the margin after the last field keep a blank line before them. */
function printBlock(block: Block): string[] {
  const lines: string[] = [];
  /** Where each field ends in `lines`. */
  const ends: { readonly key: string; readonly end: number }[] = [];
  let head = 0;
  const table = Text.of(block.source);
  const fieldAt = new Map(block.fields.map(field => [table.lineAt(field.key.span.start), field]));
  const source = block.source.replace(/^\uFEFF/, '').split(lineBreak);
  // Blank lines go from between fields, and stay around comments at the margin.
  const bodyEnd = source.findLastIndex(line => /^\s*[^\s#]/.test(line) || /^\s+#/.test(line));
  for (let i = 0; i < source.length; i++) {
    const raw = trim(source[i]!);
    const field = fieldAt.get(i);
    if (i === 0 && block.keyword) head = lines.push(printHeader(block, raw));
    else if (field) {
      const last = table.lineAt(field.valueSpan.end);
      for (const line of printField(field, source.slice(i, last + 1))) lines.push(line);
      ends.push({ key: field.key.text, end: lines.length });
      i = last;
    } else if (raw === '') {
      if (lines.length && lines.at(-1) !== '' && (i > bodyEnd || block.kind === 'preamble')) lines.push('');
    } else lines.push(isGap(source[i]![0]) ? `  ${raw}` : raw); // junk, never so deep that it would continue a field
  }
  while (lines.at(-1) === '') lines.pop();
  return block.faults.some(({ code }) => code === 'syntax.junk') ? lines : ordered(block, lines, head, ends);
}

/** The lines with fields in the order of the vocabulary, each with the comments above it. A field it does not know stays behind the one before it. */
function ordered(
  { kind }: Block,
  lines: string[],
  head: number,
  ends: readonly { readonly key: string; readonly end: number }[],
): string[] {
  if (kind === 'preamble') return lines;
  const places = new Map(blockSpec(kind).fields.map(({ key }, i) => [key, i]));
  let place = -1;
  const parts = ends.map(({ key, end }, i) => {
    place = places.get(key) ?? place;
    places.set(key, place); // Fields of one key stay in their order.
    return { place, lines: lines.slice(ends[i - 1]?.end ?? head, end) };
  });
  const sorted = parts.sort((a, b) => a.place - b.place).flatMap(part => part.lines);
  return [...lines.slice(0, head), ...sorted, ...lines.slice(ends.at(-1)?.end ?? head)];
}

/** The header line, given as it stands in the file. */
export function printHeader({ kind, keyword, title }: Block, line: string): string {
  const word = keyword!.text.toLowerCase() === kind ? kind : keyword!.text;
  const rest = title ? ` ${title.quoted ? `"${title.text}"` : title.text}` : '';
  const consumed = title ? title.span.end - keyword!.span.start : keyword!.text.length;
  return `${word}${rest}${afterwards(line.slice(consumed))}`;
}

/** The comment at the end of a line, one space before it; '' when there is none. */
function afterwards(rest: string): string {
  const comment = trim(rest);
  return comment ? ` ${comment}` : '';
}

/** The lines of a field, given as they stand in the file. */
export function printField({ key, value, valueSpan }: Field, source: readonly string[]): string[] {
  const first = trim(source[0]!);
  const head = first.slice(0, key.text.length);
  const rest = trim(first.slice(first.indexOf(':', key.text.length) + 1));
  const empty = value === '' && valueSpan.start === valueSpan.end;
  const lines = [`  ${head}:${rest ? ` ${rest}` : ''}`];
  if (empty) return lines;
  for (const line of source.slice(1)) {
    const raw = trim(line);
    if (raw) lines.push(`    ${raw}`);
    else if (lines.at(-1) !== '') lines.push('');
  }
  return lines;
}

/** Only what the grammar takes for white space within a line: a no-break space or a stray byte order mark is text. */
const isGap = (character: string | undefined): boolean => character === ' ' || character === '\t';

function trimEnd(line: string): string {
  let end = line.length;
  while (end > 0 && isGap(line[end - 1])) end--;
  return line.slice(0, end);
}

function trim(line: string): string {
  let start = 0;
  while (isGap(line[start])) start++;
  return trimEnd(line.slice(start));
}
