// Who stands on which side of an event, for formats that know two sides.
import { readingsOf } from '../semantics/events';
import type { EventRecord } from './record';

/** Someone who took part and may be shown. */
export interface Party {
  readonly id: string | null;
  /** The canonical name, or the name as written. */
  readonly name: string;
  readonly kind: string | null;
  readonly role: string | null;
  /** ISO 3166-1 alpha-2 of its home; null when not known. */
  readonly country: string | null;
}

export interface Sides {
  readonly first: readonly Party[];
  readonly second: readonly Party[];
  /** Those whose role puts them on neither side. */
  readonly others: readonly Party[];
}

const acting = /^(attacker|demonstrator|agent|mover|speaker|present)$/;
const suffering = /^(defender|target|occupant|affected|recipient)$/;
const aside = /^(supporter|leader|bystander|mediator)$/;

export const isState = ({ kind }: Party): boolean => /^(government|state forces|police)$/.test(kind ?? '');
export const isCivilian = ({ kind }: Party): boolean => /^(civilians|protesters)$/.test(kind ?? '');

/**
 * Those who act first, those who are acted upon second, each in the order of the lines. Who is party on equal terms goes where there is
 * nobody yet, else to those of its like: states to states.
 */
export function sidesOf(record: EventRecord): Sides {
  const first: Party[] = [];
  const second: Party[] = [];
  const others: Party[] = [];
  const equals: Party[] = [];
  for (const party of partiesOf(record)) {
    const role = party.role ?? '';
    if (acting.test(role)) first.push(party);
    else if (suffering.test(role)) second.push(party);
    else if (aside.test(role)) others.push(party);
    else equals.push(party);
  }
  for (const party of equals) {
    const like = (side: readonly Party[]) => side.some(one => isState(one) === isState(party));
    if (!first.length) first.push(party);
    else if (!second.length) second.push(party);
    else (like(second) && !like(first) ? second : first).push(party);
  }
  return { first, second, others };
}

function partiesOf({ reading, json, secrets }: EventRecord): Party[] {
  const countries = new Map<string, string | null>();
  for (const { actor } of readingsOf(reading, 'actor', 'actor'))
    if (actor.id !== null && actor.resolution?.kind === 'resolved')
      countries.set(actor.id, actor.resolution.entity.countries[0] ?? null);
  return json.actors.map(({ id, name, text, kind, role }) => {
    const generic = /^generic:.+:([A-Z]{2})$/.exec(id ?? '')?.[1] ?? null;
    const country = (id && countries.get(id)) || generic;
    return { id, name: name ?? text, kind, role, country: country && secrets.names(country) ? null : country };
  });
}

/** Takes note of those who have no place in a format. */
export function loseParties(record: EventRecord, parties: readonly Party[], format: string): void {
  for (const { name, role } of parties)
    record.lose(`${format} has no place for ${name}${role ? ` as ${role}` : ''}; left out.`);
}
