// Coordinates that lie outside the globe.
import type { PlaceSyntax } from '../../../grammar/qalam.peggy';
import { phrasesIn } from '../../semantics/phrases';
import { replace } from '../../text/edit';
import { type Span, shift, span } from '../../text/span';
import type { Problem, Rule } from './rule';

export const coordinates: Rule = {
  code: 'place.coordinates',
  severity: 'error',
  means: 'Coordinates lie outside the globe: latitude goes from −90 to 90, longitude from −180 to 180, latitude first.',
  why: 'Latitude and longitude are easily swapped.',
  example: 'event hill-taken\n  place: 136.694, 33.644',
  instead: 'Write latitude first, in decimal degrees.',
  *check({ reading }): Iterable<Problem> {
    for (const one of reading.fields) {
      if (one.kind !== 'place') continue;
      for (const { latitude, longitude, span: phrase } of pointsIn(one.value.place)) {
        if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) continue;
        const swapped = Math.abs(latitude) <= 180 && Math.abs(longitude) <= 90;
        const where = shift(withoutRadius(one.field.value, phrase), one.field.valueSpan.start);
        yield {
          span: where,
          message: `No such point on Earth: latitude goes from −90 to 90 and longitude from −180 to 180.${swapped ? ' Are the two swapped?' : ''}`,
          fixes: () =>
            swapped
              ? [
                  {
                    title: 'Swap latitude and longitude',
                    edits: [replace(where, `${longitude}, ${latitude}`)],
                    preferred: true,
                  },
                ]
              : [],
        };
      }
    }
  },
};

/** The points of a phrase, wherever in it they stand. */
const pointsIn = (place: PlaceSyntax) => [...phrasesIn(place)].filter(phrase => phrase.relation === 'point');

/** The span of a whole phrase takes in its radius. */
const withoutRadius = (value: string, { start, end }: Span): Span =>
  span(start, start + value.slice(start, end).replace(/\s*(?:±|\+\/-|\+-).*$/s, '').length);
