// What a gazetteer knows of one place, group or person, and what it answers when a name is looked up.

export type EntityKind = 'place' | 'actor';
/** A person is in the gazetteer only as somebody who leads or led groups, and is never what a name in a report means. */
export type EntryKind = EntityKind | 'person';

/** A name of an entity besides its first one. `from` and `to` are the first and last day it was in use (ISO 8601), '' when unknown. */
export interface Alias {
  readonly text: string;
  readonly from?: string;
  readonly to?: string;
}

/** A group that a person led, by its id, and the first and last day (ISO 8601), '' when open or unknown. */
export interface Led {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

/** Where an entity was read from: the shipped index, an index the user built, or a definition in the workspace. */
export type Origin = 'geonames' | 'qalam' | 'workspace' | 'added';

/** One entry of a gazetteer. */
export interface Entity {
  /** `geonames:170589`, `qalam:jaysh-al-islam`, `workspace:place:umm-ruman`. */
  readonly id: string;
  readonly kind: EntryKind;
  readonly origin: Origin;
  /** The canonical name. */
  readonly name: string;
  /** Other names in any script, acronyms included, without the canonical one. */
  readonly aliases: readonly Alias[];
  /** A GeoNames feature code (`PPLA3`) for a place of GeoNames, else a word of the vocabulary (`hill`, `rebel group`). */
  readonly type: string;
  /** ISO 3166-1 alpha-2, home first; empty when unknown. */
  readonly countries: readonly string[];
  /** The first-level division it lies in, as the index names it; '' when unknown. */
  readonly division: string;
  /** The second-level division (district) it lies in, as the index names it; absent or '' when unknown. */
  readonly district?: string;
  /** WGS 84 decimal degrees; undefined where the entity has no point (an actor). */
  readonly latitude?: number;
  readonly longitude?: number;
  /** Radius in km within which the entity lies around its point; 0 when the source gives none. */
  readonly uncertaintyKm: number;
  /** Inhabitants; 0 when unknown. */
  readonly population: number;
  /** First and last day of existence (ISO 8601); '' when open or unknown. */
  readonly active?: { readonly from: string; readonly to: string };
  /** One sentence that tells the entity from others; '' when none. */
  readonly note: string;
  /** What a person led; absent for places and groups. */
  readonly led?: readonly Led[];
}

/** A name to look up, with what is known around it. Everything but the text and the kind only ranks, it never excludes. */
export interface Query {
  readonly text: string;
  readonly kind: EntryKind;
  /** ISO 3166-1 alpha-2 of the report, most relevant first. */
  readonly countries?: readonly string[];
  /** A division, district or country the writer named beside it (`Ad Dumayr (Rif Dimashq)`). */
  readonly qualifier?: string;
  /** Places of the same event, WGS 84. */
  readonly near?: readonly { readonly latitude: number; readonly longitude: number }[];
  /** Ids the workspace already uses, with how often. */
  readonly used?: ReadonlyMap<string, number>;
  /** ISO 8601 day of the event: groups active on it rank before others. */
  readonly day?: string;
  /** Most answers wanted; 10 when not given. */
  readonly limit?: number;
  /** Told every key and id that is looked up to resolve the name: where no entry of any of them changes, the answer does not. */
  readonly heard?: (key: string) => void;
}

/**
 * One candidate: the entity, the name of it that matched, and how sure that is (0 to 1; 1 is the same name, letter for letter; less when others
 * fit nearly as well).
 */
export interface Match {
  readonly entity: Entity;
  readonly alias: string;
  readonly score: number;
  /** How like the name is, whatever others fit it too; absent where that is the score. */
  readonly likeness?: number;
  /** Where in the text asked about the name stands (UTF-16 offsets), when words around it are no part of it. */
  readonly span?: { readonly start: number; readonly end: number };
  /** The alias is no name of the group but that of a person who led it. */
  readonly led?: Led;
}

/** What a name means. Only an exact or known name resolves; a fuzzy one never does. */
export type Resolution =
  | { readonly kind: 'resolved'; readonly entity: Entity; readonly alias: string }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Match[] }
  | { readonly kind: 'unknown'; readonly nearest: readonly Match[] };

/** A page of completions. `incomplete` says that more would match than are listed. */
export interface Completions {
  readonly matches: readonly Match[];
  readonly incomplete: boolean;
}

/** Everything known, as one: immutable, synchronous, offline. */
export interface Gazetteer {
  /** Reads a name as an exact or known name; does the cheap part only (no fuzzy search): `nearest` is empty for an unknown one. */
  resolve(query: Query): Resolution;
  /** The likeliest meanings of a name that may be misspelt or spelt in another way, best first. */
  nearest(query: Query): readonly Match[];
  /** Entries one of whose names, in any script, begins with the text (or has a word that does), best first. */
  complete(query: Query): Completions;
  /** The entry with this id; undefined when no layer has it. */
  byId(id: string): Entity | undefined;
}
