// One block as a JSON object: what it is called, then its fields under the names the vocabulary gives them, in the vocabulary's order.
import { reportOf, sourceOf } from '../semantics/definitions';
import { entryId } from '../semantics/entries';
import { type BlockReading, type FieldReading, readBlock } from '../semantics/events';
import { entityOf } from '../semantics/meaning';
import { type Mention, mentionsIn } from '../semantics/mentions';
import type { Scope } from '../semantics/scope';
import type { SourceFile } from '../semantics/snapshot';
import type { Block, Field } from '../syntax/tree';
import { type BlockKind, blockSpec, eventTypes, type FieldSpec } from '../syntax/vocabulary';
import type { Json, JsonObject, Note } from './document';
import { type Ids, idFromText } from './ids';
import { isPrivate, isSecret, type Secrets } from './private';
import { usedKey } from './used';
import { valueToJson } from './values';

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
  /** Gathers what the blocks rest on. */
  readonly used: Set<string>;
}

/** The title of a file's report; null when there is none, or none that may be shown. */
export function reportTitle({ tree }: SourceFile, includePrivate: boolean): string | null {
  const report = reportOf(tree);
  return report && (includePrivate || !isPrivate(report)) ? (report.title?.text ?? null) : null;
}

/** Why a block as a whole has no place in the document: what to note, and at which offset; undefined when it has one. */
export function whyLeftOut(block: Block, includePrivate: boolean): [offset: number, message: string][] | undefined {
  if (block.kind === 'preamble') {
    const lines = [...block.faults.map(({ span }) => span.start), ...block.fields.map(({ key }) => key.span.start)];
    return [...new Set(lines)].map(start => [start, 'This line stands before the first block; left out.']);
  }
  if (includePrivate || !isPrivate(block)) return;
  const title = block.title ? ` “${block.title.text}”` : '';
  return [[0, `The ${block.kind}${title} is private; left out.`]];
}

/**
 * A block. Fields that the vocabulary requires are there even when nothing is written (null), those that repeat always (as arrays); others
 * only when written. Every line that is not carried, or only as it was written, is noted.
 */
export function blockToJson(block: KnownBlock, circumstances: Circumstances, note: Note): JsonObject {
  const reading = readBlock(block, circumstances.scope);
  const mentions = new Map<Field, Mention[]>();
  for (const mention of mentionsIn(block)) {
    if (!mention.field || mention.role !== 'use') continue;
    const known = mentions.get(mention.field);
    if (known) known.push(mention);
    else mentions.set(mention.field, [mention]);
  }
  const members: Record<string, Json> = headOf(block, circumstances, note);
  for (const spec of blockSpec(block.kind).fields) {
    const written = reading.fields.filter(({ field }) => field.key.text === spec.key);
    const values = carried(spec, written, mentions, circumstances, note);
    if (spec.repeats) members[spec.json] = values;
    else if (values.length) members[spec.json] = values[0]!;
    else if (spec.required) members[spec.json] = null;
    if (spec.terms === 'event type') Object.assign(members, familyOf(members[spec.json]));
  }
  noteLeftOut(block, reading, note);
  return members;
}

/** The members that every block of a kind has before its fields. */
function headOf(block: KnownBlock, { scope, name, report, ids }: Circumstances, note: Note): Record<string, Json> {
  const title = block.title?.text || null;
  switch (block.kind) {
    case 'report':
      return { title, file: name };
    case 'source':
      if (title && sourceOf(scope.definitions, title)?.block !== block)
        note(0, `The source “${title}” is defined more than once; events cite the first.`);
      return { id: title, file: name };
    case 'place':
    case 'actor':
      return { id: title ? entryId(block, 'workspace') : null, name: title, file: name };
    case 'event': {
      const id = ids.take(title ?? idFromText(block.source));
      if (!title) note(0, `This event has no id; exported as “${id}”.`);
      else if (id !== title) note(0, `Another event is called “${title}” too; this one is exported as “${id}”.`);
      return { id, file: name, report };
    }
  }
}

/** The values of one key that go into the document. */
function carried(
  spec: FieldSpec,
  written: readonly FieldReading[],
  mentioned: ReadonlyMap<Field, readonly Mention[]>,
  { scope, secrets, used }: Circumstances,
  note: Note,
): Json[] {
  const values: Json[] = [];
  for (const reading of written) {
    const { field, value } = reading;
    const lose = (message: string) => note(field.key.span.start, message);
    if (value.kind === 'empty') continue;
    if (values.length && !spec.repeats) {
      lose(`“${spec.key}” is written more than once; only the first is exported.`);
      continue;
    }
    const mentions = mentioned.get(field) ?? [];
    const secret = mentions.filter(mention => isSecret(mention, scope, secrets));
    for (const { text } of secret) lose(`“${text}” is private; this mention of it is left out.`);
    if (secret.length && (value.kind !== 'names' || secret.length === mentions.length)) continue;
    for (const mention of mentions) noteUse(mention, scope, used);
    const shows = (name: string) => !secret.some(({ text }) => text === name);
    values.push(valueToJson({ reading, spec, scope, mentions, shows, lose }));
  }
  return values;
}

function noteUse(mention: Mention, scope: Scope, used: Set<string>): void {
  if (mention.topic === 'source') used.add(usedKey('source', mention.text));
  const entity = entityOf(mention, scope);
  if (entity?.origin === 'workspace') used.add(usedKey('entry', entity.id));
}

/** ACLED's event type and disorder type that an event type belongs to; null for those that ACLED lacks. */
function familyOf(type: Json | undefined): JsonObject {
  const known = eventTypes.find(({ term }) => term === type);
  return { family: known?.family || null, disorder: known?.disorder || null };
}

function noteLeftOut(block: KnownBlock, { fields }: BlockReading, note: Note): void {
  const known = new Set(blockSpec(block.kind).fields.map(({ key }) => key));
  const kind = `${/^[aeiou]/.test(block.kind) ? 'an' : 'a'} ${block.kind}`;
  for (const { field } of fields)
    if (!known.has(field.key.text)) note(field.key.span.start, `“${field.key.text}” is no field of ${kind}; left out.`);
  for (const { code, span } of block.faults)
    if (code === 'syntax.junk') note(span.start, 'This line could not be read; left out.');
}
