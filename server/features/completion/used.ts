// Completions that come from what the workspace has already: names that are used and not defined, and values of the same field.

import { genericActor } from '../../gazetteer/generic';
import { isolated } from '../../semantics/direction';
import { eventTypeOf } from '../../semantics/eventTypes';
import { meaningOf, mentionsUnder } from '../../semantics/meaning';
import type { Topic } from '../../semantics/mentions';
import type { Snapshot } from '../../semantics/snapshot';
import { times } from '../../semantics/uses';
import { valueOfField } from '../../semantics/values';
import { type Block, fieldsOf } from '../../syntax/tree';
import { fieldSpec } from '../../syntax/vocabulary';
import type { Item } from './item';

/** Most values listed. */
const MOST = 50;

/** Names of that kind which something speaks of and nothing defines, those most used first; for whoever begins a definition. */
export function undefinedNames(snapshot: Snapshot, topic: Topic): Item[] {
  const counts = new Map<string, number>();
  for (const { uri, tree } of snapshot.files.values()) {
    const scope = snapshot.scope(uri);
    const { sources, events } = scope.definitions;
    for (const block of tree.blocks) {
      for (const mention of mentionsUnder(block, scope)) {
        if (mention.topic !== topic || mention.role !== 'use') continue;
        const { text } = mention;
        const known =
          topic === 'source'
            ? sources.has(text)
            : topic === 'event'
              ? events.has(text)
              : topic === 'event type'
                ? eventTypeOf(text, scope.definitions)
                : meaningOf(mention, scope).kind !== 'unknown' || (topic === 'actor' && genericActor(text));
        if (!known) counts.set(text, (counts.get(text) ?? 0) + 1);
      }
    }
  }
  const quoted = topic !== 'source' && topic !== 'event';
  return ranked(counts).map(([label, count]) => ({
    label,
    detail: `used ${times(count, 'time')}`,
    kind: topic,
    insert: quoted ? `"${label}"` : label,
  }));
}

/** What the field says in other blocks of the kind, most frequent first; the block’s own value is not counted. */
export const earlierValues = (snapshot: Snapshot, block: Block, key: string): Item[] =>
  items(snapshot, block, key, function* (other) {
    for (const { value } of fieldsOf(other, key)) yield value.replace(/\s+/g, ' ').trim();
  });

/** Whom events have cited through their sources. */
export const earlierCites = (snapshot: Snapshot, block: Block, key: string): Item[] =>
  items(snapshot, block, key, function* (other) {
    for (const field of fieldsOf(other, key)) {
      const value = valueOfField(field, fieldSpec(other.kind, key));
      if (value.kind === 'source' && value.source.cites) yield value.source.cites.text;
    }
  });

function items(
  { files }: Snapshot,
  block: Block,
  key: string,
  valuesOf: (other: Block, key: string) => Iterable<string>,
): Item[] {
  const counts = new Map<string, number>();
  for (const { tree } of files.values()) {
    for (const other of tree.blocks) {
      if (other === block || other.kind !== block.kind) continue;
      for (const value of valuesOf(other, key)) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return ranked(counts).map(([insert]) => ({ label: isolated(insert), detail: '', kind: 'phrase', insert }));
}

const ranked = (counts: ReadonlyMap<string, number>): [string, number][] =>
  [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, MOST);
