// What client and server say to each other beyond the language server protocol. Types only, so that the client can share them.
import type { Exporter } from '../exchange/exporter';
import type { ImportFormat } from '../exchange/import/importer';

/** `qalam/export`: reports in one of the formats. Reports progress and can be cancelled. */
export interface ExportParams {
  /** The name of one of the `qalam/formats`. */
  readonly format: string;
  /** Files to export; null for the whole workspace. */
  readonly uris: readonly string[] | null;
  readonly includePrivate: boolean;
  /** Divide tables by country and year. */
  readonly partition?: boolean;
  /** Begin CSV with a byte order mark, for Excel. */
  readonly byteOrderMark?: boolean;
  /** Blur coordinates to this radius in km. */
  readonly redactKm?: number;
  readonly workDoneToken?: string | number;
}

/** Something the export could not carry. `line` counts from 0. */
export interface Loss {
  readonly uri: string;
  readonly line: number;
  readonly message: string;
}

/** A file of an export: its text, or its bytes in base64 (RFC 4648). `path` is '' where the format is one file. */
export type ExportedFile = { readonly path: string } & (
  | { readonly text: string; readonly base64?: undefined }
  | { readonly base64: string; readonly text?: undefined }
);

export interface ExportResult {
  readonly files: readonly ExportedFile[];
  readonly events: number;
  readonly losses: readonly Loss[];
}

/** `qalam/import`: the reports that a file becomes, in memory. Reports progress and can be cancelled. */
export interface ImportParams {
  /** The name of one of the `imports` of `qalam/formats`. */
  readonly format: string;
  /** What the file is called, for what is said of it. */
  readonly name: string;
  readonly text: string;
  /** Where the reports go, for what is said of them. */
  readonly target: string;
  readonly workDoneToken?: string | number;
}
export interface ImportResult {
  /** Paths within the folder, with `/`. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
  /** How much has come in. */
  readonly told: string;
  /** What was odd, what was kept in `coded` and what was left out: a line each. */
  readonly oddities: readonly string[];
}

/** `qalam/formats`: the formats of exports and imports there are, in the order in which to offer them. */
export type Format = Pick<Exporter, 'name' | 'title' | 'means' | 'extension' | 'folder'>;
export type { ImportFormat };
export interface FormatsResult {
  readonly formats: readonly Format[];
  readonly imports: readonly ImportFormat[];
}

/** `qalam/tree`: how a file was read, for whoever works on Qalam itself. */
export interface TreeParams {
  readonly uri: string;
}
export interface TreeResult {
  readonly text: string;
}

/** `qalam/timeline`: all events of the workspace in the order of their days. */
export interface TimelineEvent {
  readonly uri: string;
  /** Where its name stands, counted from 0. */
  readonly line: number;
  readonly character: number;
  readonly id: string;
  readonly title: string;
  readonly date: string;
  readonly place: string;
  /** `2014-11-14`, or '' where no day is known. */
  readonly day: string;
}
export interface TimelineResult {
  readonly events: readonly TimelineEvent[];
}

/** `qalam/files`, from server to client: every report in the workspace. */
export interface FilesResult {
  readonly uris: readonly string[];
}

/** `qalam/read`, from server to client: a file the server cannot read itself. */
export interface ReadParams {
  readonly uri: string;
}
export interface ReadResult {
  /** Null when there is no such file. */
  readonly text: string | null;
}

/** `initializationOptions`: the settings below `qalam`, and what the client has of its own. */
export interface Options {
  readonly country?: readonly string[];
  /** Levels of checks by code, where they are not a check's own. */
  readonly checks?: Readonly<Record<string, string>>;
  readonly inlayHints?: Readonly<Record<string, boolean>>;
  readonly codeLens?: boolean;
  readonly gazetteerFile?: string;
  readonly diagnostics?: { readonly allFiles?: boolean };
  readonly rename?: { readonly keepOldSpelling?: string };
  /** A command that takes a URI and a position, and shows what speaks of the definition there. */
  readonly showReferences?: string;
}
