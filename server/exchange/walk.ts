// The blocks that an export consists of, one after another: read, resolved, without what is private, blurred as wanted.
import { type FieldReading, readBlock } from '../semantics/events';
import type { Snapshot, SourceFile } from '../semantics/snapshot';
import { isBlockKind } from '../syntax/vocabulary';
import { blockToJson, type Circumstances, type KnownBlock, reportTitle, SECRET_LINE, whyLeftOut } from './blocks';
import type { ExportedEvent, Grade, JsonObject, Loss, Note } from './document';
import type { ExportOptions } from './exporter';
import { fileNames, Ids } from './ids';
import { noSecrets, type Secrets, secretsOf } from './private';
import type { EventRecord, ExportRecord } from './record';
import { noRedaction, redaction } from './redact';
import { definitionsOf } from './used';

/** Blocks visited, blocks in all, and the block itself; null for one that stays out. */
export interface Visit {
  readonly done: number;
  readonly total: number;
  readonly record: ExportRecord | null;
}

/** What all records of one export have in common. */
interface Records {
  readonly secrets: Secrets;
  /** What each file would be called if nothing were private. */
  readonly called: ReadonlyMap<string, string>;
  circumstancesOf(file: SourceFile): Circumstances;
  recordOf(block: KnownBlock, around: Circumstances, note: Note): ExportRecord;
}

type Shown = Pick<ExportOptions, 'includePrivate' | 'redactKm'>;

/** `used` gathers what the blocks rest on, as they are made records. */
function recordsOf(snapshot: Snapshot, { includePrivate, redactKm }: Shown, used: Set<string> | null): Records {
  const secrets = includePrivate ? noSecrets : secretsOf(snapshot);
  const blurring = redactKm > 0 ? redaction(redactKm) : noRedaction;
  const called = fileNames(snapshot.files.keys());
  const names = withoutSecrets(called, secrets);
  const ids = new Ids(new Set(snapshot.definitions.events.keys()));
  const circumstancesOf = (file: SourceFile): Circumstances => ({
    scope: snapshot.scope(file.uri),
    name: names.get(file.uri)!,
    report: reportTitle(file, secrets),
    secrets,
    ids,
    used,
    redaction: blurring,
  });

  const sources = new Map<string, JsonObject | undefined>();
  /** Sources are cited far more often than there are any. */
  const source = (id: string): JsonObject | undefined => {
    if (!sources.has(id)) {
      const definition = snapshot.definitions.sources.get(id)?.[0];
      const file = definition && snapshot.files.get(definition.uri);
      const block = definition?.block as KnownBlock | undefined;
      if (!file || !block || whyLeftOut(block, secrets)) sources.set(id, undefined);
      else {
        const around = { ...circumstancesOf(file), used: null };
        sources.set(
          id,
          blockToJson(block, readBlock(block, around.scope), around, () => {}),
        );
      }
    }
    return sources.get(id);
  };
  const recordOf = (block: KnownBlock, around: Circumstances, note: Note): ExportRecord => {
    const { scope } = around;
    const fields: FieldReading[] = [];
    const json = blockToJson(block, readBlock(block, scope), around, note, fields);
    const lose = (message: string, grade: Grade = 'dropped') => note(0, message, grade);
    const rest = { reading: { block, fields }, scope, secrets, redaction: blurring, source, lose };
    return block.kind === 'event'
      ? { ...rest, kind: block.kind, json: json as ExportedEvent }
      : { ...rest, kind: block.kind, json };
  };
  return { secrets, called, circumstancesOf, recordOf };
}

/**
 * The blocks of some files in their order, then the sources, places and groups of other files that they rest on. What is lost is added to
 * `losses` file by file, in the order of the lines.
 */
export function* walk(snapshot: Snapshot, uris: readonly string[], shown: Shown, losses: Loss[]): Generator<Visit> {
  const files = [...new Set(uris)].flatMap(uri => snapshot.files.get(uri) ?? []);
  const used = new Set<string>();
  const { secrets, called, circumstancesOf, recordOf } = recordsOf(snapshot, shown, used);
  const total = files.reduce((sum, { tree }) => sum + tree.blocks.length, 0);
  let done = 0;
  for (const file of files) {
    const { text, blocks, starts } = file.tree;
    const circumstances = circumstancesOf(file);
    const own: Loss[] = [];
    const told = (line: number, message: string, grade: Grade): Loss => ({
      uri: file.uri,
      line,
      event: null,
      message: secrets.names(message) ? SECRET_LINE : message,
      grade,
    });
    const { name } = circumstances;
    if (name !== called.get(file.uri))
      own.push(told(0, `The name of this file speaks of something private; it is called “${name}”.`, 'withheld'));
    for (const [i, block] of blocks.entries()) {
      done++;
      const here: Loss[] = [];
      const note: Note = (offset, message, grade) =>
        void here.push(told(text.lineAt(starts[i]! + offset), message, grade));
      const why = whyLeftOut(block, secrets);
      for (const [offset, message, grade] of why ?? []) note(offset, message, grade);
      const record = why ? null : recordOf(block as KnownBlock, circumstances, note);
      yield { done, total, record };
      // Whoever was handed the record has told by now what it does not carry.
      const event = record?.kind === 'event' ? record.json.id : null;
      for (const loss of here) own.push(event === null ? loss : { ...loss, event });
    }
    for (const loss of own.sort((a, b) => a.line - b.line)) losses.push(loss);
  }
  // What the events rest on comes along from wherever the workspace defines it.
  for (const { file, block } of definitionsOf(snapshot, new Set(files), used)) {
    if (!isBlockKind(block.kind) || whyLeftOut(block, secrets)) continue;
    yield { done, total, record: recordOf(block as KnownBlock, circumstancesOf(file), () => {}) };
  }
}

/** The events of a snapshot alone, as `walk` would give them, and no word of what is lost. */
export function* eventsOf(snapshot: Snapshot, shown: Shown): Generator<EventRecord> {
  const { secrets, circumstancesOf, recordOf } = recordsOf(snapshot, shown, null);
  for (const file of snapshot.files.values()) {
    const circumstances = circumstancesOf(file);
    for (const block of file.tree.blocks) {
      if (block.kind !== 'event' || whyLeftOut(block, secrets)) continue;
      const record = recordOf(block as KnownBlock, circumstances, () => {});
      if (record.kind === 'event') yield record;
    }
  }
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
