// Where on the web an entry or a point can be looked at.
import type { Point } from './geodesy';

/** Catalogues whose ids have a page, by what stands before the colon. */
const pages: Readonly<Record<string, (id: string) => string>> = {
  geonames: id => `https://www.geonames.org/${id}`,
  wikidata: id => `https://www.wikidata.org/wiki/${id}`,
};

/** The page of an id such as `geonames:170589`; undefined where its catalogue has none. */
export function pageOf(id: string): string | undefined {
  const [, catalogue = '', own = ''] = /^(\w+):([\w-]+)$/.exec(id) ?? [];
  return pages[catalogue]?.(own);
}

/** Ids with a page, wherever they stand in a text. */
export const linkedIds = new RegExp(`\\b(?:${Object.keys(pages).join('|')}):Q?\\d+\\b`, 'g');

/** OpenStreetMap with a pin on the point. */
export function mapOf({ latitude, longitude }: Point): string {
  const [lat, lon] = [latitude.toFixed(5), longitude.toFixed(5)];
  return `https://www.openstreetmap.org/?mlat=${lat}&mlon=${lon}#map=12/${lat}/${lon}`;
}
