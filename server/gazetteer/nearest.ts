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
  let most = standing(found);
  return found.slice(0, query.limit ?? 10).map(candidate => {
    most = Math.min(most, candidate.sureness);
    return toMatch(candidate, most);
  });
}

/** What is taken from the score of the first, as a share, when a second one and when five more are as likely. */
const CROWDED = { second: 0.2, more: 0.2 };
const CLEAR = { second: 1, more: 1.5 };
const MORE = 5;

/** The most that a score can be: 1 for a known name or one that stands out, less for one that others fit nearly as well. */
function standing(found: readonly Found[]): number {
  const [first, second] = found;
  if (first === undefined || second === undefined || first.sureness === 1) return 1;
  const short = (rank: number, clear: number) => 1 - Math.min(1, (first.rank - rank) / clear);
  const crowd = found[MORE] === undefined ? 0 : CROWDED.more * short(found[MORE].rank, CLEAR.more);
  return first.sureness * (1 - CROWDED.second * short(second.rank, CLEAR.second) - crowd);
}

function toMatch({ layer, number, term, span, sureness }: Found, score: number): Match {
  const like = sureness === score ? {} : { likeness: sureness };
  const match = { entity: layer.entity(number), alias: layer.spelling(number, term), score, ...like };
  return span === undefined ? match : { ...match, span: { start: span.start, end: span.end } };
}
