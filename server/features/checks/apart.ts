// Places named together that lie far from one another.
import { readingsOf } from '../../semantics/events';
import { distanceKm } from '../../semantics/geodesy';
import { placesIn } from '../../semantics/mentions';
import { readPlace } from '../../semantics/places';
import { shift, span } from '../../text/span';
import type { Rule } from './rule';

/** Two places of one event further apart than this, in km, are likelier a namesake or two events. */
const FAR = 150;

export const apart: Rule = {
  blocks: ['event'],
  code: 'place.apart',
  severity: 'warning',
  means: `The places of a \`between\` lie more than ${FAR} km from one another.`,
  why: 'One of them is likely a namesake of the place that is meant, or the event is more than one.',
  example: 'report "A road is cut"\n  country: Syria\nevent road-cut\n  place: between Damascus and Al Hasakah',
  instead: 'Say which namesake is meant, or write an event for each place.',
  *check({ reading, scope }) {
    for (const { field, value } of readingsOf(reading, 'place')) {
      const { place } = value;
      if (place.relation !== 'between') continue;
      const read = place.of.map(one => {
        const { start, end } = placesIn(one)[0]?.place.name.span ?? one.span;
        return { words: field.value.slice(start, end), start, end, point: readPlace(one, scope).point };
      });
      const [first, ...others] = read;
      if (!first?.point) continue;
      for (const { words, start, end, point } of others) {
        const km = point ? Math.round(distanceKm(first.point, point)) : 0;
        if (km <= FAR) continue;
        yield {
          span: shift(span(start, end), field.valueSpan.start),
          message: `“${words}” lies ${km} km from “${first.words}”. Is it a namesake of the one that is meant?`,
        };
      }
    }
  },
};
