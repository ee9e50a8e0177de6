// What a check is: a code, how grave it is, and a pure function from one block to what is wrong in it.
import type { BlockReading } from '../../semantics/events';
import type { Finding, Fix, Related, Severity } from '../../semantics/finding';
import { noFixes } from '../../semantics/finding';
import type { Likeness } from '../../semantics/likeness';
import type { Use } from '../../semantics/meaning';
import type { Scope } from '../../semantics/scope';
import type { Level, Profile } from '../../semantics/settings';
import type { Snapshot } from '../../semantics/snapshot';
import type { Block } from '../../syntax/tree';
import type { Span } from '../../text/span';

/** One block, with what it means under its scope. */
export interface Subject {
  readonly uri: string;
  readonly block: Block;
  readonly reading: BlockReading;
  readonly scope: Scope;
  readonly uses: readonly Use[];
  /** Other events that may be the same, as far as they are known. */
  readonly alike: readonly Likeness[];
  /** Whether a block stands above this one in the same file. */
  isAbove(other: Block): boolean;
}

/** A finding before it carries its rule's code; spans count from the start of the block. */
export interface Problem {
  readonly span: Span;
  readonly message: string;
  readonly related?: readonly Related[];
  readonly fixes?: () => readonly Fix[];
}

/** What is said of a check, in the reference and by `qalam explain`. */
export interface RuleFacts {
  /** Stable, dotted: `place.unknown`. */
  readonly code: string;
  /** `off`: only where the settings turn it on. */
  readonly severity: Level;
  /** What it finds, in a sentence or two. */
  readonly means: string;
  /** Why that matters, in a line. */
  readonly why: string;
  /** Lines in which it finds something; a test runs it over them. Empty where only a program can write it. */
  readonly example: string;
  /** The way out. */
  readonly instead: string;
  /** The codebook whose rule it is; it speaks only where a report or the settings have chosen that. */
  readonly profile?: Profile;
  /** The gravest that it is in an event that was imported (`coded`), where the settings do not say otherwise. */
  readonly imported?: Severity;
  /** No comment can make it be silent. */
  readonly firm?: true;
}

export interface Rule extends RuleFacts {
  /** The blocks that it can find something in; all when not said. */
  readonly blocks?: readonly Block['kind'][];
  check(subject: Subject): Iterable<Problem>;
}

/** The blocks of a file, for what shows only between them. */
export interface Whole {
  readonly uri: string;
  readonly blocks: readonly Block[];
  readonly scope: Scope;
  readonly snapshot: Snapshot;
}

/** A check of blocks together. It is made anew at every edit, and so has to be quick. */
export interface WholeRule extends RuleFacts {
  /** Whether it has to look at a block; that is asked once. */
  concerns(block: Block): boolean;
  /** Gets the blocks that concern it, in their order. Problems count from the start of the block that they stand in. */
  checkAll(whole: Whole): Iterable<readonly [Block, Problem]>;
}

export const toFinding = (code: string, severity: Severity, { span, message, related, fixes }: Problem): Finding => ({
  span,
  code,
  severity,
  message,
  ...(related && { related }),
  fixes: fixes ?? noFixes,
});

/** `X`, `X or Y`, `X, Y or Z`, each in typographic quotes. */
export function orList(words: readonly string[]): string {
  const quoted = words.map(word => `“${word}”`);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}
