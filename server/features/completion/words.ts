// Completions that come from the vocabulary: blocks, fields, terms, countries, figures.
import { countryName, countryNames } from '../../gazetteer/countries';
import { genericActors } from '../../gazetteer/generic';
import type { Definitions } from '../../semantics/definitions';
import { allEventTypes } from '../../semantics/eventTypes';
import { languages } from '../../semantics/languages';
import { mentionsIn } from '../../semantics/mentions';
import { writable } from '../../semantics/naming';
import { hideable } from '../../semantics/privacy';
import type { Block } from '../../syntax/tree';
import {
  type BlockKind,
  blockKinds,
  blockSpec,
  countWords,
  type FieldSpec,
  isBlockKind,
  termLists,
  valueKinds,
} from '../../syntax/vocabulary';
import type { Item } from './item';

/** Kinds of block in the order in which an author needs them, once the report has begun. */
const byNeed = [...blockKinds].sort((a, b) => need(a) - need(b));

function need(kind: BlockKind): number {
  switch (kind) {
    case 'event':
      return 0;
    case 'event type':
      return 2;
    case 'report':
      return 3;
    default:
      return 1;
  }
}

/** Blocks, each as a snippet with the fields it cannot do without; an event also as one more of a source. `isBegun` is a file with a report block. */
export const blockItems = (source: string | undefined, isBegun: boolean): Item[] =>
  (isBegun ? byNeed : blockKinds).flatMap(kind => {
    const item: Item = {
      label: kind,
      detail: '',
      kind: 'block',
      documentation: blockSpec(kind).means,
      insert: template(kind),
      snippet: true,
    };
    const insert = kind === 'event' && source ? template(kind, { source }) : undefined;
    return insert ? [{ ...item, label: `event, source ${source}`, insert }, item] : [item];
  });

/** Fields that belong into a new block though a block without them is complete. */
const usual: Partial<Record<BlockKind, readonly string[]>> = {
  report: ['country', 'author', 'written'],
  source: ['title', 'published'],
  place: ['kind'],
  actor: ['also', 'country'],
  'event type': ['within', 'note'],
  event: ['actor', 'credibility'],
};

/** A snippet with the name and the fields, some of which have a value already. */
function template(kind: BlockKind, values: Readonly<Record<string, string>> = {}): string {
  const { title, fields } = blockSpec(kind);
  const wanted = fields.filter(({ key, required }) => required || usual[kind]?.includes(key));
  const name = title.quoted ? '"${1:name}"' : '${1:id}';
  const stop = (key: string, i: number) => {
    const value = values[key]?.replace(/[\\$}]/g, '\\$&');
    return value ? `\${${i}:${value}}` : `$${i}`;
  };
  return [`${kind} ${name}`, ...wanted.map(({ key }, i) => `  ${key}: ${stop(key, i + 2)}`)].join('\n');
}

/** Fields the block does not have yet, or may have again. */
export function fieldItems(block: Block): Item[] {
  if (!isBlockKind(block.kind)) return [];
  const has = new Set(block.fields.map(({ key }) => key.text));
  return blockSpec(block.kind)
    .fields.filter(({ key, repeats, perSource }) => repeats || perSource || !has.has(key))
    .map(({ key, means, example, required }) => ({
      label: key,
      detail: required && !has.has(key) ? 'needed' : '',
      kind: 'field',
      insert: `${key}: `,
      documentation: `${means}\n\n\`${key}: ${example}\``,
      again: true,
    }));
}

export const termItems = (list: string): Item[] =>
  termLists[list as keyof typeof termLists].terms.map(term => ({
    label: term.term,
    detail: 'family' in term && term.family ? term.family : /^[A-F1-6]$/.test(term.term) ? term.means : '',
    kind: 'term',
    documentation: term.means,
  }));

/** Event types: those of the workspace first. */
export const eventTypeItems = (definitions: Definitions): Item[] => [
  ...allEventTypes(definitions)
    .filter(({ term }) => definitions.types.has(term))
    .map(({ term, means, base }) => ({
      label: term,
      detail: base ? base.term : 'own type',
      kind: 'event type' as const,
      documentation: means,
    })),
  ...termItems('event type'),
];

let byCode: readonly Item[] | undefined;

export function languageItems(): readonly Item[] {
  byCode ??= languages().map(([label, detail]) => ({ label, detail, kind: 'term' }));
  return byCode;
}

/** Countries of the report first. */
export const countryItems = (own: readonly string[]): Item[] =>
  [...new Set([...own.map(countryName), ...countryNames()])].map(label => ({ label, detail: '', kind: 'country' }));

/** What may follow a figure. */
export const accordingTo: Item = { label: 'according to ', detail: 'whose figure it is', kind: 'phrase', again: true };

/** Whom a figure counts: the event’s own groups first, then people whom nobody names. */
export function peopleItems(block: Block): Item[] {
  const parties = mentionsIn(block).filter(({ topic, position }) => topic === 'actor' && position === 'actor');
  const named = [...new Set(parties.map(({ text }) => text))].map(label => ({
    label,
    detail: 'of this event',
    insert: writable(label, 'people'),
  }));
  const generic = genericActors()
    .filter(({ kind }) => kind === 'civilians')
    .map(({ name }) => ({ label: name.toLowerCase(), detail: '', insert: name.toLowerCase() }));
  return [...named, ...generic].flatMap(({ insert, ...item }) =>
    insert === undefined ? [] : [{ ...item, insert, kind: 'actor' as const }],
  );
}

export const countItems = (): Item[] => [
  ...['unknown', 'at least ', 'up to ', '~'].map(label => ({ label, detail: '', kind: 'phrase' as const })),
  ...Object.keys(countWords)
    .filter(word => word !== 'unknown' && word !== 'no')
    .map(label => ({ label, detail: '', kind: 'phrase' as const })),
];

/** `yes` and `no`, and the fields the block has; behind a comma the fields alone. */
export function privacyItems(block: Block, written: string): Item[] {
  const here = new Set(block.fields.map(({ key }) => key.text));
  const keys = isBlockKind(block.kind) ? hideable(block.kind).filter(key => here.has(key)) : [];
  return [
    ...(written.includes(',') ? [] : ['yes', 'no']).map(label => ({ label, detail: '', kind: 'term' as const })),
    ...keys.map(label => ({ label, detail: 'this field alone', kind: 'field' as const })),
  ];
}

/** Generic actors that begin with the text, with the report’s first country in brackets. */
export const genericItems = (written: string, own: readonly string[]): Item[] =>
  genericActors()
    .filter(({ name }) => name.toLowerCase().startsWith(written.toLowerCase()))
    .map(({ name, kind }) => {
      const label = own[0] ? `${name} (${countryName(own[0])})` : name;
      return { label, detail: kind, kind: 'actor', insert: label };
    });

/** The ways to say where, for an author who has not begun a name. */
export const placePhrases: readonly Item[] = [
  ['near ', 'near a place', 'near '],
  ['… km … of', 'distance and direction', '${1:5} km ${2|N,NE,E,SE,S,SW,W,NW|} of $3'],
  ['… of', 'direction only', '${1|N,NE,E,SE,S,SW,W,NW|} of $2'],
  ['between … and', 'between places', 'between $1 and $2'],
  ['along ', 'on a road or river', 'along '],
  ['in ', 'somewhere in an area', 'in '],
].map(([label, detail, insert]) => ({
  label: label!,
  detail: detail!,
  insert: insert!,
  kind: 'phrase',
  snippet: true,
}));

/** The forms a date can take. */
export const dateForms = ({ value }: FieldSpec): Item[] =>
  valueKinds[value].forms.map(([label, detail]) => ({ label, detail, kind: 'date' }));
