// The whole world after one edit: every file of the workspace, all that they define, and the scope each is read under.
import type { Entity, Gazetteer } from '../gazetteer/entity';
import { gazetteer as layered } from '../gazetteer/gazetteer';
import { type Layer, openIndex } from '../gazetteer/read';
import { writeIndex } from '../gazetteer/write';
import type { Block, Tree } from '../syntax/tree';
import { fieldsOf } from '../syntax/tree';
import { countryCode } from './countries';
import { type Definition, type Definitions, reportOf } from './definitions';
import { definesEntry, type EntryBlock, entriesOf, namesOf } from './entries';
import { Scope } from './scope';

export interface SourceFile {
  readonly uri: string;
  readonly tree: Tree;
}

/** Immutable. Parts that an edit did not touch are shared with the snapshot before it. */
export interface Snapshot {
  readonly files: ReadonlyMap<string, SourceFile>;
  /** The layers below the workspace's own definitions. */
  readonly base: readonly Layer[];
  readonly gazetteer: Gazetteer;
  /** The workspace's own entries, with the blocks that define them. */
  readonly entries: readonly Definition[];
  readonly definitions: Definitions;
  /** What a file is read under. */
  scope(uri: string): Scope;
}

interface Made {
  readonly entryBlocks: readonly EntryBlock[];
  /** What the definitions were made of: two equal lists mean that they still hold. */
  readonly defining: readonly string[];
  readonly scopes: Map<string, { readonly scope: Scope; readonly countries: readonly string[] }>;
}
const made = new WeakMap<Snapshot, Made>();

/**
 * The snapshot of some files over some layers. `countries` rank for reports that name none. What `before` shares with the
 * new state is taken from it, so that an edit within one event costs nothing elsewhere.
 */
export function snapshotOf(
  files: ReadonlyMap<string, SourceFile>,
  base: readonly Layer[],
  countries: readonly string[],
  before?: Snapshot,
): Snapshot {
  const earlier = before && made.get(before);
  const { entryBlocks, entries, sources, events, defining } = gather(files);
  const sameEntries = before?.base === base && sameList(entryBlocks, earlier!.entryBlocks);
  const gazetteer = sameEntries ? before.gazetteer : withEntries(base, entryBlocks);
  const sameDefinitions = sameEntries && sameList(defining, earlier!.defining);
  const definitions = sameDefinitions
    ? before.definitions
    : { sources: groupedBy(sources, ({ block }) => block.title!.text), events: mapped(events) };
  const scopes: Made['scopes'] = new Map();
  const scope = (uri: string): Scope => {
    const own = countriesOf(files.get(uri)) ?? countries;
    const known = scopes.get(uri) ?? (sameDefinitions ? earlier!.scopes.get(uri) : undefined);
    const fresh =
      known && sameList(own, known.countries)
        ? known
        : { scope: new Scope(gazetteer, definitions, own, base.length > 0), countries: own };
    scopes.set(uri, fresh);
    return fresh.scope;
  };
  const snapshot: Snapshot = { files, base, gazetteer, entries, definitions, scope };
  made.set(snapshot, { entryBlocks, defining, scopes });
  return snapshot;
}

/** All that the files define. A source counts with its content (when it was published); of an event only the id matters. */
function gather(files: ReadonlyMap<string, SourceFile>) {
  const entryBlocks: EntryBlock[] = [];
  const entries: Definition[] = [];
  const sources: Definition[] = [];
  const events: (readonly [id: string, uri: string])[] = [];
  const defining: string[] = [];
  for (const { uri, tree } of files.values()) {
    defining.push(uri);
    for (const block of tree.blocks) {
      if (definesEntry(block)) {
        entryBlocks.push(block);
        entries.push({ uri, block });
      } else if (block.kind === 'source' && block.title?.text) {
        sources.push({ uri, block });
        defining.push(block.source);
      } else if (block.kind === 'event' && block.title?.text) {
        events.push([block.title.text, uri]);
        defining.push(block.title.text);
      }
    }
  }
  return { entryBlocks, entries, sources, events, defining };
}

const sameList = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((one, i) => one === b[i]);

function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

function mapped(pairs: readonly (readonly [string, string])[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [key, value] of pairs) groups.set(key, [...(groups.get(key) ?? []), value]);
  return groups;
}

const workspace = { attribution: 'Definitions of the workspace.' };

/** The layers with the workspace's entries on top. */
function withEntries(base: readonly Layer[], blocks: readonly EntryBlock[]): Gazetteer {
  const below = layered(base);
  if (!blocks.length) return below;
  const onTop = (entries: readonly Entity[]) => layered([...base, openIndex(writeIndex(entries, workspace))]);
  return onTop(entriesOf(blocks, 'workspace', onTop));
}

/** The countries a report names; undefined when it names none. */
function countriesOf(file: SourceFile | undefined): readonly string[] | undefined {
  const report = file && reportOf(file.tree);
  if (!report || !fieldsOf(report, 'country').length) return;
  const codes = namesOf(report as Block, 'country').flatMap(({ text }) => countryCode(text) ?? []);
  return codes.length ? codes : undefined;
}
