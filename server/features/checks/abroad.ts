// Places that resolve to a country the report does not speak of: often a namesake.
import { countryName } from '../../gazetteer/countries';
import { inWords, isAbroad } from '../../semantics/naming';
import { insert } from '../../text/edit';
import type { Rule } from './rule';

export const abroad: Rule = {
  code: 'place.abroad',
  severity: 'warning',
  means:
    'A place is known only in a country that the report does not name. A country or division in brackets, or an id, says that it is meant.',
  why: 'Often the place that is meant is missing from the gazetteer, and a namesake elsewhere has been found instead.',
  example: 'report "R"\n  country: Lebanon\nevent hill-taken\n  place: Homs',
  instead:
    'Say that the other country is meant, `Homs (Syria)`, add it to the report’s `country`, or define the place with a `place` block.',
  *check({ scope, uses }) {
    if (!scope.countries.length) return;
    for (const { mention, meaning } of uses) {
      if (mention.topic !== 'place' || meaning.kind !== 'resolved' || mention.qualifier || mention.id) continue;
      const { entity } = meaning;
      const [home] = entity.countries;
      if (!home || !isAbroad(entity, scope)) continue;
      yield {
        span: mention.span,
        message: `“${mention.text}” is known only as ${inWords(entity)}, but the report is about ${scope.countries.map(countryName).join(', ')}.`,
        fixes: () =>
          mention.partOf
            ? []
            : [
                {
                  title: `It is meant: add (${countryName(home)})`,
                  edits: [insert(mention.whole.end, ` (${countryName(home)})`)],
                },
              ],
      };
    }
  },
};
