// A JSON export of our own becomes the reports it was made of; comments and lines that could not be read are not in it.
import type { Layer } from '../../gazetteer/read';
import { plainSettings } from '../../semantics/settings';
import { type Snapshot, snapshotOf } from '../../semantics/snapshot';
import { parse } from '../../syntax/parse';
import { type BlockKind, blockKinds, blockSpec, type FieldSpec } from '../../syntax/vocabulary';
import { type ExportedActor, type ExportedEvent, type Json, type JsonObject, SCHEMA_ID } from '../document';
import { toJson } from '../json';
import { type Draft, draftText, nameIn } from './draft';
import { isObject, objectIn } from './object';

/** A block of a document, and the file it stood in, with its ending. */
export interface Block {
  readonly kind: BlockKind;
  readonly file: string;
  readonly json: JsonObject;
}

export interface DocumentImport {
  /** Text by file. */
  readonly files: ReadonlyMap<string, string>;
  /** How many blocks there are of each kind. */
  readonly counted: Readonly<Record<BlockKind, number>>;
  /** What the document has and the language does not: one line each. */
  readonly losses: readonly string[];
}

/** The blocks of a JSON export; a sentence when it is none. */
export function blocksOfJson(text: string): Block[] | string {
  const read = objectIn(text);
  if (typeof read === 'string') return read;
  const { $schema } = read;
  if ($schema !== SCHEMA_ID) return notOurs($schema);
  const blocks: Block[] = [];
  for (const kind of blockKinds) {
    const { json: member } = blockSpec(kind);
    const list = read[member] ?? [];
    if (!Array.isArray(list)) return `“${member}” is no list.`;
    for (const [i, json] of list.entries()) {
      if (!isObject(json)) return `Number ${i + 1} of “${member}” is no JSON object.`;
      blocks.push(blockOf(kind, json));
    }
  }
  return blocks;
}

/** The blocks of an export as JSON lines; a sentence when it is none, or for the first line that is no JSON. */
export function blocksOfLines(text: string): Block[] | string {
  const blocks: Block[] = [];
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  for (const [i, line] of lines.entries()) {
    if (line.trim() === '') continue;
    let read: unknown;
    try {
      read = JSON.parse(line);
    } catch {
      return `Line ${i + 1} is no JSON.`;
    }
    if (!isObject(read)) return `Line ${i + 1} is no JSON object.`;
    const { block, ...json } = read;
    if (block === 'document') {
      if (json.$schema !== SCHEMA_ID) return notOurs(json.$schema);
    } else if (typeof block === 'string' && isKind(block)) blocks.push(blockOf(block, json));
    else return `Line ${i + 1} does not say in “block” what it is.`;
  }
  return blocks;
}

const isKind = (word: string): word is BlockKind => (blockKinds as readonly string[]).includes(word);

const notOurs = ($schema: Json | undefined): string =>
  typeof $schema === 'string' && $schema.startsWith('urn:qalam:')
    ? `It is of another version: ${$schema} instead of ${SCHEMA_ID}.`
    : `It is no export of Qalam: “$schema” is not ${SCHEMA_ID}.`;

/** A block in the file that it says, else in one for all. */
export function blockOf(kind: BlockKind, json: JsonObject): Block {
  const file = typeof json.file === 'string' && json.file ? json.file : 'reports.qalam';
  return { kind, file, json };
}

/** The reports that some blocks make. */
export function importBlocks(blocks: readonly Block[], base: readonly Layer[]): DocumentImport {
  const losses: string[] = [];
  const first = blocks.map(block => draftOf(block, new Set(), losses));
  const pins = pinsNeeded(blocks, snapshotOfDrafts(blocks, first, base));
  const drafts = blocks.map((block, i) => (pins.has(block) ? draftOf(block, pins.get(block)!, []) : first[i]!));
  const counted = Object.fromEntries(blockKinds.map(kind => [kind, 0])) as Record<BlockKind, number>;
  for (const { kind } of blocks) counted[kind]++;
  return { files: textsOf(blocks, drafts), counted, losses };
}

function textsOf(blocks: readonly Block[], drafts: readonly Draft[]): Map<string, string> {
  const files = new Map<string, string[]>();
  drafts.forEach((draft, i) => {
    const { file } = blocks[i]!;
    const texts = files.get(file);
    if (texts) texts.push(draftText(draft));
    else files.set(file, [draftText(draft)]);
  });
  return new Map([...files].map(([file, texts]) => [file, texts.join('\n')]));
}

const uriOf = (file: string): string => `import:/${encodeURI(file)}`;

function snapshotOfDrafts(blocks: readonly Block[], drafts: readonly Draft[], base: readonly Layer[]): Snapshot {
  const files = [...textsOf(blocks, drafts)].map(([file, text]) => {
    const uri = uriOf(file);
    return [uri, { uri, tree: parse(text) }] as const;
  });
  return snapshotOf(new Map(files), base, plainSettings);
}

/** By event, the lines of actors whose name alone would not mean who is meant. */
function pinsNeeded(blocks: readonly Block[], snapshot: Snapshot): Map<Block, ReadonlySet<number>> {
  const { document } = toJson(snapshot, [...snapshot.files.keys()], { includePrivate: true });
  const back = new Map((document.events as readonly ExportedEvent[]).map(event => [event.id, event]));
  const pins = new Map<Block, ReadonlySet<number>>();
  for (const block of blocks) {
    if (block.kind !== 'event') continue;
    const meant = (block.json.actors ?? []) as readonly ExportedActor[];
    const found = back.get(String(block.json.id))?.actors ?? [];
    const wrong = meant.flatMap(({ id }, i) => (id && !id.startsWith('generic:') && found[i]?.id !== id ? [i] : []));
    if (wrong.length) pins.set(block, new Set(wrong));
  }
  return pins;
}

/** Members that say where a block stood, or follow from others. */
const derived: ReadonlySet<string> = new Set(['file', 'report', 'subEventType', 'family', 'disorder']);

function draftOf({ kind, json, file }: Block, pins: ReadonlySet<number>, losses: string[]): Draft {
  const { fields } = blockSpec(kind);
  const own = kind === 'source' || kind === 'event' ? 'id' : kind === 'report' ? 'title' : 'name';
  const title = typeof json[own] === 'string' ? json[own] : '';
  const known = new Set([own, 'id', ...fields.map(spec => spec.json)]);
  for (const member of Object.keys(json))
    if (!known.has(member) && !derived.has(member))
      losses.push(`${file}: “${member}” of ${kind} ${title || '(without a name)'} is not known; left out.`);
  return {
    kind,
    title,
    fields: fields.flatMap(spec =>
      valuesOf(spec, json[spec.json], kind).map(
        (value, i) => [spec.key, spec.value === 'actor' && pins.has(i) ? pinned(value, json, i) : value] as const,
      ),
    ),
  };
}

/** The texts of a member, each for a line of its own. */
function valuesOf(spec: FieldSpec, value: Json | undefined, kind: BlockKind): string[] {
  if (value === undefined || value === null || (spec.json === 'title' && kind === 'report')) return [];
  if (spec.value === 'id') return typeof value === 'string' && !value.startsWith('workspace:') ? [value] : [];
  if (spec.repeats) return (Array.isArray(value) ? value : [value]).map((one: Json) => written(spec, one));
  if (spec.perSource && isObject(value) && Array.isArray(value.others))
    return [value, ...value.others].map((one: Json) => written(spec, one));
  return [written(spec, value)];
}

function written(spec: FieldSpec, value: Json): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map((one: Json) => inList(spec, one)).join(', ');
  if (!isObject(value)) return String(value);
  return spec.value === 'actor' ? actorText(value as ExportedActor) : String(value.text ?? '');
}

function inList({ value: kind }: FieldSpec, one: Json): string {
  if (!isObject(one)) return String(one);
  const text = String(one.text ?? '');
  if (kind === 'countries') return text;
  const { date } = one;
  return isObject(date) ? `${nameIn('names', text)} (${date.text})` : nameIn('names', text);
}

const actorText = ({ text, role }: ExportedActor, pin = ''): string =>
  [nameIn('actor', text), pin, role && `as ${role}`].filter(Boolean).join(' ');

function pinned(plain: string, json: JsonObject, i: number): string {
  const actor = (json.actors as readonly ExportedActor[])[i];
  return actor?.id ? actorText(actor, `[${actor.id}]`) : plain;
}
