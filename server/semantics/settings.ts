// What a team settles once for editor and command line: countries, severities of checks, codebooks.
import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { countryCode, countryNames } from '../gazetteer/countries';
import { profiles } from '../syntax/vocabulary';
import { nearestWords } from '../syntax/within';
import { type Span, span } from '../text/span';
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

/** What such a file may say, by member. Completion in editors, the reference and what is read follow it. */
export const settingsMembers = {
  $schema: 'The schema of this file, for editors that do not know Qalam.',
  country:
    'Countries of reports that name none, as English names or ISO 3166-1 codes. Their places and groups rank first.',
  profile: 'Codebooks whose rules the checks hold reports to that name none.',
  checks: 'How grave each check is.',
} as const;

type Member = keyof typeof settingsMembers;
const isMember = (word: string): word is Member => Object.hasOwn(settingsMembers, word);

/** Something in a settings file that counts for nothing. Spans count from the start of the file. */
export interface SettingsProblem {
  readonly span: Span;
  readonly code: 'settings.json' | 'settings.unknown';
  readonly message: string;
  /** What may have been meant, as it would stand in place of the span, best first. */
  readonly meant?: readonly Meant[];
}

export interface Meant {
  readonly word: string;
  readonly json: string;
}

/** Settings as they were written, and what of them cannot be used; what is not said is undefined. */
export interface WrittenSettings {
  readonly countries?: readonly string[];
  readonly checks?: ReadonlyMap<string, Level>;
  readonly profiles?: readonly Profile[];
  readonly problems: readonly SettingsProblem[];
}

/** What the first fault of a JSON text is, by the name that jsonc-parser gives it. */
const faults: Readonly<Record<string, string>> = {
  PropertyNameExpected: 'A name in double quotes is missing here.',
  ValueExpected: 'A value is missing here.',
  ColonExpected: 'A colon is missing here.',
  CommaExpected: 'A comma is missing here.',
  CloseBraceExpected: 'A closing brace is missing here.',
  CloseBracketExpected: 'A closing bracket is missing here.',
  EndOfFileExpected: 'Nothing may stand behind the last brace.',
  InvalidCommentToken: 'JSON has no comments.',
  UnexpectedEndOfString: 'A closing double quote is missing here.',
};

/** Reads the text of a settings file: `{ "country": ["Syria"], "checks": { "place.abroad": "off" } }`. Never throws; what can be read counts. */
export function parseSettings(text: string, codes: ReadonlySet<string>): WrittenSettings {
  const errors: ParseError[] = [];
  // A mark of the encoding is none of the text, and a space in its place keeps offsets true.
  const root = parseTree(text.replace(/^\uFEFF/, ' '), errors, { disallowComments: true, allowEmptyContent: false });
  const problems: SettingsProblem[] = errors.slice(0, 1).map(({ error, offset, length }) => ({
    span: span(Math.min(offset, text.length), Math.min(offset + length, text.length)),
    code: 'settings.json',
    message: faults[printParseErrorCode(error)] ?? 'This is no JSON.',
  }));
  const say: Say = (node, message, meant = []) => {
    const ask = meant[0] && ` Did you mean “${meant[0].word}”?`;
    problems.push({
      span: spanOf(node),
      code: 'settings.unknown',
      message: message + (ask ?? ''),
      ...(meant.length && { meant }),
    });
  };
  if (root?.type !== 'object') {
    if (root && !errors.length) say(root, 'Settings are an object: `{ "country": ["Syria"] }`.');
    return { problems };
  }
  const read: { -readonly [Key in 'countries' | 'checks' | 'profiles']?: WrittenSettings[Key] | undefined } = {};
  for (const [key, name, value] of membersOf(root)) {
    if (!isMember(name)) say(key, `There is no setting “${name}”.`, near(name, Object.keys(settingsMembers)));
    else if (value && name === 'country') read.countries = countriesIn(value, say);
    else if (value && name === 'profile') read.profiles = profilesIn(value, say);
    else if (value && name === 'checks') read.checks = checksIn(value, codes, say);
  }
  const { countries, checks, profiles: chosen } = read;
  return {
    ...(countries && { countries }),
    ...(checks && { checks }),
    ...(chosen && { profiles: chosen }),
    problems,
  };
}

type Say = (node: Node, message: string, meant?: readonly Meant[]) => void;

const spanOf = ({ offset, length }: Node): Span => span(offset, offset + length);

/** The members of an object: name, and the value where there is one. */
const membersOf = ({ children = [] }: Node): (readonly [Node, string, Node | undefined])[] =>
  children.flatMap(({ children: [key, value] = [] }) => (key ? [[key, String(key.value), value] as const] : []));

/** What else a word may have been meant to be; none where nothing is near. */
const near = (word: unknown, words: Iterable<string>): Meant[] =>
  typeof word === 'string' ? nearestWords(word, words).map(one => ({ word: one, json: JSON.stringify(one) })) : [];

/** The words of a list, or of a value that stands alone where one may. */
const itemsOf = (value: Node): readonly Node[] => (value.type === 'array' ? (value.children ?? []) : [value]);

function countriesIn(value: Node, say: Say): readonly string[] | undefined {
  if (value.type !== 'array') {
    const meant = asList(value);
    say(value, meant.length ? '“country” is a list.' : '“country” is a list: `["Syria"]`.', meant);
    return;
  }
  return itemsOf(value).flatMap(item => {
    const code = typeof item.value === 'string' ? countryCode(item.value) : undefined;
    if (!code)
      say(
        item,
        `${JSON.stringify(item.value)} is no country’s English name or ISO 3166-1 code.`,
        near(item.value, countryNames()),
      );
    return code ?? [];
  });
}

/** The list that a country by itself was meant to be. */
const asList = ({ value }: Node): Meant[] =>
  typeof value === 'string' && countryCode(value)
    ? [{ word: `[${JSON.stringify(value)}]`, json: `[${JSON.stringify(value)}]` }]
    : [];

function profilesIn(value: Node, say: Say): readonly Profile[] | undefined {
  if (value.value === '') return;
  const terms = profiles.map(({ term }) => term);
  return itemsOf(value).flatMap(item => {
    const word: unknown = item.value;
    if (isProfile(word)) return word;
    say(item, `There is no profile ${JSON.stringify(word)}.`, near(word, terms));
    return [];
  });
}

function checksIn(value: Node, codes: ReadonlySet<string>, say: Say): ReadonlyMap<string, Level> | undefined {
  if (value.type !== 'object') {
    say(value, '“checks” is an object: `{ "place.abroad": "off" }`.');
    return;
  }
  const all = new Map<string, Level>();
  for (const [key, code, level] of membersOf(value)) {
    const word: unknown = level?.value;
    if (!codes.has(code)) say(key, `There is no check “${code}”.`, near(code, codes));
    else if (isLevel(word)) all.set(code, word);
    else if (level) say(level, `“${code}” is one of ${levels.join(', ')}.`, near(word, levels));
  }
  return all;
}

export const isProfile = (word: unknown): word is Profile => profiles.some(({ term }) => term === word);

export const isLevel = (level: unknown): level is Level => levels.some(one => one === level);

/** Settings over others: countries and profiles as a whole, levels one by one. */
export const over = (
  below: Settings,
  { countries, checks, profiles }: Omit<WrittenSettings, 'problems'>,
): Settings => ({
  countries: countries ?? below.countries,
  profiles: profiles ?? below.profiles,
  checks: checks ? new Map([...below.checks, ...checks]) : below.checks,
});
