// A line above each definition that says how much of the workspace speaks of it.
import { identityOf } from '../semantics/meaning';
import { mentionsIn, type Topic } from '../semantics/mentions';
import type { Snapshot } from '../semantics/snapshot';
import { namedEvents, usesInWords, usesOf } from '../semantics/uses';
import { type Span, shift } from '../text/span';

export interface Lens {
  /** The name in the header. */
  readonly span: Span;
  readonly title: string;
}

const words: Readonly<Record<Topic, string>> = {
  source: 'cited by',
  place: 'named in',
  actor: 'named in',
  event: 'named in',
  'event type': 'type of',
};

/** Definitions that nothing speaks of get none: a file of definitions is not a list of tasks. */
export function codeLenses(snapshot: Snapshot, uri: string): Lens[] {
  const file = snapshot.files.get(uri);
  if (!file) return [];
  const scope = snapshot.scope(uri);
  const named = namedEvents(snapshot);
  const lenses: Lens[] = [];
  file.tree.blocks.forEach((block, i) => {
    // Most blocks are events that nothing names.
    if (block.kind === 'event' && !named.has(block.title?.text ?? '')) return;
    const mention = mentionsIn(block).find(({ role }) => role === 'definition');
    const uses = mention && usesInWords(usesOf(snapshot, identityOf(mention, scope)));
    if (!mention || !uses) return;
    lenses.push({ span: shift(mention.span, file.tree.starts[i]!), title: `${words[mention.topic]} ${uses}` });
  });
  return lenses;
}
