// What a name means when it is known, letter for letter apart from accents and case; never a guess.

import type { Entity, Match, Query, Resolution } from './entity';
import { placeKindOf } from './features';
import { lightKey } from './fold';
import { KINDS, ORIGINS } from './layout';
import { SAME_KM, SETTLEMENT } from './merge';
import { agrees } from './qualifier';
import {
  activeShare,
  countryShare,
  kmBetween,
  kmToNearest,
  pointOf,
  type Surroundings,
  size,
  surroundings,
  usesOf,
} from './rank';
import type { Layer } from './read';

interface Candidate {
  readonly layer: Layer;
  readonly number: number;
  /** How far it stands out, in powers of ten of inhabitants. */
  standing: number;
}

// One namesake is meant when it stands out this far: a city of 200,000 over a village of 10,000 in one country, London over its namesakes.
const CLEAR_IN_COUNTRY = 1.3;
const CLEAR_IN_WORLD = 2;
const WORKSPACE = ORIGINS.indexOf('workspace');

// Kinds of place that others lie in.
const AREA = /^(?:country|division|district|region|desert|mountains|plain|valley|island)$/;

const BRACKET = /^(.*\S)\s*\(([^()]*)\)\s*$/;

/** Reads a name as a known one. Words in brackets after it (`Taliban (Afghanistan)`) are a qualifier unless they belong to the name. */
export function resolve(layers: readonly Layer[], query: Query): Resolution {
  const answer = resolveName(layers, query);
  if (answer.kind !== 'unknown') return answer;
  // `the Islamic Front` is the Islamic Front.
  if (/^the\s/i.test(query.text)) return resolve(layers, { ...query, text: query.text.slice(4) });
  if (query.qualifier !== undefined) return answer;
  const [, text, qualifier] = BRACKET.exec(query.text) ?? [];
  return text === undefined || qualifier === undefined ? answer : resolveName(layers, { ...query, text, qualifier });
}

function resolveName(layers: readonly Layer[], query: Query): Resolution {
  const key = lightKey(query.text);
  let found = key === '' ? [] : named(layers, key, query);
  let term = key;
  if (query.qualifier !== undefined && key !== '') {
    // A name may be entered together with its qualifier: `Nasiriyah (Rif Dimashq)`.
    const whole = lightKey(`${query.text} ${query.qualifier}`);
    const entered = whole === key ? [] : named(layers, whole, query);
    if (entered.length > 0) {
      found = entered;
      term = whole;
    } else if (found.length > 0) {
      // A qualifier that none of the namesakes fits speaks of a place that is not known here. Brackets after a group's name may
      // also hold years.
      const areas = areasNamed(layers, query, query.qualifier);
      const agreeing = found.filter(({ layer, number }) => agrees(layer, number, query.qualifier!, areas));
      if (agreeing.length > 0 || query.kind === 'place') found = agreeing;
    }
  }
  if (found.length === 0) return { kind: 'unknown', nearest: [] };
  const own = found.filter(({ layer, number }) => layer.columns.origin[number] === WORKSPACE);
  if (own.length > 0) found = own;
  const [first] = found;
  if (found.length === 1 && first !== undefined) return resolved(first, term);

  const around = surroundings(query);
  const said = (query.countries?.length ?? 0) > 0;
  const inCountry = found.filter(({ layer, number }) => said && countryShare(layer, number, around) > 0);
  const choice = inCountry.length > 0 ? inCountry : found;
  for (const candidate of found) candidate.standing = standing(candidate, term, around);
  choice.sort((a, b) => b.standing - a.standing);
  const [best, second] = choice;
  const clear = inCountry.length > 0 ? CLEAR_IN_COUNTRY : CLEAR_IN_WORLD;
  if (best !== undefined && (second === undefined || best.standing - second.standing >= clear))
    return resolved(best, term);
  const share = (candidate: Candidate) => countryShare(candidate.layer, candidate.number, around);
  const order = (candidate: Candidate) => 10 * share(candidate) + candidate.standing + nearness(candidate, around);
  found.sort((a, b) => order(b) - order(a));
  return { kind: 'ambiguous', candidates: found.slice(0, query.limit ?? 10).map(candidate => match(candidate, term)) };
}

/** The areas a qualifier may name: divisions, regions and the like, by any of their names. */
function areasNamed(layers: readonly Layer[], { heard }: Query, qualifier: string): Entity[] {
  const key = lightKey(qualifier);
  if (key === '') return [];
  return named(layers, key, { text: qualifier, kind: 'place', ...(heard && { heard }) })
    .map(({ layer, number }) => layer.entity(number))
    .filter(({ type }) => AREA.test(placeKindOf(type)));
}

/** Every entity of the query's kind with a name of this light key; one that two layers have counts in the later. */
function named(layers: readonly Layer[], key: string, query: Query): Candidate[] {
  query.heard?.(key);
  const kind = KINDS.indexOf(query.kind);
  const found: Candidate[] = [];
  for (let i = layers.length - 1; i >= 0; i--) {
    const layer = layers[i]!;
    if (!layer.terms.find(key)) continue;
    layer.terms.each(number => {
      if (layer.columns.kind[number] !== kind) return;
      if (
        layers.length > 1 &&
        found.length > 0 &&
        found.some(other => other.layer !== layer && isSame(other, layer, number))
      )
        return;
      found.push({ layer, number, standing: 0 });
    });
  }
  return found;
}

/** Whether two entries of one name in two layers are one: the same id, or towns or parts of towns at the same spot. */
function isSame(other: Candidate, layer: Layer, number: number): boolean {
  if (other.layer.id(other.number) === layer.id(number)) return true;
  const [here, there] = [pointOf(layer, number), pointOf(other.layer, other.number)];
  const isSettlement = (one: Layer, at: number) => SETTLEMENT.test(one.type(one.columns.type[at]!));
  return (
    here !== undefined &&
    there !== undefined &&
    isSettlement(layer, number) &&
    isSettlement(other.layer, other.number) &&
    kmBetween(here, there) <= SAME_KM
  );
}

function standing({ layer, number }: Candidate, term: string, around: Surroundings): number {
  const canonical = lightKey(layer.name(number)) === term ? 0.7 : 0;
  return (
    size(layer, number) +
    canonical +
    1.5 * activeShare(layer, number, around) +
    0.5 * countryShare(layer, number, around)
  );
}

function nearness({ layer, number }: Candidate, around: Surroundings): number {
  const km = kmToNearest(layer, number, around);
  const used = usesOf(layer, number, around);
  return (km === undefined ? 0 : 4 / (1 + km / 50)) + (used > 0 ? 2 : 0);
}

function resolved({ layer, number }: Candidate, term: string): Resolution {
  const entity = layer.entity(number);
  return { kind: 'resolved', entity, alias: layer.spelling(number, term) };
}

function match(candidate: Candidate, term: string): Match {
  const { layer, number } = candidate;
  return { entity: layer.entity(number), alias: layer.spelling(number, term), score: 1 };
}
