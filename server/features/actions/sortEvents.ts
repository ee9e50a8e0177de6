// Puts the events of a file in the order of their days.
import { isDay } from '../../semantics/dates';
import { readBlock, readingsOf } from '../../semantics/events';
import type { Scope } from '../../semantics/scope';
import { newlineOf } from '../../syntax/print';
import type { Block } from '../../syntax/tree';
import { replace } from '../../text/edit';
import type { Action, Asked } from './action';

/**
 * Only events that follow one another change places: a comment at the margin, which may be a heading, and blocks of other
 * kinds stay where they are. Nothing where all is in order.
 */
export function sortEvents({ snapshot, uri }: Asked): Action[] {
  const file = snapshot.files.get(uri);
  if (!file) return [];
  const scope = snapshot.scope(uri);
  const { blocks, starts, text } = file.tree;
  const newline = newlineOf(text);
  const edits = runsOf(blocks).flatMap(({ from, to }) => {
    const run = blocks.slice(from, to + 1).map(block => ({ body: bodyOf(block), key: keyOf(block, scope) }));
    const sorted = [...run].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
    if (sorted.every((one, i) => one === run[i])) return [];
    const span = { start: starts[from]!, end: starts[to]! + run.at(-1)!.body.length };
    return [replace(span, sorted.map(({ body }) => body).join(newline + newline))];
  });
  return edits.length
    ? [{ title: 'Sort events by date', kind: 'source.sortEvents', edits: () => new Map([[uri, edits]]) }]
    : [];
}

/** First and last index of events between which nothing else stands. */
function runsOf(blocks: readonly Block[]): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  let open: { from: number; to: number } | undefined;
  blocks.forEach((block, i) => {
    if (block.kind !== 'event') open = undefined;
    else if (open) open.to = i;
    else {
      open = { from: i, to: i };
      runs.push(open);
    }
    if (bodyOf(block).length < block.source.trimEnd().length) open = undefined;
  });
  return runs;
}

/** A block without the comments at the margin behind it, which speak of what follows. */
function bodyOf({ source, end }: Block): string {
  const comment = source.slice(end).search(/[\r\n]#/);
  return (comment < 0 ? source : source.slice(0, end + comment)).trimEnd();
}

/** What events are sorted by: first day, then last day. Those without a day that is known come last. */
function keyOf(block: Block, scope: Scope): string {
  const date = readingsOf(readBlock(block, scope), 'date', 'date')[0]?.date;
  if (!date?.ok) return '~';
  const { earliest, latest } = date.value;
  return [earliest, latest].filter(isDay).join(' ') || '~';
}
