// How much an entity stands out before its name is compared: size, kind of place, country, use, nearness.

import type { Query } from './entity';
import { degrees, keepDay, NONE } from './layout';
import type { Layer } from './read';

/** How far a kind of place stands out over an ordinary one of the same size, in powers of ten of inhabitants. */
const FEATURES: Readonly<Record<string, number>> = {
  PPLC: 2,
  PPLA: 1,
  PPLA2: 0.5,
  PPLA3: 0.25,
  PCLI: 8,
  ADM1: -1,
  ADM2: -1,
  PPLX: -0.3,
  PPLH: -0.5,
  PPLQ: -0.5,
  PPLW: -0.5,
};

/**
 * What stands for inhabitants that nobody counted: for a part of a town as for 3,000 people, and for a village so much less that the part of a
 * town does not stand out over it.
 */
const UNCOUNTED: Readonly<Record<string, number>> = {
  quarter: 2.5,
  camp: 2.5,
  village: 1.3,
  town: 2.5,
  PPLX: 2.8,
  PPL: 1.3,
};

/**
 * Countries with organised armed violence in many years since 1989 (as in the Uppsala data). A report that names no country is more likely
 * about one of these.
 */
export const CONFLICT: ReadonlySet<string> = new Set(
  'AF AM AO AZ BA BD BF BI CD CF CI CM CO DZ EG ER ET GE GN GT HR HT ID IL IN IQ IR JO KE KG KH LB LK LR LY MK ML MM MR MX MZ NE NG NI NP PE PG PH PK PS RS RU RW SD SL SN SO SS SV SY TD TG TH TJ TN TR UA UG UZ VE XK YE ZA'.split(
    ' ',
  ),
);

/** What a query says about its surroundings, made ready once for many candidates. */
export interface Surroundings {
  readonly query: Query;
  readonly day: number;
  /** How much each countries label of a layer counts (see `countryShare`), of the layer asked for last. */
  layer: Layer | undefined;
  shares: (number | undefined)[];
}

export function surroundings(query: Query): Surroundings {
  return { query, day: keepDay(query.day), layer: undefined, shares: [] };
}

// What a country with much armed violence counts where the report names none.
const UNSAID = 0.3;

/**
 * 1 when the entity is of the report's first country, down to 0.5 for the last one named, 0 for another country. When the report names none,
 * a little for a country with much armed violence.
 */
export function countryShare(layer: Layer, number: number, around: Surroundings): number {
  if (around.layer !== layer) {
    around.layer = layer;
    around.shares = [];
  }
  const label = layer.columns.countries[number]!;
  const known = around.shares[label];
  if (known !== undefined) return known;
  const share = shareOf(layer.label(label).split(' '), around.query.countries);
  around.shares[label] = share;
  return share;
}

function shareOf(own: readonly string[], wanted: readonly string[] | undefined): number {
  if (wanted === undefined || wanted.length === 0) return CONFLICT.has(own[0] ?? '') ? UNSAID : 0;
  const at = wanted.findIndex(country => own.includes(country));
  return at < 0 ? 0 : 1 - (0.5 * at) / wanted.length;
}

const sizes = new WeakMap<Layer, Float32Array>();

/** For each entity, powers of ten of inhabitants, and more for a capital or a seat: about 7 for a large capital, 0 for a hamlet. */
export function sizesOf(layer: Layer): Float32Array {
  let known = sizes.get(layer);
  if (known === undefined) {
    const { population, type } = layer.columns;
    known = new Float32Array(population.length);
    for (let i = 0; i < known.length; i++) {
      const sort = layer.type(type[i]!);
      const people = population[i]! > 0 ? Math.log10(population[i]! + 10) - 1 : (UNCOUNTED[sort] ?? 0);
      known[i] = people + (FEATURES[sort] ?? 0);
    }
    sizes.set(layer, known);
  }
  return known;
}

/** The size of one entity (see `sizesOf`). */
export function size(layer: Layer, number: number): number {
  return sizesOf(layer)[number]!;
}

const uses = new WeakMap<ReadonlyMap<string, number>, WeakMap<Layer, Map<number, number>>>();

/** How often the workspace uses an entity; 0 when the query does not say. */
export function usesOf(layer: Layer, number: number, { query: { used } }: Surroundings): number {
  return used === undefined ? 0 : (usesIn(layer, used).get(number) ?? 0);
}

/** How often the workspace uses entities of a layer, by number; what the layer does not have is under -1. */
export function usesIn(layer: Layer, used: ReadonlyMap<string, number>): ReadonlyMap<number, number> {
  let byLayer = uses.get(used);
  if (byLayer === undefined) {
    byLayer = new WeakMap();
    uses.set(used, byLayer);
  }
  let known = byLayer.get(layer);
  if (known === undefined) {
    known = new Map();
    for (const [id, count] of used) known.set(layer.find(id), count);
    byLayer.set(layer, known);
  }
  return known;
}

/** 1 when the entity exists on the query's day or nothing is known, 0 when it does not. */
export function activeShare(layer: Layer, number: number, around: Surroundings): number {
  if (around.day === 0) return 1;
  const [from, to] = [layer.columns.from[number]!, layer.columns.to[number]!];
  return (from === 0 || from <= around.day) && (to === 0 || to >= around.day - (to % 100 === 0 ? 1300 : 0)) ? 1 : 0;
}

/** The point of an entity; undefined when it has none. */
export function pointOf(layer: Layer, number: number): Point | undefined {
  const latitude = layer.columns.latitude[number]!;
  if (latitude === NONE) return undefined;
  return { latitude: degrees(latitude), longitude: degrees(layer.columns.longitude[number]!) };
}

/** Distance in km to the nearest of the query's other places; undefined when either has no point. */
export function kmToNearest(layer: Layer, number: number, around: Surroundings): number | undefined {
  const near = around.query.near;
  if (near === undefined || near.length === 0) return undefined;
  const here = pointOf(layer, number);
  return here === undefined ? undefined : Math.min(...near.map(other => kmBetween(here, other)));
}

interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** Great-circle distance in km on a sphere of 6,371 km: good to half a per cent, enough to rank. */
export function kmBetween(a: Point, b: Point): number {
  const rad = Math.PI / 180;
  const [high, wide] = [
    Math.sin(((b.latitude - a.latitude) * rad) / 2),
    Math.sin(((b.longitude - a.longitude) * rad) / 2),
  ];
  const h = high * high + Math.cos(a.latitude * rad) * Math.cos(b.latitude * rad) * wide * wide;
  return 12742 * Math.asin(Math.min(1, Math.sqrt(h)));
}
