// What the workspace defines: sources and events by id, in whichever file they stand.
import type { Block, Tree } from '../syntax/tree';
import { fieldOf } from '../syntax/tree';
import { type DateValue, readDate } from './dates';

/** A block that defines something, and the file it stands in. */
export interface Definition {
  readonly uri: string;
  readonly block: Block;
}

/** Sources and events by id. More than one where an id is used twice. */
export interface Definitions {
  readonly sources: ReadonlyMap<string, readonly Definition[]>;
  /** The files an event's id is defined in. */
  readonly events: ReadonlyMap<string, readonly string[]>;
  /** Event types that the workspace defines, by name. */
  readonly types: ReadonlyMap<string, readonly Definition[]>;
  /** How many places and groups are defined under a name: `place:` or `actor:` and its light key. */
  readonly names: ReadonlyMap<string, number>;
}

export const noDefinitions: Definitions = {
  sources: new Map(),
  events: new Map(),
  types: new Map(),
  names: new Map(),
};

/** What events need of a source. */
export interface SourceFacts {
  readonly id: string;
  readonly published: DateValue | undefined;
  /** As it is written; '' when the source does not say. */
  readonly language: string;
}

const facts = new WeakMap<Block, SourceFacts>();

export function sourceFacts(block: Block): SourceFacts {
  let known = facts.get(block);
  if (!known) {
    const published = fieldOf(block, 'published');
    const reading = published && readDate(published.value.trim());
    known = {
      id: block.title?.text ?? '',
      published: reading?.ok ? reading.value : undefined,
      language: fieldOf(block, 'language')?.value.trim() ?? '',
    };
    facts.set(block, known);
  }
  return known;
}

/** The source with this id; the first where several have it; undefined when none has. */
export const sourceOf = ({ sources }: Definitions, id: string): Definition | undefined => sources.get(id)?.[0];

const grading = new WeakMap<Definitions, boolean>();

/** Whether any source has a reliability. */
export function graded(definitions: Definitions): boolean {
  let known = grading.get(definitions);
  if (known === undefined) {
    const all = [...definitions.sources.values()].flat();
    known = all.some(({ block }) => !!fieldOf(block, 'reliability')?.value.trim());
    grading.set(definitions, known);
  }
  return known;
}

/** The report block of a file; undefined when it has none. */
export const reportOf = ({ blocks }: Tree): Block | undefined => blocks.find(({ kind }) => kind === 'report');
