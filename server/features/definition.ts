// Where what the caret is on is defined in the workspace.
import { type Caret, locate } from '../semantics/caret';
import { identityOf } from '../semantics/meaning';
import { mentionsIn } from '../semantics/mentions';
import { type Span, shift } from '../text/span';

/** A definition: the name after the keyword, and the whole block. */
export interface Target {
  readonly uri: string;
  readonly name: Span;
  readonly block: Span;
}

/** The blocks that define it; empty for an entry of the shipped gazetteer, or when the caret is on no name. */
export function definition(caret: Caret): Target[] {
  const spot = locate(caret);
  if (!spot?.mention) return [];
  const { topic } = spot.mention;
  const identity = identityOf(spot.mention, spot.scope);
  const targets: Target[] = [];
  for (const { uri, tree } of caret.snapshot.files.values()) {
    const scope = caret.snapshot.scope(uri);
    tree.blocks.forEach((block, i) => {
      if (block.kind !== topic) return;
      const own = mentionsIn(block).find(({ role }) => role === 'definition');
      if (!own || identityOf(own, scope) !== identity) return;
      const start = tree.starts[i]!;
      targets.push({ uri, name: shift(own.span, start), block: { start, end: start + block.end } });
    });
  }
  return targets;
}
