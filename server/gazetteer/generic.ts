// Actors that a source leaves without a name (“gunmen”, “Civilians (Syria)”) and that must stay generic.
import { countryCode, countryName } from './countries';
import { countryOfDemonym } from './demonyms';
import { lightKey } from './fold';
import { arabicTerm } from './genericArabic';

export interface GenericActor {
  /** `Civilians (Syria)`. */
  readonly name: string;
  /** `generic:civilians:SY`. */
  readonly id: string;
  readonly kind: string;
  /** ISO 3166-1 alpha-2; undefined when the wording names none. */
  readonly country?: string;
}

const unidentified = 'unidentified armed group';
const fallback = 'Unidentified armed group';

/** By kind of actor: the generic terms, each with the words that sources use for it, in the plural. */
const wordings: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  [unidentified]: {
    [fallback]:
      'armed groups|gunmen|armed men|armed persons|armed individuals|armed elements|armed actors|armed civilians|armed youths|armed assailants|armed attackers|assailants|attackers|perpetrators|militants|fighters|combatants|insurgents|guerrillas|rebels|rebel fighters|rebel groups|rebel forces|opposition fighters|opposition forces|opposition groups|militias|militiamen|militia fighters|terrorists|terrorist groups|shooters|snipers|kidnappers|abductors|assassins|hitmen|bombers|suicide bombers|car bombers|actors|groups|persons|individuals|men|elements|parties|both sides',
    'Islamist militants':
      'islamists|islamist militants|islamist fighters|islamist rebels|islamist militias|islamist insurgents|islamist gunmen|islamic militants|islamic extremists|islamist extremists|jihadists|jihadis|jihadi fighters|jihadist fighters|jihadist militants|jihadi militants|jihadist rebels|extremists|extremist militants',
    Separatists: 'separatists|separatist fighters|separatist rebels|separatist militants|secessionists',
  },
  'pro-government militia': {
    'Pro-government militia':
      'pro government militias|pro government militiamen|pro government fighters|pro government forces|progovernment militias|popular committees',
    Vigilantes:
      'vigilantes|vigilante groups|vigilante militias|self defence groups|self defense groups|self defence militias|village defence forces|village guards',
  },
  'identity militia': {
    Tribesmen:
      'tribesmen|tribal fighters|tribal militias|tribal militiamen|tribal gunmen|tribal forces|clansmen|clan militias|clan fighters|clan militiamen|communal militias|ethnic militias',
    Herders: 'herders|herdsmen|pastoralists|pastoralist militias|cattle herders|nomads|cattle rustlers|cattle raiders',
  },
  'state forces': {
    'Unidentified military forces':
      'military forces|military|soldiers|troops|security forces|security personnel|military personnel|uniformed men|men in uniform|men in military uniform|men in military uniforms|men in army uniform|warplanes|aircraft|fighter jets|helicopters|drones|gunboats',
    'Mutinous soldiers':
      'mutinous soldiers|mutineers|mutinying soldiers|mutinous troops|rebel soldiers|renegade soldiers|coup plotters|putschists',
  },
  civilians: {
    Civilians:
      'civilians|civilian|residents|inhabitants|locals|locals residents|people|passers by|bystanders|citizens|families|family|motorists|worshippers|miners|traders|fishermen|workers|labourers|laborers|victims|patients|passengers|pilgrims|mourners|shoppers|drivers|merchants|sailors|merchant sailors|seafarers|crew members|priests|clerics|imams|monks|nuns|politicians|candidates|social leaders|community leaders|tribal leaders|tribal elders|village elders|human rights defenders|lawyers|tourists|hostages',
    Villagers: 'villagers|farmers|peasants|shepherds',
    Women: 'women|woman|girls',
    Children: 'children|child|boys|minors',
    'Displaced people':
      'displaced people|displaced persons|idps|internally displaced persons|internally displaced people|refugees|migrants|asylum seekers',
    Prisoners: 'prisoners|detainees|inmates',
    Students: 'students|pupils|schoolchildren|teachers|schoolgirls',
    Settlers: 'settlers',
    Journalists: 'journalists|reporters|media workers|media activists|correspondents',
    'Aid workers': 'aid workers|humanitarian workers|relief workers|un staff|un workers|ngo workers|ngo staff',
    'Health workers': 'health workers|medical workers|medics|doctors|nurses|paramedics|ambulance crews',
  },
  protesters: {
    Protesters: 'protesters|protestors|demonstrators|peaceful protesters|activists|marchers|strikers',
  },
  rioters: {
    Rioters: 'rioters|mobs|angry mobs|looters|crowds',
  },
  'criminal group': {
    Smugglers:
      'smugglers|traffickers|drug traffickers|drug smugglers|arms smugglers|human traffickers|people smugglers',
    Bandits:
      'bandits|robbers|highwaymen|brigands|thieves|criminals|criminal gangs|criminal groups|gangs|gangsters|gang members|armed gangs|armed bandits|armed robbers|poachers|cartel gunmen',
    Pirates: 'pirates',
  },
};
const terms = Object.entries(wordings).flatMap(([kind, names]) =>
  Object.entries(names).map(([name, words]) => ({ name, kind, words })),
);

/** Words before the term that name nobody either. */
const vague = new Set(
  'the a an some several many few dozens scores hundreds group groups number of unidentified unknown unnamed unspecified undisclosed masked hooded suspected alleged presumed local armed unarmed heavily foreign rival anti government young other'.split(
    ' ',
  ),
);
const unnamed = new Set(['unidentified', 'unknown', 'unnamed', 'unspecified']);

const byWords = new Map<string, readonly [name: string, kind: string]>();
for (const { name, kind, words } of terms) {
  for (const word of words.split('|')) {
    byWords.set(word, [name, kind]);
    for (const one of [word.replace(/men\b(?=$)/, 'man'), word.replace(/s$/, '')])
      if (!byWords.has(one)) byWords.set(one, [name, kind]);
  }
}
for (const { name, kind } of terms) byWords.set(lightKey(name), [name, kind]);

/**
 * The generic actor a phrase names, with the country it gives in brackets (`Gunmen (Mali)`), before the term (`Malian gunmen`) or after it
 * (`gunmen in Mali`); undefined when the phrase is no generic term.
 */
export function genericActor(text: string): GenericActor | undefined {
  const [, before, bracket] = /^\s*(.+?)\s*\(([^()]+)\)\s*$/s.exec(text) ?? [];
  const inBracket = bracket === undefined ? undefined : countryCode(bracket);
  if (bracket !== undefined && inBracket === undefined && !YEARS.test(bracket)) return;
  const read = readTerm(lightKey(before ?? text));
  if (!read) return;
  const { name, kind } = read;
  const country = inBracket ?? read.country;
  const slug = name.toLowerCase().replace(/ /g, '-');
  return country === undefined
    ? { name, id: `generic:${slug}`, kind }
    : { name: `${name} (${countryName(country)})`, id: `generic:${slug}:${country}`, kind, country };
}

/** Unarmed people, before whom the name of a people or a faith may stand: `Rohingya civilians`. */
const UNARMED = new Set(
  'civilians residents inhabitants villagers farmers peasants women children girls boys refugees students pupils worshippers families pilgrims'.split(
    ' ',
  ),
);

/** Nobody in particular of a people that may be unknown; undefined when the words end in anyone else, or name more. */
function ofAPeople(words: readonly string[], country: string | undefined) {
  const last = words.at(-1)!;
  const found = words.length <= 3 && words.length > 1 && UNARMED.has(last) ? byWords.get(last) : undefined;
  return found && withCountry(...found, country);
}

/** A government’s years. */
const YEARS = /^\s*\d{4}\s*[-–—]\s*(?:\d{4})?\s*$/;

/** A name that a generic term begins with may end with the country: `gunmen in Mali`, `Mutiny of Military Forces of Mali`. */
const AFTER = /^(.+?) (?:in|of|from) (?:the )?(.+)$/;
const MUTINY =
  /^mutiny (?:of|in) (?:the )?(?:military|armed|army|police|security)?(?: ?forces)?(?: (?:of|in) (?:the )?(.+))?$/;

function readTerm(key: string): { name: string; kind: string; country?: string } | undefined {
  const mutiny = MUTINY.exec(key);
  if (mutiny)
    return withCountry(
      'Mutinous soldiers',
      'state forces',
      mutiny[1] === undefined ? undefined : countryCode(mutiny[1]),
    );
  const whole = plainTerm(key);
  if (whole) return whole;
  const [, term, place] = AFTER.exec(key) ?? [];
  const country = place === undefined ? undefined : countryCode(place);
  const found = country === undefined ? undefined : plainTerm(term!);
  return found && { ...found, country: country! };
}

const withCountry = (name: string, kind: string, country: string | undefined) => ({
  name,
  kind,
  ...(country !== undefined && { country }),
});

const SOLDIERS = 'Unidentified military forces';

/** Most words of a country's adjective. */
const LONGEST = 3;

function plainTerm(key: string): { name: string; kind: string; country?: string } | undefined {
  const arabic = arabicTerm(key);
  if (arabic) {
    const isArmys = arabic.name === SOLDIERS && !arabic.nobody;
    return isArmys ? undefined : withCountry(...byWords.get(lightKey(arabic.name))!, undefined);
  }
  const words = key.split(' ');
  let nobody = false;
  let country: string | undefined;
  for (let i = 0; i <= words.length; i++) {
    const term = byWords.get(words.slice(i).join(' '));
    if (term) {
      const [name, kind] = term;
      // Soldiers of a country are its army's; only when nobody knows whose they are, they stay nobody's.
      if (name === SOLDIERS && !nobody && key !== lightKey(SOLDIERS)) return;
      if (GROUPS_ONLY.has(words.slice(i).join(' ')) && !nobody) return;
      return withCountry(name, kind, country);
    }
    if (i === words.length) break;
    const word = words[i]!;
    nobody ||= unnamed.has(word);
    if (vague.has(word) || /^\d+$/.test(word)) continue;
    const size = [1, 2, LONGEST].find(n => countryOfDemonym(words.slice(i, i + n).join(' ')) !== undefined);
    if (size === undefined || country !== undefined) return ofAPeople(words.slice(i), country);
    country = countryOfDemonym(words.slice(i, i + size).join(' '));
    i += size - 1;
  }
  return nobody ? withCountry(fallback, unidentified, country) : undefined;
}

/** Words too general to stand for anybody unless the source says that nobody knows who it was. */
const GROUPS_ONLY = new Set(
  'actors actor groups group persons person individuals individual men man elements element parties party both sides'.split(
    ' ',
  ),
);

/** Generic terms, for completion. */
export const genericActors = (): { name: string; kind: string }[] => terms.map(({ name, kind }) => ({ name, kind }));
