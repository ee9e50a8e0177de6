// Where what the caret is on is defined in the workspace.
import type { Caret } from '../semantics/caret';
import { occurrences } from '../semantics/occurrences';
import type { Span } from '../text/span';

/** A definition: the name after the keyword. */
interface Target {
  readonly uri: string;
  readonly name: Span;
}

/** The blocks that define it; empty for an entry of the shipped gazetteer, or when the caret is on no name. */
export const definition = (caret: Caret): Target[] =>
  occurrences(caret)
    .filter(({ mention }) => mention.role === 'definition')
    .map(({ uri, span }) => ({ uri, name: span }));
