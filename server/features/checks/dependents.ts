// Which files have findings that rest on events of other files, so that they are told anew when one of those changes.
import type { Twins } from '../../semantics/twins';
import type { Block } from '../../syntax/tree';

/** By file, the files that speak of its events, each with those events as they were then. Goes from snapshot to snapshot with the twins. */
const known = new WeakMap<Twins, Map<string, Map<string, readonly Block[]>>>();

/** A file's findings rest on these events of other files, and on no others. */
export function restOn(twins: Twins, uri: string, events: ReadonlyMap<string, readonly Block[]>): void {
  const all = known.get(twins) ?? new Map<string, Map<string, readonly Block[]>>();
  if (!all.size && !events.size) return;
  known.set(twins, all);
  for (const dependents of all.values()) dependents.delete(uri);
  for (const [file, blocks] of events) {
    const dependents = all.get(file) ?? new Map<string, readonly Block[]>();
    all.set(file, dependents.set(uri, blocks));
  }
}

/** A file has these blocks now: whoever rests on one that it no longer has is told anew. */
export function tellDependents(twins: Twins, uri: string, blocks: readonly Block[]): void {
  const dependents = known.get(twins)?.get(uri);
  for (const [file, events] of dependents ?? []) {
    if (events.every(event => blocks.includes(event))) continue;
    dependents?.delete(file);
    twins.stir(file);
  }
}
