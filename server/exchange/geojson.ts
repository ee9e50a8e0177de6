// Events as GeoJSON (RFC 7946): a feature each, with what was written beside what a map needs.
import { codedName, codedOf, loseCoded } from './coded';
import type { ExportedCount, Json, JsonObject } from './document';
import type { Exporter, Piece } from './exporter';
import { geometryOf } from './geometry';
import { type EventRecord, loseUncarried } from './record';
import { citedAs, daysOf } from './summary';
import { carriedBy, column } from './table';

const written = (value: Json | undefined): string | null =>
  typeof value === 'object' && value !== null ? String((value as JsonObject).text ?? '') : null;

const figures = (key: string, word: string) => [
  column<EventRecord>(key, 'text', `${key} ${key}.parts ${key}.source`, `${word}, as written.`, ({ json }) =>
    written(json[key]),
  ),
  ...(['low', 'best', 'high'] as const).map(bound =>
    column<EventRecord>(
      `${key}_${bound}`,
      'integer',
      key,
      `${word}: the ${{ low: 'least', best: 'likeliest', high: 'most' }[bound]}.`,
      ({ json }) => (json[key] as ExportedCount | undefined)?.[bound],
    ),
  ),
];

/** The properties of a feature. Flat, because few map programs look into lists and objects. */
export const featureColumns = [
  column<EventRecord>('title', 'text', 'title', 'The headline, or the id.', ({ json }) =>
    String(json.title ?? json.id),
  ),
  column<EventRecord>(
    'type',
    'text',
    'type',
    'The event type, postures such as Presence included.',
    ({ json }) => json.type,
  ),
  column<EventRecord>('family', 'text', '', 'ACLED’s event type; empty for a posture.', ({ json }) => json.family),
  column<EventRecord>('report', 'text', '', 'Title of the report.', ({ json }) => json.report),
  column<EventRecord>('file', 'text', '', 'The file it stands in.', ({ json }) => json.file),
  column<EventRecord>(
    'date',
    'text',
    'date',
    'The date in EDTF, or as written.',
    ({ json: { date } }) => date?.edtf ?? date?.text,
  ),
  column<EventRecord>(
    'earliest',
    'day',
    'date',
    'First possible day; empty when open or unknown.',
    ({ json }) => daysOf(json)[0],
  ),
  column<EventRecord>(
    'latest',
    'day',
    'date',
    'Last possible day; empty when open or unknown.',
    ({ json }) => daysOf(json)[1],
  ),
  column<EventRecord>('time', 'text', 'time', 'Local time of day.', ({ json }) => json.time as string),
  column<EventRecord>('place', 'text', 'place', 'The place as written.', ({ json }) => json.place?.text),
  column<EventRecord>('place_name', 'text', 'place', 'The gazetteer’s name for it.', ({ json }) => json.place?.name),
  column<EventRecord>('place_id', 'text', 'place', 'Its id.', ({ json }) => json.place?.id),
  column<EventRecord>(
    'relation',
    'text',
    'place',
    'at, near, offset, between, along or in.',
    ({ json }) => json.place?.relation,
  ),
  column<EventRecord>(
    'uncertainty_km',
    'number',
    'place',
    'Radius in km within which the event lies around the point.',
    ({ json }) => json.place?.uncertaintyKm,
  ),
  column<EventRecord>(
    'latitude',
    'number',
    'place',
    'Of the point, also where the geometry is a line or an area.',
    ({ json }) => json.place?.latitude,
  ),
  column<EventRecord>('longitude', 'number', 'place', 'The same.', ({ json }) => json.place?.longitude),
  column<EventRecord>('country', 'text', 'place', 'ISO 3166-1 alpha-2.', ({ json }) => json.place?.country),
  column<EventRecord>('from', 'text', 'from', 'Where a movement began, as written.', ({ json }) => written(json.from)),
  column<EventRecord>('to', 'text', 'to', 'Where it went, as written.', ({ json }) => written(json.to)),
  column<EventRecord>(
    'actors',
    'text',
    'actors',
    'Who took part, each with the role in brackets, separated by semicolons.',
    ({ json }) => json.actors.map(({ name, text, role }) => `${name ?? text}${role ? ` (${role})` : ''}`).join('; '),
  ),
  ...figures('killed', 'People killed'),
  ...figures('injured', 'People injured'),
  ...figures('captured', 'People captured'),
  ...figures('displaced', 'People displaced'),
  column<EventRecord>('weapon', 'text', 'weapon', 'Means used.', ({ json }) => json.weapon as string),
  column<EventRecord>('sources', 'text', 'sources', 'Who says so, separated by semicolons.', citedAs),
  column<EventRecord>(
    'credibility',
    'text',
    'credibility',
    'The Admiralty code’s digit.',
    ({ json }) => json.credibility as string,
  ),
  column<EventRecord>('claim', 'text', 'claim', 'What the source claims.', ({ json }) => json.claim as string),
  column<EventRecord>('note', 'text', 'note', 'Anything else.', ({ json }) => json.note as string),
  column<EventRecord>('part_of', 'text', 'partOf', 'Id of the larger event.', ({ json }) => json.partOf as string),
  ...(['corroborates', 'contradicts'] as const).map(key =>
    column<EventRecord>(key, 'text', key, 'Ids of events, separated by semicolons.', ({ json }) =>
      (json[key] as readonly string[] | undefined)?.join('; '),
    ),
  ),
  column<EventRecord>(
    'private',
    'text',
    'private',
    'yes, or which fields are; only where private events were asked for.',
    ({ json }) => (Array.isArray(json.private) ? json.private.join('; ') : json.private === true ? 'yes' : null),
  ),
];
const members: ReadonlySet<string> = new Set([...carriedBy(featureColumns), 'coded']);

/** What `coded` calls what an export of our own said, and its events do not give back. */
export const OWN = 'qalam';

/** The names of our properties, and of what stands beside them. */
export const ownProperties: ReadonlySet<string> = new Set([
  ...['id', 'geometry'],
  ...featureColumns.map(({ name }) => name),
]);

/** A value of someone else's property, which is kept as JSON where it is no text. */
function foreign(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}

/** A geometry that is kept; null for one that is kept as none, undefined where it is something else. */
function keptGeometry(text: string): Json | undefined {
  const value = text === '' ? null : foreign(text);
  const type = value !== null && typeof value === 'object' && 'type' in value ? value.type : undefined;
  return value === null || /^(?:Multi)?(?:Point|LineString|Polygon)$|^GeometryCollection$/.test(String(type))
    ? value
    : undefined;
}

/** How a value of someone else's property is kept, so that it comes back as it was. */
export function keptAs(value: Json): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  return foreign(value) === value ? value : JSON.stringify(value);
}

/** What is coded of a feature goes before what follows from the event; what others call as we do has a name of its own. */
function featureOf(record: EventRecord): JsonObject {
  const { id, coded } = record.json;
  const [own, others] = [codedOf(coded, OWN), codedOf(coded, 'geojson')];
  const kept = own.get('geometry') ?? others.get('geometry');
  const told = kept === undefined ? undefined : keptGeometry(kept);
  const geometry = told === undefined ? geometryOf(record) : told;
  if (!geometry) record.lose('It is nowhere on the map; carried without a geometry.', 'unresolved');
  const properties: [string, Json][] = [];
  for (const { name, type, cell } of featureColumns) {
    const text = own.get(name);
    const value = text === undefined ? cell(record) : type === 'text' || type === 'day' ? text : foreign(text);
    if (value !== null && value !== '') properties.push([name, value]);
  }
  for (const [name, text] of others)
    if (name !== 'geometry') properties.push([codedName(name, ownProperties), foreign(text)]);
  return { type: 'Feature', id, geometry, properties: Object.fromEntries(properties) };
}

export const geojson: Exporter = {
  name: 'geojson',
  title: 'GeoJSON',
  means: 'Events as points, lines and areas for QGIS, web maps and geodatabases (RFC 7946).',
  lacks:
    'Definitions of sources, places and groups; grades of single citations; what other sources say of a figure. An event that is nowhere on the map has no geometry.',
  extension: 'geojson',
  mediaType: 'application/geo+json',
  folder: false,
  partitions: false,
  tables: [{ name: 'properties', columns: featureColumns }],
  begin({ generator, attribution }) {
    let first = true;
    const about = JSON.stringify({ type: 'FeatureCollection', generator, attribution }).slice(0, -1);
    const start = `${about},"features":[\n`;
    const piece = (data: string): Piece => ({ file: '', data });
    return {
      *take(record) {
        if (record.kind !== 'event') return;
        loseUncarried(record, members, 'GeoJSON');
        loseCoded(record, codebook => codebook === OWN || codebook === 'geojson', 'geojson', 'GeoJSON');
        yield piece(`${first ? start : ',\n'}${JSON.stringify(featureOf(record))}`);
        first = false;
      },
      *end() {
        yield piece(first ? `${start}]}\n` : '\n]}\n');
      },
    };
  },
};
