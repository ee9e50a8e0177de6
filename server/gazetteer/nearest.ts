// The likeliest meanings of a name that may be misspelt, or spelt in another way or script, best first.

import type { Match, Query } from './entity';
import { inPhrase } from './inPhrase';
import { readPhrase } from './phrase';
import { surroundings } from './rank';
import type { Layer } from './read';
import { type Found, search } from './search';

/** The likeliest entities for a name or a phrase with a name in it; scores fall from first to last. */
export function nearest(layers: readonly Layer[], query: Query): readonly Match[] {
  const around = surroundings(query);
  const spans = query.kind === 'place' ? readPhrase(query.text) : [];
  const [only] = spans;
  const bare = only === undefined || (spans.length === 1 && only.text.length === query.text.trim().length);
  const found = bare ? search(layers, query.text, around) : inPhrase(layers, query.text, spans, around);
  let most = 1;
  return found.slice(0, query.limit ?? 10).map(candidate => {
    most = Math.min(most, candidate.sureness);
    return toMatch(candidate, most);
  });
}

function toMatch({ layer, number, term, span }: Found, score: number): Match {
  const match = { entity: layer.entity(number), alias: layer.spelling(number, term), score };
  return span === undefined ? match : { ...match, span: { start: span.start, end: span.end } };
}
