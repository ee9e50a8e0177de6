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
  // One decimal is some ten kilometres.
  const decimal = decimalPairs(km < 10 ? 2 : 1);
  const numbers = new Map<string, number>();
  const text = (one: string): string =>
    one
      .replace(IMPORTED, (id, of: string) => {
        if (!numbers.has(id)) numbers.set(id, numbers.size + 1);
        return `${of}:place-${numbers.get(id)}`;
      })
      .replace(ANGLES, LEFT_OUT)
      .replace(decimal, (whole, latitude: string, between: string, longitude: string) => {
        if (/[nsew]/i.test(between.replace(/%2C/gi, ''))) return LEFT_OUT;
        const [north, east] = [Number(latitude), Number(longitude)];
        if (!(Math.abs(north) <= 90 && Math.abs(east) <= 180)) return whole;
        const there = point({ latitude: north, longitude: east });
        return `${there.latitude}${between}${there.longitude}`;
      })
      .replace(GRID, LEFT_OUT);
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

/** Ids of imported places are made of their coordinates too, and whoever tried all of a square would find the one that fits. */
const IMPORTED = /\b(ucdp|acled|csv|geojson):[\p{L}\p{N}-]+-[0-9a-z]{6,13}(?![\p{L}\p{N}-])/gu;
const LEFT_OUT = '[coordinates left out]';

/** Two figures in decimal degrees with at least so many decimals, as in prose, addresses of maps and places by coordinates. */
const decimalPairs = (decimals: number): RegExp => {
  const degrees = `[-+−]?\\d{1,3}\\.\\d{${decimals},}`;
  return new RegExp(
    `(?<![\\d.])(${degrees})([°º]?\\s*[NSEW]?\\s*(?:[,;/]|%2C|\\s)\\s*(?:[NSEW]\\s*)?)(${degrees})(?!\\d|\\.\\d)`,
    'gi',
  );
};

/** Two angles with the sign of degrees, minutes and seconds or not, letters before or behind. */
const ANGLES = (() => {
  const figure = '\\d{1,3}(?:\\.\\d+)?';
  const angle = `${figure}\\s?[°º](?:\\s?${figure}\\s?['′’])?(?:\\s?${figure}\\s?(?:["″”]|''|′′|’’))?`;
  return new RegExp(`(?:\\b[NSEW]\\s?)?${angle}\\s?[NSEW]?[\\s,;/]*(?:[NSEW]\\s?)?${angle}(?:\\s?[NSEW]\\b)?`, 'gi');
})();
/** Military grid references (MGRS) and open location codes. */
const GRID =
  /\b\d{1,2}[C-HJ-NP-X]\s?[A-HJ-NP-Z]{2}\s?\d{3,5}\s?\d{3,5}\b|\b[23456789CFGHJMPQRVWX]{8}\+[23456789CFGHJMPQRVWX]{2,3}\b/g;
/** A place told by a distance, a radius or coordinates. */
const MEASURED = /\d\s*(?:k?m|kilomet\w+|met\w+|mi|miles?)\b|±|\+\/?-|[°º]|\d\.\d+\s*[,\d]|\d\.\d+\s+-?\d/i;
