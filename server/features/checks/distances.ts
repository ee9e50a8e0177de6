// Distances that no place on Earth can be told by, or hardly one in a report.
import type { PlaceSyntax } from '../../../grammar/qalam.peggy';
import { type FieldReading, readingsOf } from '../../semantics/events';
import { FARTHEST_KM } from '../../semantics/geodesy';
import { phrasesIn } from '../../semantics/phrases';
import { replace } from '../../text/edit';
import { shift, span } from '../../text/span';
import type { Problem, Rule } from './rule';

/** A place told from one further away than this, in km, is told by a slip of the unit. */
const FAR_KM = 500;

/** How far from another place a phrase says that it lies, in km; null where it does not say. */
const awayOf = (phrase: PlaceSyntax): number | null =>
  phrase.relation === 'offset' || phrase.relation === 'near' ? phrase.km : null;

/** The radius that is written behind a phrase, in km; null where there is none. */
const radiusOf = (phrase: PlaceSyntax): number | null => phrase.radiusKm ?? null;

const written = /(\d+(?:\.\d+)?)(\s*)(kilomet(?:re|er)s?|km|miles?|mi|met(?:re|er)s?|m)\b/gi;
const inKm = (digits: string, unit: string): number =>
  Number(digits) * (/^k/i.test(unit) ? 1 : /^mi/i.test(unit) ? 1.609 : 0.001);

/** The distances of some places above the one and up to the other, in km: where they stand and what they are written of. */
function* distancesAbove(
  fields: readonly (FieldReading & { kind: 'place' })[],
  kinds: readonly (typeof awayOf)[],
  least: number,
  most = Number.POSITIVE_INFINITY,
) {
  const isMeant = (km: number | null) => km !== null && km > least && km <= most;
  for (const { field, value } of fields) {
    for (const phrase of phrasesIn(value.place)) {
      if (!kinds.some(kind => isMeant(kind(phrase)))) continue;
      const { start, end } = phrase.span;
      const figures = [...field.value.slice(start, end).matchAll(written)];
      const figure = figures.find(([, digits = '', , unit = '']) => inKm(digits, unit) > least);
      const from = start + (figure?.index ?? 0);
      const at = shift(span(from, figure ? from + figure[0].length : end), field.valueSpan.start);
      yield { at, digits: figure?.[1] ?? '', gap: figure?.[2] ?? '', unit: figure?.[3] ?? '' };
    }
  }
}

export const impossible: Rule = {
  code: 'place.distance',
  severity: 'error',
  means: 'A distance is longer than half the way around the Earth.',
  why: 'No two places lie so far apart, so the figure or its unit is a slip, and the place would be anywhere.',
  example: 'event hill-taken\n  place: 40000 km N of Dumeir',
  instead: 'Correct the figure or its unit.',
  *check({ reading }): Iterable<Problem> {
    for (const { at } of distancesAbove(readingsOf(reading, 'place'), [awayOf, radiusOf], FARTHEST_KM))
      yield {
        span: at,
        message: `No two places on Earth lie further apart than ${FARTHEST_KM} km. Check the figure and its unit.`,
      };
  },
};

export const unlikely: Rule = {
  code: 'place.far',
  severity: 'warning',
  means: `A place is told from one that is more than ${FAR_KM} km away.`,
  why: 'Nobody tells a place by one so far away; mostly metres were written as kilometres.',
  example: 'event hill-taken\n  place: 600 km N of Dumeir',
  instead:
    'Correct the figure or its unit; a fix makes metres of kilometres. Otherwise tell it by a place that is nearer.',
  *check({ reading }): Iterable<Problem> {
    for (const { at, digits, gap, unit } of distancesAbove(
      readingsOf(reading, 'place'),
      [awayOf],
      FAR_KM,
      FARTHEST_KM,
    )) {
      const metres = /^k/i.test(unit) ? `${digits}${gap}m` : '';
      yield {
        span: at,
        message: `That is far to tell a place by.${metres ? ` Did you mean “${metres}”?` : ' Check the figure and its unit.'}`,
        fixes: () => (metres ? [{ title: `Change to “${metres}”`, edits: [replace(at, metres)] }] : []),
      };
    }
  },
};
