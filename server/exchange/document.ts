// What the JSON export consists of: one document (RFC 8259) whose members are named by the vocabulary.
import type { Relation } from '../semantics/places';

/** Says which schema the document keeps to; raised when a reader of the last one would misread a new document. */
export const SCHEMA_ID = 'urn:qalam:schema:1';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [member: string]: Json };

/** Members by name, in the order in which they are written. */
export interface JsonObject {
  readonly [member: string]: Json;
}

/** A date as written and as read. `edtf` is null when it is not EDTF (ISO 8601-2) or no such day exists. */
export interface ExportedDate extends JsonObject {
  readonly text: string;
  readonly edtf: string | null;
  /** A day (ISO 8601, `2014-11-14`), `open`, or `unknown`. */
  readonly earliest: string;
  readonly latest: string;
  readonly approximate: boolean;
  readonly uncertain: boolean;
}

/** What a place was resolved to; null for whatever is not known. Coordinates are WGS 84 decimal degrees. */
export interface ExportedPoint extends JsonObject {
  readonly relation: Relation | null;
  /** Name and id of the entry it is, or is told by. */
  readonly name: string | null;
  readonly id: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly uncertaintyKm: number | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
}

/** A place as written and as resolved. */
export interface ExportedPlace extends ExportedPoint {
  readonly text: string;
}

/** Someone who took part, as written and as resolved. */
export interface ExportedActor extends JsonObject {
  readonly text: string;
  readonly name: string | null;
  readonly id: string | null;
  readonly role: string | null;
  readonly kind: string | null;
}

/** A source that an event cites: `id` is that of one of `sources`, `attribution` whom it cites in turn; a grade where its line has one. */
export interface ExportedCitation extends JsonObject {
  readonly text: string;
  readonly id: string | null;
  readonly attribution: string | null;
  readonly reliability?: string;
  readonly credibility?: string;
}

/** A figure as written and as read; null where the words give no bound. */
export interface ExportedCount extends JsonObject {
  readonly text: string;
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
}

/** An event. Members that only some events have are read by name. */
export interface ExportedEvent extends JsonObject {
  readonly id: string;
  readonly file: string;
  readonly report: string | null;
  readonly type: string | null;
  readonly subEventType: string | null;
  readonly family: string | null;
  readonly disorder: string | null;
  readonly date: ExportedDate | null;
  readonly place: ExportedPlace | null;
  readonly actors: readonly ExportedActor[];
  readonly sources: readonly ExportedCitation[];
}

export interface ExportedDocument extends JsonObject {
  readonly $schema: string;
  readonly generator: { readonly name: string; readonly version: string };
  /** How the makers of the data behind names and coordinates must be named. */
  readonly attribution: readonly string[];
  readonly reports: readonly JsonObject[];
  readonly sources: readonly JsonObject[];
  /** Places and groups that the workspace defines. */
  readonly places: readonly JsonObject[];
  readonly actors: readonly JsonObject[];
  /** Event types that the workspace defines. */
  readonly eventTypes: readonly JsonObject[];
  readonly events: readonly JsonObject[];
}

/** What a loss is: something written that the format does not carry, something private that was not asked for, or words without their meaning. */
export type Grade = 'dropped' | 'withheld' | 'unresolved';

/** Something that the export leaves out, or carries only as it was written. `line` counts from 0. */
export interface Loss {
  readonly uri: string;
  readonly line: number;
  /** Id of the event it is a line of; null for other blocks, and for an event that stays out. */
  readonly event: string | null;
  readonly message: string;
  readonly grade: Grade;
}

/** What is told of a loss: the event, and what became of its line. */
export const lossText = ({ event, message }: Pick<Loss, 'event' | 'message'>): string =>
  event === null ? message : `${event}: ${message}`;

/** Takes note of a loss at an offset counted from the start of the block at hand. */
export type Note = (offset: number, message: string, grade: Grade) => void;
