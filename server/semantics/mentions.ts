// Every use of a name in a block: where a source, place, actor or event is defined, given another name, or spoken of.
import type { Named } from '../../grammar/qalam.peggy';
import type { Block, Field } from '../syntax/tree';
import { fieldSpec } from '../syntax/vocabulary';
import { type Span, shift } from '../text/span';
import { namesIn, type Value, valueOfField } from './values';

export type Topic = 'source' | 'place' | 'actor' | 'event';

/** One use of a name. Its span counts from the start of the block. */
export interface Mention {
  readonly topic: Topic;
  readonly role: 'definition' | 'alias' | 'use';
  readonly text: string;
  readonly span: Span;
  /** What the writer put in brackets beside a place: `(Rif Dimashq)`. */
  readonly qualifier?: string;
  /** An id that pins the name: `[geonames:170589]`. */
  readonly id?: string;
  /** The place is also told by where it lies, so it need not be known: `Umm Ruman, 4 km NE of Dumeir`. */
  readonly located?: true;
  readonly field?: Field;
}

const known = new WeakMap<Block, readonly Mention[]>();

/** The mentions of a block in the order of the text. */
export function mentionsIn(block: Block): readonly Mention[] {
  let mentions = known.get(block);
  if (!mentions) {
    mentions = [...definition(block), ...block.fields.flatMap(field => mentionsOf(block, field))];
    known.set(block, mentions);
  }
  return mentions;
}

const definable: readonly string[] = ['source', 'place', 'actor', 'event'] satisfies Topic[];

function definition({ kind, title }: Block): Mention[] {
  return title?.text && definable.includes(kind)
    ? [{ topic: kind as Topic, role: 'definition', text: title.text, span: title.span }]
    : [];
}

function mentionsOf(block: Block, field: Field): Mention[] {
  const spec = fieldSpec(block.kind, field.key.text);
  const value = valueOfField(field, spec);
  const at = (named: Named) => ({ text: named.text, span: shift(named.span, field.valueSpan.start), field });
  switch (value.kind) {
    case 'place':
      return namesIn(value.place).map(({ name, qualifier, id, located }) => ({
        topic: 'place',
        role: 'use',
        ...at(name),
        ...(qualifier && { qualifier: qualifier.text }),
        ...(id && { id: id.text }),
        ...(located && { located }),
      }));
    case 'actor':
      return [
        { topic: 'actor', role: 'use', ...at(value.actor.name), ...(value.actor.id && { id: value.actor.id.text }) },
      ];
    case 'source':
      return [{ topic: 'source', role: 'use', ...at(value.source.id) }];
    case 'names':
      return namesOf(block, spec?.value, field.key.text, value).map(([name, topic, role]) => ({
        topic,
        role,
        ...at(name),
      }));
    case 'text':
      return spec?.value === 'event'
        ? [{ topic: 'event', role: 'use', text: value.text, span: field.valueSpan, field }]
        : [];
    case 'date':
    case 'count':
    case 'empty':
    case 'unreadable':
      return [];
  }
}

const aliasFields = ['also', 'formerly', 'acronym', 'ucdp'];

/** The names of a list that stand for something: aliases of the block's own entry, larger groups, other events. */
function namesOf(
  block: Block,
  kind: string | undefined,
  key: string,
  value: Value & { kind: 'names' },
): (readonly [Named, Topic, Mention['role']])[] {
  const names = value.names.map(({ name }) => name);
  if (kind === 'events') return names.map(name => [name, 'event', 'use'] as const);
  if (block.kind !== 'place' && block.kind !== 'actor') return [];
  const topic = block.kind;
  if (aliasFields.includes(key)) return names.map(name => [name, topic, 'alias'] as const);
  return key === 'part of' ? names.map(name => [name, 'actor', 'use'] as const) : [];
}
