// Who an actor line speaks of: an entry of the gazetteer, a generic actor, or a name that nobody knows.
import type { ActorSyntax } from '../../grammar/qalam.peggy';
import type { Resolution } from '../gazetteer/entity';
import { genericActor } from '../gazetteer/generic';
import { settledByDate } from './activity';
import type { Scope } from './scope';

export interface ActorReading {
  /** The canonical name; null when the name is not resolved. */
  readonly name: string | null;
  readonly id: string | null;
  /** A kind of actor of the vocabulary; null when unknown. */
  readonly kind: string | null;
  readonly role: string | null;
  /** Undefined for a generic actor, which needs no gazetteer. */
  readonly resolution: Resolution | undefined;
}

/** What an actor line says; `on` is the date of its event, as it is written. */
export function readActor({ name, id, role }: ActorSyntax, scope: Scope, on?: string): ActorReading {
  const as = role?.text ?? null;
  const resolution = resolveActor(name.text, id?.text, scope, on);
  if (resolution.kind === 'resolved') {
    const { entity } = resolution;
    return { name: entity.name, id: entity.id, kind: entity.type, role: as, resolution };
  }
  const generic = genericActor(name.text);
  if (generic) return { ...generic, role: as, resolution: undefined };
  return { name: null, id: null, kind: null, role: as, resolution };
}

/**
 * What an actor's name means; a trailing `(Syria)` is tried as part of the name first, then as a country. Between namesakes the
 * date decides where it can.
 */
export function resolveActor(text: string, id: string | undefined, scope: Scope, on?: string): Resolution {
  if (id !== undefined) return scope.byId('actor', id, text);
  const whole = scope.resolve('actor', text);
  const bracket = /^(.+?)\s*\(([^()]+)\)$/.exec(text);
  const meant = whole.kind === 'unknown' && bracket ? scope.resolve('actor', bracket[1]!, bracket[2]!) : whole;
  return on !== undefined ? settledByDate(meant, on) : meant;
}
