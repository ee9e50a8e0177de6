// Which country a word names, as ISO 3166-1 alpha-2, and how a code is called.
import english from 'i18n-iso-countries/langs/en.json';
import { lightKey } from './fold';

/** Everyday names where the list's first name is a formal one, and names the list lacks. The first is how we call the country. */
const everyday: Readonly<Record<string, readonly string[]>> = {
  SY: ['Syria'],
  RU: ['Russia'],
  IR: ['Iran'],
  TR: ['Turkey'],
  PS: ['Palestine', 'Palestinian Territories', 'West Bank', 'Gaza'],
  CD: ['DR Congo', 'DRC', 'Democratic Republic of Congo', 'Congo-Kinshasa'],
  CG: ['Congo-Brazzaville', 'Republic of Congo', 'Congo'],
  CI: ['Ivory Coast'],
  US: ['United States', 'USA'],
  GB: ['United Kingdom', 'UK'],
  LA: ['Laos'],
  MD: ['Moldova'],
  MK: ['North Macedonia', 'Macedonia'],
  TZ: ['Tanzania'],
  GM: ['Gambia'],
  MM: ['Myanmar', 'Burma'],
  CZ: ['Czechia', 'Czech Republic'],
  TL: ['Timor-Leste', 'East Timor'],
  SZ: ['Eswatini', 'Swaziland'],
  CV: ['Cape Verde', 'Cabo Verde'],
  BN: ['Brunei'],
  VA: ['Vatican'],
  BA: ['Bosnia and Herzegovina', 'Bosnia'],
  KR: ['South Korea'],
  KP: ['North Korea'],
  BO: ['Bolivia'],
  VE: ['Venezuela'],
  XK: ['Kosovo'],
  VN: ['Vietnam'],
  CN: ['China'],
  FM: ['Micronesia'],
};

const nameOf = new Map<string, string>();
const codeOf = new Map<string, string>();
for (const [code, names] of Object.entries(english.countries as Record<string, string | string[]>)) {
  const all = [...(everyday[code] ?? []), ...[names].flat()];
  nameOf.set(code, all[0]!);
  for (const name of all)
    if (!codeOf.has(lightKey(name)) || everyday[code]?.includes(name)) codeOf.set(lightKey(name), code);
}

/** The code of a country given by English name or by code; undefined when it is none. */
export const countryCode = (text: string): string | undefined =>
  /^[A-Z]{2}$/.test(text) && nameOf.has(text) ? text : codeOf.get(lightKey(text));

/** The everyday English name; the code itself when it is not assigned. */
export const countryName = (code: string): string => nameOf.get(code) ?? code;

/** Every name of each country by its code, the everyday one first. */
export const countryNamesByCode = (): ReadonlyMap<string, readonly string[]> => {
  const names = new Map([...nameOf].map(([code, name]) => [code, [name]]));
  for (const [code, own] of names)
    own.push(...[english.countries[code as keyof typeof english.countries] ?? []].flat(), ...(everyday[code] ?? []));
  return new Map([...names].map(([code, own]) => [code, [...new Set(own)]]));
};

/** Every country's everyday name. */
export const countryNames = (): string[] => [...nameOf.values()].sort((a, b) => a.localeCompare(b, 'en'));
