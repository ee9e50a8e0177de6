// Reports as one JSON document: everything that was written, what it was resolved to, and a list of what is lost.
import { version } from '../../package.json';
import type { Snapshot, SourceFile } from '../semantics/snapshot';
import { type BlockKind, isBlockKind } from '../syntax/vocabulary';
import { blockToJson, type Circumstances, type KnownBlock, reportTitle, SECRET_LINE, whyLeftOut } from './blocks';
import { type ExportedDocument, type JsonObject, type Loss, SCHEMA_ID } from './document';
import { fileNames, Ids } from './ids';
import { noSecrets, type Secrets, secretsOf } from './private';
import { definitionsOf } from './used';

export interface JsonOptions {
  /** Carry private blocks too, marked `private: true`. */
  readonly includePrivate: boolean;
}

export interface JsonExport {
  readonly document: ExportedDocument;
  /** In the order of the files and of their lines. */
  readonly losses: readonly Loss[];
}

/** Blocks read, and blocks in all. */
export interface Step {
  readonly done: number;
  readonly total: number;
}

/** Blocks between two steps. */
const STRIDE = 100;

/** The document of some files of a snapshot; files that are not in it are passed over. The same snapshot always gives the same document. */
export function toJson(snapshot: Snapshot, uris: readonly string[], options: JsonOptions): JsonExport {
  const work = exporting(snapshot, uris, options);
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** The text of a document (RFC 8259, UTF-8), indented by two spaces, with LF line ends. */
export const jsonText = (document: ExportedDocument): string => `${JSON.stringify(document, null, 2)}\n`;

/** The same in steps, so that whoever asked can tell how far it is, and can give up by asking no more. */
export function* exporting(
  snapshot: Snapshot,
  uris: readonly string[],
  { includePrivate }: JsonOptions,
): Generator<Step, JsonExport> {
  const files = [...new Set(uris)].flatMap(uri => snapshot.files.get(uri) ?? []);
  const secrets = includePrivate ? noSecrets : secretsOf(snapshot);
  const called = fileNames(snapshot.files.keys());
  const names = withoutSecrets(called, secrets);
  const ids = new Ids(new Set(snapshot.definitions.events.keys()));
  const used = new Set<string>();
  const losses: Loss[] = [];
  const lists: Record<BlockKind, JsonObject[]> = { report: [], source: [], place: [], actor: [], event: [] };
  const circumstancesOf = (file: SourceFile): Circumstances => ({
    scope: snapshot.scope(file.uri),
    name: names.get(file.uri)!,
    report: reportTitle(file, secrets),
    secrets,
    ids,
    used,
  });

  const total = files.reduce((sum, { tree }) => sum + tree.blocks.length, 0);
  let done = 0;
  for (const file of files) {
    const { text, blocks, starts } = file.tree;
    const circumstances = circumstancesOf(file);
    const own: Loss[] = [];
    const lose = (line: number, message: string) =>
      void own.push({ uri: file.uri, line, message: secrets.names(message) ? SECRET_LINE : message });
    const { name } = circumstances;
    if (name !== called.get(file.uri))
      lose(0, `The name of this file speaks of something private; it is called “${name}”.`);
    for (const [i, block] of blocks.entries()) {
      if (done++ % STRIDE === 0) yield { done, total };
      const note = (offset: number, message: string) => lose(text.lineAt(starts[i]! + offset), message);
      const why = whyLeftOut(block, secrets);
      if (why) for (const [offset, message] of why) note(offset, message);
      else lists[block.kind as BlockKind].push(blockToJson(block as KnownBlock, circumstances, note));
    }
    for (const loss of own.sort((a, b) => a.line - b.line)) losses.push(loss);
  }
  // What the events rest on comes along from wherever the workspace defines it.
  for (const { file, block } of definitionsOf(snapshot, new Set(files), used)) {
    if (!isBlockKind(block.kind) || whyLeftOut(block, secrets)) continue;
    lists[block.kind].push(blockToJson(block as KnownBlock, circumstancesOf(file), () => {}));
  }

  const document: ExportedDocument = {
    $schema: SCHEMA_ID,
    generator: { name: 'Qalam', version },
    attribution: snapshot.base.map(({ about }) => about.attribution).filter(Boolean),
    reports: lists.report,
    sources: lists.source,
    places: lists.place,
    actors: lists.actor,
    events: lists.event,
  };
  return { document, losses };
}

/** The names of files, with a number in place of each that tells something private. */
function withoutSecrets(names: ReadonlyMap<string, string>, secrets: Secrets): ReadonlyMap<string, string> {
  const taken = new Set(names.values());
  let number = 0;
  const another = (): string => {
    const name = `report-${++number}.qalam`;
    return taken.has(name) ? another() : name;
  };
  return new Map([...names].map(([uri, name]) => [uri, secrets.names(name) ? another() : name]));
}
