// What an editor can offer to do at a place in a text.
import type { Finding } from '../../semantics/finding';
import type { Snapshot } from '../../semantics/snapshot';
import type { Edit } from '../../text/edit';
import type { Span } from '../../text/span';

/** The protocol's words; editors group actions by them and may run one on every save. */
export type ActionKind = 'quickfix' | 'refactor.rewrite' | 'source.sortEvents' | 'source.fixAll';

export interface Action {
  readonly title: string;
  readonly kind: ActionKind;
  /** By file. */
  readonly edits: () => ReadonlyMap<string, readonly Edit[]>;
  /** A file that is not there yet and is made first. */
  readonly creates?: string;
  /** Whether working the edits out takes searches, which can wait until the action is chosen. */
  readonly costly?: true;
  /** What it mends. */
  readonly finding?: Finding;
  readonly preferred?: true;
}

/** Where actions are asked for, and what they may rest on. */
export interface Asked {
  readonly snapshot: Snapshot;
  readonly uri: string;
  readonly span: Span;
  readonly findings: readonly Finding[];
  /** Where the workspace keeps its own places and groups; undefined where no file can be made. */
  readonly gazetteerUri: string | undefined;
}
