// Reports as one JSON document, or one JSON object a line: everything that was written, and what it was resolved to.
import type { Snapshot } from '../semantics/snapshot';
import { type BlockKind, blockKinds } from '../syntax/vocabulary';
import { type ExportedDocument, type JsonObject, type Loss, SCHEMA_ID } from './document';
import { type Exporter, type ExportOptions, type Header, headerOf, type Piece, plainly } from './exporter';
import { walk } from './walk';

export interface JsonExport {
  readonly document: ExportedDocument;
  /** In the order of the files and of their lines. */
  readonly losses: readonly Loss[];
}

type Lists = Record<BlockKind, JsonObject[]>;
const noLists = (): Lists => ({ report: [], source: [], place: [], actor: [], event: [] });

const documentOf = ({ generator, attribution }: Header, lists: Lists): ExportedDocument => ({
  $schema: SCHEMA_ID,
  generator,
  attribution,
  reports: lists.report,
  sources: lists.source,
  places: lists.place,
  actors: lists.actor,
  events: lists.event,
});

/** The document of some files of a snapshot; files that are not in it are passed over. The same snapshot always gives the same document. */
export function toJson(snapshot: Snapshot, uris: readonly string[], options: Partial<ExportOptions>): JsonExport {
  const lists = noLists();
  const losses: Loss[] = [];
  for (const { record } of walk(snapshot, uris, { ...plainly, ...options }, losses))
    if (record) lists[record.kind].push(record.json);
  return { document: documentOf(headerOf(snapshot), lists), losses };
}

/** The text of a document (RFC 8259, UTF-8), indented by two spaces, with LF line ends. */
export const jsonText = (document: ExportedDocument): string => `${JSON.stringify(document, null, 2)}\n`;

/** A value as it stands in a list of a document. */
const inList = (value: JsonObject): string => `    ${JSON.stringify(value, null, 2).replaceAll('\n', '\n    ')}`;

export const json: Exporter = {
  name: 'json',
  title: 'JSON',
  means: 'One document with everything that was written and what it was resolved to. Can be imported again.',
  lacks: 'Only comments, and lines that could not be read.',
  extension: 'json',
  mediaType: 'application/json',
  folder: false,
  partitions: false,
  tables: [],
  begin(header) {
    // Blocks are kept as text, which takes a fraction of the room that objects do.
    const lists: Record<BlockKind, string[]> = { report: [], source: [], place: [], actor: [], event: [] };
    return {
      take({ kind, json: block }) {
        lists[kind].push(inList(block));
        return [];
      },
      *end() {
        const head = JSON.stringify({ ...documentOf(header, noLists()) }, null, 2);
        yield { file: '', data: head.slice(0, head.indexOf('  "reports": []')) };
        for (const [i, kind] of blockKinds.entries()) {
          yield { file: '', data: lists[kind].length ? `  "${kind}s": [\n` : `  "${kind}s": [` };
          yield* joined(lists[kind]);
          const more = i + 1 < blockKinds.length ? ',' : '';
          yield { file: '', data: lists[kind].length ? `\n  ]${more}\n` : `]${more}\n` };
        }
        yield { file: '', data: '}\n' };
      },
    };
  },
};

/** Items between two pieces. */
const STRIDE = 500;

function* joined(items: readonly string[]): Generator<Piece> {
  for (let from = 0; from < items.length; from += STRIDE)
    yield { file: '', data: (from ? ',\n' : '') + items.slice(from, from + STRIDE).join(',\n') };
}

export const ndjson: Exporter = {
  name: 'ndjson',
  title: 'JSON lines',
  means:
    'The same, one block a line, each saying in `block` what it is. The first line is the document without its blocks.',
  lacks: 'Only comments, and lines that could not be read.',
  extension: 'ndjson',
  mediaType: 'application/x-ndjson',
  folder: false,
  partitions: false,
  tables: [],
  begin({ generator, attribution }) {
    let first = true;
    const line = (value: object): Piece => ({ file: '', data: `${JSON.stringify(value)}\n` });
    const head = () => line({ block: 'document', $schema: SCHEMA_ID, generator, attribution });
    return {
      *take({ kind, json: block }) {
        if (first) yield head();
        first = false;
        yield line({ block: kind, ...block });
      },
      *end() {
        if (first) yield head();
      },
    };
  },
};
