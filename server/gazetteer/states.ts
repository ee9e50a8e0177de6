// The governments, armies and police of every state: what our own entries lack, and for those, the names that codebooks and reporters use.

import { countryName, countryNamesByCode } from './countries';
import { demonyms, states } from './demonyms';
import type { Entity } from './entity';
import { groupKey } from './groupKey';

/** A force that every state has, or those of `where` alone. In names, X is the country and D what belongs to it. */
interface Force {
  readonly name: string;
  readonly kind: string;
  readonly also: readonly string[];
  readonly where?: ReadonlySet<string>;
  readonly except?: ReadonlySet<string>;
}

const codes = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const LANDLOCKED = codes(
  'AD AF AM AT BF BI BO BT BW BY CF CH CZ ET HU KG KZ LA LI LS LU MD MK ML MN MW NE NP PY RS RW SK SM SS SZ TD TJ TM UG UZ XK ZM ZW',
);

/** States that have a gendarmerie, under that name. */
const GENDARMERIE = codes(
  'AR BF BI BJ CD CF CG CI CL CM DJ DZ ES FR GA GN IT JO KM LU MA MC MG ML MR NE NL PT RO RS SN TD TG TN TR',
);

/** States without an army. */
const UNARMED = codes('AD CR IS LI MC MH PA SM VA VU');

const forces: readonly Force[] = [
  {
    name: 'Government of X',
    kind: 'government',
    also: ['X government', 'D government', 'D authorities', 'Authorities of X', 'D regime', 'State of X'],
  },
  {
    name: 'Armed Forces of X',
    kind: 'state forces',
    also: [
      'Military Forces of X',
      'Military of X',
      'X Armed Forces',
      'D Armed Forces',
      'X army',
      'D army',
      'Army of X',
      'X military',
      'D military',
      'D military forces',
      'D forces',
      'D troops',
      'D soldiers',
      'D government forces',
      'Government forces of X',
      'D ground forces',
      'D government troops',
      'X forces',
      'X troops',
    ],
    except: UNARMED,
  },
  {
    name: 'Air Force of X',
    kind: 'state forces',
    also: ['X Air Force', 'D Air Force', 'D warplanes', 'D military aircraft', 'D airforce'],
    except: UNARMED,
  },
  {
    name: 'Navy of X',
    kind: 'state forces',
    also: ['X Navy', 'D Navy', 'D naval forces', 'D marines'],
    except: new Set([...LANDLOCKED, ...UNARMED]),
  },
  {
    name: 'Police of X',
    kind: 'police',
    also: [
      'Police Forces of X',
      'X Police',
      'D police',
      'D police forces',
      'D National Police',
      'X National Police',
      'National Police of X',
      'D policemen',
    ],
  },
  {
    name: 'Gendarmerie of X',
    kind: 'police',
    also: ['X Gendarmerie', 'D Gendarmerie', 'National Gendarmerie of X', 'D National Gendarmerie', 'D gendarmes'],
    where: GENDARMERIE,
  },
  {
    name: 'Border Guard of X',
    kind: 'state forces',
    also: [
      'X Border Guard',
      'D Border Guard',
      'D border guards',
      'D border police',
      'D border forces',
      'X border force',
      'Border Guards of X',
    ],
  },
  {
    name: 'Coast Guard of X',
    kind: 'state forces',
    also: ['X Coast Guard', 'D Coast Guard', 'D coastguard'],
    except: LANDLOCKED,
  },
];

/** What a government is called in UCDP's data where that is more than the country's name, by ISO 3166-1 alpha-2. */
const UCDP: Readonly<Record<string, string>> = {
  BA: 'Bosnia-Herzegovina',
  BF: 'Burkina Faso',
  CD: 'DR Congo (Zaire)',
  CG: 'Congo',
  KH: 'Cambodia (Kampuchea)',
  LK: 'Sri Lanka',
  MG: 'Madagascar (Malagasy)',
  MK: 'Macedonia, FYR',
  MM: 'Myanmar (Burma)',
  RS: 'Serbia (Yugoslavia)',
  RU: 'Russia (Soviet Union)',
  US: 'United States of America',
  VN: 'Vietnam (North Vietnam)',
  YE: 'Yemen (North Yemen)',
  ZW: 'Zimbabwe (Rhodesia)',
};

const OFFICIAL = new Set(['government', 'state forces', 'police']);

/**
 * The entries with those of all states, or of some `countries`: where one of ours is the force (one of its names is among the usual ones) it takes the names that
 * no entry has yet; where none is, the force becomes an entry. Their order stays, and new entries follow.
 */
export function withStates(entries: readonly Entity[], countries: readonly string[] = states): Entity[] {
  const all = [...entries];
  const owners = ownersOf(entries);
  for (const code of countries) {
    for (const force of forces) {
      if (force.except?.has(code) || (force.where !== undefined && !force.where.has(code))) continue;
      const names = namesOf(force, code);
      const free = names.filter(name => !owners.has(groupKey(name)));
      const at = holderOf(names, code, owners, all);
      if (at === undefined) {
        if (!free.includes(names[0]!)) continue;
        owners.set(groupKey(names[0]!), [all.length]);
        for (const name of free) owners.set(groupKey(name), [all.length]);
        all.push(entityOf(force, code, free));
      } else {
        const entity = all[at]!;
        for (const name of free) owners.set(groupKey(name), [at]);
        all[at] = { ...entity, aliases: [...entity.aliases, ...free.map(text => ({ text }))] };
      }
    }
  }
  return all;
}

/** Which entries have a name of each group key, by their place in the list. */
function ownersOf(entries: readonly Entity[]): Map<string, number[]> {
  const owners = new Map<string, number[]>();
  entries.forEach((entry, at) => {
    if (entry.kind !== 'actor') return;
    for (const name of [entry.name, ...entry.aliases.map(({ text }) => text)]) {
      const key = groupKey(name);
      const known = owners.get(key);
      if (known === undefined) owners.set(key, [at]);
      else if (known.at(-1) !== at) known.push(at);
    }
  });
  return owners;
}

/** The official entry at home in the country that has most of the names; of equals the one that is there last. */
function holderOf(
  names: readonly string[],
  code: string,
  owners: ReadonlyMap<string, readonly number[]>,
  entries: readonly Entity[],
): number | undefined {
  const counts = new Map<number, number>();
  for (const name of names) {
    for (const at of owners.get(groupKey(name)) ?? []) {
      const { type, countries } = entries[at]!;
      if (OFFICIAL.has(type) && countries[0] === code) counts.set(at, (counts.get(at) ?? 0) + 1);
    }
  }
  return [...counts].sort(([a, one], [b, other]) => other - one || b - a)[0]?.[0];
}

/** The names of a force, its first name first, each once. */
function namesOf({ name, also }: Force, code: string): string[] {
  const countries = [countryName(code), ...(countryNamesByCode().get(code) ?? [])];
  const adjectives = demonyms(code);
  const fill = (pattern: string): string[] =>
    pattern.includes('X')
      ? countries.map(country => pattern.replace('X', country))
      : adjectives.map(adjective => pattern.replace('D', adjective));
  const ucdp = name === 'Government of X' && UCDP[code] !== undefined ? [`Government of ${UCDP[code]}`] : [];
  const seen = new Set<string>();
  return [name, ...also]
    .flatMap(fill)
    .concat(ucdp)
    .filter(text => !seen.has(groupKey(text)) && seen.add(groupKey(text)));
}

const slug = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');

const entityOf = ({ kind }: Force, code: string, [name, ...others]: readonly string[]): Entity => ({
  id: `qalam:${slug(name!)}`,
  kind: 'actor',
  origin: 'qalam',
  name: name!,
  aliases: others.map(text => ({ text })),
  type: kind,
  countries: [code],
  division: '',
  uncertaintyKm: 0,
  population: 0,
  note: '',
});
