// Coordinates blurred to a radius, wherever they stand: in members, in places told by them, and in prose.
import type { Point } from '../semantics/geodesy';
import type { Json, JsonObject } from './document';

/** How an export blurs what it says of positions. */
export interface Redaction {
  /** Added to every radius, in km. */
  readonly km: number;
  /** The point, or one that stands for all within the radius. */
  point(point: Point): Point;
  /** A text in which every position is blurred. */
  text(text: string): string;
  /** Members of a block, blurred at any depth. */
  members(members: JsonObject): JsonObject;
}

export const noRedaction: Redaction = {
  km: 0,
  point: point => point,
  text: text => text,
  members: members => members,
};

/** The longest degree of latitude, and of longitude at the equator, in km (WGS 84). */
const KM_OF_LATITUDE = 111.7;
const KM_OF_LONGITUDE = 111.32;

/** Five decimals, as everywhere. */
const round = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;

/**
 * Blurs to `km`: a position becomes the middle of the square of a fixed grid that it lies in, so that the same one is always blurred to the
 * same, and no further away than `km`. Whatever lies in one square cannot be told apart.
 */
export function redaction(km: number): Redaction {
  const side = km * Math.SQRT2;
  const tall = Math.min(180, side / KM_OF_LATITUDE);
  const middleOf = (value: number, size: number, most: number): number => {
    const middle = (Math.floor(value / size) + 0.5) * size;
    return Math.max(-most, Math.min(most, middle));
  };
  const point = ({ latitude, longitude }: Point): Point => {
    const row = middleOf(latitude, tall, 90);
    // The edge nearer to the equator is the wider one.
    const edge = Math.max(0, Math.abs(row) - tall / 2);
    const wide = side / (KM_OF_LONGITUDE * Math.cos((edge * Math.PI) / 180));
    return { latitude: round(row), longitude: round(middleOf(longitude, Math.min(360, wide), 180)) };
  };
  const written = ({ latitude, longitude }: Point): string => `${latitude}, ${longitude}`;
  const text = (one: string): string =>
    one
      .replace(DECIMAL, (whole, latitude: string, between: string, longitude: string) => {
        const [north, east] = [Number(latitude), Number(longitude)];
        if (Math.abs(north) > 90 || Math.abs(east) > 180) return whole;
        const blurred = point({ latitude: north, longitude: east });
        return `${blurred.latitude}${between}${blurred.longitude}`;
      })
      .replace(SEXAGESIMAL, '[coordinates left out]')
      .replace(GRID, '[coordinates left out]');
  const blurred = (value: Json): Json => {
    if (typeof value === 'string') return text(value);
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(blurred);
    const members = Object.fromEntries(Object.entries(value).map(([name, member]) => [name, blurred(member)]));
    const { latitude, longitude, uncertaintyKm } = members;
    if (typeof latitude !== 'number' || typeof longitude !== 'number') return members;
    const there = point({ latitude, longitude });
    const reach = Math.round(((typeof uncertaintyKm === 'number' ? uncertaintyKm : 0) + km) * 10) / 10;
    const told = typeof members.text === 'string' && MEASURED.test((value as JsonObject).text as string);
    return {
      ...members,
      ...there,
      uncertaintyKm: reach,
      ...(told && { text: `${written(there)} ±${reach} km` }),
    };
  };
  const members = (all: JsonObject): JsonObject => {
    const made = blurred(all) as JsonObject;
    return typeof made.coded === 'string' ? { ...made, coded: withoutPositions(made.coded) } : made;
  };
  return { km, point, text, members };
}

/** The cells of another codebook that an event carries along, without those that are positions or cells of a grid. */
const withoutPositions = (coded: string): string =>
  coded
    .split('\n')
    .filter(line => !/^(?:lat|lon|lng|geom|wkt|priogrid|x_?coord|y_?coord)\w*=/i.test(line))
    .join('\n');

/** Decimal degrees, latitude first, as in prose, addresses of maps and places by coordinates. */
const DECIMAL = /(?<![\d.])([-+−]?\d{1,2}\.\d{2,})(°?\s?[NSns]?\s?[,;/ ]\s?|%2C)([-+−]?\d{1,3}\.\d{2,})(?!\d|\.\d)/g;
/** Degrees, minutes and perhaps seconds, twice. */
const SEXAGESIMAL =
  /\d{1,3}\s?[°º]\s?\d{1,2}(?:\.\d+)?\s?['′’](?:\s?\d{1,2}(?:\.\d+)?\s?["″”])?\s?[NSns]?[\s,;/]*\d{1,3}\s?[°º]\s?\d{1,2}(?:\.\d+)?\s?['′’](?:\s?\d{1,2}(?:\.\d+)?\s?["″”])?\s?[EWew]?/g;
/** Military grid references (MGRS) and open location codes. */
const GRID =
  /\b\d{1,2}[C-HJ-NP-X]\s?[A-HJ-NP-Z]{2}\s?\d{3,5}\s?\d{3,5}\b|\b[23456789CFGHJMPQRVWX]{8}\+[23456789CFGHJMPQRVWX]{2,3}\b/g;
/** A place told by a distance, a radius or coordinates. */
const MEASURED = /\d\s*(?:k?m|kilomet\w+|met\w+|mi|miles?)\b|±|\+\/?-|\d\.\d+\s*,/i;
