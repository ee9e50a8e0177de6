// A few entities and a table of GeoNames to test the gazetteer with.
import type { Entity } from '../../../server/gazetteer/entity';

/** An entity of which only what matters is given. */
export function entity(part: Partial<Entity> & Pick<Entity, 'id' | 'name'>): Entity {
  const { id, name, ...rest } = part;
  return {
    id,
    kind: 'place',
    origin: id.startsWith('geonames:') ? 'geonames' : id.startsWith('workspace:') ? 'workspace' : 'qalam',
    name,
    aliases: [],
    type: '',
    countries: [],
    division: '',
    uncertaintyKm: 0,
    population: 0,
    note: '',
    ...rest,
  };
}

/** A line of GeoNames' table. */
export function line(
  id: number,
  name: string,
  others: string,
  lat: number,
  lon: number,
  type: string,
  country: string,
  admin1: string,
  people: number,
): string {
  return [
    id,
    name,
    '',
    others,
    lat,
    lon,
    'P',
    type,
    country,
    '',
    admin1,
    '',
    '',
    '',
    people,
    '',
    0,
    'Asia/Damascus',
    '2020-01-01',
  ].join('\t');
}

export const TABLE = [
  line(170589, 'Aḑ Ḑumayr', 'Dumeir,Duma,الضمير', 33.6423, 36.6908, 'PPL', 'SY', '08', 23000),
  line(170654, 'Damascus', 'Dimashq,Damas,دمشق,Дамаск,DAM', 33.5102, 36.2913, 'PPLC', 'SY', '13', 1569394),
  line(169577, 'Homs', 'Hims,Ḩimş,حمص', 34.7268, 36.7234, 'PPLA', 'SY', '11', 775404),
  line(163806, 'Tadmur', 'Palmyra,تدمر', 34.5624, 38.284, 'PPL', 'SY', '11', 51323),
  line(4521811, 'Palmyra', '', 39.8673, -80.8, 'PPL', 'US', 'OH', 1100),
  line(2643743, 'London', 'Londres,لندن', 51.5085, -0.1257, 'PPLC', 'GB', 'ENG', 8961989),
  line(6058560, 'London', '', 42.9834, -81.233, 'PPL', 'CA', '08', 346765),
  line(1, 'An Nāşirīyah', 'Nasiriyah', 33.87, 36.8, 'PPL', 'SY', '08', 9000),
  line(2, 'Nasiriyah', 'الناصرية', 31.058, 46.257, 'PPLA', 'IQ', '09', 400249),
  line(3, 'Kafr Nabl', '', 35.6, 36.5, 'PPL', 'SY', '12', 3000),
  line(4, 'Kafr Nabl', '', 35.1, 36.4, 'PPL', 'SY', '10', 2500),
];
