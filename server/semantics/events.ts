// An event block under a scope: what each of its fields means.
import type { CountLine, CountSyntax, SourceSyntax } from '../../grammar/qalam.peggy';
import { type Block, type Field, fieldOf } from '../syntax/tree';
import { fieldSpec } from '../syntax/vocabulary';
import { type ActorReading, readActor } from './actors';
import { type DateReading, type Hemisphere, isDay, readDate } from './dates';
import { type Definition, sourceFacts, sourceOf } from './definitions';
import { type PlaceReading, readPlace } from './places';
import type { Context } from './relativeDates';
import type { Scope } from './scope';
import { type Value, valueOfField } from './values';

/** A field with its value and what that value means under the scope. */
export type FieldReading = { readonly field: Field; readonly value: Value } & (
  | { readonly kind: 'date'; readonly date: DateReading }
  | { readonly kind: 'place'; readonly place: PlaceReading; readonly value: Value & { kind: 'place' } }
  | { readonly kind: 'actor'; readonly actor: ActorReading; readonly value: Value & { kind: 'actor' } }
  | {
      readonly kind: 'count';
      readonly parts: readonly CountSyntax[];
      /** Whose figure it is; null where the line does not say, `source` undefined where nobody defines it. */
      readonly claimed: SourceSyntax | null;
      readonly source: Definition | undefined;
    }
  | { readonly kind: 'source'; readonly source: Definition | undefined; readonly value: Value & { kind: 'source' } }
  | { readonly kind: 'other' }
);

export interface BlockReading {
  readonly block: Block;
  readonly fields: readonly FieldReading[];
}

/** Reads a block under a scope. Not remembered: findings are, and nothing else needs all readings at once. */
export const readBlock = (block: Block, scope: Scope): BlockReading => ({
  block,
  fields: block.fields.map(field => readField(block, field, scope)),
});

function readField(block: Block, field: Field, scope: Scope): FieldReading {
  const value = valueOfField(field, fieldSpec(block.kind, field.key.text));
  switch (value.kind) {
    case 'date':
      return { field, value, kind: 'date', date: readDateAt(value.text, block, scope) };
    case 'place':
      return { field, value, kind: 'place', place: readPlace(value.place, scope) };
    case 'actor':
      return {
        field,
        value,
        kind: 'actor',
        actor: readActor(value.actor, scope, fieldOf(block, 'date')?.value.trim()),
      };
    case 'count':
      return { field, value, kind: 'count', ...claimOf(value.count, scope) };
    case 'source':
      return { field, value, kind: 'source', source: sourceOf(scope.definitions, value.source.id.text) };
    default:
      return { field, value, kind: 'other' };
  }
}

const claimOf = ({ parts, source: claimed }: CountLine, { definitions }: Scope) => ({
  parts,
  claimed,
  source: claimed ? sourceOf(definitions, claimed.id.text) : undefined,
});

/** Only a season needs to know where it is. */
const readDateAt = (text: string, block: Block, scope: Scope): DateReading =>
  readDate(text, /\d{4}-2[1-4]/.test(text) ? hemisphereOf(block, scope) : 'north');

/** Latitude of the Tropic of Capricorn. Nearer the equator nobody means the southern seasons for sure. */
const TROPIC = -23.4;

/** Whether the block's place has the seasons of the south; north when that is not known. */
function hemisphereOf(block: Block, scope: Scope): Hemisphere {
  for (const field of block.fields) {
    if (field.key.text !== 'place' && field.key.text !== 'location') continue;
    const value = valueOfField(field, fieldSpec(block.kind, field.key.text));
    if (value.kind === 'place')
      return (readPlace(value.place, scope).point?.latitude ?? 0) < TROPIC ? 'south' : 'north';
  }
  return 'north';
}

/** What words such as `last winter` may be understood by in a block: of the sources it cites, the first that says when it was published. */
export function dateContext(reading: BlockReading, scope: Scope): Context {
  const facts = readingsOf(reading, 'source').flatMap(({ source }) => (source ? [sourceFacts(source.block)] : []));
  const dated = facts.find(({ published }) => published && isDay(published.latest));
  return {
    published: dated?.published?.latest,
    language: (dated ?? facts[0])?.language || undefined,
    hemisphere: hemisphereOf(reading.block, scope),
  };
}

/** The readings of one kind among a block's fields, of one key if given. */
export const readingsOf = <Kind extends FieldReading['kind']>(reading: BlockReading, kind: Kind, key?: string) =>
  reading.fields.filter(
    (one): one is FieldReading & { kind: Kind } =>
      one.kind === kind && (key === undefined || one.field.key.text === key),
  );
