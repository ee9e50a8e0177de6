// Where else in the same file what the caret is on is spoken of.
import type { Caret } from '../semantics/caret';
import { occurrences } from '../semantics/occurrences';
import type { Span } from '../text/span';

export interface Highlight {
  readonly span: Span;
  /** Whether the name is given here, as a definition or an alias, rather than used. */
  readonly gives: boolean;
}

/** Every spelling of the same thing in this file; empty when the caret is on no name. */
export const highlights = (caret: Caret): Highlight[] =>
  occurrences(caret, caret.uri).map(({ span, mention }) => ({ span, gives: mention.role !== 'use' }));
