// What a report is read under: all that is known of names, and what they mean in this report's countries.

import type { EntityKind, EntryKind, Gazetteer, Match, Query, Resolution } from '../gazetteer/entity';
import { type Definitions, graded } from './definitions';
import { type Profile, plainSettings, type Settings } from './settings';

/** Identity matters: findings and readings made under one scope hold as long as the report is read under that same scope. */
export class Scope {
  private readonly resolved = new Map<string, Resolution>();
  private readonly suggestions = new Map<string, readonly Match[]>();
  private readonly wanted = new Map<string, readonly [EntryKind, string, string | undefined]>();

  constructor(
    readonly gazetteer: Gazetteer,
    /** Sources, events and their like, of the whole workspace. */
    readonly definitions: Definitions,
    /** ISO 3166-1 alpha-2, the report's own. */
    readonly countries: readonly string[],
    /** False while the shipped gazetteer is missing or not yet read. */
    readonly hasGazetteer: boolean,
    readonly settings: Settings = plainSettings,
    /** The codebooks that the report is held to. */
    readonly profiles: readonly Profile[] = settings.profiles,
  ) {}

  /** Whether a source of the workspace has a reliability. */
  get grades(): boolean {
    return graded(this.definitions);
  }

  /** What a name means here. The qualifier is what the writer put in brackets beside it. */
  resolve(kind: EntryKind, text: string, qualifier?: string): Resolution {
    const key = keyOf(kind, text, qualifier);
    let resolution = this.resolved.get(key);
    if (!resolution) {
      resolution = this.gazetteer.resolve(this.query(kind, text, qualifier));
      this.resolved.set(key, resolution);
    }
    return resolution;
  }

  /** What an id means: the entry that has it, if it is of that kind. */
  byId(kind: EntityKind, id: string, text: string): Resolution {
    const entity = this.gazetteer.byId(id);
    return entity?.kind === kind ? { kind: 'resolved', entity, alias: text } : { kind: 'unknown', nearest: [] };
  }

  /** Names that may have been meant, best first. A search of some milliseconds, for whoever asks for it. */
  nearest(kind: EntryKind, text: string, qualifier?: string): readonly Match[] {
    const key = keyOf(kind, text, qualifier);
    let matches = this.suggestions.get(key);
    if (!matches) {
      matches = this.gazetteer.nearest({ ...this.query(kind, text, qualifier), limit: 5 });
      this.suggestions.set(key, matches);
    }
    return matches;
  }

  /** The same if it has been looked for, else nothing yet: `search` will. So a message never waits for a search. */
  nearestIfKnown(kind: EntryKind, text: string, qualifier?: string): readonly Match[] {
    const key = keyOf(kind, text, qualifier);
    const known = this.suggestions.get(key);
    if (known) return known;
    this.wanting++;
    this.wanted.set(key, [kind, text, qualifier]);
    return [];
  }

  /** Makes one of the searches that messages want; false when none is left. Messages made before it can now be made anew. */
  search(): boolean {
    const next = this.wanted.entries().next();
    if (next.done) return false;
    const [key, [kind, text, qualifier]] = next.value;
    this.wanted.delete(key);
    this.nearest(kind, text, qualifier);
    this.searches++;
    return true;
  }

  /** How many searches have been made for messages. */
  searches = 0;
  /** How often a message had to do without one. */
  wanting = 0;

  query(kind: EntryKind, text: string, qualifier?: string): Query {
    return { text, kind, countries: this.countries, ...(qualifier !== undefined && { qualifier }) };
  }
}

const keyOf = (kind: EntryKind, text: string, qualifier = ''): string => `${kind}\n${text}\n${qualifier}`;
