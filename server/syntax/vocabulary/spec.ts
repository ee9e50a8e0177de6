// The shape of the vocabulary's entries.

/** How a value is written and what it means; each is explained in values.ts. */
export type ValueKind =
  | 'line'
  | 'text'
  | 'names'
  | 'countries'
  | 'language'
  | 'date'
  | 'time'
  | 'place'
  | 'actor'
  | 'count'
  | 'source'
  | 'event'
  | 'events'
  | 'url'
  | 'term'
  | 'privacy'
  | 'id';

/** A word of a closed list. */
export interface Term {
  readonly term: string;
  readonly means: string;
}

export interface TermList {
  /** What one of the list is called in a message: `event type`. */
  readonly one: string;
  readonly terms: readonly Term[];
}

export interface FieldSpec {
  readonly key: string;
  readonly value: ValueKind;
  /** The name of a list in values.ts, for `term`. */
  readonly terms?: string;
  /** May stand more than once in a block. */
  readonly repeats?: true;
  /** May stand again with what another source says; the first one counts. */
  readonly perSource?: true;
  /** A block without it is not complete. */
  readonly required?: true;
  /** The member that carries it in JSON; a plural for a field that repeats. */
  readonly json: string;
  readonly means: string;
  readonly example: string;
}

export interface BlockSpec {
  readonly means: string;
  /** The list in JSON that the blocks of the kind stand in. */
  readonly json: string;
  /** What follows the keyword. */
  readonly title: { readonly means: string; readonly example: string; readonly quoted: boolean };
  /** In the order in which the formatter of the reference and completion list them. */
  readonly fields: readonly FieldSpec[];
}
