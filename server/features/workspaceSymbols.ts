// Blocks of the whole workspace by words of their name, date, place or other names.
import { lightKey } from '../gazetteer/fold';
import { readDate } from '../semantics/dates';
import { isolated } from '../semantics/direction';
import { namesOf } from '../semantics/entries';
import type { Snapshot } from '../semantics/snapshot';
import { type Block, fieldOf } from '../syntax/tree';
import type { BlockKind } from '../syntax/vocabulary';
import { type Span, shift } from '../text/span';

export interface FoundBlock {
  readonly uri: string;
  /** The name in the header. */
  readonly span: Span;
  readonly kind: BlockKind;
  /** The name and, for an event, its date and place: what a person searches by. */
  readonly name: string;
  readonly detail: string;
}

/** Most blocks answered at a time. */
const MOST = 500;

/** Blocks that have every word of the query, by name, but events by date; those before the rest that begin with the query. */
export function workspaceSymbols(snapshot: Snapshot, query: string): FoundBlock[] {
  const words = query.split(/\s+/).map(lightKey).filter(Boolean);
  const found: { readonly file: string; readonly start: number; readonly block: Block; readonly facts: Facts }[] = [];
  for (const { uri, tree } of snapshot.files.values()) {
    tree.blocks.forEach((block, i) => {
      if (block.kind === 'preamble' || !block.title?.text) return;
      const facts = factsOf(block);
      const has = (word: string) => facts.key.includes(word) || facts.key.replaceAll(' ', '').includes(word);
      if (words.every(has)) found.push({ file: uri, start: tree.starts[i]!, block, facts });
    });
  }
  const first = (key: string) => Number(!key.startsWith(words.join(' ')));
  return found
    .sort((a, b) => first(a.facts.key) - first(b.facts.key) || (a.facts.order < b.facts.order ? -1 : 1))
    .slice(0, MOST)
    .map(({ file, start, block, facts }) => ({
      uri: file,
      span: shift(block.title!.span, start),
      kind: block.kind as BlockKind,
      name: nameFor(block, words),
      detail: facts.detail,
    }));
}

interface Facts {
  /** All that it can be found by, folded. */
  readonly key: string;
  /** What it is sorted by: events by day, the others by name. */
  readonly order: string;
  readonly detail: string;
}
const known = new WeakMap<Block, Facts>();

function factsOf(block: Block): Facts {
  let facts = known.get(block);
  if (!facts) {
    const date = block.kind === 'event' ? readDate(line(block, 'date')) : undefined;
    const title = block.title!.text;
    const keys = ['title', 'type', 'publisher', 'kind'].map(key => line(block, key)).filter(Boolean);
    facts = {
      key: [title, line(block, 'date'), line(block, 'place'), ...keys, ...othersOf(block)].map(lightKey).join(' '),
      order: `${date?.ok ? date.value.earliest : '~'} ${lightKey(title)}`,
      detail: keys.join(' · '),
    };
    known.set(block, facts);
  }
  return facts;
}

const line = (block: Block, key: string): string => fieldOf(block, key)?.value.replace(/\s+/g, ' ').trim() ?? '';

const othersOf = (block: Block): string[] =>
  block.kind === 'place' || block.kind === 'actor'
    ? ['also', 'formerly', 'acronym'].flatMap(key => namesOf(block, key).map(({ text }) => text))
    : [];

/** With the other name that was asked for, since editors drop what does not show the words of the query. */
function nameFor(block: Block, words: readonly string[]): string {
  const title = block.title!.text;
  if (block.kind === 'event')
    return [title, line(block, 'date'), line(block, 'place')].filter(Boolean).map(isolated).join(' · ');
  const shows = (text: string) => words.every(word => lightKey(text).includes(word));
  const other = words.length && !shows(title) ? othersOf(block).find(shows) : undefined;
  return other ? `${isolated(title)} (${isolated(other)})` : isolated(title);
}
