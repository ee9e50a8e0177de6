// What an export format is, and how one is made of a snapshot step by step.
import { version } from '../../package.json';
import type { Snapshot } from '../semantics/snapshot';
import { codedColumns } from './codedColumns';
import type { Loss } from './document';
import type { EventRecord, ExportRecord } from './record';
import type { Cell } from './table';
import { walk } from './walk';

export interface ExportOptions {
  /** Carry private blocks too. */
  readonly includePrivate: boolean;
  /** Blur coordinates to this radius in km; 0 leaves them as they are. */
  readonly redactKm: number;
  /** Leave cells as they are that a spreadsheet would run as formulas. */
  readonly keepFormulas: boolean;
  /** Divide tables by country and year, where the format can. */
  readonly partition: boolean;
  /** Begin each CSV file with a byte order mark (U+FEFF), without which Excel takes UTF-8 for something else. */
  readonly byteOrderMark: boolean;
}

export const plainly: ExportOptions = {
  includePrivate: false,
  redactKm: 0,
  keepFormulas: false,
  partition: false,
  byteOrderMark: false,
};

/** Some of a file. Pieces of one file come in their order; `file` is a path within the folder, '' where the format is one file. */
export interface Piece {
  readonly file: string;
  readonly data: string | Uint8Array;
}

/** What every document of an export begins with. */
export interface Header {
  readonly generator: { readonly name: string; readonly version: string };
  /** How the makers of the data behind names and coordinates must be named. */
  readonly attribution: readonly string[];
}

/** The columns of a codebook that some event of an export carries in `coded`, each once, in the order of the files. */
export type CodedColumns = (codebook: string) => readonly string[];

/** An export under way. */
export interface Writing {
  /** What can be written after one more block. */
  take(record: ExportRecord): Iterable<Piece>;
  /** What can only be written at the end. */
  end(): Iterable<Piece>;
}

/** A column or member as the reference shows it. */
export interface ColumnDoc {
  readonly name: string;
  readonly means: string;
  /** Its hashtag in HXL. */
  readonly tag?: string;
}

export interface Exporter {
  /** What `--to` takes. */
  readonly name: string;
  readonly title: string;
  readonly means: string;
  /** What it cannot carry, for the reference. */
  readonly lacks: string;
  /** Of the file, or of each file in the folder. */
  readonly extension: string;
  /** IANA media type. */
  readonly mediaType: string;
  /** Several files in a folder. */
  readonly folder: boolean;
  /** Can be divided by country and year. */
  readonly partitions: boolean;
  /** Its tables, each with its columns. */
  readonly tables: readonly { readonly name: string; readonly columns: readonly ColumnDoc[] }[];
  /** Of a format that is one table of events: the cells of the rows that an event makes by itself, whatever is `coded` of it; none when it has no place there. */
  cells?(record: EventRecord): readonly (readonly Cell[])[];
  begin(header: Header, options: ExportOptions, coded: CodedColumns): Writing;
}

/** How far an export is, and what can be written by now. */
export interface Step {
  readonly done: number;
  readonly total: number;
  readonly pieces: readonly Piece[];
}

export interface Summary {
  readonly events: number;
  readonly sources: number;
  /** In the order of the files and of their lines. */
  readonly losses: readonly Loss[];
}

/** Blocks between two steps. */
const STRIDE = 100;

/**
 * Files of a snapshot in a format, in steps, so that whoever asked can write as it goes, tell how far it is, and give up by asking no more.
 * Files that are not in the snapshot are passed over. The same snapshot always gives the same bytes.
 */
export function* exporting(
  format: Exporter,
  snapshot: Snapshot,
  uris: readonly string[],
  options: ExportOptions,
): Generator<Step, Summary> {
  const coded = codedColumns(snapshot, uris, options);
  const writing = format.begin(headerOf(snapshot), options, coded);
  const losses: Loss[] = [];
  const counted = { event: 0, source: 0, report: 0, place: 0, actor: 0, 'event type': 0 };
  let pieces: Piece[] = [];
  let at = { done: 0, total: 0 };
  for (const { record, ...progress } of walk(snapshot, uris, options, losses)) {
    at = progress;
    if (record) {
      counted[record.kind]++;
      pieces.push(...writing.take(record));
    }
    if (at.done % STRIDE !== 0) continue;
    yield { ...at, pieces };
    pieces = [];
  }
  if (pieces.length) yield { ...at, pieces };
  for (const piece of writing.end()) yield { ...at, pieces: [piece] };
  return { events: counted.event, sources: counted.source, losses };
}

export const headerOf = ({ base }: Snapshot): Header => ({
  generator: { name: 'Qalam', version },
  attribution: base.map(({ about }) => about.attribution).filter(Boolean),
});

/** A whole export in memory: the bytes of each file by its path. */
export function exported(
  format: Exporter,
  snapshot: Snapshot,
  uris: readonly string[],
  options: ExportOptions,
): Summary & { readonly files: ReadonlyMap<string, Uint8Array> } {
  const files = new Gathered();
  const work = exporting(format, snapshot, uris, options);
  for (;;) {
    const { done, value } = work.next();
    if (done) return { ...value, files: files.whole() };
    for (const piece of value.pieces) files.add(piece);
  }
}

/** Pieces put together. */
export class Gathered {
  private readonly parts = new Map<string, Uint8Array[]>();
  private readonly encoder = new TextEncoder();

  add({ file, data }: Piece): void {
    const bytes = typeof data === 'string' ? this.encoder.encode(data) : data;
    const known = this.parts.get(file);
    if (known) known.push(bytes);
    else this.parts.set(file, [bytes]);
  }

  whole(): ReadonlyMap<string, Uint8Array> {
    return new Map(
      [...this.parts].map(([file, parts]) => {
        const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
        let offset = 0;
        for (const part of parts) {
          bytes.set(part, offset);
          offset += part.length;
        }
        return [file, bytes];
      }),
    );
  }
}
