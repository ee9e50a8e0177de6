// What a report is read under: all that is known of names, and what they mean in this report's countries.

import type { EntityKind, Gazetteer, Match, Query, Resolution } from '../gazetteer/entity';
import type { Definitions } from './definitions';

/** Names looked up by sound for messages; beyond these, only the quick fix looks for the nearest names. */
const MOST_SUGGESTIONS = 60;

/** Identity matters: findings and readings made under one scope hold as long as the report is read under that same scope. */
export class Scope {
  private readonly resolved = new Map<string, Resolution>();
  private readonly suggestions = new Map<string, readonly Match[]>();

  constructor(
    readonly gazetteer: Gazetteer,
    /** Sources, events and their like, of the whole workspace. */
    readonly definitions: Definitions,
    /** ISO 3166-1 alpha-2, the report's own. */
    readonly countries: readonly string[],
    /** False while the shipped gazetteer is missing or not yet read. */
    readonly hasGazetteer: boolean,
  ) {}

  /** What a name means here. The qualifier is what the writer put in brackets beside it. */
  resolve(kind: EntityKind, text: string, qualifier?: string): Resolution {
    const key = `${kind}\n${text}\n${qualifier ?? ''}`;
    let resolution = this.resolved.get(key);
    if (!resolution) {
      resolution = this.gazetteer.resolve(this.query(kind, text, qualifier));
      this.resolved.set(key, resolution);
    }
    return resolution;
  }

  /** Names that may have been meant, best first. */
  nearest(kind: EntityKind, text: string, qualifier?: string): readonly Match[] {
    const key = `${kind}\n${text}\n${qualifier ?? ''}`;
    let matches = this.suggestions.get(key);
    if (!matches) {
      matches = this.gazetteer.nearest({ ...this.query(kind, text, qualifier), limit: 5 });
      this.suggestions.set(key, matches);
    }
    return matches;
  }

  /** The same while a message still has time for it; empty once many names have been looked up. */
  nearestForMessage(kind: EntityKind, text: string, qualifier?: string): readonly Match[] {
    const key = `${kind}\n${text}\n${qualifier ?? ''}`;
    return this.suggestions.has(key) || this.suggestions.size < MOST_SUGGESTIONS
      ? this.nearest(kind, text, qualifier)
      : [];
  }

  query(kind: EntityKind, text: string, qualifier?: string): Query {
    return { text, kind, countries: this.countries, ...(qualifier !== undefined && { qualifier }) };
  }
}
