// Events that are said to support or contradict each other.
import { lightKey } from '../../gazetteer/fold';
import { type Definitions, sourceOf } from '../../semantics/definitions';
import { mentionsIn } from '../../semantics/mentions';
import type { Scope } from '../../semantics/scope';
import type { SourceFile } from '../../semantics/snapshot';
import { valueOfField } from '../../semantics/values';
import { type Block, fieldOf, fieldsOf } from '../../syntax/tree';
import { fieldSpec } from '../../syntax/vocabulary';
import type { Problem, WholeRule } from './rule';

const links = ['corroborates', 'contradicts'] as const;

const byId = new WeakMap<readonly Block[], ReadonlyMap<string, Block>>();

/** The event of that id, and the file it stands in; undefined where none is defined. */
function eventOf(
  id: string,
  { events: ids }: Definitions,
  files: ReadonlyMap<string, SourceFile>,
): { readonly file: string; readonly event: Block } | undefined {
  const file = ids.get(id)?.[0] ?? '';
  const tree = files.get(file)?.tree;
  if (!tree) return;
  let events = byId.get(tree.blocks);
  if (!events) {
    events = new Map(
      tree.blocks.flatMap(block => (block.kind === 'event' && block.title ? [[block.title.text, block]] : [])),
    );
    byId.set(tree.blocks, events);
  }
  const event = events.get(id);
  return event && { file, event };
}

/** How many translations of translations are followed. */
const MOST_TRANSLATIONS = 5;

/** Whose words an event has: each source, or the one it is a translation of, with whom it cites. */
function voicesOf(event: Block, { definitions }: Scope): Set<string> {
  const voices = new Set<string>();
  for (const field of fieldsOf(event, 'source')) {
    const value = valueOfField(field, fieldSpec('event', 'source'));
    if (value.kind !== 'source') continue;
    let id = value.source.id.text;
    for (let i = 0; i < MOST_TRANSLATIONS; i++) {
      const block = sourceOf(definitions, id)?.block;
      const original = block && fieldOf(block, 'translation of')?.value.trim();
      if (!original) break;
      id = original;
    }
    voices.add(`${id}\n${lightKey(value.source.cites?.text ?? '')}`);
  }
  return voices;
}

export const sameSource: WholeRule = {
  code: 'event.same-source',
  severity: 'warning',
  means:
    'An event corroborates or contradicts another of the same source: nothing that it cites is not cited there too.',
  why: 'A source that says the same twice is one witness, not two; one that says two things is best told in one event.',
  example:
    'source as-safir\n  publisher: As-Safir\nevent hill-taken\n  source: as-safir\nevent hill-falls\n  source: as-safir\n  corroborates: hill-taken',
  instead:
    'Cite the other source, or whom the source cites where that tells the two apart (`as-safir, field commander`). Otherwise take the line out and make the two one event: figures that differ have a line each, dates that differ are a set.',
  concerns: block => block.kind === 'event' && links.some(key => fieldOf(block, key)),
  *checkAll({ uri, blocks, scope, snapshot: { files, twins } }): Iterable<readonly [Block, Problem]> {
    const elsewhere = new Map<string, Block[]>();
    for (const block of blocks) {
      const own = voicesOf(block, scope);
      if (!own.size) continue;
      for (const { topic, role, text, span, field } of mentionsIn(block)) {
        const link = links.find(key => key === field?.key.text);
        const other = topic === 'event' && role === 'use' && link ? eventOf(text, scope.definitions, files) : undefined;
        if (!other || other.event === block) continue;
        if (other.file !== uri) elsewhere.set(other.file, [...(elsewhere.get(other.file) ?? []), other.event]);
        const theirs = voicesOf(other.event, scope);
        if (![...own].every(voice => theirs.has(voice))) continue;
        const why =
          link === 'corroborates'
            ? 'one voice heard twice supports nothing'
            : 'one voice that says two things is one event';
        yield [
          block,
          { span, message: `“${text}” has the same source: ${why}. Cite another source, or make the two one event.` },
        ];
      }
    }
    twins.rest(uri, elsewhere);
  },
};
