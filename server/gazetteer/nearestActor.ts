// The groups a wording may mean, best first: known names, misspelt ones, and the groups of a person who led them.

import type { Led, Match, Query } from './entity';
import { genericActor } from './generic';
import { surroundings } from './rank';
import type { Layer } from './read';
import { asked, resolveActor, sameLetters } from './resolveActor';
import { search } from './search';
import { wordings } from './wordings';

/** How sure a known name is that is written in another way than any of the group's names. */
export const SAME_KEY = 0.98;
/** What a misspelt name can be sure of at most. */
const MISSPELT = 0.97;
/** How sure it is that the group is meant where a person is named who led it. */
const LED = 0.9;
/** A person's name that fits less is another name. */
const LEAST_LIKE = 0.72;
/** People looked at. */
const PEOPLE = 5;

/** The likeliest groups for a wording; scores fall from first to last. Empty for words that stand for nobody, such as `gunmen`. */
export function nearestActor(layers: readonly Layer[], query: Query): readonly Match[] {
  const known = resolveActor(layers, query);
  if (known.kind === 'unknown' && genericActor(query.text)) return [];
  const found = new Map<string, Match>();
  const add = (match: Match) => {
    const id = match.entity.id;
    if ((found.get(id)?.score ?? 0) < match.score) found.set(id, match);
  };
  if (known.kind === 'resolved')
    add({
      entity: known.entity,
      alias: known.alias,
      score:
        sameLetters(known.alias, query.text) || wordings(query.text).some(({ text }) => sameLetters(text, known.alias))
          ? 1
          : SAME_KEY,
    });
  else if (known.kind === 'ambiguous') for (const match of known.candidates) add(match);
  const limit = query.limit ?? 10;
  for (const wording of wordings(query.text)) {
    const around = surroundings(asked(query, wording));
    for (const { layer, number, term, sureness, rank } of search(layers, wording.text, around).slice(0, limit)) {
      const entity = layer.entity(number);
      // What is at home and exists on the day comes first among names that fit alike.
      add({
        entity,
        alias: layer.spelling(number, term),
        score: Math.min(MISSPELT, sureness) - Math.max(0, 1e-4 * (3 - rank)),
      });
    }
  }
  if (known.kind === 'unknown') for (const match of ledGroups(layers, query)) add(match);
  return [...found.values()].sort((a, b) => b.score - a.score).slice(0, limit);
}

/** Words before and after a person's name that are no part of it. */
const TITLE =
  /^(?:(?:the|forces|fighters|militia|militias|troops|men|rebels|loyal|to|of|under|led|by|commander|leader|general|gen|colonel|col|major|lieutenant|captain|marshal|field|brigadier|sheikh|shaykh|mullah|mawlawi|maulana|emir|amir|president|warlord|comandante|mr|dr)\.?\s+)+/i;
const FOLLOWERS =
  /(?:['’]s?)?\s+(?:forces|fighters|militia|militias|militiamen|troops|men|rebels|faction|group|loyalists|supporters|army)$/i;

/** The name of a person in `forces loyal to Khalifa Haftar` or `General Haftar's troops`. */
export const personIn = (text: string): string =>
  text
    .trim()
    .replace(FOLLOWERS, '')
    .replace(/['’]s$/, '')
    .replace(TITLE, '') || text;

function ledGroups(layers: readonly Layer[], query: Query): Match[] {
  const texts = [...new Set([query.text.trim(), personIn(query.text)])];
  const groups: Match[] = [];
  for (const text of texts) {
    const around = surroundings({ ...query, text, kind: 'person' });
    for (const { layer, number, term, sureness } of search(layers, text, around).slice(0, PEOPLE)) {
      if (sureness < LEAST_LIKE) continue;
      const person = layer.entity(number);
      const alias = layer.spelling(number, term);
      (person.led ?? []).forEach((led, i) => {
        const entity = entityOf(layers, led.id);
        if (entity === undefined) return;
        const now = ledOn(led, query.day) ? 0 : 0.05;
        groups.push({ entity, alias, score: LED * sureness - now - 1e-3 * i, led });
      });
    }
  }
  return groups;
}

/** Whether somebody led a group on a day, as far as is known; true where no day is asked about. */
export const ledOn = ({ from, to }: Led, day: string | undefined): boolean =>
  day === undefined || ((from === '' || from <= day) && (to === '' || day <= to));

function entityOf(layers: readonly Layer[], id: string) {
  for (let i = layers.length - 1; i >= 0; i--) {
    const number = layers[i]!.find(id);
    if (number >= 0) return layers[i]!.entity(number);
  }
  return undefined;
}
