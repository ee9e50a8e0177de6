// What an event's type is: one of the vocabulary's list, or one that the workspace defines within or beside them.
import { type Block, fieldOf, linesOf } from '../syntax/tree';
import { type EventType, eventTypes } from '../syntax/vocabulary';
import type { Definitions } from './definitions';

const shipped: ReadonlyMap<string, EventType> = new Map(eventTypes.map(type => [type.term, type]));

/** A type with the shipped one that it is, or lies within; null for one that stands by itself. */
export interface KnownType {
  readonly term: string;
  readonly means: string;
  readonly base: EventType | null;
}

const line = (block: Block, key: string): string => fieldOf(block, key)?.value.replace(/\s+/g, ' ').trim() ?? '';

/** The type of that name, letter for letter; undefined when neither the vocabulary nor the workspace has it. */
export function eventTypeOf(text: string, { types }: Definitions): KnownType | undefined {
  const base = shipped.get(text);
  if (base) return { term: text, means: base.means, base };
  const block = types.get(text)?.[0]?.block;
  if (!block) return;
  const note = fieldOf(block, 'note');
  return { term: text, means: note ? linesOf(note).join(' ') : '', base: shipped.get(line(block, 'within')) ?? null };
}

/** Every type there is: the vocabulary's, then those of the workspace in the order of its files. */
export const allEventTypes = (definitions: Definitions): KnownType[] =>
  [...shipped.keys(), ...[...definitions.types.keys()].filter(term => !shipped.has(term))].flatMap(
    term => eventTypeOf(term, definitions) ?? [],
  );
