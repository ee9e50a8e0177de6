// What must change, in which files, when a name gets another spelling.
import { lightKey } from '../gazetteer/fold';
import { genericActor } from '../gazetteer/generic';
import { type Caret, locate } from '../semantics/caret';
import { entryId, madeId } from '../semantics/entries';
import { eventTypeOf } from '../semantics/eventTypes';
import { entityOf, identityOf, meaningOf, mentionsUnder } from '../semantics/meaning';
import type { Mention, Position, Topic } from '../semantics/mentions';
import { afterQualifier, inWords, writable } from '../semantics/naming';
import { type Occurrence, occurrences } from '../semantics/occurrences';
import { keepOldSpelling } from '../semantics/oldSpelling';
import { roadEnds } from '../semantics/places';
import type { Scope } from '../semantics/scope';
import { fieldOf } from '../syntax/tree';
import { type Edit, insert, replace } from '../text/edit';
import { type Span, shift } from '../text/span';

/** What would be renamed: its span in the file, quotes included, and its present spelling. */
export interface Renamable {
  readonly span: Span;
  readonly text: string;
}

export type Renaming =
  | {
      readonly ok: true;
      readonly edits: ReadonlyMap<string, readonly Edit[]>;
      /** What would keep the old spelling as an alias; undefined where that makes no sense. */
      readonly keep: { readonly uri: string; readonly edit: Edit; readonly old: string } | undefined;
    }
  | { readonly ok: false; readonly message: string };

/** Undefined when the caret is on no name. */
export function renamable(caret: Caret): Renamable | undefined {
  const spot = locate(caret);
  return spot?.mention && { span: shift(spot.mention.span, spot.start), text: spot.mention.text };
}

const refuse = (message: string): Renaming => ({ ok: false, message });

/**
 * Renames the spelling under the caret wherever it stands for the same thing, in definitions, aliases and uses alike.
 * Other spellings of the same thing stay, and so does what every name means. Says why when that cannot be.
 */
export function rename(caret: Caret, name: string): Renaming {
  const spot = locate(caret);
  if (!spot?.mention) return refuse('There is no name here to rename.');
  const { mention, scope } = spot;
  const wanted = name.trim();
  const fault = unwritable(wanted, mention.topic);
  if (fault) return refuse(fault);
  const isId = mention.topic === 'source' || mention.topic === 'event';
  const key = lightKey(mention.text);
  const all = occurrences(caret);
  const same = all.filter(one => (isId ? one.mention.text === mention.text : lightKey(one.mention.text) === key));
  const taken = wanted === mention.text ? undefined : takenBy(caret, mention, wanted, scope, same);
  if (taken) return refuse(taken);

  const defined = same.some(one => one.mention.role !== 'use');
  const edits = new Map<string, Edit[]>();
  const add = (uri: string, ...more: Edit[]) => edits.set(uri, [...(edits.get(uri) ?? []), ...more]);
  for (const one of same) {
    const own = caret.snapshot.scope(one.uri);
    const written = writtenAs(caret, one, wanted);
    if (written === undefined) return refuse(noRoom(wanted, one.mention));
    // A spelling that is no name of an entry keeps its meaning by an id.
    const entity = defined || one.mention.id ? undefined : entityOf(one.mention, own);
    const pinned = !entity || isNameOf(entity.id, wanted, one.mention, own);
    if (!pinned && (hasNoRoom(one.mention.position) || one.mention.partOf))
      return refuse(`“${wanted}” is no name of ${inWords(entity)}, and there is no room for an id to say so here.`);
    add(one.uri, replace(one.span, written));
    if (!pinned) add(one.uri, insert(afterBrackets(caret, one), ` [${entity.id}]`));
  }
  for (const [uri, edit] of newPins(caret, same, all, wanted)) add(uri, edit);
  const definition = same.find(one => one.mention.role === 'definition');
  const keep = definition && keepOldSpelling(caret.snapshot, definition, wanted);
  return { ok: true, edits, keep: keep && { ...keep, old: definition.mention.text } };
}

/** Whether an id cannot stand behind a name in that position. */
const hasNoRoom = (position: Position): boolean => position === 'names' || position === 'people';

/** Characters that a new name may have: more than any name needs, and few enough for an editor to show. */
const LONGEST = 200;

function unwritable(name: string, topic: Topic): string | undefined {
  if (!name) return 'A name cannot be empty.';
  if (name.length > LONGEST) return `A name has at most ${LONGEST} characters; this one has ${name.length}.`;
  if (/[\r\n"]/.test(name)) return 'A name stands on one line and has no double quotes in it.';
  if ((topic === 'source' || topic === 'event') && (/[,;،()[\]\s]|^:/.test(name) || !writable(name, 'names')))
    return 'An id has no spaces, commas, semicolons or brackets. Use hyphens: `as-safir`.';
  if (/^#|\s#/.test(name)) return 'A name has no “#” after a space: a comment would begin there.';
  if (!lightKey(name)) return 'A name has letters or figures in it.';
  return;
}

/** The new name in place of the old one; undefined where the grammar would not read it as that name. */
function writtenAs({ snapshot }: Caret, { uri, start, mention }: Occurrence, wanted: string): string | undefined {
  const whole = shift((mention.partOf ?? mention).span, start);
  const written = snapshot.files.get(uri)!.tree.text.slice(whole.start, whole.end);
  if (mention.partOf) return isPartStill(mention, wanted, written) ? wanted : undefined;
  return written.startsWith('"') ? `"${wanted}"` : writable(wanted, mention.position);
}

/** Where an id goes: behind the name and its qualifier in brackets, before the areas that follow after commas. */
function afterBrackets({ snapshot }: Caret, { uri, start, span, mention }: Occurrence): number {
  const behind = snapshot.files.get(uri)!.tree.text.slice(span.end, start + mention.whole.end);
  return span.end + afterQualifier(behind);
}

/** Whether the longer name that a part stands in is still read as made of the new part and the rest. */
function isPartStill({ partOf, position, qualifier, span }: Mention, wanted: string, whole: string): boolean {
  if (!partOf) return true;
  const quoted = whole.startsWith('"');
  const from = span.start - partOf.span.start;
  const renamed = whole.slice(0, from) + wanted + whole.slice(from + span.end - span.start);
  const name = quoted ? renamed.slice(1, -1) : renamed;
  if (!quoted && writable(name, position) !== name) return false;
  if (qualifier !== undefined) return !/[()]/.test(wanted);
  const before = roadEnds(quoted ? whole.slice(1, -1) : whole);
  const ends = roadEnds(name);
  return ends.includes(wanted) && ends.every((end, i) => end === wanted || end === before[i]);
}

const isNameOf = (id: string, wanted: string, { id: _, ...mention }: Mention, scope: Scope): boolean =>
  entityOf({ ...mention, text: wanted }, scope)?.id === id;

const noRoom = (wanted: string, { partOf, topic }: Mention): string =>
  partOf
    ? `“${wanted}” cannot be written as a part of “${partOf.text}”.`
    : `“${wanted}” would not be read as the name of ${topic === 'actor' ? 'a group' : `a ${topic}`}.`;

/** Says what already has the name, so that two things do not become one unseen; undefined when it is free. */
function takenBy(
  { snapshot }: Caret,
  mention: Mention,
  wanted: string,
  scope: Scope,
  same: readonly Occurrence[],
): string | undefined {
  const { topic } = mention;
  const identity = identityOf(mention, scope);
  const key = lightKey(wanted);
  if (topic === 'event type' && eventTypeOf(wanted, scope.definitions))
    return `There is already an event type “${wanted}”.`;
  if (topic === 'place' || topic === 'actor') {
    const id = entityOf(mention, scope)?.id;
    const generic = topic === 'actor' ? genericActor(wanted) : undefined;
    if (generic && generic.id !== identity)
      return `“${wanted}” stands for a group that a source leaves without a name.`;
    const { id: _, qualifier: __, ...bare } = mention;
    for (const own of new Set([scope, ...same.map(({ uri }) => snapshot.scope(uri))])) {
      const meaning = meaningOf({ ...bare, text: wanted }, own);
      if (meaning.kind === 'resolved' && meaning.entity.id !== id)
        return `“${wanted}” is already a name of ${inWords(meaning.entity)}. The two would become one.`;
      if (meaning.kind === 'ambiguous' && !meaning.candidates.some(({ entity }) => entity.id === id))
        return `“${wanted}” is already a name of several others, such as ${inWords(meaning.candidates[0]!.entity)}.`;
    }
    const other = scope.gazetteer.byId(madeId(topic, wanted, 'workspace'));
    if (other && other.id !== id && same.some(one => one.mention.role === 'definition'))
      return `${inWords(other)} already has the id “${other.id}”.`;
  }
  for (const [uri, { tree }] of snapshot.files) {
    const own = snapshot.scope(uri);
    for (const block of tree.blocks) {
      for (const other of mentionsUnder(block, own)) {
        if (other.topic !== topic || other.id) continue;
        // `Quarry (old)` may be a name as well as a name and a qualifier.
        const spellings = [other.text, `${other.text} ${other.qualifier ?? ''}`];
        const alike =
          topic === 'source' || topic === 'event' || topic === 'event type'
            ? other.text === wanted
            : spellings.some(spelling => lightKey(spelling) === key);
        if (alike && identityOf(other, own) !== identity)
          return `Another ${topic === 'actor' ? 'group' : topic} is already called “${wanted}”.`;
      }
    }
  }
  return;
}

/** Ids made of a name change with it, and so do the pins that give them. */
function* newPins(
  { snapshot }: Caret,
  same: readonly Occurrence[],
  all: readonly Occurrence[],
  wanted: string,
): Iterable<readonly [uri: string, edit: Edit]> {
  for (const { uri, mention, start } of same) {
    if (mention.role !== 'definition' || (mention.topic !== 'place' && mention.topic !== 'actor')) continue;
    const { tree } = snapshot.files.get(uri)!;
    const block = tree.blocks[tree.starts.indexOf(start)]!;
    if (fieldOf(block, 'id')?.value.trim()) continue;
    const id = entryId(block, 'workspace');
    for (const other of all) {
      if (other.mention.id === id)
        yield [
          other.uri,
          replace(shift(other.mention.idSpan!, other.start), madeId(mention.topic, wanted, 'workspace')),
        ];
    }
    return;
  }
}
