// Answers one question of the `lookup` command: the entries a wording may mean, with a score and the reasons.

import type { EntityKind, Gazetteer, Match } from './entity';

/** A question: a wording as the source has it. `country` is an ISO 3166-1 alpha-2 code or several. */
export interface Question {
  readonly query: string;
  readonly kind?: EntityKind;
  readonly country?: string | readonly string[];
  /** Most candidates wanted; 10 when not given. */
  readonly limit?: number;
}

/** One candidate of an answer. `score` is from 0 to 1; `explain` says in plain words why it is listed. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly kind: EntityKind;
  readonly country: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly score: number;
  readonly explain: string;
}

/** The candidates for a question, best first. Without a kind, places and groups both answer. */
export function lookup(gazetteer: Gazetteer, question: Question): Candidate[] {
  const countries =
    question.country === undefined ? [] : typeof question.country === 'string' ? [question.country] : question.country;
  const limit = question.limit ?? 10;
  const kinds: readonly EntityKind[] = question.kind === undefined ? ['place', 'actor'] : [question.kind];
  const matches = kinds.flatMap(kind => gazetteer.nearest({ text: question.query, kind, countries, limit }));
  if (kinds.length > 1) matches.sort((a, b) => b.score - a.score);
  return matches.slice(0, limit).map(match => candidate(match, question.query, countries));
}

function candidate(match: Match, asked: string, countries: readonly string[]): Candidate {
  const { entity, score } = match;
  return {
    id: entity.id,
    name: entity.name,
    kind: entity.kind,
    country: entity.countries[0] ?? '',
    latitude: entity.latitude ?? null,
    longitude: entity.longitude ?? null,
    score: Math.round(score * 1e4) / 1e4,
    explain: explain(match, asked, countries),
  };
}

/** Why a candidate is listed, in plain words: what was read, how it fits, and what around it speaks for it. */
function explain({ entity, alias, score, span }: Match, asked: string, countries: readonly string[]): string {
  const read = span === undefined ? '' : `“${asked.slice(span.start, span.end)}” is `;
  const how =
    score === 1
      ? 'the same name as'
      : score >= 0.9
        ? 'nearly the same sounds as'
        : score >= 0.7
          ? 'much like'
          : 'a little like';
  const name = alias === entity.name ? alias : `${alias}, a name of ${entity.name}`;
  const country = entity.countries.find(code => countries.includes(code));
  const reasons = [
    ...(country === undefined ? [] : [`in ${country} as asked`]),
    ...(entity.division === '' ? [] : [`in ${entity.division}`]),
    ...(entity.population > 0 ? [`${entity.population.toLocaleString('en')} inhabitants`] : []),
  ];
  return [`${read}${how} ${name}`, ...reasons].join('; ');
}
