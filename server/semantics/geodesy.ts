// Points on the WGS 84 ellipsoid: how far apart, what lies in a direction, what lies in the middle.
import geodesic from 'geographiclib-geodesic';

export interface Point {
  /** Decimal degrees, WGS 84. */
  readonly latitude: number;
  readonly longitude: number;
}

const { WGS84 } = geodesic.Geodesic;

/** From pole to pole: no two points lie further apart, in km. */
export const FARTHEST_KM = 20_004;

/** Five decimals: about a metre. */
const round = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;

/** The point `km` away along the geodesic that starts with the bearing (degrees clockwise from north). */
export function destination(from: Point, bearing: number, km: number): Point {
  const { lat2, lon2 } = WGS84.Direct(from.latitude, from.longitude, bearing, km * 1000);
  return { latitude: round(lat2!), longitude: round(lon2!) };
}

/** Length of the geodesic between two points, in km. */
export const distanceKm = (a: Point, b: Point): number =>
  WGS84.Inverse(a.latitude, a.longitude, b.latitude, b.longitude).s12! / 1000;

/** The centre of some points (mean of their unit vectors) and the distance from it to the farthest, in km. */
export function centre(points: readonly Point[]): Point & { readonly reachKm: number } {
  const radians = Math.PI / 180;
  const sum = points.reduce(
    ([x, y, z], { latitude, longitude }) => {
      const [phi, lambda] = [latitude * radians, longitude * radians];
      return [x + Math.cos(phi) * Math.cos(lambda), y + Math.cos(phi) * Math.sin(lambda), z + Math.sin(phi)] as const;
    },
    [0, 0, 0] as readonly [number, number, number],
  );
  const middle = {
    latitude: round(Math.atan2(sum[2], Math.hypot(sum[0], sum[1])) / radians),
    longitude: round(Math.atan2(sum[1], sum[0]) / radians),
  };
  return { ...middle, reachKm: Math.max(...points.map(point => distanceKm(middle, point))) };
}
