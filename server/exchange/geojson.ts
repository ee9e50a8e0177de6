// Events as GeoJSON (RFC 7946): a feature each, with what was written beside what a map needs.
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
];
const members = carriedBy(featureColumns);

export const geojson: Exporter = {
  name: 'geojson',
  title: 'GeoJSON',
  means: 'Events as points, lines and areas for QGIS, web maps and geodatabases (RFC 7946).',
  lacks:
    'Definitions of sources, places and groups; what other sources say of a figure; links between events. An event that is nowhere on the map has no geometry.',
  extension: 'geojson',
  mediaType: 'application/geo+json',
  folder: false,
  partitions: false,
  tables: [{ name: 'properties', columns: featureColumns }],
  begin({ attribution }) {
    let first = true;
    const start = `{"type":"FeatureCollection","attribution":${JSON.stringify(attribution)},"features":[\n`;
    const piece = (data: string): Piece => ({ file: '', data });
    return {
      *take(record) {
        if (record.kind !== 'event') return;
        loseUncarried(record, members, 'GeoJSON');
        const geometry = geometryOf(record);
        const { id } = record.json;
        if (!geometry) record.lose(`${id}: it is nowhere on the map; carried without a geometry.`);
        const values = featureColumns.flatMap(({ name, cell }): [string, Json][] => {
          const value = cell(record);
          return value === null ? [] : [[name, value]];
        });
        const feature = { type: 'Feature', id, geometry, properties: Object.fromEntries(values) };
        yield piece(`${first ? start : ',\n'}${JSON.stringify(feature)}`);
        first = false;
      },
      *end() {
        yield piece(first ? `${start}]}\n` : '\n]}\n');
      },
    };
  },
};
