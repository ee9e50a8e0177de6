// The shape of a file: blocks and fields, with everything that could not be read kept beside them.
import type { Named } from '../../grammar/qalam.peggy';
import { last } from '../text/last';
import { type Span, span } from '../text/span';
import type { Text } from '../text/text';
import type { BlockKind } from './vocabulary';

export type { Named };

/** A line that continues a value; `paragraph` when a blank line comes before. */
export interface Continuation {
  readonly span: Span;
  readonly paragraph?: boolean;
}

/** What only a value of several lines has. */
export interface Further {
  readonly value: string;
  readonly continuations: readonly Continuation[];
}

const none: readonly Continuation[] = [];

/**
 * One `key: value` line with its continuation lines. Spans count from the start of its block. A long report has a hundred thousand
 * fields, so one is a few bare numbers, and spans are made when asked for.
 */
export class Field {
  constructor(
    private readonly keyText: string,
    private readonly keyStart: number,
    private readonly keyEnd: number,
    /** The text of its block. */
    private readonly source: string,
    private readonly valueStart: number,
    private readonly valueEnd: number,
    private readonly further: Further | undefined,
  ) {}

  get key(): Named {
    return { text: this.keyText, span: span(this.keyStart, this.keyEnd) };
  }

  /** The value as one string, comments blanked out with spaces, so that offsets stay true; '' when nothing is written. */
  get value(): string {
    return this.further?.value ?? this.source.slice(this.valueStart, this.valueEnd);
  }

  /** From the first to the last character of the value; empty, after the colon, when nothing is written. */
  get valueSpan(): Span {
    return span(this.valueStart, this.valueEnd);
  }

  /** The lines that continue the value. */
  get continuations(): readonly Continuation[] {
    return this.further?.continuations ?? none;
  }
}

/** The value of a text field line by line, without indentation; a blank line in the file gives an empty one. */
export function linesOf({ value, valueSpan, continuations }: Field): string[] {
  const lines = [value.slice(0, (continuations[0]?.span.start ?? valueSpan.end) - valueSpan.start)];
  continuations.forEach(({ span, paragraph }) => {
    if (paragraph) lines.push('');
    lines.push(value.slice(span.start - valueSpan.start, span.end - valueSpan.start));
  });
  return lines.map(line => line.trim());
}

/** Something the grammar could not place. */
export interface Fault {
  readonly span: Span;
  readonly code: 'syntax.junk' | 'syntax.margin' | 'syntax.keyword';
}

/** A header line with what belongs to it. Spans count from the block's first character, so a block can move unchanged. */
export interface Block {
  readonly source: string;
  /** `preamble`: what stands before the first header. A misspelt keyword counts as the one it was meant to be. */
  readonly kind: BlockKind | 'preamble';
  readonly keyword: Named | null;
  readonly title: (Named & { readonly quoted: boolean }) | null;
  readonly fields: readonly Field[];
  readonly faults: readonly Fault[];
  /** Comments, in order; spans from `#` to the end of the line. */
  readonly remarks: readonly Named[];
  /** Up to the last character that is not white space or a comment after the last field. */
  readonly end: number;
}

/** A file, read. `starts[i]` is where `blocks[i]` begins in `text`; together the blocks cover the whole text. */
export interface Tree {
  readonly text: Text;
  readonly blocks: readonly Block[];
  readonly starts: Int32Array;
}

/** The index of the block an offset lies in. */
export const blockAt = ({ starts }: Tree, offset: number): number => Math.max(0, last(starts, offset));

/** The fields of a block with this key, in order. */
export const fieldsOf = (block: Block, key: string): readonly Field[] =>
  block.fields.filter(field => field.key.text === key);

/** The first field with this key; undefined when the block has none. */
export const fieldOf = (block: Block, key: string): Field | undefined =>
  block.fields.find(field => field.key.text === key);

/** The blocks that a stretch of the file touches, with where each begins. */
export function* blocksWithin(tree: Tree, { start, end }: Span): Iterable<readonly [block: Block, start: number]> {
  const { blocks, starts } = tree;
  for (let i = blockAt(tree, start); i < blocks.length && starts[i]! <= end; i++) yield [blocks[i]!, starts[i]!];
}
