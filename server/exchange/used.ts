// What exported blocks rest on, and where other files of the workspace define it.
import type { Definition } from '../semantics/definitions';
import { entryId } from '../semantics/entries';
import type { Snapshot, SourceFile } from '../semantics/snapshot';
import type { Block } from '../syntax/tree';

/** Names what a block defines, or a mention speaks of, in a set of things used. */
export const usedKey = (kind: 'source' | 'entry' | 'event type', id: string): string => `${kind} ${id}`;

/**
 * The sources, places, actors and event types of files outside `exported` that are named in `used`, each once. While the caller reads on, `used` may
 * grow: what it then names comes too.
 */
export function* definitionsOf(
  { files, definitions, entries }: Snapshot,
  exported: ReadonlySet<SourceFile>,
  used: ReadonlySet<string>,
): Generator<{ file: SourceFile; block: Block }> {
  const elsewhere = new Map<string, Definition>();
  const { sources, types } = definitions;
  for (const [topic, list] of [
    ['source', sources],
    ['event type', types],
  ] as const)
    for (const name of list.keys()) elsewhere.set(usedKey(topic, name), list.get(name)![0]!);
  // Of two entries with one id the later counts.
  for (const entry of entries) elsewhere.set(usedKey('entry', entryId(entry.block, 'workspace')), entry);
  // A set hands out what is added while it is read.
  for (const key of used) {
    const definition = elsewhere.get(key);
    const file = definition && files.get(definition.uri);
    if (file && !exported.has(file)) yield { file, block: definition.block };
  }
}
