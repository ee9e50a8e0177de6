// What a phrase means: each name in it is looked up, and weighed by its role and by the others around it.

import { lightKey } from './fold';
import type { NameSpan } from './phrase';
import { agrees } from './qualifier';
import { kmBetween, pointOf, type Surroundings } from './rank';
import type { Layer } from './read';
import { type Found, search } from './search';

/** What being in its role costs a name of a phrase. */
const ROLES: Readonly<Record<NameSpan['role'], number>> = {
  place: 0,
  settlement: 0.6,
  in: 1.4,
  near: 1.2,
  away: 2.3,
  quarter: 1.2,
  area: 2.4,
};
/** Roles of what is around or beside the place meant. */
const WIDER: ReadonlySet<NameSpan['role']> = new Set(['in', 'away', 'area']);
/** What each further name costs: what follows is wider. */
const LATER = 0.35;
const KEPT = 40;
const SUPPORTING = 8;
/** What another name of the phrase adds to a candidate that lies in it or beside it. */
const SUPPORT = 1.6;
/** Most words that a name has. */
const LONGEST_NAME = 4;

/** The entities that the names of a phrase may mean, best first; `text` is the phrase, `spans` the names in it. */
export function inPhrase(
  layers: readonly Layer[],
  text: string,
  spans: readonly NameSpan[],
  around: Surroundings,
): Found[] {
  const read = spans.map(short => {
    const span = withDirection(layers, short);
    return { span, found: search(layers, span.text, around).slice(0, KEPT) };
  });
  // The whole may yet be a name with such words in it.
  const whole = text.split(/\s+/).length <= LONGEST_NAME ? search(layers, text, around).slice(0, KEPT) : [];
  const best = new Map<string, Found>();
  const take = (found: Found, rank: number, span?: NameSpan) => {
    const id = found.layer.id(found.number);
    const known = best.get(id);
    if (known === undefined || known.rank < rank) best.set(id, { ...found, rank, ...(span && { span }) });
  };
  for (const found of whole) take(found, found.rank);
  const onlyWide = spans.every(span => WIDER.has(span.role));
  let order = -1;
  for (const [i, { span, found }] of read.entries()) {
    // `Hama: Kafr Zita village` begins with the wider place.
    if (!(WIDER.has(span.role) && order < 0)) order++;
    // Where nothing smaller is named, the first area is what is meant.
    const cost = onlyWide && i === 0 ? 0 : ROLES[span.role];
    for (const candidate of found) {
      const rank = candidate.rank - cost - LATER * Math.max(0, order);
      take(candidate, WIDER.has(span.role) ? rank : rank + support(candidate, span, read), span);
    }
  }
  return [...best.values()].sort((a, b) => b.rank - a.rank);
}

/** `western Ghouta` where that is a name, else `Ghouta`. */
function withDirection(layers: readonly Layer[], span: NameSpan): NameSpan {
  if (span.directed === undefined) return span;
  const key = lightKey(span.directed.text);
  return layers.some(({ terms }) => terms.find(key)) ? { ...span, ...span.directed } : span;
}

/** How far the phrase's other names speak for a candidate: they name its division, or lie beside it. */
function support(
  candidate: Found,
  own: NameSpan,
  read: readonly { span: NameSpan; found: readonly Found[] }[],
): number {
  let best = 0;
  for (const { span, found } of read) {
    if (span === own) continue;
    if (agrees(candidate.layer, candidate.number, span.text)) best = Math.max(best, SUPPORT);
    for (const other of found.slice(0, SUPPORTING)) {
      if (other.sureness < 0.75 || (other.layer === candidate.layer && other.number === candidate.number)) continue;
      const here = pointOf(candidate.layer, candidate.number);
      const there = pointOf(other.layer, other.number);
      if (here === undefined || there === undefined) continue;
      const km = kmBetween(here, there);
      best = Math.max(best, (SUPPORT * other.sureness) / (1 + km / (span.role === 'area' ? 60 : 25)));
    }
  }
  return best;
}
