// What the workspace defines: sources and events by id, in whichever file they stand.
import { lightKey } from '../gazetteer/fold';
import type { Block, Tree } from '../syntax/tree';
import { fieldOf } from '../syntax/tree';
import { type Question, question } from './basis';
import { type DateValue, readDate } from './dates';
import type { FileFacts } from './facts';

/** A block that defines something, and the file it stands in. */
export interface Definition {
  readonly uri: string;
  readonly block: Block;
}

/** Things by name. */
export type Listed<Value> = Pick<ReadonlyMap<string, Value>, 'get' | 'has' | 'keys'>;

/** Sources and events by id. More than one where an id is used twice. */
export interface Definitions {
  readonly sources: Listed<readonly Definition[]>;
  /** The files an event's id is defined in. */
  readonly events: Listed<readonly string[]>;
  /** Event types that the workspace defines, by name. */
  readonly types: Listed<readonly Definition[]>;
  /** Files in which places and groups are defined under a key of their own, one for each block, by `ownKey`. */
  readonly names: Listed<readonly string[]>;
}

/** What a place or group of the workspace must not share with another: the id it gives itself, else its name, whichever way that is spelt. */
export const ownKey = (block: Block): string => {
  const id = fieldOf(block, 'id')?.value.replace(/\s+/g, ' ').trim();
  return id ? `${block.kind} [${id}]` : `${block.kind}:${lightKey(block.title?.text ?? '')}`;
};

export const noDefinitions: Definitions = {
  sources: new Map(),
  events: new Map(),
  types: new Map(),
  names: new Map(),
};

type Facts = ReadonlyMap<string, FileFacts>;

/** One kind of thing that is defined: where the facts of a file have it, and what is kept of it. */
interface Kind<Value> {
  readonly about: string;
  readonly namesIn: (facts: FileFacts) => readonly (readonly [name: string, thing: Block | string])[];
  readonly kept: (uri: string, thing: Block | string) => Value;
  readonly uriOf: (value: Value) => string;
}

const titled = (blocks: readonly Block[]) => blocks.map(block => [block.title!.text, block] as const);
const uriOf = ({ uri }: Definition) => uri;
const itself = (uri: string) => uri;
const whole = (uri: string, thing: Block | string): Definition => ({ uri, block: thing as Block });

const sources: Kind<Definition> = { about: 'source', namesIn: facts => titled(facts.sources), kept: whole, uriOf };
const types: Kind<Definition> = { about: 'event type', namesIn: facts => titled(facts.types), kept: whole, uriOf };
const events: Kind<string> = {
  about: 'event',
  namesIn: facts => facts.events.map(id => [id, id] as const),
  kept: itself,
  uriOf: itself,
};
const names: Kind<string> = {
  about: 'name',
  namesIn: facts =>
    facts.entries.map(block => {
      const name = ownKey(block);
      return [name, name] as const;
    }),
  kept: itself,
  uriOf: itself,
};

/**
 * The definitions of files, made from those of the state before, with the questions that have other answers now. Costs what has
 * changed, and for each kind of thing that has, a copy of its table.
 */
export function definitionsAfter(before: Definitions, then: Facts, now: Facts): readonly [Definitions, Question[]] {
  const uris = [...new Set([...then.keys(), ...now.keys()])].filter(uri => then.get(uri) !== now.get(uri));
  const changed: Question[] = [];
  const after = <Value>(list: Listed<readonly Value[]>, kind: Kind<Value>) => {
    const touched = new Set<string>();
    for (const uri of uris) {
      const [old, fresh] = [then, now].map(facts => (facts.has(uri) ? kind.namesIn(facts.get(uri)!) : []));
      const counts = new Map<Block | string, number>();
      for (const [, thing] of old!) counts.set(thing, (counts.get(thing) ?? 0) + 1);
      for (const [name, thing] of fresh!) {
        const count = counts.get(thing) ?? 0;
        if (count > 0) counts.set(thing, count - 1);
        else touched.add(name);
      }
      for (const [name, thing] of old!) if (counts.get(thing)! > 0) touched.add(name);
      // Of several that share a name the first counts.
      const shared = (facts: typeof old) => facts!.filter(([name]) => (list.get(name)?.length ?? 0) > 1);
      const [earlier, later] = [shared(old), shared(fresh)];
      for (const [i, [name, thing]] of later.entries()) if (earlier[i]?.[1] !== thing) touched.add(name);
    }
    if (!touched.size) return list;
    const copy = new Map(list as ReadonlyMap<string, readonly Value[]>);
    const where = new Set(uris);
    for (const name of touched) for (const value of list.get(name) ?? []) where.add(kind.uriOf(value));
    const found = gathered(
      touched,
      [...now].filter(([uri]) => where.has(uri)),
      kind,
    );
    for (const name of touched) {
      const things = found.get(name);
      changed.push(question(kind.about, name));
      if (copy.has(name) !== !!things) changed.push(question(kind.about));
      if (things) copy.set(name, things);
      else copy.delete(name);
    }
    return copy;
  };
  const definitions = {
    sources: after(before.sources, sources),
    events: after(before.events, events),
    types: after(before.types, types),
    names: after(before.names, names),
  };
  if (graded(before) !== graded(definitions)) changed.push(question('grades'));
  return [definitions, changed];
}

/** What some names stand for, in the order of the files. */
function gathered<Value>(
  wanted: ReadonlySet<string>,
  files: Iterable<readonly [string, FileFacts]>,
  { namesIn, kept }: Kind<Value>,
) {
  const found = new Map<string, Value[]>();
  for (const [uri, facts] of files)
    for (const [name, thing] of namesIn(facts)) {
      if (!wanted.has(name)) continue;
      const things = found.get(name);
      if (things) things.push(kept(uri, thing));
      else found.set(name, [kept(uri, thing)]);
    }
  return found;
}

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
export const sourceOf = ({ sources }: Pick<Definitions, 'sources'>, id: string): Definition | undefined =>
  sources.get(id)?.[0];

const grading = new WeakMap<object, boolean>();

/** Whether any source has a reliability. */
export function graded({ sources }: Pick<Definitions, 'sources'>): boolean {
  let known = grading.get(sources);
  if (known === undefined) {
    known = [...sources.keys()].some(id =>
      sources.get(id)?.some(({ block }) => !!fieldOf(block, 'reliability')?.value.trim()),
    );
    grading.set(sources, known);
  }
  return known;
}

/** The report block of a file; undefined when it has none. */
export const reportOf = ({ blocks }: Tree): Block | undefined => blocks.find(({ kind }) => kind === 'report');
