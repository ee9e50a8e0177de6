// The whole world after one edit: every file of the workspace, all that they define, and the scope each is read under.

import { countryCode } from '../gazetteer/countries';
import type { Entity, Gazetteer } from '../gazetteer/entity';
import { gazetteer as layered } from '../gazetteer/gazetteer';
import { type Layer, openIndex } from '../gazetteer/read';
import { writeIndex } from '../gazetteer/write';
import type { Block, Tree } from '../syntax/tree';
import { fieldsOf } from '../syntax/tree';
import { Changes, type Question, question } from './basis';
import { type Definition, type Definitions, definitionsAfter, noDefinitions, reportOf } from './definitions';
import { type EntryBlock, entriesOf, namesOf } from './entries';
import { type FileFacts, factsOf } from './facts';
import { leadersOf } from './leaders';
import { Names, Scope } from './scope';
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

type Facts = ReadonlyMap<string, FileFacts>;
type Entities = ReadonlyMap<string, Entity>;

/** What all files together define. */
interface Known {
  readonly facts: Facts;
  readonly entries: readonly EntryDefinition[];
  /** The workspace's own entries and people, by id. */
  readonly entities: Entities;
  readonly gazetteer: Gazetteer;
  readonly definitions: Definitions;
  readonly changes: Changes;
  readonly state: number;
  /** By countries. */
  readonly names: Map<string, Names>;
  /** By countries and profiles: reports that have both in common are read under one scope. */
  readonly scopes: Map<string, Scope>;
}
const known = new WeakMap<Snapshot, Known>();

/**
 * The snapshot of some files over some layers. What `before` shares with the new state is taken from it, so that an edit within
 * one event costs nothing elsewhere; what an edit of a definition changes is noted, so that only what rests on that is worked out
 * again.
 */
export function snapshotOf(
  files: ReadonlyMap<string, SourceFile>,
  base: readonly Layer[],
  settings: Settings,
  before?: Snapshot,
): Snapshot {
  const facts = new Map<string, FileFacts>();
  for (const { uri, tree } of files.values()) facts.set(uri, factsOf(tree, before?.files.get(uri)?.tree));
  const comparable = before?.base === base && before.settings === settings;
  const countriesAt = (uri: string) => countriesOf(files.get(uri)) ?? settings.countries;
  const all = knownFrom(facts, base, countriesAt, comparable ? known.get(before) : undefined);
  const { entries, gazetteer, definitions, scopes } = all;
  const byFile = new Map<string, Scope>();
  const scope = (uri: string): Scope => {
    const known = byFile.get(uri);
    if (known) return known;
    const profiles = profilesOf(files.get(uri)) ?? settings.profiles;
    const names = namesIn(all, countriesAt(uri));
    const key = `${names.countries.join()}/${profiles.join()}`;
    let found = scopes.get(key);
    if (!found) {
      found = new Scope(names, definitions, base.length > 0, settings, profiles, all);
      scopes.set(key, found);
    }
    byFile.set(uri, found);
    return found;
  };
  const twins = before?.twins ?? new Twins();
  const snapshot: Snapshot = { files, base, gazetteer, entries, definitions, settings, twins, scope };
  known.set(snapshot, all);
  return snapshot;
}

function knownFrom(
  facts: Facts,
  base: readonly Layer[],
  countriesAt: (uri: string) => readonly string[],
  before: Known | undefined,
): Known {
  if (before && sameFacts(facts, before.facts)) return before;
  const entriesStay = before && sameEntries(facts, before.facts);
  const entries = entriesStay
    ? before.entries
    : [...facts].flatMap(([uri, file]) => file.entries.map(block => ({ uri, block })));
  const entities = entriesStay ? before.entities : entitiesOf(base, entries, countriesAt);
  const renewed = entriesStay || !before ? [] : differences(before.entities, entities);
  const namesStay = before && !renewed.length;
  const [definitions, changed] = definitionsAfter(
    before?.definitions ?? noDefinitions,
    before?.facts ?? new Map(),
    facts,
  );
  // Of states that do not follow one another nothing is noted.
  const follows = before?.state === before?.changes.latest;
  const changes = before && follows ? before.changes : new Changes();
  return {
    facts,
    entries,
    entities,
    gazetteer: namesStay ? before.gazetteer : gazetteerOf(base, [...entities.values()]),
    definitions,
    changes,
    state: before && follows ? changes.next([...changed, ...renewed]) : changes.latest,
    names: namesStay ? before.names : new Map(),
    scopes: new Map(),
  };
}

function namesIn({ names, gazetteer }: Known, countries: readonly string[]): Names {
  const key = countries.join();
  let found = names.get(key);
  if (!found) {
    found = new Names(gazetteer, countries);
    names.set(key, found);
  }
  return found;
}

const sameFacts = (a: Facts, b: Facts): boolean =>
  a.size === b.size && [...a].every(([uri, facts]) => b.get(uri) === facts);

/** Whether the definitions of places and groups are the same, and the reports beside them, whose countries tell namesakes apart. */
const sameEntries = (a: Facts, b: Facts): boolean =>
  [...new Set([...a.keys(), ...b.keys()])].every(uri => {
    const [one, other] = [a.get(uri), b.get(uri)];
    if (one === other) return true;
    const [entries, others] = [one?.entries ?? [], other?.entries ?? []];
    return sameList(entries, others) && (!entries.length || one?.report === other?.report);
  });

const sameList = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((one, i) => one === b[i]);

const layerOf = (entities: readonly Entity[]): Layer =>
  openIndex(writeIndex(entities, { attribution: 'Definitions of the workspace.' }, 'quick'));

/** The layers with the workspace's entries on top. */
const gazetteerOf = (base: readonly Layer[], entities: readonly Entity[]): Gazetteer =>
  layered(entities.length ? [...base, layerOf(entities)] : base);

/** What the workspace defines in places, groups and people, by id. */
function entitiesOf(
  base: readonly Layer[],
  definitions: readonly EntryDefinition[],
  countriesAt: (uri: string) => readonly string[],
): Entities {
  const uris = new Map(definitions.map(({ uri, block }) => [block, uri]));
  const blocks = [...uris.keys()];
  const own = entriesOf(
    blocks,
    'workspace',
    entities => gazetteerOf(base, entities),
    block => countriesAt(uris.get(block)!),
  );
  return new Map([...own, ...leadersOf(blocks, own, 'workspace')].map(entity => [entity.id, entity]));
}

/** What can be asked of the entries that only one of two states has, or has so: each of their keys and ids, and what any entry may answer. */
function differences(before: Entities, after: Entities): Question[] {
  const only = (here: Entities, there: Entities) =>
    [...here.values()].filter(entity => {
      const other = there.get(entity.id);
      return entity !== other && JSON.stringify(entity) !== JSON.stringify(other);
    });
  const changed = [only(before, after), only(after, before)].filter(entities => entities.length > 0);
  const keys = changed.flatMap(entities => {
    const { terms, groups } = layerOf(entities);
    return [...terms.keys(), ...groups.keys(), ...entities.map(({ id }) => id)];
  });
  return keys.length ? [question('entries'), ...keys.map(key => question('entry', key))] : [];
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
