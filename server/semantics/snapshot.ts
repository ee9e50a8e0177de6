// The whole world after one edit: every file of the workspace, all that they define, and the scope each is read under.

import { countryCode } from '../gazetteer/countries';
import type { Entity, Gazetteer } from '../gazetteer/entity';
import { lightKey } from '../gazetteer/fold';
import { gazetteer as layered } from '../gazetteer/gazetteer';
import { type Layer, openIndex } from '../gazetteer/read';
import { writeIndex } from '../gazetteer/write';
import type { Block, Tree } from '../syntax/tree';
import { fieldsOf } from '../syntax/tree';
import { type Definition, type Definitions, reportOf } from './definitions';
import { type EntryBlock, entriesOf, namesOf } from './entries';
import { type FileFacts, factsOf } from './facts';
import { leadersOf } from './leaders';
import { Scope } from './scope';
import { isProfile, type Profile, type Settings } from './settings';
import { Twins } from './twins';

export interface SourceFile {
  readonly uri: string;
  readonly tree: Tree;
}

/** A block that defines an entry, and the file it stands in. */
export type EntryDefinition = Definition & { readonly block: EntryBlock };

/** Immutable. Parts that an edit did not touch are shared with the snapshot before it. */
export interface Snapshot {
  readonly files: ReadonlyMap<string, SourceFile>;
  /** The layers below the workspace's own definitions. */
  readonly base: readonly Layer[];
  readonly gazetteer: Gazetteer;
  /** The blocks that define entries of the workspace's own. */
  readonly entries: readonly EntryDefinition[];
  readonly definitions: Definitions;
  readonly settings: Settings;
  /** Events that may be one: a memory that snapshots hand on, filled by whoever goes through files. */
  readonly twins: Twins;
  /** What a file is read under. */
  scope(uri: string): Scope;
}

interface Made {
  readonly facts: ReadonlyMap<string, FileFacts>;
  /** By countries and profiles: reports that have both in common are read under one scope. */
  readonly scopes: Map<string, Scope>;
}
const made = new WeakMap<Snapshot, Made>();

/**
 * The snapshot of some files over some layers. What `before` shares with the
 * new state is taken from it, so that an edit within one event costs nothing elsewhere.
 */
export function snapshotOf(
  files: ReadonlyMap<string, SourceFile>,
  base: readonly Layer[],
  settings: Settings,
  before?: Snapshot,
): Snapshot {
  const earlier = before && made.get(before);
  const facts = new Map<string, FileFacts>();
  for (const { uri, tree } of files.values()) facts.set(uri, factsOf(tree, before?.files.get(uri)?.tree));
  const comparable = before?.base === base && before.settings === settings;
  const same = comparable && sameFacts(facts, earlier!.facts);
  const entries = same
    ? before.entries
    : [...facts].flatMap(([uri, file]) => file.entries.map(block => ({ uri, block })));
  const gazetteer =
    same || (comparable && sameEntries(facts, earlier!.facts))
      ? before.gazetteer
      : withEntries(base, entries, uri => countriesOf(files.get(uri)) ?? settings.countries);
  const definitions = same ? before.definitions : definitionsOf(facts);
  const scopes: Made['scopes'] = same ? earlier!.scopes : new Map();
  const byFile = new Map<string, Scope>();
  const scope = (uri: string): Scope => {
    const known = byFile.get(uri);
    if (known) return known;
    const own = countriesOf(files.get(uri)) ?? settings.countries;
    const profiles = profilesOf(files.get(uri)) ?? settings.profiles;
    const key = `${own.join()}/${profiles.join()}`;
    let found = scopes.get(key);
    if (!found) {
      found = new Scope(gazetteer, definitions, own, base.length > 0, settings, profiles);
      scopes.set(key, found);
    }
    byFile.set(uri, found);
    return found;
  };
  const snapshot: Snapshot = {
    files,
    base,
    gazetteer,
    entries,
    definitions,
    settings,
    twins: before?.twins ?? new Twins(),
    scope,
  };
  made.set(snapshot, { facts, scopes });
  return snapshot;
}

function definitionsOf(facts: ReadonlyMap<string, FileFacts>): Definitions {
  const sources = new Map<string, Definition[]>();
  const events = new Map<string, string[]>();
  const types = new Map<string, Definition[]>();
  const names = new Map<string, number>();
  for (const [uri, file] of facts) {
    for (const block of file.sources) push(sources, block.title!.text, { uri, block });
    for (const block of file.types) push(types, block.title!.text, { uri, block });
    for (const id of file.events) push(events, id, uri);
    for (const { kind, title } of file.entries) {
      const key = `${kind}:${lightKey(title!.text)}`;
      names.set(key, (names.get(key) ?? 0) + 1);
    }
  }
  return { sources, events, types, names };
}

function push<Item>(groups: Map<string, Item[]>, key: string, item: Item): void {
  const group = groups.get(key);
  if (group) group.push(item);
  else groups.set(key, [item]);
}

const sameFacts = (a: ReadonlyMap<string, FileFacts>, b: ReadonlyMap<string, FileFacts>): boolean =>
  a.size === b.size && [...a].every(([uri, facts]) => b.get(uri) === facts);

/** Whether the definitions of places and groups are the same, and the reports beside them, whose countries tell namesakes apart. */
const sameEntries = (a: ReadonlyMap<string, FileFacts>, b: ReadonlyMap<string, FileFacts>): boolean =>
  [...new Set([...a.keys(), ...b.keys()])].every(uri => {
    const [one, other] = [a.get(uri), b.get(uri)];
    if (one === other) return true;
    const [entries, others] = [one?.entries ?? [], other?.entries ?? []];
    return sameList(entries, others) && (!entries.length || one?.report === other?.report);
  });

const sameList = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((one, i) => one === b[i]);

const workspace = { attribution: 'Definitions of the workspace.' };

/** The layers with the workspace's entries on top. */
function withEntries(
  base: readonly Layer[],
  definitions: readonly EntryDefinition[],
  countriesAt: (uri: string) => readonly string[],
): Gazetteer {
  if (!definitions.length) return layered(base);
  const onTop = (entries: readonly Entity[]) => layered([...base, openIndex(writeIndex(entries, workspace))]);
  const uris = new Map(definitions.map(({ uri, block }) => [block, uri]));
  const blocks = [...uris.keys()];
  const own = entriesOf(blocks, 'workspace', onTop, block => countriesAt(uris.get(block)!));
  return onTop([...own, ...leadersOf(blocks, own, 'workspace')]);
}

/** The codebooks a report names; undefined when it names none. */
function profilesOf(file: SourceFile | undefined): readonly Profile[] | undefined {
  const report = file && reportOf(file.tree);
  const words = report ? fieldsOf(report, 'profile').map(({ value }) => value.trim()) : [];
  return words.length ? words.filter(isProfile) : undefined;
}

/** The countries a report names; undefined when it names none. */
function countriesOf(file: SourceFile | undefined): readonly string[] | undefined {
  const report = file && reportOf(file.tree);
  if (!report || !fieldsOf(report, 'country').length) return;
  const codes = namesOf(report as Block, 'country').flatMap(({ text }) => countryCode(text) ?? []);
  return codes.length ? codes : undefined;
}
