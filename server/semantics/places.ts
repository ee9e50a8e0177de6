// What a place phrase means on the map: a point, how far the truth may lie from it, and the entry it rests on.
import type { NamedPlace, PlaceSyntax } from '../../grammar/qalam.peggy';
import type { Entity, Resolution } from '../gazetteer/entity';
import { placeKindOf } from '../gazetteer/features';
import { centre, destination, distanceKm, FARTHEST_KM, type Point } from './geodesy';
import type { Scope } from './scope';

export type Relation = 'at' | 'near' | 'offset' | 'between' | 'along' | 'in';

/** A place under a scope. Nulls where nothing could be resolved; the words are always kept elsewhere. */
export interface PlaceReading {
  readonly relation: Relation;
  /** The entry the place is, or is told by; null when it is a bare point or unknown. */
  readonly entity: Entity | null;
  /** The same entry, also where a name that nobody knows is told by it (`The quarry, near Jayrud`). */
  readonly anchor: Entity | null;
  /** How far from what it is told by, in km, as said or as the words are taken; null when it is told by none. */
  readonly awayKm: number | null;
  readonly point: Point | null;
  /** Radius in km around the point within which the place lies. */
  readonly uncertaintyKm: number | null;
  /** ISO 3166-1 alpha-2; null when unknown. */
  readonly country: string | null;
}

const nowhere: PlaceReading = {
  relation: 'at',
  entity: null,
  anchor: null,
  awayKm: null,
  point: null,
  uncertaintyKm: null,
  country: null,
};

/** Radii in km where the phrase gives none. UCDP counts 25 km around a town as near it; ours are tighter where the words are. */
const radii = {
  near: 10,
  'close to': 5,
  'next to': 2,
  opposite: 2,
  outside: 5,
  around: 10,
  off: 10,
  overlooking: 5,
  'outskirts of': 5,
  'vicinity of': 10,
  'surroundings of': 10,
  'countryside of': 25,
} as const;
/** How far away “north-east of” is taken to be when no distance is given, in km; the radius is the same. */
const unstatedDistance = 10;
/** Part of a stated distance by which it may be wrong, and the same for one that is only about. */
const roundness = { exact: 0.15, about: 0.3 };
/** A compass word means the sector around it: 22.5° to either side of NE, 11.25° of NNE. */
const sectorOf = (bearing: number): number => (bearing % 45 ? 11.25 : 22.5);

/** Reads a place phrase. A radius that the author writes overrides every derived one. */
export function readPlace(place: PlaceSyntax, scope: Scope): PlaceReading {
  const reading = readRelation(place, scope);
  return place.radiusKm != null ? { ...reading, uncertaintyKm: place.radiusKm } : reading;
}

function readRelation(place: PlaceSyntax, scope: Scope): PlaceReading {
  switch (place.relation) {
    case 'point': {
      const inRange = Math.abs(place.latitude) <= 90 && Math.abs(place.longitude) <= 180;
      const point = { latitude: place.latitude, longitude: place.longitude };
      return inRange ? { ...nowhere, point, uncertaintyKm: 1 } : nowhere;
    }
    case 'named':
      return readNamed(place, scope);
    case 'near': {
      return around(
        readPlace(place.of, scope),
        'near',
        place.km ?? radii[place.word as keyof typeof radii] ?? radii.near,
      );
    }
    case 'offset':
      return readOffset(place, scope);
    case 'between':
      return readBetween(
        place.of.map(one => readPlace(one, scope)),
        place.road ? 'along' : 'between',
      );
    case 'along':
      return readAlong(place, scope);
    case 'in': {
      const area = readPlace(place.of, scope);
      return { ...area, relation: 'in' };
    }
  }
}

/** What a name on its own means. An id settles it; one that nobody knows, or that is no place, leaves it unknown. */
export function resolvePlace(
  { name, qualifier, id }: Pick<NamedPlace, 'name' | 'qualifier' | 'id'>,
  scope: Scope,
): Resolution {
  return id ? scope.byId('place', id.text, name.text) : scope.resolve('place', name.text, qualifier?.text);
}

/**
 * A name alone is its entry. With a place behind the comma (`Nasiriyah, 4 km NE of Dumeir`) it is the one of its namesakes
 * that lies there; when none does, the name is kept and the author's words say where.
 */
function readNamed(place: NamedPlace, scope: Scope): PlaceReading {
  const resolution = resolvePlace(place, scope);
  if (!place.at) return resolution.kind === 'resolved' ? ofEntity(resolution.entity) : nowhere;
  const told = readPlace(place.at, scope);
  const namesakes =
    resolution.kind === 'resolved'
      ? [resolution.entity]
      : resolution.kind === 'ambiguous'
        ? resolution.candidates.map(({ entity }) => entity)
        : [];
  // Reporters are free with the word: the only place of a name is meant as far away as UCDP calls near.
  const atLeast = resolution.kind === 'resolved' && told.relation === 'near' ? UCDP_NEAR_KM : 0;
  const entity = namesakes.find(one => liesThere(ofEntity(one), told, atLeast));
  if (!entity) return { ...told, entity: null };
  // Of the two, the one that knows better where it is.
  const known = ofEntity(entity);
  const closer = told.point && (!known.point || told.uncertaintyKm! < known.uncertaintyKm!);
  return closer ? { ...known, point: told.point, uncertaintyKm: told.uncertaintyKm } : known;
}

/** How far from a town an event is near it for UCDP’s where_prec 2, in km. */
const UCDP_NEAR_KM = 25;

/** Whether two places can be the same, `atLeast` so many km apart; true when one of them has no point. */
function liesThere(a: PlaceReading, b: PlaceReading, atLeast: number): boolean {
  if (!a.point || !b.point) return true;
  return distanceKm(a.point, b.point) <= Math.max(atLeast, (a.uncertaintyKm ?? 0) + (b.uncertaintyKm ?? 0) + 1);
}

export function ofEntity(entity: Entity): PlaceReading {
  const { latitude, longitude } = entity;
  return {
    relation: 'at',
    entity,
    anchor: entity,
    awayKm: null,
    point: latitude !== undefined && longitude !== undefined ? { latitude, longitude } : null,
    uncertaintyKm: entity.uncertaintyKm || extentKm(entity),
    country: entity.countries[0] ?? null,
  };
}

/** Radius in km of a kind of place whose entry gives none. */
const extents: readonly (readonly [kinds: RegExp, km: number])[] = [
  [/^(country|sea)/, 300],
  [/^(division|desert)/, 75],
  [/^(region|mountains|river|road|coast)/, 40],
  [/^(district|plain)/, 25],
  [/^(valley|forest|lake|island|oil or gas field)/, 10],
  [/^mountain/, 5],
];

/** How far a place of that kind and size reaches from its point, in km. */
function extentKm({ type, population }: Entity): number {
  const kind = placeKindOf(type);
  const extent = extents.find(([kinds]) => kinds.test(kind))?.[1];
  return extent ?? (population > 1_000_000 ? 10 : population > 100_000 ? 5 : population > 10_000 ? 2 : 1);
}

const around = (base: PlaceReading, relation: Relation, km: number): PlaceReading => ({
  ...base,
  relation,
  awayKm: (base.awayKm ?? 0) + km,
  uncertaintyKm: base.point ? km + (base.uncertaintyKm ?? 0) : null,
});

function readOffset(place: PlaceSyntax & { relation: 'offset' }, scope: Scope): PlaceReading {
  const told = readPlace(place.of, scope);
  const km = place.km ?? unstatedDistance;
  const base = { ...told, relation: 'offset' as const, awayKm: (told.awayKm ?? 0) + km };
  if (km > FARTHEST_KM) return { ...base, point: null, uncertaintyKm: null };
  if (!base.point) return base;
  const share = place.approximate ? roundness.about : roundness.exact;
  const own = base.uncertaintyKm ?? 0;
  if (place.bearing === null) return { ...base, uncertaintyKm: own + km * (1 + share) + (place.apartKm ?? 0) };
  const aside = km * Math.sin((sectorOf(place.bearing) * Math.PI) / 180);
  const slack = place.km === null ? unstatedDistance : Math.max(0.5, Math.hypot(km * share, aside), place.apartKm ?? 0);
  return {
    ...base,
    point: destination(base.point, place.bearing, km),
    uncertaintyKm: round(own + slack),
  };
}

function readBetween(places: readonly PlaceReading[], relation: Relation): PlaceReading {
  const points = places.flatMap(({ point }) => point ?? []);
  if (!points.length || points.length < places.length) return { ...nowhere, relation };
  const { reachKm, ...point } = centre(points);
  const countries = new Set(places.map(place => place.country));
  return {
    ...nowhere,
    relation,
    point,
    uncertaintyKm: Math.max(1, round(reachKm)),
    country: countries.size === 1 ? [...countries][0]! : null,
  };
}

/** `along Damascus–Baghdad road` is a road the gazetteer knows or, failing that, the line between the two places it is called after. */
function readAlong(place: PlaceSyntax & { relation: 'along' }, scope: Scope): PlaceReading {
  const resolution = resolvePlace(place, scope);
  if (resolution.kind === 'resolved') return { ...ofEntity(resolution.entity), relation: 'along' };
  const ends = roadEnds(place.name.text).map(end => scope.resolve('place', end));
  if (ends.length !== 2 || ends.some(end => end.kind !== 'resolved')) return { ...nowhere, relation: 'along' };
  const readings = ends.map(end => ofEntity((end as Resolution & { kind: 'resolved' }).entity));
  return readBetween(readings, 'along');
}

/** The two places in `Damascus – Baghdad road`; empty when the name has no such shape. */
export function roadEnds(name: string): string[] {
  const stem = name.replace(/\s+(?:road|highway|motorway|railway|line|border|route)$/i, '');
  const ends = stem.split(/\s+[-–—]\s+|[–—]|\s+to\s+/).map(end => end.trim());
  return ends.length === 2 ? ends : stem.split('-').length === 2 ? stem.split('-').map(end => end.trim()) : [];
}

const round = (km: number): number => Math.round(km * 10) / 10;
