// The one table of blocks, fields, kinds of value and terms; completion, hover, checks, the JSON Schema and the reference read it.
import { blocks } from './blocks';
import type { BlockSpec, FieldSpec } from './spec';

export { blocks } from './blocks';
export type { BlockSpec, FieldSpec, Term, TermList, ValueKind } from './spec';
export type { EventType } from './terms';
export { actorKinds, countWords, eventTypes, grades, placeKinds, profiles, roles, sourceKinds } from './terms';
export { termLists, valueKinds } from './values';

export type BlockKind = keyof typeof blocks;

export const blockKinds = Object.keys(blocks) as BlockKind[];
export const isBlockKind = (word: string): word is BlockKind => Object.hasOwn(blocks, word);

/** What the vocabulary says of a block. */
export const blockSpec = (kind: BlockKind): BlockSpec => blocks[kind];

/** What the vocabulary says of a field of a block; undefined for a field it does not have. */
export const fieldSpec = (kind: string, key: string): FieldSpec | undefined =>
  isBlockKind(kind) ? blockSpec(kind).fields.find(field => field.key === key) : undefined;
