// Where an event is as a geometry of RFC 7946: a point, the line of a road or a movement, or an area.
import { destination, type Point } from '../semantics/geodesy';
import type { JsonObject } from './document';
import { cornersOf, type EventRecord, placeOf } from './record';

/** Longitude, then latitude. */
export type Position = readonly [longitude: number, latitude: number];

export type Geometry =
  | (JsonObject & { readonly type: 'Point'; readonly coordinates: Position })
  | (JsonObject & { readonly type: 'LineString'; readonly coordinates: readonly Position[] })
  | (JsonObject & { readonly type: 'MultiLineString'; readonly coordinates: readonly (readonly Position[])[] })
  | (JsonObject & { readonly type: 'Polygon'; readonly coordinates: readonly (readonly Position[])[] });

/**
 * A movement is the line it went along, a stretch of road the line between its ends, a place between several the area they enclose, and
 * “in” an area the circle that its radius describes; any other place is its point. Null when the event is nowhere on the map.
 */
export function geometryOf(record: EventRecord): Geometry | null {
  const [from, to] = [placeOf(record, 'from')?.point, placeOf(record, 'to')?.point];
  const place = placeOf(record, 'place');
  if (from && to) {
    const way = [from, ...(place?.point ? [place.point] : []), to].filter(
      (one, i, all) => !i || !same(one, all[i - 1]!),
    );
    if (way.length > 1) return line(way);
  }
  if (!place?.point) return from || to ? pointOf((from ?? to)!) : null;
  const corners = cornersOf(record, 'place');
  if (corners.length === 2 && !same(corners[0]!, corners[1]!)) return line(corners);
  if (corners.length > 2) return area(hull(corners)) ?? pointOf(place.point);
  if (place.relation === 'in' && place.uncertaintyKm)
    return area(circle(place.point, place.uncertaintyKm)) ?? pointOf(place.point);
  return pointOf(place.point);
}

const same = (a: Point, b: Point): boolean => a.latitude === b.latitude && a.longitude === b.longitude;
const positionOf = ({ longitude, latitude }: Point): Position => [longitude, latitude];
const pointOf = (point: Point): Geometry => ({ type: 'Point', coordinates: positionOf(point) });

/** A line; cut where it crosses the date line (RFC 7946, 3.1.9). */
function line(points: readonly Point[]): Geometry {
  const parts: Position[][] = [[positionOf(points[0]!)]];
  for (let i = 1; i < points.length; i++) {
    const a = parts.at(-1)!.at(-1)!;
    const there = positionOf(points[i]!);
    // Both are the date line.
    const b = Math.abs(a[0]) === 180 && Math.abs(there[0]) === 180 ? ([a[0], there[1]] as const) : there;
    if (Math.abs(a[0] - b[0]) > 180) {
      const side = a[0] > 0 ? 180 : -180;
      const onward = b[0] + 2 * side; // b, as if the map went on.
      const share = (side - a[0]) / (onward - a[0]);
      const latitude = Math.round((a[1] + share * (b[1] - a[1])) * 1e5) / 1e5;
      parts.at(-1)!.push([side, latitude]);
      parts.push([[-side, latitude]]);
    }
    parts.at(-1)!.push(b);
  }
  return parts.length === 1
    ? { type: 'LineString', coordinates: parts[0]! }
    : { type: 'MultiLineString', coordinates: parts };
}

/** A closed ring, counterclockwise; null for one that spans the date line or a pole, or has no inside. */
function area(ring: readonly Position[]): Geometry | null {
  const longitudes = ring.map(([longitude]) => longitude);
  if (ring.length < 3 || Math.max(...longitudes) - Math.min(...longitudes) > 180) return null;
  return { type: 'Polygon', coordinates: [[...ring, ring[0]!]] };
}

/** The smallest convex ring around some points, counterclockwise (Andrew's monotone chain); fewer than three when they lie on a line. */
export function hull(points: readonly Point[]): Position[] {
  const sorted = points.map(positionOf).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const turns = (o: Position, a: Position, b: Position): number =>
    (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0]);
  const half = (line: readonly Position[]): Position[] => {
    const kept: Position[] = [];
    for (const one of line) {
      while (kept.length > 1 && turns(kept.at(-2)!, kept.at(-1)!, one) <= 0) kept.pop();
      kept.push(one);
    }
    return kept.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.toReversed())];
}

/** Sides of the polygon that stands for a circle. */
const SIDES = 36;

/** A geodesic circle, counterclockwise. */
const circle = (middle: Point, km: number): Position[] =>
  Array.from({ length: SIDES }, (_, i) => positionOf(destination(middle, -(i * 360) / SIDES, km)));
