// The outline of a file: its blocks, each with a line that says what is in it.
import type { Tree } from '../syntax/tree';
import { type Block, fieldOf } from '../syntax/tree';
import type { BlockKind } from '../syntax/vocabulary';
import type { Span } from '../text/span';

export interface Outline {
  readonly kind: BlockKind;
  readonly name: string;
  readonly detail: string;
  readonly span: Span;
  /** The part of the block that names it. */
  readonly title: Span;
}

/** The blocks in the order of the text. */
export function symbols({ blocks, starts }: Tree): Outline[] {
  return blocks.flatMap((block, i) => {
    if (block.kind === 'preamble') return [];
    const start = starts[i]!;
    const title = block.title?.span ?? block.keyword!.span;
    return {
      kind: block.kind,
      name: block.title?.text || `(${block.kind})`,
      detail: detail(block),
      span: { start, end: start + block.end },
      title: { start: start + title.start, end: start + title.end },
    };
  });
}

/** The fields that tell a block of each kind from its like. */
const telling: Readonly<Record<BlockKind, readonly string[]>> = {
  report: ['country', 'written'],
  source: ['publisher', 'published'],
  place: ['kind', 'location'],
  actor: ['kind', 'country'],
  'event type': ['within'],
  event: ['type', 'date', 'place'],
};

const detail = (block: Block): string =>
  block.kind === 'preamble'
    ? ''
    : telling[block.kind].flatMap(key => fieldOf(block, key)?.value.replace(/\s+/g, ' ').trim() || []).join(' · ');
