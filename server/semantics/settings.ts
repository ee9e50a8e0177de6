// What a team settles once for editor and command line: countries, severities of checks.
import { countryCode } from '../gazetteer/countries';
import { profiles } from '../syntax/vocabulary';
import type { Severity } from './finding';

/** How grave a check is; `off` leaves it out. */
export type Level = Severity | 'off';
export const levels: readonly Level[] = ['off', 'hint', 'info', 'warning', 'error'];

/** A codebook, whose rules a report can be held to. */
export type Profile = (typeof profiles)[number]['term'];

export interface Settings {
  /** ISO 3166-1 alpha-2; rank first in reports that name none. */
  readonly countries: readonly string[];
  /** Levels by code, where they are not a check's own. */
  readonly checks: ReadonlyMap<string, Level>;
  /** For reports that name none. */
  readonly profiles: readonly Profile[];
}

export const plainSettings: Settings = { countries: [], checks: new Map(), profiles: [] };

/** The name of the file at a workspace's root that holds them, in JSON. */
export const SETTINGS_FILE = '.qalam.json';

/** Settings as they were written, and a sentence for each thing that is none; what is not said is undefined. */
export interface WrittenSettings {
  readonly countries?: readonly string[];
  readonly checks?: ReadonlyMap<string, Level>;
  readonly profiles?: readonly Profile[];
  readonly problems: readonly string[];
}

/** Reads the text of a settings file. Never throws; a text that is no JSON object is one problem. */
export function parseSettings(text: string, codes: ReadonlySet<string>): WrittenSettings {
  try {
    return readSettings(JSON.parse(text.replace(/^\uFEFF/, '')), codes);
  } catch (error) {
    return { problems: [`it is no JSON (${error instanceof Error ? error.message : String(error)})`] };
  }
}

/** Reads settings as JSON has them: `{ "country": ["Syria"], "checks": { "place.abroad": "off" } }`. Other members are left to others. */
export function readSettings(written: unknown, codes: ReadonlySet<string>): WrittenSettings {
  if (!isRecord(written)) return { problems: ['it is no JSON object'] };
  const problems: string[] = [];
  const { country, checks, profile } = written;
  const read: { -readonly [Key in 'countries' | 'checks' | 'profiles']?: WrittenSettings[Key] } = {};
  if (Array.isArray(country)) {
    read.countries = country.flatMap(name => {
      const code = countryCode(String(name));
      if (!code) problems.push(`“${name}” is no country’s English name or ISO 3166-1 code`);
      return code ?? [];
    });
  } else if (country !== undefined) problems.push('“country” is no list');
  if (isRecord(checks)) {
    const all = new Map<string, Level>();
    for (const [code, level] of Object.entries(checks)) {
      if (!codes.has(code)) problems.push(`there is no check “${code}”`);
      else if (!isLevel(level)) problems.push(`“${code}” is one of ${levels.join(', ')}, not ${JSON.stringify(level)}`);
      else all.set(code, level);
    }
    read.checks = all;
  } else if (checks !== undefined) problems.push('“checks” is no object');
  if (profile !== undefined && profile !== '') {
    const words = [profile].flat();
    const wrong = words.filter(word => !isProfile(word));
    for (const word of wrong) problems.push(`there is no profile ${JSON.stringify(word)}`);
    read.profiles = words.filter(isProfile);
  }
  return { ...read, problems };
}

export const isProfile = (word: unknown): word is Profile => profiles.some(({ term }) => term === word);

export const isLevel = (level: unknown): level is Level => levels.some(one => one === level);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Settings over others: countries and profiles as a whole, levels one by one. */
export const over = (
  below: Settings,
  { countries, checks, profiles }: Omit<WrittenSettings, 'problems'>,
): Settings => ({
  countries: countries ?? below.countries,
  profiles: profiles ?? below.profiles,
  checks: checks ? new Map([...below.checks, ...checks]) : below.checks,
});
