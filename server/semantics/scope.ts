// What a report is read under: all that is known of names, and what they mean in this report's countries.

import type { Entity, EntityKind, EntryKind, Gazetteer, Match, Query, Resolution } from '../gazetteer/entity';
import { Recent } from '../text/recent';
import { type Basis, Changes, Ear, type Question, question, type Standpoint } from './basis';
import { type Definitions, graded, type Listed } from './definitions';
import { type Profile, plainSettings, type Settings } from './settings';

/** What names have been found to mean in some countries: shared by all scopes over one gazetteer that have these in common. */
export class Names {
  readonly resolved = new Map<string, readonly [Resolution, asked: readonly Question[]]>();
  /** A block asks for the entry of an id several times. */
  readonly byId = new Recent<string, Entity>(512);
  readonly suggestions = new Map<string, readonly Match[]>();
  /** How many searches have been made for messages. */
  searches = 0;

  constructor(
    readonly gazetteer: Gazetteer,
    /** ISO 3166-1 alpha-2. */
    readonly countries: readonly string[],
  ) {}
}

/** What has been worked out of things. */
export interface Memory<Thing, Value> {
  get(thing: Thing): Remembered<Value> | undefined;
  set(thing: Thing, value: Remembered<Value>): unknown;
}
export interface Remembered<Value> {
  readonly value: Value;
  readonly basis: Basis;
}

/** A name whose nearest ones are not known yet. */
export type Want = readonly [kind: EntryKind, text: string, qualifier?: string];

/** Answers of every kind are heard, so that what is worked out under a scope can say what it rests on. */
export class Scope {
  private readonly ear = new Ear();
  private wants: Want[] = [];
  /** From where questions are asked. */
  readonly here: Standpoint;
  /** Sources, events and their like, of the whole workspace. */
  readonly definitions: Definitions;
  /** All layers, whatever the report's countries. */
  readonly gazetteer: Gazetteer;

  constructor(
    private readonly names: Names,
    private readonly all: Definitions,
    /** False while the shipped gazetteer is missing or not yet read. */
    readonly hasGazetteer: boolean,
    readonly settings: Settings = plainSettings,
    /** The codebooks that the report is held to. */
    readonly profiles: readonly Profile[] = settings.profiles,
    { changes, state }: Omit<Standpoint, 'view'> = { changes: new Changes(), state: 0 },
  ) {
    this.here = { changes, state, view: `${names.countries.join()}/${profiles.join()}` };
    this.definitions = {
      sources: this.heardOf('source', all.sources),
      events: this.heardOf('event', all.events),
      types: this.heardOf('event type', all.types),
      names: this.heardOf('name', all.names),
    };
    const { gazetteer } = names;
    this.gazetteer = {
      resolve: query => gazetteer.resolve({ ...query, heard: key => this.ear.hear(question('entry', key)) }),
      byId: id => {
        this.ear.hear(question('entry', id));
        const known = names.byId.get(id);
        if (known) return known;
        const entity = gazetteer.byId(id);
        if (entity) names.byId.set(id, entity);
        return entity;
      },
      nearest: query => {
        this.ear.hear(question('entries'));
        return gazetteer.nearest(query);
      },
      complete: query => {
        this.ear.hear(question('entries'));
        return gazetteer.complete(query);
      },
    };
  }

  /** ISO 3166-1 alpha-2, the report's own. */
  get countries(): readonly string[] {
    return this.names.countries;
  }

  /** Whether a source of the workspace has a reliability. */
  get grades(): boolean {
    this.ear.hear(question('grades'));
    return graded(this.all);
  }

  /** What a name means here. The qualifier is what the writer put in brackets beside it. */
  resolve(kind: EntryKind, text: string, qualifier?: string): Resolution {
    const key = keyOf(kind, text, qualifier);
    let known = this.names.resolved.get(key);
    if (!known) {
      known = this.ear.listen(() => this.gazetteer.resolve(this.query(kind, text, qualifier)));
      this.names.resolved.set(key, known);
    } else for (const one of known[1]) this.ear.hear(one);
    return known[0];
  }

  /** What an id means: the entry that has it, if it is of that kind. */
  byId(kind: EntityKind, id: string, text: string): Resolution {
    const entity = this.gazetteer.byId(id);
    return entity?.kind === kind ? { kind: 'resolved', entity, alias: text } : { kind: 'unknown', nearest: [] };
  }

  /** Names that may have been meant, best first. A search of some milliseconds, for whoever asks for it. */
  nearest(kind: EntryKind, text: string, qualifier?: string): readonly Match[] {
    const { suggestions } = this.names;
    const key = keyOf(kind, text, qualifier);
    let matches = suggestions.get(key);
    if (!matches) {
      matches = this.gazetteer.nearest({ ...this.query(kind, text, qualifier), limit: 5 });
      suggestions.set(key, matches);
    }
    return matches;
  }

  /** The same if it has been looked for, else nothing yet: so a message never waits for a search. */
  nearestIfKnown(...want: Want): readonly Match[] {
    this.ear.hear(question('entries'));
    const known = this.names.suggestions.get(keyOf(...want));
    if (!known) this.wants.push(want);
    return known ?? [];
  }

  /** Works something out, and gives the names for which it had to do without a search. */
  wanting<Value>(work: () => Value): readonly [Value, readonly Want[]] {
    const outer = this.wants;
    this.wants = [];
    try {
      return [work(), this.wants];
    } finally {
      this.wants = outer;
    }
  }

  /** Makes a search that a message did without, so that it can be made anew; false when it has been made. */
  search(want: Want): boolean {
    if (this.names.suggestions.has(keyOf(...want))) return false;
    this.nearest(...want);
    this.names.searches++;
    return true;
  }

  /** How many searches have been made for messages. */
  get searches(): number {
    return this.names.searches;
  }

  query(kind: EntryKind, text: string, qualifier?: string): Query {
    return { text, kind, countries: this.countries, ...(qualifier !== undefined && { qualifier }) };
  }

  /** Works something out here, and gives what that rests on. */
  basis<Value>(work: () => Value): readonly [Value, Basis] {
    const [value, asked] = this.ear.listen(work);
    return [value, { from: this.here, asked }];
  }

  /** Whether what rests on that, worked out under this or another scope, holds here too. */
  bears({ from, asked }: Basis): boolean {
    if (from === this.here) return true;
    const { changes, state, view } = this.here;
    return from.changes === changes && from.view === view && changes.agree(asked, from.state, state);
  }

  /** What was worked out of a thing before, where that holds here; else it is worked out now. */
  remember<Thing, Value>(memory: Memory<Thing, Value>, thing: Thing, work: () => Value): Value {
    const before = memory.get(thing);
    if (before && this.bears(before.basis)) {
      for (const one of before.basis.asked) this.ear.hear(one);
      return before.value;
    }
    const [value, basis] = this.basis(work);
    memory.set(thing, { value, basis });
    return value;
  }

  private heardOf<Value>(about: string, list: Listed<Value>): Listed<Value> {
    const one = (name: string) => this.ear.hear(question(about, name));
    const whole = () => this.ear.hear(question(about));
    return {
      get: name => {
        one(name);
        return list.get(name);
      },
      has: name => {
        one(name);
        return list.has(name);
      },
      keys: () => {
        whole();
        return list.keys();
      },
    };
  }
}

const keyOf = (kind: EntryKind, text: string, qualifier = ''): string => `${kind}\n${text}\n${qualifier}`;
