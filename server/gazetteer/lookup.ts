// Answers one question of the `lookup` command: the entries a wording may mean, with a score and the reasons.

import { type Misfit, pinIn, wrongBracket, wrongPin } from './beside';
import type { Entity, EntityKind, EntryKind, Gazetteer, Led, Match } from './entity';
import { genericActor } from './generic';
import { SAME_KEY } from './nearestActor';

/** A question: a wording as the source has it. `country` is an ISO 3166-1 alpha-2 code or several. */
export interface Question {
  readonly query: string;
  readonly kind?: EntityKind;
  readonly country?: string | readonly string[];
  /** ISO 8601 day of the event: groups active on it, and people who led a group on it, come first. */
  readonly day?: string;
  /** Most candidates wanted; 10 when not given. */
  readonly limit?: number;
}

/** One candidate of an answer. `score` is from 0 to 1; `explain` says in plain words why it is listed. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly kind: EntryKind;
  readonly country: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly score: number;
  readonly explain: string;
}

const kindsOf = ({ kind }: Question): readonly EntityKind[] => (kind === undefined ? ['place', 'actor'] : [kind]);

/** More candidates than a question lists, so that a pinned one is among them. */
const MOST = 1000;

/**
 * The candidates for a question, best first. Without a kind, places and groups both answer. A name pinned to an id has one candidate, or, when
 * the id does not fit, those of the name.
 */
export function lookup(gazetteer: Gazetteer, question: Question): Candidate[] {
  const pin = pinIn(question.query);
  if (pin) {
    const named = lookup(gazetteer, { ...question, query: pin.name, limit: MOST });
    const fitting = named.filter(({ id }) => id === pin.id);
    return fitting.length ? fitting : named.slice(0, question.limit ?? 10);
  }
  const countries =
    question.country === undefined ? [] : typeof question.country === 'string' ? [question.country] : question.country;
  const limit = question.limit ?? 10;
  const kinds = kindsOf(question);
  const day = question.day === undefined ? {} : { day: question.day };
  const matches = kinds.flatMap(kind => gazetteer.nearest({ text: question.query, kind, countries, limit, ...day }));
  const nobody = genericIn(gazetteer, question);
  if (nobody !== undefined && question.kind === 'actor') return [nobody];
  if (kinds.length > 1) matches.sort((a, b) => b.score - a.score);
  return matches.slice(0, limit).map(match => candidate(match, question.query, countries));
}

/** What stands behind the name of a question and fits none of these candidates of it; undefined when nothing does. */
export function misfitOf(
  gazetteer: Gazetteer,
  question: Question,
  candidates: readonly Candidate[],
): Misfit | undefined {
  const pin = pinIn(question.query);
  if (!pin) return wrongBracket(gazetteer, question.query, kindsOf(question));
  return candidates[0]?.id === pin.id ? undefined : wrongPin(gazetteer, pin);
}

/** The generic actor that a question asks about; undefined when it names a group, or a place. */
export function genericIn(gazetteer: Gazetteer, { query, kind, country }: Question): Candidate | undefined {
  const generic = kind === 'actor' ? genericActor(query) : undefined;
  const countries = country === undefined ? [] : typeof country === 'string' ? [country] : country;
  if (generic === undefined || gazetteer.resolve({ text: query, kind: 'actor', countries }).kind !== 'unknown') return;
  return {
    id: generic.id,
    name: generic.name,
    kind: 'actor',
    country: generic.country ?? '',
    latitude: null,
    longitude: null,
    score: 1,
    explain: 'a generic actor: these words name nobody, and stay as they are',
  };
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

// So much below its likeness, a score is that of a name which others fit too.
const CROWDED = 0.1;

/** Why a candidate is listed, in plain words: what was read, how it fits, and what around it speaks for it. */
function explain(
  { entity, alias, score, likeness = score, span, led }: Match,
  asked: string,
  countries: readonly string[],
): string {
  if (led !== undefined) return ledInWords(entity, alias, led);
  if (entity.kind === 'actor' && score === SAME_KEY && span === undefined)
    return [
      `the same as ${alias}, but for articles, word order or words such as “fighters”`,
      ...(alias === entity.name ? [] : [`a name of ${entity.name}`]),
    ].join('; ');
  const read = span === undefined ? '' : `“${asked.slice(span.start, span.end)}” is `;
  const how =
    likeness === 1
      ? 'the same name as'
      : likeness >= 0.9
        ? 'nearly the same sounds as'
        : likeness >= 0.7
          ? 'much like'
          : 'a little like';
  const name = alias === entity.name ? alias : `${alias}, a name of ${entity.name}`;
  const country = entity.countries.find(code => countries.includes(code));
  const reasons = [
    ...(country === undefined ? [] : [`in ${country} as asked`]),
    ...(entity.division === '' ? [] : [`in ${entity.division}`]),
    ...(entity.population > 0 ? [`${entity.population.toLocaleString('en')} inhabitants`] : []),
    ...(likeness - score >= CROWDED ? ['others fit nearly as well'] : []),
  ];
  return [`${read}${how} ${name}`, ...reasons].join('; ');
}

/** `Zahran Alloush was leader of Jaysh al-Islam, 2011 to 2015-12-25`. */
function ledInWords({ name }: Entity, person: string, { from, to }: Led): string {
  const years = [from === '' ? '' : `from ${from}`, to === '' ? '' : `to ${to}`].filter(Boolean).join(' ');
  return [`${person} is known as leader of ${name}`, ...(years === '' ? [] : [years])].join(', ');
}
