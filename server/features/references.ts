// Where in the workspace what the caret is on is spoken of.
import type { Caret } from '../semantics/caret';
import { occurrences } from '../semantics/occurrences';
import type { Span } from '../text/span';

export interface Location {
  readonly uri: string;
  readonly span: Span;
}

/** Empty when the caret is on no name. The definition and its aliases are left out unless asked for. */
export function references(caret: Caret, withDefinition: boolean): Location[] {
  return occurrences(caret).filter(({ mention }) => withDefinition || mention.role === 'use');
}
