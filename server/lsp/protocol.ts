// What client and server say to each other beyond the language server protocol. Types only, so that the client can share them.

/** `qalam/export`: reports as one JSON document. Reports progress and can be cancelled. */
export interface ExportParams {
  readonly format: 'json';
  /** Files to export; null for the whole workspace. */
  readonly uris: readonly string[] | null;
  readonly includePrivate: boolean;
  readonly workDoneToken?: string | number;
}

/** Something the export could not carry. `line` counts from 0. */
export interface Loss {
  readonly uri: string;
  readonly line: number;
  readonly message: string;
}

export interface ExportResult {
  readonly text: string;
  readonly events: number;
  readonly losses: readonly Loss[];
}

/** `qalam/tree`: how a file was read, for whoever works on Qalam itself. */
export interface TreeParams {
  readonly uri: string;
}
export interface TreeResult {
  readonly text: string;
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
  readonly text: string;
}

/** `initializationOptions`: the settings below `qalam`, and what the client has of its own. */
export interface Options {
  readonly country?: readonly string[];
  readonly inlayHints?: Readonly<Record<string, boolean>>;
  readonly codeLens?: boolean;
  /** A command that takes a URI and a position, and shows what speaks of the definition there. */
  readonly showReferences?: string;
}
