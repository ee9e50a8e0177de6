// Whether an entity lies where a qualifier says: in the division, district or country named beside it.

import { countryCode } from './countries';
import { lightKey } from './fold';
import type { Layer } from './read';

// Words for a kind of division, which names carry or not: Rif Dimashq, Rif-dimashq Governorate.
const GENERIC =
  /\b(?:governorate|province|provincia|region|district|oblast|raion|state|department|departamento|county|prefecture|muhafazat|wilaya|wilayat|cercle|division|territory|municipality|the|of|al|el|ad|ash|as|an|ar|at|az)\b/g;

const bare = (text: string) => lightKey(text).replace(GENERIC, ' ').replace(/\s+/g, ' ').trim();
const known = new WeakMap<Layer, Map<number, string>>();

/** Whether the qualifier names a country, division or district of the entity, or the word in brackets that its own name ends with. */
export function agrees(layer: Layer, number: number, qualifier: string): boolean {
  const wanted = bare(qualifier);
  if (wanted === '') return false;
  const c = layer.columns;
  const country = countryCode(qualifier);
  if (country !== undefined && layer.label(c.countries[number]!).split(' ').includes(country)) return true;
  for (const label of [c.division[number]!, c.district[number]!]) if (bareLabel(layer, label) === wanted) return true;
  const bracket = /\(([^()]*)\)\s*$/.exec(layer.name(number));
  return bracket !== null && bare(bracket[1] ?? '') === wanted;
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
