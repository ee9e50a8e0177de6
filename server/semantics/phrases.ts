// The phrases that a place phrase is made of: `near 4 km NE of Dumeir` holds an offset, and that a name.
import type { PlaceSyntax } from '../../grammar/qalam.peggy';

/** The phrase itself and all within it, outermost first. */
export function* phrasesIn(place: PlaceSyntax): Iterable<PlaceSyntax> {
  yield place;
  switch (place.relation) {
    case 'point':
    case 'along':
      return;
    case 'named':
      if (place.at) yield* phrasesIn(place.at);
      return;
    case 'between':
      for (const one of place.of) yield* phrasesIn(one);
      return;
    case 'near':
    case 'offset':
    case 'in':
      yield* phrasesIn(place.of);
  }
}
