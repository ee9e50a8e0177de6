// Actors that a source leaves without a name (“gunmen”, “Civilians (Syria)”) and that must stay generic.
import { countryCode, countryName } from '../gazetteer/countries';

interface GenericActor {
  /** `Civilians (Syria)`. */
  readonly name: string;
  /** `generic:civilians:SY`. */
  readonly id: string;
  readonly kind: string;
}

const unidentified = 'unidentified armed group';

/** The generic term, its kind of actor, and the words sources use for it. */
const terms: readonly (readonly [name: string, kind: string, words: string])[] = [
  [
    'Unidentified armed group',
    unidentified,
    'unidentified armed group|unidentified armed groups|unknown armed group|unidentified gunmen|unknown gunmen|gunmen|gunman|armed men|unknown armed men|unidentified armed men|armed group|armed groups|militants|fighters|insurgents|armed insurgents|rebels|rebel fighters|unidentified rebels|unknown',
  ],
  [
    'Civilians',
    'civilians',
    'civilians|civilian|residents|villagers|people|women|children|displaced people|refugees|farmers|prisoners|detainees',
  ],
  ['Journalists', 'civilians', 'journalists|journalist|media workers'],
  ['Aid workers', 'civilians', 'aid workers|health workers|medical workers|humanitarian workers|un staff'],
  ['Protesters', 'protesters', 'protesters|demonstrators|protestors'],
  ['Rioters', 'rioters', 'rioters|mob'],
  ['Smugglers', 'criminal group', 'smugglers|bandits|criminals|unidentified criminals'],
];

const byWord = new Map(
  terms.flatMap(([name, kind, words]) => words.split('|').map(word => [word, { name, kind }] as const)),
);

/** The generic actor a phrase names, with the country in brackets if it gives one; undefined when the phrase is no generic term. */
export function genericActor(text: string): GenericActor | undefined {
  const match = /^(?:the |some )?(.+?)(?: ?\(([^()]+)\))?$/i.exec(text.trim());
  const term = byWord.get(match?.[1]?.toLowerCase().replace(/\s+/g, ' ') ?? '');
  if (!term) return;
  const code = match![2] && countryCode(match![2]);
  if (match![2] && !code) return;
  const slug = term.name.toLowerCase().replace(/ /g, '-');
  return code
    ? { name: `${term.name} (${countryName(code)})`, id: `generic:${slug}:${code}`, kind: term.kind }
    : { name: term.name, id: `generic:${slug}`, kind: term.kind };
}

/** Generic terms, for completion. */
export const genericActors = (): { name: string; kind: string }[] => terms.map(([name, kind]) => ({ name, kind }));
