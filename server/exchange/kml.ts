// Events as KML 2.2 (OGC 07-147r2) for Google Earth: a placemark each, with its time for the slider.
import type { Exporter } from './exporter';
import { featureColumns } from './geojson';
import { type Geometry, geometryOf, type Position } from './geometry';
import { type EventRecord, loseUncarried } from './record';
import { beginningWith } from './rows';
import { daysOf, wordsOf } from './summary';
import { carriedBy } from './table';

const members = carriedBy(featureColumns);

/** Characters that XML 1.0 allows (section 2.2). */
const isAllowed = (code: number): boolean =>
  (code >= 0x20 && code <= 0xd7ff) ||
  code === 0x9 ||
  code === 0xa ||
  code === 0xd ||
  (code >= 0xe000 && code <= 0xfffd) ||
  code >= 0x10000;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/** Text as XML writes it; characters that it does not allow go. */
const xml = (text: string): string =>
  [...text].map(sign => (isAllowed(sign.codePointAt(0)!) ? (entities[sign] ?? sign) : '')).join('');

const positions = (list: readonly Position[]): string =>
  `<coordinates>${list.map(([longitude, latitude]) => `${longitude},${latitude}`).join(' ')}</coordinates>`;

function geometryXml(geometry: Geometry): string {
  switch (geometry.type) {
    case 'Point':
      return `<Point>${positions([geometry.coordinates])}</Point>`;
    case 'LineString':
      return `<LineString><tessellate>1</tessellate>${positions(geometry.coordinates)}</LineString>`;
    case 'MultiLineString':
      return `<MultiGeometry>${geometry.coordinates
        .map(line => `<LineString><tessellate>1</tessellate>${positions(line)}</LineString>`)
        .join('')}</MultiGeometry>`;
    case 'Polygon':
      return `<Polygon><tessellate>1</tessellate><outerBoundaryIs><LinearRing>${positions(
        geometry.coordinates[0] ?? [],
      )}</LinearRing></outerBoundaryIs></Polygon>`;
  }
}

function timeXml(record: EventRecord): string {
  const [earliest, latest] = daysOf(record.json);
  if (earliest !== null && earliest === latest) return `<TimeStamp><when>${earliest}</when></TimeStamp>`;
  const ends = (earliest ? `<begin>${earliest}</begin>` : '') + (latest ? `<end>${latest}</end>` : '');
  return ends && `<TimeSpan>${ends}</TimeSpan>`;
}

function placemark(record: EventRecord, geometry: Geometry | null): string {
  const data = featureColumns.flatMap(({ name, cell }) => {
    const value = cell(record);
    return value === null ? [] : [`<Data name="${name}"><value>${xml(String(value))}</value></Data>`];
  });
  const { id, title } = record.json;
  return [
    '<Placemark>',
    `<name>${xml(String(title ?? id))}</name>`,
    `<description>${xml(wordsOf(record.json))}</description>`,
    timeXml(record),
    `<styleUrl>#${styleOf(record)}</styleUrl>`,
    `<ExtendedData><Data name="id"><value>${xml(id)}</value></Data>${data.join('')}</ExtendedData>`,
    geometry ? geometryXml(geometry) : '',
    '</Placemark>\n',
  ].join('');
}

/** A colour for each of ACLED's event types, as aabbggrr, and one for postures. */
const styles = {
  battles: 'ff2020d0',
  explosions: 'ff0070ff',
  violence: 'ff800080',
  protests: 'ff40a040',
  riots: 'ff00c0c0',
  strategic: 'ffb06020',
  posture: 'ff707070',
} as const;

const styleOf = ({ json }: EventRecord): keyof typeof styles =>
  (Object.keys(styles) as (keyof typeof styles)[]).find(style => json.family?.toLowerCase().startsWith(style)) ??
  'posture';

const styleXml = Object.entries(styles)
  .map(
    ([id, colour]) =>
      `<Style id="${id}"><IconStyle><color>${colour}</color></IconStyle><LineStyle><color>${colour}</color><width>3</width></LineStyle>` +
      `<PolyStyle><color>40${colour.slice(2)}</color></PolyStyle></Style>\n`,
  )
  .join('');

export const kml: Exporter = {
  name: 'kml',
  title: 'KML',
  means: 'Events for Google Earth and other globes, with the time slider and a colour for each kind.',
  lacks:
    'Definitions of sources, places and groups; grades of single citations; what other sources say of a figure. An event that is nowhere on the map has no geometry.',
  extension: 'kml',
  mediaType: 'application/vnd.google-earth.kml+xml',
  folder: false,
  partitions: false,
  tables: [],
  begin({ attribution }) {
    const piece = beginningWith(
      '<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2">\n<Document>\n<name>Events</name>\n' +
        `<description>${xml(attribution.join(' '))}</description>\n${styleXml}`,
    );
    return {
      take(record) {
        if (record.kind !== 'event') return [];
        loseUncarried(record, members, 'KML');
        const geometry = geometryOf(record);
        if (!geometry) record.lose('It is nowhere on the map; carried without a geometry.', 'unresolved');
        return piece(placemark(record, geometry));
      },
      end: () => piece('</Document>\n</kml>\n'),
    };
  },
};
