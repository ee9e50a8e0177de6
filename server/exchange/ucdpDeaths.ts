// How many were killed on each side, as UCDP counts: by the categories of the figure, each put with the actors it names.
import type { CountSyntax } from '../../grammar/qalam.peggy';
import { genericActor } from '../gazetteer/generic';
import { resolveActor } from '../semantics/actors';
import { figuresOf } from '../semantics/counts';
import { readingsOf } from '../semantics/events';
import type { EventRecord } from './record';
import { isState, type Party, type Sides } from './sides';

export interface Deaths {
  readonly first: number;
  readonly second: number;
  readonly civilians: number;
  readonly unknown: number;
  /** The sum of the four. */
  readonly best: number;
  readonly low: number;
  readonly high: number;
}

/** Null when the event says nothing of deaths, or nothing that may be shown. In one-sided violence all the dead are civilians. */
export function deathsOf(record: EventRecord, sides: Sides, oneSided: boolean): Deaths | null {
  const reading = readingsOf(record.reading, 'count', 'killed')[0];
  if (!reading || !record.json.killed) return null;
  const deaths = { first: 0, second: 0, civilians: 0, unknown: 0 };
  let [low, high, bounded] = [0, 0, false];
  for (const part of reading.parts) {
    const figures = figuresOf(part);
    const best = figures.best ?? figures.low ?? 0;
    if (figures.low !== null || figures.best !== null || figures.high !== null) bounded = true;
    low += figures.low ?? Math.min(best, figures.high ?? best);
    high += Math.max(best, figures.high ?? best);
    deaths[oneSided && !part.category ? 'civilians' : sideOf(part, record, sides)] += best;
  }
  const best = deaths.first + deaths.second + deaths.civilians + deaths.unknown;
  return bounded ? { ...deaths, best, low, high } : null;
}

function sideOf(
  { category }: CountSyntax,
  { scope }: EventRecord,
  { first, second }: Sides,
): 'first' | 'second' | 'civilians' | 'unknown' {
  if (!category) return 'unknown';
  const generic = genericActor(category.text);
  if (/^(civilians|protesters)$/.test(generic?.kind ?? '')) return 'civilians';
  const resolution = resolveActor(category.text, undefined, scope);
  const id = resolution.kind === 'resolved' ? resolution.entity.id : generic?.id;
  const has = (side: readonly Party[]) => side.some(party => party.id === id || party.name === category.text);
  if (has(first)) return 'first';
  if (has(second)) return 'second';
  // “Militants” are those of the side that is no state, if the other is one.
  const states = [first.some(isState), second.some(isState)];
  if (generic && states[0] !== states[1]) return states[0] ? 'second' : 'first';
  return 'unknown';
}
