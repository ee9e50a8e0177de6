// What a file gives to the rest of the workspace: its entries, its sources, the ids of its events.
import type { Block, Tree } from '../syntax/tree';
import { definesEntry, type EntryBlock } from './entries';

/** The same object as long as nothing in it changes. */
export interface FileFacts {
  readonly entries: readonly EntryBlock[];
  /** With their content: when a source was published matters to the events that cite it. */
  readonly sources: readonly Block[];
  readonly events: readonly string[];
  /** Its countries decide what names in definitions mean. */
  readonly report: Block | undefined;
  /** Event types, with what they lie within. */
  readonly types: readonly Block[];
}

const known = new WeakMap<Tree, FileFacts>();

/** The facts of a tree; those of the tree before it where the edit between them changed none. */
export function factsOf(tree: Tree, before?: Tree): FileFacts {
  let facts = known.get(tree);
  if (!facts) {
    const old = before && known.get(before);
    facts = old && sameFacts(tree.blocks, before.blocks) ? old : gather(tree.blocks);
    known.set(tree, facts);
  }
  return facts;
}

function gather(blocks: readonly Block[]): FileFacts {
  const facts = {
    entries: [] as EntryBlock[],
    sources: [] as Block[],
    events: [] as string[],
    report: undefined as Block | undefined,
    types: [] as Block[],
  };
  for (const block of blocks) {
    if (block.kind === 'report') facts.report ??= block;
    else if (definesEntry(block)) facts.entries.push(block);
    else if (block.kind === 'source' && block.title?.text) facts.sources.push(block);
    else if (block.kind === 'event type' && block.title?.text) facts.types.push(block);
    else if (block.kind === 'event' && block.title?.text) facts.events.push(block.title.text);
  }
  return facts;
}

/**
 * Whether the blocks that differ, those between the common beginning and the common end, are the same events by id.
 * A report counts with its content: its countries decide what names in definitions mean.
 */
function sameFacts(a: readonly Block[], b: readonly Block[]): boolean {
  if (a.length !== b.length) return false;
  return a.every((block, i) => {
    const other = b[i]!;
    if (block === other) return true;
    return block.kind === other.kind && block.kind === 'event' && block.title?.text === other.title?.text;
  });
}
