// What must change, in which files, when a name gets another spelling.
import { lightKey } from '../gazetteer/fold';
import { type Caret, locate } from '../semantics/caret';
import { mentionsIn } from '../semantics/mentions';
import { occurrences } from '../semantics/occurrences';
import type { Edit } from '../text/edit';
import { type Span, shift } from '../text/span';

/** What would be renamed: its span in the file, without quotes, and its present spelling. */
export interface Renamable {
  readonly span: Span;
  readonly text: string;
}

export type Renaming =
  | { readonly ok: true; readonly edits: ReadonlyMap<string, readonly Edit[]> }
  | { readonly ok: false; readonly message: string };

/** Undefined when the caret is on no name. */
export function renamable(caret: Caret): Renamable | undefined {
  const spot = locate(caret);
  return spot?.mention && { span: shift(spot.mention.span, spot.start), text: spot.mention.text };
}

/**
 * Renames the spelling under the caret wherever it stands for the same thing, in definitions, aliases and uses alike.
 * Other spellings of the same thing stay. Says why when the new name cannot be written.
 */
export function rename(caret: Caret, name: string): Renaming {
  const spot = locate(caret);
  if (!spot?.mention) return { ok: false, message: 'There is no name here to rename.' };
  const { topic, text } = spot.mention;
  const wanted = name.trim();
  const fault = unwritable(wanted, topic);
  if (fault) return { ok: false, message: fault };
  if (topic === 'source' || topic === 'event') {
    if (wanted !== text && isTaken(caret, topic, wanted))
      return { ok: false, message: `Another ${topic} is already called “${wanted}”.` };
  }
  const key = lightKey(text);
  const edits = new Map<string, Edit[]>();
  for (const { uri, span, mention } of occurrences(caret)) {
    const same = topic === 'source' || topic === 'event' ? mention.text === text : lightKey(mention.text) === key;
    if (!same) continue;
    const written = caret.snapshot.files.get(uri)!.tree.text.slice(span.start, span.end);
    const quoted = written.startsWith('"') || needsQuotes(wanted, topic, mention.role === 'alias');
    edits.set(uri, [...(edits.get(uri) ?? []), { span, text: quoted ? `"${wanted}"` : wanted }]);
  }
  return { ok: true, edits };
}

function unwritable(name: string, topic: string): string | undefined {
  if (!name) return 'A name cannot be empty.';
  if (/[\r\n"]/.test(name)) return 'A name stands on one line and has no double quotes in it.';
  if ((topic === 'source' || topic === 'event') && /[,\s]/.test(name))
    return 'An id has no spaces or commas. Use hyphens: `as-safir`.';
  if (/^#|\s#/.test(name)) return 'A name has no “#” after a space: a comment would begin there.';
  return;
}

function isTaken({ snapshot }: Caret, topic: 'source' | 'event', id: string): boolean {
  for (const { tree } of snapshot.files.values()) {
    if (
      tree.blocks.some(
        block => block.kind === topic && mentionsIn(block).some(m => m.role === 'definition' && m.text === id),
      )
    )
      return true;
  }
  return false;
}

const needsQuotes = (name: string, topic: string, inList: boolean): boolean =>
  (inList ? /[,;،()]/ : topic === 'place' ? /[,()[\]±]/ : topic === 'actor' ? /[[\]]|\sas\s/ : /^$/).test(name);
