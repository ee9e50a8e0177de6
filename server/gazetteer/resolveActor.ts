// What the name of a group means, however a source or a codebook writes it; never a guess at its spelling.

import type { Match, Query, Resolution } from './entity';
import { lightKey } from './fold';
import { groupKey, keyWithoutPeople } from './groupKey';
import { KINDS, ORIGINS } from './layout';
import { activeShare, countryShare, type Surroundings, surroundings } from './rank';
import type { Layer } from './read';
import { resolve } from './resolve';
import { type Wording, wordings } from './wordings';

const ACTOR = KINDS.indexOf('actor');
const WORKSPACE = ORIGINS.indexOf('workspace');

interface Held {
  readonly layer: Layer;
  readonly number: number;
}

/**
 * Reads the name of a group as a known one: letter for letter apart from accents and case, else by its group key, and what codebooks put
 * around a name (`HTS: …`, years, units, `fighters`) apart.
 */
export function resolveActor(layers: readonly Layer[], query: Query): Resolution {
  for (const wording of wordings(query.text)) {
    const answer = resolveWording(layers, asked(query, wording));
    if (answer.kind === 'unknown') continue;
    if (wording.unit === undefined || answer.kind !== 'resolved') return answer;
    // A unit counts as itself where it is known to be of that country, else as the force it is of.
    const home = answer.entity.countries.slice(0, 1);
    const unit = resolveWording(layers, { ...query, text: wording.unit, countries: home });
    return unit.kind === 'resolved' && unit.entity.countries.some(code => home.includes(code)) ? unit : answer;
  }
  return { kind: 'unknown', nearest: [] };
}

/** The query for one wording: years in it stand for the day asked about where none is given. */
export function asked(query: Query, { text, day }: Wording): Query {
  return { ...query, text, ...(day !== undefined && { day: query.day ?? day }) };
}

function resolveWording(layers: readonly Layer[], query: Query): Resolution {
  const exact = resolve(layers, query);
  if (exact.kind === 'resolved') return exact;
  if (exact.kind === 'ambiguous') return sorted(layers, query, exact);
  for (const fold of [groupKey, keyWithoutPeople]) {
    const key = fold(query.text);
    if (key === undefined || key === '') continue;
    const answer = among(held(layers, key, query), query, key);
    if (answer.kind !== 'unknown') return answer;
  }
  return exact;
}

/** Namesakes of one spelling, of which the day or the home may yet leave one. */
function sorted(layers: readonly Layer[], query: Query, ambiguous: Resolution & { kind: 'ambiguous' }): Resolution {
  const all = ambiguous.candidates.flatMap(({ entity }) => {
    query.heard?.(entity.id);
    const layer = layers.findLast(one => one.find(entity.id) >= 0);
    return layer ? [{ layer, number: layer.find(entity.id) }] : [];
  });
  return among(all, query, groupKey(query.text));
}

/** The groups with a name of this group key; one that two layers have counts in the later. */
function held(layers: readonly Layer[], key: string, query: Query): Held[] {
  query.heard?.(key);
  const found: Held[] = [];
  const seen = new Set<string>();
  for (const layer of [...layers].reverse()) {
    if (!layer.groups.find(key)) continue;
    layer.groups.each(number => {
      const id = layer.id(number);
      if (layer.columns.kind[number] === ACTOR && !seen.has(id)) found.push({ layer, number });
      seen.add(id);
    });
  }
  return found;
}

/** The one of some namesakes that is meant: of the workspace, of the report's country, active on the day, at home there. */
function among(found: readonly Held[], query: Query, key: string): Resolution {
  if (found.length === 0) return { kind: 'unknown', nearest: [] };
  const around = surroundings(query);
  const said = (query.countries?.length ?? 0) > 0;
  const tests: ((one: Held) => boolean)[] = [
    ({ layer, number }) => layer.columns.origin[number] === WORKSPACE,
    ({ layer, number }) => said && countryShare(layer, number, around) > 0,
    ({ layer, number }) => query.day !== undefined && activeShare(layer, number, around) > 0,
    one => said && isAtHome(one, query),
  ];
  let left = found;
  for (const test of tests) {
    const some = left.filter(test);
    if (some.length > 0) left = some;
  }
  const matches = left
    .map(one => ({ one, order: standing(one, around) }))
    .sort((a, b) => b.order - a.order)
    .map(({ one }) => match(one, key));
  const [first, second] = matches;
  if (first !== undefined && second === undefined)
    return { kind: 'resolved', entity: first.entity, alias: first.alias };
  return { kind: 'ambiguous', candidates: matches.slice(0, query.limit ?? 10) };
}

function isAtHome({ layer, number }: Held, { countries = [] }: Query): boolean {
  return countries.includes(layer.label(layer.columns.countries[number]!).split(' ')[0] ?? '');
}

// The more a group is written about, the more names it has.
const standing = ({ layer, number }: Held, around: Surroundings): number =>
  activeShare(layer, number, around) +
  countryShare(layer, number, around) +
  0.2 * Math.log2(1 + layer.entity(number).aliases.length);

function match({ layer, number }: Held, key: string): Match {
  const entity = layer.entity(number);
  const names = [entity.name, ...entity.aliases.map(({ text }) => text)];
  return { entity, alias: names.find(name => groupKey(name) === key) ?? entity.name, score: 1 };
}

/** Whether two wordings of a group's name are the same letters apart from accents and case. */
export const sameLetters = (one: string, other: string): boolean => lightKey(one) === lightKey(other);
