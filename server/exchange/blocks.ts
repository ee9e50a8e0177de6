// One block as a JSON object: what it is called, then its fields under the names the vocabulary gives them, in the vocabulary's order.
import { reportOf, sourceOf } from '../semantics/definitions';
import { entryId } from '../semantics/entries';
import type { BlockReading, FieldReading } from '../semantics/events';
import { eventTypeOf } from '../semantics/eventTypes';
import { entityOf } from '../semantics/meaning';
import { type Mention, mentionsIn } from '../semantics/mentions';
import type { Scope } from '../semantics/scope';
import type { SourceFile } from '../semantics/snapshot';
import type { Block, Field } from '../syntax/tree';
import { type BlockKind, blockSpec, type FieldSpec, fieldSpec } from '../syntax/vocabulary';
import type { Grade, Json, JsonObject, Note } from './document';
import { type Ids, idFromText } from './ids';
import type { Secrets } from './private';
import type { Redaction } from './redact';
import { usedKey } from './used';
import { valueToJson } from './values';

/** What is said of a line that is private, without saying of what it speaks. */
export const SECRET_LINE = 'This line speaks of something private; left out.';

export type KnownBlock = Block & { readonly kind: BlockKind };

/** What the blocks of one file are exported under. */
export interface Circumstances {
  readonly scope: Scope;
  /** What the file is called in the document. */
  readonly name: string;
  /** Title of the file's report; null when it has none that may be shown. */
  readonly report: string | null;
  readonly secrets: Secrets;
  readonly ids: Ids;
  readonly redaction: Redaction;
  /** Gathers what the blocks rest on; null when nobody asks. */
  readonly used: Set<string> | null;
}

/** The title of a file's report; null when there is none, or none that may be shown. */
export function reportTitle({ tree }: SourceFile, secrets: Secrets): string | null {
  const report = reportOf(tree);
  const title = report && !secrets.hides(report) ? report.title?.text : undefined;
  return title === undefined || secrets.names(title) ? null : title;
}

/** Why a block as a whole has no place in the document: what to note, at which offset and as what; undefined when it has one. */
export function whyLeftOut(block: Block, secrets: Secrets): Parameters<Note>[] | undefined {
  if (block.kind === 'preamble') {
    const lines = [...block.faults.map(({ span }) => span.start), ...block.fields.map(({ key }) => key.span.start)];
    return [...new Set(lines)].map(start => [start, 'This line stands before the first block; left out.', 'dropped']);
  }
  if (secrets.hides(block)) return [[0, `This ${block.kind} is private; left out.`, 'withheld']];
  // Events and reports can do without their titles; what others are told by cannot.
  if (block.kind === 'event' || block.kind === 'report') return;
  if (!secrets.names([block.title?.text ?? '', entryId(block, 'workspace')])) return;
  return [[0, `The name of this ${block.kind} speaks of something private; the block is left out.`, 'withheld']];
}

/**
 * A block. Fields that the vocabulary requires are there even when nothing is written (null), those that repeat always (as arrays); others
 * only when written. Every line that is not carried, or only as it was written, is noted; the others are added to `shown`.
 */
export function blockToJson(
  block: KnownBlock,
  reading: BlockReading,
  circumstances: Circumstances,
  note: Note,
  shown: FieldReading[] = [],
): JsonObject {
  const byKey = new Map<string, FieldReading[]>();
  for (const one of reading.fields) {
    const { text } = one.field.key;
    const known = byKey.get(text);
    if (known) known.push(one);
    else byKey.set(text, [one]);
  }
  const mentioned = lazily(() => usesIn(block));
  const members: Record<string, Json> = headOf(block, circumstances, note);
  let withheld = false;
  const noting: Note = (offset, message, grade) => {
    withheld ||= grade === 'withheld';
    note(offset, message, grade);
  };
  for (const spec of blockSpec(block.kind).fields) {
    const lines = byKey.get(spec.key);
    const values = lines ? carried(block, spec, lines, mentioned, circumstances, noting, shown) : [];
    if (spec.repeats) members[spec.json] = values;
    else if (spec.perSource && values.length > 1) members[spec.json] = withOthers(values);
    else if (values.length) members[spec.json] = values[0]!;
    else if (spec.required) members[spec.json] = null;
    if (block.kind === 'event' && spec.terms === 'event type')
      Object.assign(members, familyOf(members[spec.json], circumstances.scope));
  }
  if (withheld && members.coded !== undefined) {
    delete members.coded;
    const at = byKey.get('coded')![0]!.field.key.span.start;
    note(at, 'What is coded may say again what is private of this event; left out.', 'withheld');
  }
  noteLeftOut(block, reading, note);
  return circumstances.redaction.members(members);
}

/** The first figure, which counts, and those of other sources beside it. */
const withOthers = ([first, ...others]: readonly Json[]): Json => ({ ...(first as JsonObject), others });

/** The members that every block of a kind has before its fields. */
function headOf(block: KnownBlock, around: Circumstances, note: Note): Record<string, Json> {
  const { scope, name, report, secrets, ids, redaction } = around;
  const written = block.title?.text || null;
  const title = secrets.names(written) ? null : written;
  switch (block.kind) {
    case 'report':
      if (title !== written) note(0, 'This title speaks of something private; left out.', 'withheld');
      return { title, file: name };
    case 'source':
      if (title && sourceOf(scope.definitions, title)?.block !== block)
        note(0, `The source “${title}” is defined more than once; events cite the first.`, 'unresolved');
      return { id: title, file: name };
    case 'place':
    case 'actor':
      return { id: title ? entryId(block, 'workspace') : null, name: title, file: name };
    case 'event type':
      return { name: title, file: name };
    case 'event': {
      const id = ids.take(redaction.text(title ?? idFromText(redaction.text(block.source))));
      if (title !== written)
        note(0, `The id of this event speaks of something private; exported as “${id}”.`, 'withheld');
      else if (!title) note(0, `This event has no id; exported as “${id}”.`, 'unresolved');
      else if (id !== title)
        note(0, `Another event is called “${title}” too; this one is exported as “${id}”.`, 'unresolved');
      return { id, file: name, report };
    }
  }
}

const nobody: ReadonlySet<string> = new Set();

/** The values of one key that go into the document. */
function carried(
  block: Block,
  spec: FieldSpec,
  written: readonly FieldReading[],
  mentioned: () => ReadonlyMap<Field, readonly Mention[]>,
  { scope, secrets, used }: Circumstances,
  note: Note,
  shown: FieldReading[],
): Json[] {
  const values: Json[] = [];
  for (const reading of written) {
    const { field } = reading;
    const lose = (message: string, grade: Grade) => note(field.key.span.start, message, grade);
    if (reading.value.kind === 'empty') continue;
    if (values.length && !spec.repeats && !spec.perSource) {
      lose(`“${spec.key}” is written more than once; only the first is exported.`, 'dropped');
      continue;
    }
    if (secrets.hidesField(block, field)) {
      if (field.key.text !== 'private') lose('This line is private; left out.', 'withheld');
      continue;
    }
    // Finding the names in a line takes long, and few lines are asked for them.
    const mentions = () => mentioned().get(field) ?? [];
    const covered = secrets.nothing
      ? nobody
      : new Set(
          mentions()
            .filter(one => secrets.covers(one, scope))
            .map(({ text }) => text),
        );
    const shows = (name: string) => !covered.has(name) && !secrets.names(name);
    const list = reading.value.kind === 'names' ? reading.value.names.map(({ name }) => name.text) : [];
    const kept = list.filter(shows);
    const told = !secrets.nothing && mentions().some(mention => secrets.tells(mention, scope));
    const lost: string[] = [];
    const value = valueToJson({
      reading,
      spec,
      scope,
      block,
      mentions,
      told,
      shows,
      lose: message => lost.push(message),
    });
    if ((list.length ? !kept.length : covered.size > 0) || secrets.names(value)) {
      lose(SECRET_LINE, 'withheld');
      continue;
    }
    if (kept.length < list.length) lose('This line names something private; that name is left out.', 'withheld');
    for (const message of lost) lose(message, told ? 'withheld' : 'unresolved');
    if (used) for (const mention of mentions()) if (!covered.has(mention.text)) noteUse(mention, scope, used);
    values.push(value);
    shown.push(reading);
  }
  return values;
}

/** The names that each field of a block speaks of. */
function usesIn(block: Block): ReadonlyMap<Field, readonly Mention[]> {
  const mentions = new Map<Field, Mention[]>();
  for (const mention of mentionsIn(block)) {
    if (!mention.field || mention.role !== 'use') continue;
    const known = mentions.get(mention.field);
    if (known) known.push(mention);
    else mentions.set(mention.field, [mention]);
  }
  return mentions;
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function noteUse(mention: Mention, scope: Scope, used: Set<string>): void {
  const { topic } = mention;
  if (topic === 'source' || topic === 'event type') used.add(usedKey(topic, mention.text));
  const entity = entityOf(mention, scope);
  if (entity?.origin === 'workspace') used.add(usedKey('entry', entity.id));
}

/** ACLED's sub-event type, event type and disorder type that an event type is or belongs to; null for those that ACLED lacks. */
function familyOf(type: Json | undefined, { definitions }: Scope): JsonObject {
  const base = typeof type === 'string' ? eventTypeOf(type, definitions)?.base : undefined;
  return {
    subEventType: base?.family ? base.term : null,
    family: base?.family || null,
    disorder: base?.disorder || null,
  };
}

function noteLeftOut(block: KnownBlock, { fields }: BlockReading, note: Note): void {
  const kind = `${/^[aeiou]/.test(block.kind) ? 'an' : 'a'} ${block.kind}`;
  for (const { field } of fields)
    if (!fieldSpec(block.kind, field.key.text))
      note(field.key.span.start, `“${field.key.text}” is no field of ${kind}; left out.`, 'dropped');
  for (const { code, span } of block.faults)
    if (code === 'syntax.junk') note(span.start, 'This line could not be read; left out.', 'dropped');
}
