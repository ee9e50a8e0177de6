// What an export must not show: blocks that are marked private, and every mention of what they define.
import type { Definition } from '../semantics/definitions';
import { entryId } from '../semantics/entries';
import { entityOf } from '../semantics/meaning';
import type { Mention } from '../semantics/mentions';
import type { Scope } from '../semantics/scope';
import type { Snapshot } from '../semantics/snapshot';
import type { Block } from '../syntax/tree';
import { fieldSpec } from '../syntax/vocabulary';
import { within } from '../syntax/within';

/**
 * Whether a block is to stay out of exports. When in doubt it is: a misspelt key (`privat`), or a value other than `no`, hides it too,
 * because what an export has once shown cannot be taken back.
 */
export const isPrivate = ({ kind, fields }: Block): boolean =>
  fields.some(({ key, value }) => meansPrivate(kind, key.text) && value.trim().toLowerCase() !== 'no');

const meansPrivate = (kind: string, key: string): boolean =>
  key === 'private' || (!fieldSpec(kind, key) && within(key.toLowerCase(), 'private', 2));

/** What private blocks of the workspace define, by id. */
export interface Secrets {
  readonly sources: ReadonlySet<string>;
  readonly events: ReadonlySet<string>;
  /** Places and actors. */
  readonly entries: ReadonlySet<string>;
}

export const noSecrets: Secrets = { sources: new Set(), events: new Set(), entries: new Set() };

/** The secrets of a whole workspace, exported or not. An id that is private in one place is private in all. */
export function secretsOf({ files, entries }: Snapshot): Secrets {
  const titles = (kind: string) =>
    [...files.values()].flatMap(({ tree }) =>
      tree.blocks.flatMap(block => (block.kind === kind && block.title && isPrivate(block) ? block.title.text : [])),
    );
  const hidden = entries.filter(({ block }: Definition) => isPrivate(block));
  return {
    sources: new Set(titles('source')),
    events: new Set(titles('event')),
    entries: new Set(hidden.map(({ block }) => entryId(block, 'workspace'))),
  };
}

/** Whether a mention speaks of something private. */
export function isSecret(mention: Mention, scope: Scope, secrets: Secrets): boolean {
  switch (mention.topic) {
    case 'source':
      return secrets.sources.has(mention.text);
    case 'event':
      return secrets.events.has(mention.text);
    case 'place':
    case 'actor':
      return secrets.entries.size > 0 && secrets.entries.has(entityOf(mention, scope)?.id ?? '');
  }
}
