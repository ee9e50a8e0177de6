// The JSON Schema (2020-12) of the export, made from the vocabulary alone.
import {
  type BlockKind,
  type BlockSpec,
  blockKinds,
  blockSpec,
  type FieldSpec,
  termLists,
  valueKinds,
} from '../syntax/vocabulary';
import { type Json, type JsonObject, SCHEMA_ID } from './document';

const text = { type: 'string' } as const;
const orNull = (type: string, more: JsonObject = {}): JsonObject => ({ type: [type, 'null'], ...more });
const ref = (name: string): JsonObject => ({ $ref: `#/$defs/${name}` });
const listOf = (items: JsonObject): JsonObject => ({ type: 'array', items });

/** An object of which every member but those in `optional` must be there, and no other may. */
const object = (
  description: string,
  properties: Record<string, Json>,
  optional: readonly string[] = [],
): JsonObject => ({
  description,
  type: 'object',
  properties,
  required: Object.keys(properties).filter(name => !optional.includes(name)),
  additionalProperties: false,
});

const written = { ...text, description: 'As it was written.' };
const figures = {
  low: orNull('integer', { minimum: 0, description: 'The least it can be; null when the words give no bound.' }),
  best: orNull('integer', { minimum: 0, description: 'The likeliest; null when the words give none.' }),
  high: orNull('integer', { minimum: 0, description: 'The most it can be; null when the words give no bound.' }),
};
const bound = (which: string): JsonObject => ({
  ...text,
  pattern: '^(\\d{4,}-\\d\\d-\\d\\d|open|unknown)$',
  description: `The ${which} day it can speak of (ISO 8601), “open” or “unknown”.`,
});
const relations = ['at', 'near', 'offset', 'between', 'along', 'in', null];
const degrees = (most: number): JsonObject =>
  orNull('number', { minimum: -most, maximum: most, description: 'WGS 84 decimal degrees.' });
const country = orNull('string', { pattern: '^[A-Z]{2}$', description: 'ISO 3166-1 alpha-2; null when not known.' });

/** A word of a list; one that is not in it is exported as it was written. */
const termDefinition = ({ one, terms }: (typeof termLists)[keyof typeof termLists]): JsonObject => ({
  description: `A word for ${/^[aeiou]/.test(one) ? 'an' : 'a'} ${one}; any other is carried as it was written.`,
  anyOf: [...terms.map(({ term, means }) => ({ const: term, description: means })), text],
});

const termName = (list: string): string => list.replace(/ (\w)/g, (_, letter: string) => letter.toUpperCase());

const values: JsonObject = {
  date: object(`${valueKinds.date.means} Marks of doubt do not widen the bounds.`, {
    text: written,
    edtf: orNull('string', { description: 'The date in EDTF (ISO 8601-2); null when what was written is none.' }),
    earliest: bound('first'),
    latest: bound('last'),
    approximate: { type: 'boolean' },
    uncertain: { type: 'boolean' },
  }),
  place: object(valueKinds.place.means, {
    text: written,
    relation: { enum: relations, description: 'How the place is told; null when it could not be read.' },
    name: orNull('string', { description: 'Name of the entry it is, or is told by; null when none.' }),
    id: orNull('string', { description: 'Id of that entry: geonames:170589, qalam:…, workspace:place:….' }),
    latitude: degrees(90),
    longitude: degrees(180),
    uncertaintyKm: orNull('number', { minimum: 0, description: 'Radius in km within which it lies around the point.' }),
    country,
  }),
  actor: object(valueKinds.actor.means, {
    text: { ...text, description: 'The name as it was written.' },
    name: orNull('string', { description: 'Its canonical name; null when it is not known.' }),
    id: orNull('string', { description: 'Id of its entry, or of a generic actor: generic:civilians:SY.' }),
    role: { anyOf: [ref('role'), { type: 'null' }] },
    kind: { anyOf: [ref('actorKind'), { type: 'null' }] },
  }),
  count: object(
    valueKinds.count.means,
    {
      text: written,
      ...figures,
      parts: listOf(object('A part of the count.', { text: written, category: orNull('string'), ...figures })),
      source: { ...ref('citation'), description: 'Whose figure it is, where the line says so.' },
      others: {
        ...listOf(ref('count')),
        description: 'What other sources say instead. The figure that they stand in is the one that counts.',
      },
    },
    ['parts', 'source', 'others'],
  ),
  citation: object(
    valueKinds.source.means,
    {
      text: written,
      id: orNull('string', { description: 'Id of one of the sources; null when it is not defined.' }),
      attribution: orNull('string', { description: 'Whom the source cites; null when nobody is named.' }),
      reliability: { ...ref('reliability'), description: 'The letter of its grade here, where the line has one.' },
      credibility: { ...ref('credibility'), description: 'The digit of its grade here, where the line has one.' },
    },
    ['reliability', 'credibility'],
  ),
  country: object('A country.', { text: written, code: country }),
  name: object('A name, with when it was in use if that is known.', {
    text: written,
    date: { anyOf: [ref('date'), { type: 'null' }] },
  }),
};

function valueSchema({ value, terms }: FieldSpec): JsonObject {
  switch (value) {
    case 'date':
    case 'place':
    case 'actor':
    case 'count':
      return ref(value);
    case 'source':
      return ref('citation');
    case 'names':
      return listOf(ref('name'));
    case 'countries':
      return listOf(ref('country'));
    case 'events':
      return listOf({ ...text, description: 'Id of an event.' });
    case 'term':
      return ref(termName(terms ?? ''));
    case 'privacy':
      return { anyOf: [{ type: 'boolean' }, listOf({ ...text, description: 'A field that is private.' })] };
    case 'line':
    case 'text':
    case 'language':
    case 'time':
    case 'event':
    case 'url':
    case 'id':
      return text;
  }
}

function fieldSchema(spec: FieldSpec): JsonObject {
  const one = valueSchema(spec);
  const { means: description } = spec;
  if (spec.repeats) return { ...listOf(one), description };
  return spec.required ? { anyOf: [one, { type: 'null' }], description } : { ...one, description };
}

const entryId = orNull('string', { description: 'The id it gives itself, or one made of its name.' });

/** The members that every block of a kind has before its fields. */
const heads: Readonly<Record<BlockKind, (spec: BlockSpec) => Record<string, Json>>> = {
  report: ({ title }) => ({ title: orNull('string', { description: `${title.means}.` }) }),
  source: ({ title }) => ({ id: orNull('string', { description: `${title.means}.` }) }),
  place: ({ title }) => ({ id: entryId, name: orNull('string', { description: `${title.means}.` }) }),
  actor: ({ title }) => ({ id: entryId, name: orNull('string', { description: `${title.means}.` }) }),
  'event type': ({ title }) => ({ name: orNull('string', { description: `${title.means}.` }) }),
  event: () => ({ id: { ...text, description: 'Unique in the document.' } }),
};
const inEvents = {
  report: orNull('string', { description: 'Title of the report of its file; null when it has none.' }),
};
const afterType = {
  subEventType: orNull('string', {
    description: 'The sub-event type of ACLED that it is, or is a kind of; null for those that ACLED lacks.',
  }),
  family: orNull('string', {
    description: 'The event type of ACLED that it belongs to; null for those that ACLED lacks.',
  }),
  disorder: orNull('string', { description: 'The disorder type of ACLED; null for those that ACLED lacks.' }),
};

function blockSchema(kind: BlockKind): JsonObject {
  const spec = blockSpec(kind);
  const properties: Record<string, Json> = {
    ...heads[kind](spec),
    file: { ...text, description: 'The file it stands in, from the folder that holds all reports.' },
    ...(kind === 'event' && inEvents),
  };
  const head = Object.keys(properties);
  for (const field of spec.fields) {
    properties[field.json] ??= fieldSchema(field); // `id:` only overrides the id that the head has anyway.
    if (kind === 'event' && field.terms === 'event type') Object.assign(properties, afterType);
  }
  const optional = spec.fields.filter(({ json, required, repeats }) => !required && !repeats && !head.includes(json));
  return object(
    spec.means,
    properties,
    optional.map(({ json }) => json),
  );
}

const blockDefinition = (kind: BlockKind): string => `${termName(kind)}Block`;

/** The schema, as a JSON value. Its `$id` is what documents give as `$schema`. */
export function schema(): JsonObject {
  const lists = Object.entries(termLists).map(([list, terms]) => [termName(list), termDefinition(terms)] as const);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: SCHEMA_ID,
    title: 'Qalam export',
    ...object('Structured reports of armed conflict: who did what, where, when, and who says so.', {
      $schema: { const: SCHEMA_ID },
      generator: object('What wrote the document.', { name: text, version: text }),
      attribution: {
        ...listOf(text),
        description: 'How the makers of the data behind names and coordinates must be named.',
      },
      ...Object.fromEntries(
        blockKinds.map(kind => [
          blockSpec(kind).json,
          { ...listOf(ref(blockDefinition(kind))), description: plural[kind] },
        ]),
      ),
    }),
    $defs: {
      ...Object.fromEntries(blockKinds.map(kind => [blockDefinition(kind), blockSchema(kind)])),
      ...values,
      ...Object.fromEntries(lists),
    },
  };
}

const plural: Readonly<Record<BlockKind, string>> = {
  report: 'The report of each file, where it has one.',
  source: 'The sources that the files define, and those that their events cite.',
  place: 'The places that the files define, and those of the workspace that their events use.',
  actor: 'The groups that the files define, and those of the workspace that their events use.',
  'event type': 'The event types that the files define, and those of the workspace that their events use.',
  event: 'The events, in the order of the files.',
};

/** The text of the schema file (RFC 8259). */
export const schemaText = (): string => `${JSON.stringify(schema(), null, 2)}\n`;
