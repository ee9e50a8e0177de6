// What an export must not show: blocks that are marked private, every line that speaks of what they define, and what is told by it.
import { countryCode } from '../gazetteer/countries';
import { lightKey } from '../gazetteer/fold';
import type { Definition } from '../semantics/definitions';
import { entryId, namesOf } from '../semantics/entries';
import { meaningOf } from '../semantics/meaning';
import { type Mention, mentionsIn } from '../semantics/mentions';
import { roadEnds } from '../semantics/places';
import { hidesWhereabouts, meansWholeBlock, privateFields } from '../semantics/privacy';
import { Names, Scope } from '../semantics/scope';
import type { Snapshot } from '../semantics/snapshot';
import { valueOfField } from '../semantics/values';
import { type Block, type Field, fieldOf, fieldsOf, linesOf } from '../syntax/tree';
import { fieldSpec, termLists } from '../syntax/vocabulary';
import { within } from '../syntax/within';
import { Recent } from '../text/recent';
import type { Json } from './document';
import { speaksOf } from './spelling';

/**
 * Whether a block is to stay out of exports. When in doubt it is: a misspelt key (`privat`), a value other than `no` or its own fields, a
 * missing colon or a line that is indented too far hides it too, because what an export has once shown cannot be taken back.
 */
export const isPrivate = (block: Block): boolean =>
  block.fields.some(field =>
    field.key.text === 'private'
      ? meansWholeBlock(block, field)
      : meansPrivate(block.kind, field.key.text) && field.value.trim().toLowerCase() !== 'no',
  ) ||
  block.faults.some(
    ({ code, span }) => code === 'syntax.junk' && saysPrivate(block.source.slice(span.start, span.end)),
  ) ||
  block.fields.some(field =>
    furtherLines(block, field).some(line => saysPrivate(line, fieldSpec(block.kind, field.key.text)?.value === 'text')),
  );

/** The lines of a value below the line of its key. */
function furtherLines({ source }: Block, field: Field): string[] {
  const { key, valueSpan, continuations } = field;
  const below = /[\r\n]/.test(source.slice(key.span.end, valueSpan.start));
  return below ? linesOf(field) : continuations.length ? linesOf(field).slice(1) : [];
}

const meansPrivate = (kind: string, key: string): boolean => !fieldSpec(kind, key) && isNearly(key);

function isNearly(word: string): boolean {
  let nearly = compared.get(word);
  if (nearly === undefined) {
    nearly = /^priv/i.test(word) || within(word.toLowerCase(), 'private', 2);
    compared.set(word, nearly);
  }
  return nearly;
}

/** Lines begin with the same few words. */
const compared = new Recent<string, boolean>(1024);

const firstWord = /\p{L}+/u;

/** Whether a line that is no field was meant to be one. In prose it has to look like one: a colon, or one word more at most. */
export function saysPrivate(line: string, prose = false): boolean {
  const word = firstWord.exec(line)?.[0] ?? '';
  if (!isNearly(word)) return false;
  const rest = line.slice(line.indexOf(word) + word.length);
  if (/^[^\p{L}]*no$/iu.test(rest.trim())) return false;
  return !prose || /^\s*(?:[:=：].*|\S*)$/.test(rest);
}

/** What may not show. */
export interface Secrets {
  /** Nothing is private, so that nobody need ask for each thing. */
  readonly nothing: boolean;
  /** Whether a block stays out as a whole. */
  hides(block: Block): boolean;
  /** Whether a field stays out of a block that does not. */
  hidesField(block: Block, field: Field): boolean;
  /** Whether a mention speaks of something private. */
  covers(mention: Mention, scope: Scope): boolean;
  /** Whether a public place lies where something private tells, through however many steps. */
  tells(mention: Mention, scope: Scope): boolean;
  /** Whether a text, or any text within a value, spells something private out. */
  names(value: Json): boolean;
}

export const noSecrets: Secrets = {
  nothing: true,
  hides: () => false,
  hidesField: () => false,
  covers: () => false,
  tells: () => false,
  names: () => false,
};

/** The secrets of a whole workspace, exported or not; `noSecrets` when it has none. An id that is private in one place is private in all. */
export function secretsOf(snapshot: Snapshot): Secrets {
  const all = [...snapshot.files.values()].flatMap(({ tree }) => tree.blocks);
  const blocks = all.filter(isPrivate);
  if (!blocks.length && !all.some(block => privateFields(block).size)) return noSecrets;
  const titles = (kind: string) =>
    blocks.flatMap(block => (block.kind === kind && block.title?.text ? block.title.text : []));
  const [sources, events, types] = [titles('source'), titles('event'), titles('event type')];
  const keys = (texts: readonly string[]) => new Set(texts.map(lightKey));
  const cited = { source: keys(sources), event: keys(events), 'event type': keys(types) };
  const hidden = snapshot.entries.filter(({ block }: Definition) => isPrivate(block));
  const entries = new Set(hidden.map(({ block }) => entryId(block, 'workspace')));
  const ownNames = all.flatMap(block => namesIn(block, privateFields(block)));
  const spelt = speaksOf({ names: [...sources, ...types, ...blocks.flatMap(spellingsOf), ...ownNames], ids: events });
  const names = (value: Json): boolean => {
    if (typeof value === 'string') return !vocabulary.has(value) && spelt(value);
    return typeof value === 'object' && value !== null && Object.values(value).some(names);
  };
  const covers = (mention: Mention, scope: Scope): boolean => {
    if (mention.topic !== 'place' && mention.topic !== 'actor') return cited[mention.topic].has(lightKey(mention.text));
    return entries.size > 0 && entitiesOf(mention, scope).some(id => entries.has(id));
  };
  const untold = new Set(
    snapshot.entries.filter(({ block }) => hidesWhereabouts(block)).map(({ block }) => entryId(block, 'workspace')),
  );
  const told = entries.size || untold.size ? toldBy(entries, untold, names, snapshot) : entries;
  const tells = ({ topic, ...mention }: Mention, scope: Scope): boolean =>
    topic === 'place' && told.size > 0 && entitiesOf({ topic, ...mention }, scope).some(id => told.has(id));
  return { nothing: false, hides: isPrivate, hidesField, covers, tells, names };
}

/** The line that says which fields are private goes with them, and so do the columns of other codebooks, which say the same again. */
const hidesField = (block: Block, { key }: Field): boolean => {
  const fields = privateFields(block);
  return fields.has(key.text) || (fields.size > 0 && /^(?:private|coded)$/.test(key.text));
};

/** Words that every export may have, whatever is called so besides. */
const vocabulary: ReadonlySet<string> = new Set([
  ...Object.values(termLists).flatMap(({ terms }) => terms.map(({ term }) => term)),
  ...['at', 'near', 'offset', 'between', 'along', 'in', 'open', 'unknown'],
]);

/** Every name that a place or actor block gives, and the id it gives itself; none for other blocks. */
function spellingsOf(block: Block): string[] {
  if (block.kind !== 'place' && block.kind !== 'actor') return [];
  return [block.title?.text ?? '', ...namesIn(block, namingFields)];
}

const namingFields: ReadonlySet<string> = new Set(['also', 'formerly', 'acronym', 'ucdp', 'id']);

/** The names, and the id, that those of some fields of a block give which are there to name it. */
function namesIn(block: Block, keys: ReadonlySet<string>): string[] {
  if (!keys.size) return [];
  const lists = [...namingFields].filter(key => key !== 'id' && keys.has(key)).flatMap(key => fieldsOf(block, key));
  const id = keys.has('id') && fieldOf(block, 'id')?.value.trim() ? [entryId(block, 'workspace')] : [];
  return [...lists.flatMap(field => listed(block.kind, field)), ...id];
}

/** The names of a list; of one that cannot be read, whatever stands between its commas. */
function listed(kind: string, field: Field): string[] {
  const value = valueOfField(field, fieldSpec(kind, field.key.text));
  return value.kind === 'names' ? value.names.map(({ name }) => name.text) : field.value.split(/[,،;]/);
}

/** Ids of the entries that a mention may stand for, or that a road is called after. */
function entitiesOf(mention: Mention, scope: Scope): string[] {
  const meaning = meaningOf(mention, scope);
  if (meaning.kind === 'resolved') return [meaning.entity.id];
  const candidates = meaning.kind === 'ambiguous' ? meaning.candidates.map(({ entity }) => entity.id) : [];
  const ends = mention.topic === 'place' && !mention.id ? roadEnds(mention.text) : [];
  const { qualifier: _, ...road } = mention;
  return [...candidates, ...ends.flatMap(text => (text ? entitiesOf({ ...road, text }, scope) : []))];
}

/** Ids of the entries whose location rests on one of `secret`, by name or by spelling, and on one another; `untold` are such from the start. */
function toldBy(
  secret: ReadonlySet<string>,
  untold: ReadonlySet<string>,
  names: (text: string) => boolean,
  snapshot: Snapshot,
): Set<string> {
  const told = new Set(untold);
  const rests = snapshot.entries.flatMap(({ uri, block }) => {
    const id = entryId(block, 'workspace');
    if (block.kind !== 'place' || secret.has(id)) return [];
    // Where an entry lies is looked up in its own countries, not in those of its file's report.
    const countries = namesOf(block, 'country').flatMap(({ text }) => countryCode(text) ?? []);
    const scopes = [
      snapshot.scope(uri),
      new Scope(new Names(snapshot.gazetteer, countries), snapshot.definitions, true),
    ];
    const on = mentionsIn(block)
      .filter(({ field }) => field?.key.text === 'location')
      .flatMap(mention => scopes.flatMap(scope => entitiesOf(mention, scope)));
    if (fieldsOf(block, 'location').some(({ value }) => names(value))) told.add(id);
    return [{ id, on }];
  });
  for (let before = -1; before < told.size; ) {
    before = told.size;
    for (const { id, on } of rests) if (on.some(one => secret.has(one) || told.has(one))) told.add(id);
  }
  return told;
}
