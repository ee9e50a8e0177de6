// How often each thing is spoken of in the workspace.
import type { Block } from '../syntax/tree';
import { Recent } from '../text/recent';
import { identityOf, mentionsUnder } from './meaning';
import type { Remembered, Scope } from './scope';
import type { Snapshot, SourceFile } from './snapshot';

/** How many events, other blocks and files speak of a thing. Where it is defined or given other names does not count. */
export interface Uses {
  readonly events: number;
  readonly others: number;
  readonly files: number;
}

interface Counts {
  readonly events: ReadonlyMap<string, number>;
  readonly others: ReadonlyMap<string, number>;
  /** The events that it names: few, however many there are. */
  readonly named: readonly string[];
}

const counted = new WeakMap<SourceFile, Remembered<Counts>>();
const known = new Recent<Block, Remembered<readonly string[]>>(8192);

/** The uses of what `identityOf` tells apart. Only files that changed are counted anew, and only their changed blocks are read. */
export function usesOf(snapshot: Snapshot, identity: string): Uses {
  let [events, others, files] = [0, 0, 0];
  for (const file of snapshot.files.values()) {
    const counts = countsOf(file, snapshot.scope(file.uri));
    const [inEvents, inOthers] = [counts.events.get(identity) ?? 0, counts.others.get(identity) ?? 0];
    events += inEvents;
    others += inOthers;
    if (inEvents + inOthers) files++;
  }
  return { events, others, files };
}

/** The ids of events that anything in the workspace names. */
export function namedEvents(snapshot: Snapshot): ReadonlySet<string> {
  const named = new Set<string>();
  for (const file of snapshot.files.values())
    for (const identity of countsOf(file, snapshot.scope(file.uri)).named) named.add(identity.slice('event:'.length));
  return named;
}

const countsOf = (file: SourceFile, scope: Scope): Counts =>
  scope.remember(counted, file, () => {
    const [events, others] = [new Map<string, number>(), new Map<string, number>()];
    for (const block of file.tree.blocks) {
      const counts = block.kind === 'event' ? events : others;
      for (const identity of identitiesIn(block, scope)) counts.set(identity, (counts.get(identity) ?? 0) + 1);
    }
    const named = [...events.keys(), ...others.keys()].filter(identity => identity.startsWith('event:'));
    return { events, others, named };
  });

/** What a block speaks of, each once. */
const identitiesIn = (block: Block, scope: Scope): readonly string[] =>
  scope.remember(known, block, () => {
    const uses = mentionsUnder(block, scope).filter(({ role }) => role === 'use');
    return [...new Set(uses.map(mention => identityOf(mention, scope)))];
  });

/** `7 events`, `1 event`. */
export const times = (count: number, one: string): string =>
  `${count.toLocaleString('en')} ${one}${count === 1 ? '' : 's'}`;

/** `7 events and 1 other block`; '' when nothing speaks of it. */
export function usesInWords({ events, others }: Pick<Uses, 'events' | 'others'>): string {
  const parts = [events ? times(events, 'event') : '', others ? times(others, 'other block') : ''];
  return (events ? parts : [others ? times(others, 'block') : '']).filter(Boolean).join(' and ');
}
