// Reports as one JSON document, or one JSON object a line: everything that was written, and what it was resolved to.
import type { Snapshot } from '../semantics/snapshot';
import { type BlockKind, blockKinds, blockSpec } from '../syntax/vocabulary';
import { type ExportedDocument, type JsonObject, type Loss, SCHEMA_ID } from './document';
import { type Exporter, type ExportOptions, type Header, headerOf, type Piece, plainly } from './exporter';
import { walk } from './walk';

export interface JsonExport {
  readonly document: ExportedDocument;
  /** In the order of the files and of their lines. */
  readonly losses: readonly Loss[];
}

type Lists = Record<BlockKind, JsonObject[]>;
const noLists = (): Lists => ({
  report: [],
  source: [],
  place: [],
  actor: [],
  'event type': [],
  event: [],
});

const documentOf = ({ generator, attribution }: Header, lists: Lists): ExportedDocument => ({
  $schema: SCHEMA_ID,
  generator,
  attribution,
  reports: lists.report,
  sources: lists.source,
  places: lists.place,
  actors: lists.actor,
  eventTypes: lists['event type'],
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
    const lists = Object.fromEntries(blockKinds.map(kind => [kind, new Spool(',\n')])) as Record<BlockKind, Spool>;
    return {
      take({ kind, json: block }) {
        lists[kind].add(inList(block));
        return [];
      },
      *end() {
        const piece = (data: string | Uint8Array): Piece => ({ file: '', data });
        const head = JSON.stringify({ ...documentOf(header, noLists()) }, null, 2);
        yield piece(head.slice(0, head.indexOf('  "reports": []')));
        for (const [i, kind] of blockKinds.entries()) {
          const list = lists[kind];
          yield piece(`  "${blockSpec(kind).json}": [${list.isEmpty ? '' : '\n'}`);
          for (const part of list.parts()) yield piece(part);
          yield piece(`${list.isEmpty ? '' : '\n  '}]${i + 1 < blockKinds.length ? ',' : ''}\n`);
        }
        yield piece('}\n');
      },
    };
  },
};

/** Characters that are kept as text before they become bytes. */
const CHUNK = 1 << 16;

/** Texts that are kept for later, as bytes: half the room, and no burden for the collector of garbage. */
class Spool {
  private readonly encoder = new TextEncoder();
  private readonly done: Uint8Array[] = [];
  private text = '';
  isEmpty = true;

  constructor(private readonly between: string) {}

  add(text: string): void {
    this.text += this.isEmpty ? text : this.between + text;
    this.isEmpty = false;
    if (this.text.length < CHUNK) return;
    this.done.push(this.encoder.encode(this.text));
    this.text = '';
  }

  *parts(): Generator<string | Uint8Array> {
    yield* this.done;
    if (this.text) yield this.text;
  }
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
