// Every use of a name in a block: where a source, place, actor or event is defined, given another name, or spoken of.
import type { ActorSyntax, Named, NamedPlace, PlaceSyntax } from '../../grammar/qalam.peggy';
import { type Block, type Field, fieldOf } from '../syntax/tree';
import { eventTypes, fieldSpec } from '../syntax/vocabulary';
import { Recent } from '../text/recent';
import { type Span, shift, span } from '../text/span';
import { roadEnds } from './places';
import { type Value, valueOfField } from './values';

export type Topic = 'source' | 'place' | 'actor' | 'event' | 'event type';

/** Where in the grammar a name stands, which decides what it may be written with. */
export type Position =
  | 'title'
  | 'place'
  | 'between'
  | 'along'
  /** After a name and a comma, as the area it lies in. */
  | 'area'
  | 'brackets'
  | 'actor'
  | 'source'
  | 'names'
  /** Behind a figure, as the people it counts. */
  | 'people'
  | 'id';

/** One use of a name. Its span counts from the start of the block. */
export interface Mention {
  readonly topic: Topic;
  readonly role: 'definition' | 'alias' | 'use';
  /** The name without quotes, on one line. */
  readonly text: string;
  /** The name as it is written, quotes included. */
  readonly span: Span;
  /** The name with its qualifier and its id: what goes when another name is written in its place. */
  readonly whole: Span;
  readonly position: Position;
  /** What the writer put in brackets beside a place: `(Rif Dimashq)`. */
  readonly qualifier?: string;
  /** An id that pins the name: `[geonames:170589]`. */
  readonly id?: string;
  readonly idSpan?: Span;
  /** The place is also told by where it lies, so it need not be known: `Umm Ruman, 4 km NE of Dumeir`. */
  readonly located?: true;
  /** The name with where it lies, as far as that is written. */
  readonly told?: NamedPlace;
  /** The date of the event, as it is written, where a group takes part in one. */
  readonly on?: string;
  readonly field?: Field;
  /** The names that it is made of, should it be no name itself: the two ends of a road, the group in `Lions (Syria)`. */
  readonly parts?: readonly Mention[];
  /** The name it is a part of. A part keeps to its own letters: no quotes, qualifier or id of its own can be written there. */
  readonly partOf?: Mention;
}

/** A long report's mentions are worth keeping, those of a whole workspace are too many. */
const KEPT = 8192;
const known = new Recent<Block, readonly Mention[]>(KEPT);
const counted = new Recent<Block, readonly Mention[]>(KEPT);

/** The mentions of a block in the order of the text; `mentionsUnder` also says which of them are names made of names. */
export function mentionsIn(block: Block): readonly Mention[] {
  let mentions = known.get(block);
  if (!mentions) {
    mentions = [...definition(block), ...block.fields.flatMap(field => mentionsOf(block, field))];
    known.set(block, mentions);
  }
  return mentions;
}

/** The people that an event’s figures count, as names; whether they are names of groups only the event’s actors tell. */
export function peopleIn(block: Block): readonly Mention[] {
  if (block.kind !== 'event') return [];
  let people = counted.get(block);
  if (!people) {
    people = block.fields.flatMap(field => peopleOf(block, field));
    counted.set(block, people);
  }
  return people;
}

function peopleOf(block: Block, field: Field): Mention[] {
  const value = valueOfField(field, fieldSpec(block.kind, field.key.text));
  if (value.kind !== 'count') return [];
  const on = fieldOf(block, 'date')?.value.trim();
  return value.count.parts.flatMap(({ category }) => {
    if (!category) return [];
    const where = shift(category.span, field.valueSpan.start);
    const dated = on !== undefined && { on };
    return [
      {
        topic: 'actor',
        role: 'use',
        text: oneLine(category.text),
        span: where,
        whole: where,
        position: 'people',
        field,
        ...dated,
      },
    ];
  });
}

const definable: readonly string[] = ['source', 'place', 'actor', 'event', 'event type'] satisfies Topic[];

function definition({ kind, title }: Block): Mention[] {
  return title?.text && definable.includes(kind)
    ? [
        {
          topic: kind as Topic,
          role: 'definition',
          text: oneLine(title.text),
          span: title.span,
          whole: title.span,
          position: 'title',
        },
      ]
    : [];
}

/** A name that runs on over a line break, as one line. */
const oneLine = (text: string): string => (/[\r\n]/.test(text) ? text.replace(/\s+/g, ' ').trim() : text);

function mentionsOf(block: Block, field: Field): Mention[] {
  const spec = fieldSpec(block.kind, field.key.text);
  const value = valueOfField(field, spec);
  const start = field.valueSpan.start;
  const use = (topic: Topic, position: Position, { text, span: name }: Named, end = name.end): Mention => {
    const where = shift(name, start);
    const whole = end === name.end ? where : span(where.start, start + end);
    return { topic, role: 'use', text: oneLine(text), span: where, whole, position, field };
  };
  switch (value.kind) {
    case 'place':
      return placesIn(value.place).map(({ place, position }) => {
        const { name, qualifier, id } = place;
        return withRoadEnds(
          {
            ...use('place', position, name, endOf(place, field.value)),
            ...(qualifier && { qualifier: oneLine(qualifier.text) }),
            ...(id && { id: id.text, idSpan: shift(id.span, start) }),
            ...('at' in place && place.at && { located: true as const, told: place }),
          },
          name.text,
        );
      });
    case 'actor': {
      const { name, id } = value.actor;
      const on = fieldOf(block, 'date')?.value.trim();
      return [
        withGroup(
          {
            ...use('actor', 'actor', name, endOf(value.actor, field.value)),
            ...(on !== undefined && { on }),
            ...(id && { id: id.text, idSpan: shift(id.span, start) }),
          },
          name.text,
        ),
      ];
    }
    case 'source':
      return [use('source', 'source', value.source.id)];
    case 'names':
      return namesOf(block, spec?.value, field.key.text, value).map(([name, topic, role]) => {
        const mention = { ...use(topic, 'names', name), role };
        return topic === 'actor' && role === 'use' ? withGroup(mention, name.text) : mention;
      });
    case 'text':
      if (spec?.value === 'event') return [use('event', 'id', { text: value.text, span: span(0, field.value.length) })];
      // Types of the list are words; what is not on it is the name of one that the workspace defines.
      return block.kind === 'event' && spec?.terms === 'event type' && !listed.has(value.text)
        ? [use('event type', 'id', { text: value.text, span: span(0, field.value.length) })]
        : [];
    case 'count':
      return value.count.source ? [use('source', 'source', value.count.source.id)] : [];
    case 'date':
    case 'empty':
    case 'unreadable':
      return [];
  }
}

type Along = PlaceSyntax & { readonly relation: 'along' };
interface Placed {
  readonly place: NamedPlace | Along;
  readonly position: Position;
}

/** Every name in a place phrase, outermost first, and where it stands in it. */
export function placesIn(place: PlaceSyntax, position: 'place' | 'between' = 'place'): Placed[] {
  switch (place.relation) {
    case 'point':
      return [];
    case 'named':
      return [{ place, position }, ...(place.at ? placesIn(place.at) : [])];
    case 'along':
      return [{ place, position: 'along' }];
    case 'between':
      return place.of.flatMap(one => placesIn(one, 'between'));
    case 'near':
    case 'offset':
    case 'in':
      return placesIn(place.of, position);
  }
}

/** Where a name ends with all that is written behind it to tell it from others: brackets, id, areas after commas. */
function endOf(named: NamedPlace | Along | ActorSyntax, value: string): number {
  const closed = (part: Named | null, bracket: string) => {
    const end = part?.span.end ?? 0;
    const rest = /^\s*(.)/.exec(value.slice(end));
    return part && rest?.[1] === bracket ? end + rest[0].length : end;
  };
  const end = Math.max(
    named.name.span.end,
    closed('qualifier' in named ? named.qualifier : null, ')'),
    closed(named.id, ']'),
  );
  if (!('relation' in named) || named.relation !== 'named' || named.at) return end;
  // The span of a whole phrase takes in its radius.
  const areas = value.slice(end, named.span.end).replace(/(?:±|\+\/-|\+-)[^,]*$/, '');
  return end + areas.trimEnd().length;
}

/** The part of a mention that begins at an offset of its name as that stands in the text, line breaks and all. */
function partOf(mention: Mention, written: string, from: number, text: string): Mention {
  const opening = mention.span.end - mention.span.start > written.length ? 1 : 0;
  const where = shift(span(from, from + text.length), mention.span.start + opening);
  return { ...mention, text: oneLine(text), span: where, whole: where, partOf: mention };
}

function withRoadEnds(mention: Mention, written: string): Mention {
  if (mention.position !== 'along' || mention.qualifier || mention.id) return mention;
  const [first, second] = roadEnds(written);
  if (!first || !second) return mention;
  const at = written.indexOf(first);
  const next = written.indexOf(second, at + first.length);
  return { ...mention, parts: [partOf(mention, written, at, first), partOf(mention, written, next, second)] };
}

/** A group with a country in brackets, `Lions (Syria)`: the brackets belong to its name or tell of it. */
function withGroup(mention: Mention, written: string): Mention {
  const [, name, country] = /^(.+?)\s*\(([^()]+)\)$/s.exec(written) ?? [];
  if (!name || !country || mention.id) return mention;
  return { ...mention, parts: [{ ...partOf(mention, written, 0, name), qualifier: oneLine(country).trim() }] };
}

const listed: ReadonlySet<string> = new Set(eventTypes.map(({ term }) => term));

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
