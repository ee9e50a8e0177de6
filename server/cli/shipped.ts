// The places of our own that ship in the index beside the program, for a team's own index to have them too.
import type { Entity } from '../gazetteer/entity';
import { KINDS, ORIGINS } from '../gazetteer/layout';
import { openGazetteer } from './index-file';

/** The shipped places of our own that lie in one of the countries of `places`; [] when there are none. Throws `Failure` without the shipped index. */
export function shippedPlaces(places: readonly Entity[]): Entity[] {
  const countries = new Set(places.flatMap(place => place.countries.slice(0, 1)));
  if (countries.size === 0) return [];
  const layer = openGazetteer();
  const { kind, origin } = layer.columns;
  const found: Entity[] = [];
  for (let number = 0; number < layer.size; number++) {
    if (kind[number] !== KINDS.indexOf('place') || origin[number] !== ORIGINS.indexOf('qalam')) continue;
    const entity = layer.entity(number);
    if (entity.countries.some(country => countries.has(country))) found.push(entity);
  }
  return found;
}
