// The edits that give a file, a stretch of it or the line just finished its canonical look; none when it has it.
import { newlineOf, print, printBlocks, printField, printHeader } from '../syntax/print';
import { blockAt, type Tree } from '../syntax/tree';
import type { Edit } from '../text/edit';
import type { Span } from '../text/span';

/** At most one edit, no longer than what differs, so that carets elsewhere stay where they are. */
export const formatting = (tree: Tree): Edit[] => difference(tree.text.string, print(tree), 0);

/** The same for the blocks that a stretch touches. */
export function rangeFormatting(tree: Tree, { start, end }: Span): Edit[] {
  const { blocks, starts, text } = tree;
  const first = blockAt(tree, start);
  // A selection of whole lines ends where the next block begins.
  const last = Math.max(first, blockAt(tree, Math.max(start, end - 1)));
  if (first === 0 && last === blocks.length - 1) return formatting(tree);
  const from = starts[first]!;
  const to = starts[last + 1] ?? text.length;
  const newline = newlineOf(text);
  const printed = printBlocks(blocks.slice(first, last + 1), newline);
  return difference(text.slice(from, to), printed && last < blocks.length - 1 ? printed + newline : printed, from);
}

/**
 * After a line break: the look of the field or header on the line above the caret. After a colon: the indentation of the
 * field that it makes. Whatever comes before a line break within a value stays.
 */
export function onTypeFormatting({ text, blocks, starts }: Tree, caret: number, typed: string): Edit[] {
  const line = text.lineAt(caret) - (typed === ':' ? 0 : 1);
  if (line < 0) return [];
  const from = text.lineStart(line);
  const written = text.slice(from, text.lineEnd(line));
  const index = blockAt({ text, blocks, starts }, from);
  const block = blocks[index]!;
  const start = starts[index]!;
  const field = block.fields.find(
    ({ key }) => start + key.span.start >= from && text.lineAt(start + key.span.start) === line,
  );
  if (typed === ':') {
    const justMade = field && /^\s*[^\s:][^:]*:$/.test(text.slice(from, caret));
    return justMade ? difference(written, `  ${written.trimStart()}`, from) : [];
  }
  if (field) return difference(written, printField(field, [written])[0]!, from);
  if (block.keyword && from === start) return difference(written, printHeader(block, written), from);
  return [];
}

/** What turns one text into the other, where the first begins at `base`; nothing when they are the same. */
function difference(before: string, after: string, base: number): Edit[] {
  if (before === after) return [];
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = 0;
  while (end < before.length - start && end < after.length - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return [
    { span: { start: base + start, end: base + before.length - end }, text: after.slice(start, after.length - end) },
  ];
}
