// All events of the workspace in the order of their days.
import { type Bound, isDay } from '../semantics/dates';
import { readBlock, readingsOf } from '../semantics/events';
import type { Remembered, Scope } from '../semantics/scope';
import type { Snapshot } from '../semantics/snapshot';
import { type Block, fieldOf } from '../syntax/tree';
import { type Span, shift } from '../text/span';

export interface TimelineEvent {
  readonly uri: string;
  /** The name in the header. */
  readonly span: Span;
  readonly id: string;
  /** The headline, or the type where there is none, or ''. */
  readonly title: string;
  /** The date as it is written, or ''. */
  readonly date: string;
  /** The place as it is written, or ''. */
  readonly place: string;
  /** The first day it may have happened on, else the last (ISO 8601); '' where neither is known. */
  readonly day: string;
}

/** Events by first day, then by last day; those without a day come last, in the order of the files. */
export function timeline(snapshot: Snapshot): TimelineEvent[] {
  const found: { readonly event: TimelineEvent; readonly key: string }[] = [];
  for (const { uri, tree } of snapshot.files.values()) {
    const scope = snapshot.scope(uri);
    tree.blocks.forEach((block, i) => {
      if (block.kind !== 'event' || !block.title?.text) return;
      const { facts, key } = scope.remember(known, block, () => factsOf(block, scope));
      found.push({ event: { uri, span: shift(block.title.span, tree.starts[i]!), ...facts }, key });
    });
  }
  return found.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ event }) => event);
}

interface Known {
  readonly facts: Omit<TimelineEvent, 'uri' | 'span'>;
  readonly key: string;
}
const known = new WeakMap<Block, Remembered<Known>>();

function factsOf(block: Block, scope: Scope): Known {
  const line = (key: string) => fieldOf(block, key)?.value.replace(/\s+/g, ' ').trim() ?? '';
  const date = readingsOf(readBlock(block, scope), 'date', 'date')[0]?.date;
  const days: Bound[] = date?.ok ? [date.value.earliest, date.value.latest].filter(isDay) : [];
  return {
    facts: {
      id: block.title!.text,
      title: line('title') || line('type'),
      date: line('date'),
      place: line('place'),
      day: days[0] ?? '',
    },
    key: days.join(' ') || '~',
  };
}
