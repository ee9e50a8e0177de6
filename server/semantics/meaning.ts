// What a mention stands for, and whether two mentions stand for the same.
import type { Entity, Resolution } from '../gazetteer/entity';
import { lightKey } from '../gazetteer/fold';
import { resolveActor } from './actors';
import { genericActor } from './generic';
import type { Mention } from './mentions';
import { resolvePlace } from './places';
import type { Scope } from './scope';

/** What the name of a place or group means here. */
export function meaningOf({ topic, text, span, qualifier, id }: Mention, scope: Scope): Resolution {
  if (topic === 'actor') return resolveActor(text, id, scope);
  const named = (word: string | undefined) => (word === undefined ? null : { text: word, span });
  return resolvePlace({ name: { text, span }, qualifier: named(qualifier), id: named(id) }, scope);
}

/** The entry a mention stands for; undefined for a source, an event, or a name that does not resolve. */
export function entityOf(mention: Mention, scope: Scope): Entity | undefined {
  if (mention.topic !== 'place' && mention.topic !== 'actor') return;
  const resolution = meaningOf(mention, scope);
  return resolution.kind === 'resolved' ? resolution.entity : undefined;
}

/** Equal for two mentions exactly when they stand for the same thing; names that nobody knows are the same when spelt alike. */
export function identityOf(mention: Mention, scope: Scope): string {
  if (mention.topic === 'source' || mention.topic === 'event') return `${mention.topic}:${mention.text}`;
  const generic = mention.topic === 'actor' ? genericActor(mention.text) : undefined;
  return entityOf(mention, scope)?.id ?? generic?.id ?? `${mention.topic}?${lightKey(mention.text)}`;
}
