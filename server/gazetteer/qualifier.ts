// Whether an entity lies where a qualifier says: in the division, district or country named beside it.

import { countryCode } from './countries';
import type { Entity } from './entity';
import { lightKey } from './fold';
import { kmBetween } from './rank';
import type { Layer } from './read';

// Words for a kind of division, which names carry or not: Rif Dimashq, Rif-dimashq Governorate.
const GENERIC =
  /\b(?:governorate|province|provincia|region|district|oblast|raion|state|department|departamento|county|prefecture|muhafazat|wilaya|wilayat|cercle|division|territory|municipality|the|of|al|el|ad|ash|as|an|ar|at|az)\b/g;

const bare = (text: string) =>
  lightKey(text)
    .replace(GENERIC, ' ')
    .replace(/\b(north|south|east|west)ern\b/g, '$1') // West Darfur is Western Darfur
    .replace(/\s+/g, ' ')
    .trim();
const known = new WeakMap<Layer, Map<number, string>>();

/**
 * Whether the qualifier names a country, division or district of the entity, the word in brackets that its own name ends with, or one of
 * `areas` (what the qualifier may mean) that the entity belongs to or lies in.
 */
export function agrees(layer: Layer, number: number, qualifier: string, areas: readonly Entity[] = []): boolean {
  const wanted = bare(qualifier);
  if (wanted === '') return false;
  const c = layer.columns;
  const country = countryCode(qualifier);
  if (country !== undefined && layer.label(c.countries[number]!).split(' ').includes(country)) return true;
  const labels = [c.division[number]!, c.district[number]!].map(label => bareLabel(layer, label));
  if (labels.includes(wanted)) return true;
  const bracket = /\(([^()]*)\)\s*$/.exec(layer.name(number));
  if (bracket !== null && bare(bracket[1] ?? '') === wanted) return true;
  return areas.some(
    area =>
      [area.name, ...area.aliases.map(({ text }) => text)].some(name => labels.includes(bare(name))) ||
      isWithin(layer.entity(number), area),
  );
}

/** Whether a place lies in an area without borders of its own, as far as a point and a radius can tell; divisions are known by name. */
function isWithin(place: Entity, area: Entity): boolean {
  const { latitude, longitude } = place;
  if (/^(?:ADM|PCL|country|division|district)/.test(area.type)) return false;
  if (latitude === undefined || longitude === undefined || area.latitude === undefined || area.longitude === undefined)
    return false;
  return (
    kmBetween({ latitude, longitude }, { latitude: area.latitude, longitude: area.longitude }) <= area.uncertaintyKm
  );
}

function bareLabel(layer: Layer, label: number): string {
  let labels = known.get(layer);
  if (labels === undefined) {
    labels = new Map();
    known.set(layer, labels);
  }
  let text = labels.get(label);
  if (text === undefined) {
    text = bare(layer.label(label));
    labels.set(label, text);
  }
  return text;
}
