// Places that cannot be put on the map, and names that lie elsewhere than the author says.
import { readingsOf } from '../../semantics/events';
import { meaningOf } from '../../semantics/meaning';
import { mentionsIn } from '../../semantics/mentions';
import { inWords, isAbroad } from '../../semantics/naming';
import { shift } from '../../text/span';
import type { Rule } from './rule';

export const nowhere: Rule = {
  blocks: ['place'],
  code: 'place.nowhere',
  severity: 'error',
  means: 'A `place` block rests on itself, or on places that rest on it, so that it has no point on the map.',
  why: 'Without a point the place, and every event there, is on no map.',
  example: 'place "Old Quarry"\n  location: 4 km NE of Old Quarry',
  instead:
    'Give one of the places that lead to each other coordinates, or a place to be told by that does not lead back.',
  *check({ block, reading, scope }) {
    if (block.kind !== 'place' || !scope.hasGazetteer) return;
    for (const { field, place } of readingsOf(reading, 'place', 'location')) {
      const known = mentionsIn(block).every(
        mention => mention.field !== field || meaningOf(mention, scope).kind === 'resolved',
      );
      if (place.point || !known) continue;
      yield {
        span: field.valueSpan,
        message:
          'This location leads back to the place itself, or to one without a point. Tell it by coordinates or by another place.',
      };
    }
  },
};

export const elsewhere: Rule = {
  code: 'place.elsewhere',
  severity: 'warning',
  means:
    'A name is known, but not where the author says that it lies. The author’s words count, and the name is kept as written.',
  why: 'Either the name or the location behind the comma is a slip, or the place is one that the gazetteer lacks.',
  example: 'report "R"\n  country: Syria\nevent hill-taken\n  place: Homs, 4 km NE of Damascus',
  instead:
    'Check both. If the author is right, nothing need be done: the point is the one that is written, and the export has the name without an id.',
  *check({ reading, scope }) {
    for (const { field, place, value } of readingsOf(reading, 'place')) {
      const phrase = value.place;
      if (phrase.relation !== 'named' || !phrase.at || place.entity || !place.point) continue;
      const named = scope.resolve('place', phrase.name.text, phrase.qualifier?.text);
      // A namesake abroad is nobody's mistake: `the farms`.
      if (named.kind !== 'resolved' || isAbroad(named.entity, scope)) continue;
      yield {
        span: shift(phrase.name.span, field.valueSpan.start),
        message: `The known one, ${inWords(named.entity)}, does not lie there. What is written behind the comma counts.`,
      };
    }
  },
};
