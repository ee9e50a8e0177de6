// What a check is: a code, how grave it is, and a pure function from one block to what is wrong in it.
import type { BlockReading } from '../../semantics/events';
import type { Finding, Fix, Severity } from '../../semantics/finding';
import { noFixes } from '../../semantics/finding';
import type { Scope } from '../../semantics/scope';
import type { Block } from '../../syntax/tree';
import type { Span } from '../../text/span';

/** One block, with what it means under its scope. */
export interface Subject {
  readonly block: Block;
  readonly reading: BlockReading;
  readonly scope: Scope;
}

/** A finding before it carries its rule's code; spans count from the start of the block. */
export interface Problem {
  readonly span: Span;
  readonly message: string;
  readonly fixes?: () => readonly Fix[];
}

export interface Rule {
  readonly code: string;
  readonly severity: Severity;
  /** What it finds, in one sentence, for the reference. */
  readonly means: string;
  check(subject: Subject): Iterable<Problem>;
}

export const toFinding = ({ code, severity }: Rule, { span, message, fixes }: Problem): Finding => ({
  span,
  code,
  severity,
  message,
  fixes: fixes ?? noFixes,
});

/** `X`, `X or Y`, `X, Y or Z`, each in typographic quotes. */
export function orList(words: readonly string[]): string {
  const quoted = words.map(word => `“${word}”`);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}
