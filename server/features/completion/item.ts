// What a completion is made of, before the protocol has its say.
import type { Span } from '../../text/span';

export interface Item {
  readonly label: string;
  /** What tells it from others, behind the label. */
  readonly detail: string;
  readonly kind:
    | 'block'
    | 'field'
    | 'term'
    | 'place'
    | 'actor'
    | 'source'
    | 'event'
    | 'event type'
    | 'date'
    | 'country'
    | 'phrase';
  /** What is written instead of the span; the label when not given. A snippet has `$1`, `${2:word}` where the author goes on. */
  readonly insert?: string;
  readonly snippet?: true;
  /** CommonMark. */
  readonly documentation?: string;
  /** The entry it stands for, whose card is shown when the item is looked at. */
  readonly entity?: string;
  /** The author goes on at once with what comes next, so completion should open again. */
  readonly again?: true;
}

/** A page of completions in their order; `incomplete` when more letters would bring others. */
export interface Completion {
  readonly span: Span;
  /** How many characters behind the span, the rest of a word that the caret is in, go with it. */
  readonly rest?: number;
  readonly items: readonly Item[];
  readonly incomplete: boolean;
}
