// Every mention in the workspace of one thing, whatever its spelling.
import { type Span, shift } from '../text/span';
import { type Caret, locate } from './caret';
import { identityOf, mentionsUnder } from './meaning';
import type { Mention } from './mentions';

/** A mention, and where it stands in its file. */
export interface Occurrence {
  readonly uri: string;
  readonly span: Span;
  readonly mention: Mention;
  /** Where the block it stands in begins, from which its own spans count. */
  readonly start: number;
}

/** Definitions, aliases and uses of what the caret is on, in one file if that is given; empty when it is on no name. */
export function occurrences(caret: Caret, only?: string): Occurrence[] {
  const spot = locate(caret);
  if (!spot?.mention) return [];
  const { topic } = spot.mention;
  const identity = identityOf(spot.mention, spot.scope);
  const found: Occurrence[] = [];
  for (const { uri, tree } of caret.snapshot.files.values()) {
    if (only !== undefined && uri !== only) continue;
    const scope = caret.snapshot.scope(uri);
    tree.blocks.forEach((block, i) => {
      for (const mention of mentionsUnder(block, scope)) {
        if (mention.topic !== topic || identityOf(mention, scope) !== identity) continue;
        const start = tree.starts[i]!;
        found.push({ uri, mention, span: shift(mention.span, start), start });
      }
    });
  }
  return found;
}
