// From text to tree, never failing, and from a tree and an edit to the next tree without reading the rest again.
import { parse as grammar } from '../../grammar/qalam.peggy';
import { detached } from '../text/detached';
import type { Edit } from '../text/edit';
import { Text } from '../text/text';
import { type Block, blockAt, type Fault, Field, type Named, type Tree } from './tree';
import { type BlockKind, blockKinds, blockSpec, isBlockKind } from './vocabulary';
import { within } from './within';

/** Reads a whole text. */
export function parse(text: Text | string): Tree {
  const whole = typeof text === 'string' ? Text.of(text) : text;
  const { blocks, starts } = readBlocks(whole.string, 0, true);
  return { text: whole, blocks, starts: Int32Array.from(starts) };
}

/** Reads again only the blocks that the edit touches; gives what `parse` would give for the edited text. */
export function reparse(tree: Tree, edit: Edit): Tree {
  const text = tree.text.edited(edit);
  const by = edit.text.length - (edit.span.end - edit.span.start);
  // A header may be made or broken one character before or after the edit, and a block ends where the next begins.
  const first = Math.max(0, blockAt(tree, Math.max(0, edit.span.start - 1)) - 1);
  const last = Math.min(tree.blocks.length - 1, blockAt(tree, Math.min(tree.text.length, edit.span.end + 1)) + 1);
  const from = tree.starts[first]!;
  const until = (tree.starts[last + 1] ?? tree.text.length) + by;
  const middle = readBlocks(detached(text.slice(from, until)), from, first === 0, tree.blocks.slice(first, last + 1));
  // One copy of each and no more: at every keystroke in a long text, that decides how much memory is left behind.
  const blocks = spliced(tree.blocks, first, last + 1, middle.blocks);
  const starts = new Int32Array(blocks.length);
  starts.set(tree.starts.subarray(0, first));
  starts.set(middle.starts, first);
  for (let from = last + 1, to = first + middle.starts.length; to < starts.length; )
    starts[to++] = tree.starts[from++]! + by;
  return { text, blocks, starts };
}

/** A copy of a list in which `items` stand in place of those from `from` up to `to`. */
function spliced<Item>(list: readonly Item[], from: number, to: number, items: readonly Item[]): Item[] {
  if (items.length !== to - from) return list.slice(0, from).concat(items, list.slice(to));
  const copy = list.slice();
  items.forEach((item, i) => {
    copy[from + i] = item;
  });
  return copy;
}

/** Blocks of a stretch that begins at a block's start; blocks in `known` with the same text are taken as they are. */
function readBlocks(string: string, base: number, atTop: boolean, known: readonly Block[] = []) {
  const reuse = new Map(known.map(block => [(block.kind === 'preamble' ? '^' : '') + block.source, block]));
  const blocks: Block[] = [];
  const starts: number[] = [];
  const offsets = headerOffsets(string);
  if (atTop) {
    if (offsets[0] !== 0) offsets.unshift(0);
  }
  offsets.forEach((offset, i) => {
    const source = string.slice(offset, offsets[i + 1] ?? string.length);
    const preamble = atTop && i === 0 && !headerAt(string, offset);
    blocks.push(reuse.get((preamble ? '^' : '') + source) ?? readBlock(source, preamble));
    starts.push(base + offset);
  });
  return { blocks, starts };
}

const header = /^\uFEFF?([A-Za-z]+)(?:[ \t]+[^\r\n]*|[ \t]*)$/;
const afterMargin = /(?:^|\r\n?|\n)(?=\uFEFF?[A-Za-z])/g;

/** Offsets at which header lines begin. Whether a line is a header is decided by that line alone. */
function headerOffsets(string: string): number[] {
  const offsets: number[] = [];
  for (const match of string.matchAll(afterMargin)) {
    const offset = match.index + match[0].length;
    if (headerAt(string, offset)) offsets.push(offset);
  }
  return offsets;
}

/** Whether the line at the offset opens a block: its first word is a block keyword or a slip of one, and no colon follows. */
function headerAt(string: string, offset: number): boolean {
  const line = string.slice(offset, offset + 400).split(/[\r\n]/, 1)[0]!;
  const keyword = header.exec(line)?.[1]?.toLowerCase();
  if (!keyword || /^\uFEFF?[A-Za-z]+[ \t]*:/.test(line)) return false;
  return isBlockKind(keyword) || slipOf(keyword) !== undefined;
}

/** The block keyword that a misspelt word was meant to be; undefined when none is near enough. */
export const slipOf = (word: string): BlockKind | undefined =>
  blockKinds.find(kind => word.length > 3 && within(word.toLowerCase(), kind, kind.length > 5 ? 2 : 1));

function readBlock(source: string, preamble: boolean): Block {
  const parsed = grammar(source, { startRule: preamble ? 'Preamble' : 'Block' });
  const keyword = parsed.header?.keyword ?? null;
  const fields: Field[] = [];
  const faults: Fault[] = [];
  const remarks: Named[] = [];
  const word = keyword?.text.toLowerCase().replace(/\s+/g, ' ') ?? '';
  const kind = preamble ? 'preamble' : isBlockKind(word) ? word : (slipOf(word) ?? 'preamble');
  if (keyword && kind !== keyword.text) faults.push({ span: keyword.span, code: 'syntax.keyword' });
  let end = parsed.header ? (parsed.header.title ?? parsed.header.keyword).span.end : 0;
  for (const item of parsed.items) {
    switch (item.item) {
      case 'field': {
        const field = readField(source, item);
        fields.push(field);
        if (!item.indented) faults.push({ span: field.key.span, code: 'syntax.margin' });
        end = field.valueSpan.end;
        break;
      }
      case 'remark':
        remarks.push(item.note);
        if (item.indented) end = item.note.span.end;
        break;
      case 'junk':
        faults.push({ span: item.span, code: 'syntax.junk' });
        end = item.span.end;
        break;
    }
  }
  return {
    source,
    kind,
    keyword,
    title: parsed.header?.title ?? null,
    fields: trimmed(fields),
    faults: trimmed(faults),
    remarks: trimmed(remarks),
    end,
  };
}

type FieldItem = Extract<ReturnType<typeof grammar<'Block'>>['items'][number], { item: 'field' }>;

const none: readonly never[] = [];

/** The same list without the room that it grew, which in a long report adds up; one list stands for all empty ones. */
const trimmed = <Item>(list: readonly Item[]): readonly Item[] => (list.length ? list.slice() : none);

function readField(source: string, { key, pieces }: FieldItem): Field {
  const colon = source.indexOf(':', key.span.end) + 1;
  const start = pieces[0]?.span.start ?? colon;
  const end = pieces.at(-1)?.span.end ?? start;
  const further =
    pieces.length > 1 ? { value: withoutComments(source, pieces), continuations: pieces.slice(1) } : undefined;
  return new Field(known.get(key.text) ?? key.text, key.span.start, key.span.end, source, start, end, further);
}

/** Keys as the vocabulary has them: one string in memory for each, however many fields there are. */
const known = new Map(blockKinds.flatMap(kind => blockSpec(kind).fields.map(({ key }) => [key, key] as const)));

/** The value from its first to its last character, with everything between its lines that is not theirs blanked out. */
function withoutComments(source: string, pieces: FieldItem['pieces']): string {
  let value = '';
  let at = pieces[0]!.span.start;
  for (const { span } of pieces) {
    value += source.slice(at, span.start).replace(/[^\r\n]/g, ' ') + source.slice(span.start, span.end);
    at = span.end;
  }
  return value;
}
