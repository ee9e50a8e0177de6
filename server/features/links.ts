// What in a file can be opened in a browser: addresses, and ids of catalogues that have a page.
import { linkedIds, pageOf } from '../semantics/addresses';
import type { Tree } from '../syntax/tree';
import { type Span, span } from '../text/span';

export interface Link {
  readonly span: Span;
  readonly address: string;
}

const address = /https?:\/\/[^\s<>"“”«»]+/g;

/** In the order of the text. */
export function links({ blocks, starts }: Tree): Link[] {
  const found: Link[] = [];
  blocks.forEach(({ source }, i) => {
    const start = starts[i]!;
    const add = (at: number, text: string, to = text) =>
      found.push({ span: span(start + at, start + at + text.length), address: to });
    const taken: Span[] = [];
    for (const match of source.matchAll(address)) {
      const text = withoutTrailing(match[0]);
      add(match.index, text);
      taken.push(span(match.index, match.index + text.length));
    }
    for (const { index, 0: id } of source.matchAll(linkedIds)) {
      const page = pageOf(id);
      if (page && !taken.some(({ start: from, end }) => from <= index && index < end)) add(index, id, page);
    }
  });
  return found.sort((a, b) => a.span.start - b.span.start);
}

const brackets: Readonly<Record<string, string>> = { ')': '(', ']': '[' };

/** Without the full stop or bracket that belongs to the sentence around it; a bracket that the address opens is its own. */
function withoutTrailing(text: string): string {
  const bare = text.replace(/[.,;:!?'’،؛]+$/, '');
  const opening = brackets[bare.slice(-1)];
  return opening && bare.split(opening).length < bare.split(bare.slice(-1)).length
    ? withoutTrailing(bare.slice(0, -1))
    : bare;
}
