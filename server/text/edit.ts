// A change to a text: what stands in a span is replaced by other text.
import type { Span } from './span';

export interface Edit {
  readonly span: Span;
  readonly text: string;
}

export const replace = (span: Span, text: string): Edit => ({ span, text });
export const insert = (offset: number, text: string): Edit => ({ span: { start: offset, end: offset }, text });

/** The text after all edits, which must not overlap; their spans speak of the text before any of them. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let from = 0;
  for (const { span, text: inserted } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    result += text.slice(from, span.start) + inserted;
    from = span.end;
  }
  return result + text.slice(from);
}
