// What a mention stands for, and whether two mentions stand for the same.
import type { Entity, Resolution } from '../gazetteer/entity';
import { lightKey } from '../gazetteer/fold';
import { genericActor } from '../gazetteer/generic';
import type { Block } from '../syntax/tree';
import { resolveActor } from './actors';
import { type Mention, mentionsIn, peopleIn } from './mentions';
import { readPlace, resolvePlace } from './places';
import type { Scope } from './scope';

/** What the name of a place or group means here. */
export function meaningOf({ topic, text, span, qualifier, id, told, on }: Mention, scope: Scope): Resolution {
  if (topic === 'actor') return resolveActor(qualifier === undefined ? text : `${text} (${qualifier})`, id, scope, on);
  // Of namesakes the one is meant that lies where the author says; when none does, none is.
  const there = told && readPlace(told, scope).entity;
  if (there) return { kind: 'resolved', entity: there, alias: text };
  if (told) return { kind: 'unknown', nearest: [] };
  const named = (word: string | undefined) => (word === undefined ? null : { text: word, span });
  return resolvePlace({ name: { text, span }, qualifier: named(qualifier), id: named(id) }, scope);
}

/** The entry a mention stands for; undefined for a source, an event, or a name that does not resolve. */
export function entityOf(mention: Mention, scope: Scope): Entity | undefined {
  if (mention.topic !== 'place' && mention.topic !== 'actor') return;
  const resolution = meaningOf(mention, scope);
  return resolution.kind === 'resolved' ? resolution.entity : undefined;
}

/**
 * The mentions of a block; a name that only its parts are known by, like that of a road between two towns, gives way to them.
 * People whom a figure counts are mentioned where they are one of the event’s actors.
 */
export function mentionsUnder(block: Block, scope: Scope): readonly Mention[] {
  const mentions = mentionsIn(block);
  const whole = mentions.some(({ parts }) => parts)
    ? mentions.flatMap(mention => partsUnder(mention, scope) ?? [mention])
    : mentions;
  const people = peopleIn(block);
  if (!people.length) return whole;
  const actors = whole.filter(({ topic, position }) => topic === 'actor' && position === 'actor');
  const parties = new Set(actors.map(actor => identityOf(actor, scope)));
  const counted = people.filter(one => parties.has(identityOf(one, scope)));
  return counted.length ? [...whole, ...counted].sort((a, b) => a.span.start - b.span.start) : whole;
}

/** A place or group that a block speaks of, and what its name means there. */
export interface Use {
  readonly mention: Mention;
  readonly meaning: Resolution;
}

/** The places and groups that a block speaks of, in the order of the text; names that it gives are none, nor are people counted. */
export const usesIn = (block: Block, scope: Scope): Use[] =>
  mentionsUnder(block, scope).flatMap(mention =>
    mention.role === 'use' && mention.position !== 'people' && (mention.topic === 'place' || mention.topic === 'actor')
      ? [{ mention, meaning: meaningOf(mention, scope) }]
      : [],
  );

function partsUnder(mention: Mention, scope: Scope): readonly Mention[] | undefined {
  const { parts, topic, text } = mention;
  if (!parts) return;
  const entity = entityOf(mention, scope);
  if (topic === 'place') return !entity && parts.every(part => entityOf(part, scope)) ? parts : undefined;
  // Brackets that are part of a name stay with it.
  return entity && !namesOfEntry(entity).includes(lightKey(text)) ? parts : undefined;
}

const keys = new WeakMap<Entity, readonly string[]>();

/** The light keys of all names of an entry, the canonical one first, then its aliases in their order. */
export function namesOfEntry(entity: Entity): readonly string[] {
  let known = keys.get(entity);
  if (!known) {
    known = [entity.name, ...entity.aliases.map(({ text }) => text)].map(lightKey);
    keys.set(entity, known);
  }
  return known;
}

/** The entry a mention stands for, unless only a date says so and a block defines it: at the definition its namesakes are not told apart. */
function lastingEntity(mention: Mention, scope: Scope): Entity | undefined {
  const entity = entityOf(mention, scope);
  if (entity?.origin !== 'workspace' || mention.on === undefined) return entity;
  const { on: _, ...undated } = mention;
  return entityOf(undated, scope);
}

/** Equal for two mentions exactly when they stand for the same thing; names that nobody knows are the same when spelt alike. */
export function identityOf(mention: Mention, scope: Scope): string {
  if (mention.topic !== 'place' && mention.topic !== 'actor') return `${mention.topic}:${mention.text}`;
  const generic = mention.topic === 'actor' && !mention.partOf ? genericActor(mention.text) : undefined;
  return lastingEntity(mention, scope)?.id ?? generic?.id ?? `${mention.topic}?${lightKey(mention.text)}`;
}
