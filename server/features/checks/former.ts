// Places that are no more.
import { inWords, typeInWords } from '../../semantics/naming';
import type { Rule } from './rule';

/** GeoNames' codes for populated places that are abandoned, destroyed or historical. */
const gone = /^PPL(?:Q|W|H|CH)$/;

export const former: Rule = {
  code: 'place.former',
  severity: 'hint',
  means: 'A place is known only as one that is abandoned, destroyed or historical.',
  why: 'A living place of that name may be missing from the gazetteer.',
  example: 'report "Ruins"\n  country: Syria\nevent quarry-quiet\n  place: Jinnīyah',
  instead: 'If the ruins are meant, nothing need be done. Otherwise define the place with a `place` block.',
  *check({ uses }) {
    for (const { mention, meaning } of uses) {
      if (mention.topic !== 'place' || mention.id) continue;
      if (meaning.kind !== 'resolved' || !gone.test(meaning.entity.type)) continue;
      yield {
        span: mention.span,
        message: `${inWords(meaning.entity)} is known only as: ${typeInWords(meaning.entity)}. Is it the one that is meant?`,
      };
    }
  },
};
