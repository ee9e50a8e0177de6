// The TextMate grammar that colours a report before the server is up, made from the vocabulary.
import { blockKinds, blockSpec, countWords, type ValueKind } from '../server/syntax/vocabulary';

interface Rule {
  readonly match?: string;
  readonly begin?: string;
  readonly while?: string;
  readonly end?: string;
  readonly name?: string;
  readonly include?: string;
  readonly captures?: Captures;
  readonly beginCaptures?: Captures;
  readonly patterns?: readonly Rule[];
}
type Captures = Readonly<Record<string, { readonly name: string }>>;

const rule = (match: string, name: string): Rule => ({ match, name: `${name}.qalam` });
const words = (list: readonly string[]): string =>
  [...list]
    .sort((a, b) => b.length - a.length)
    .map(word => word.replace(/ /g, '[ \\t]+'))
    .join('|');
const wholeWord = (text: string): string => `(?i)(?<![\\p{L}\\p{M}-])(?:${text})(?![\\p{L}\\p{M}-])`;

const comment = rule('(?:^|(?<=\\s))#.*$', 'comment.line.number-sign');

/** A name of several words is one token: VS Code shows each token on its own, and Arabic words would change places. */
const nameUpTo = (stop?: string): Rule => {
  const next = stop === undefined ? '' : `(?!(?i:${stop})(?![\\p{L}\\p{M}-]))`;
  return rule(
    `[^\\s#,،;()\\[\\]"±][^\\s,،;()\\[\\]±]*(?:[ \\t]+${next}[^\\s#,،;()\\[\\]"±][^\\s,،;()\\[\\]±]*)*`,
    'string.unquoted',
  );
};
const quotedName = rule('"[^"]*"', 'string.quoted.double');
const line = '[^\\s#](?:[^#]|(?<=\\S)#)*';
const id: Rule = {
  match: '\\[([A-Za-z]+)(:)([^\\]\\s]+)\\]',
  captures: { 1: { name: 'entity.other.attribute-name.qalam' }, 3: { name: 'constant.other.id.qalam' } },
};
const date = rule('\\[|\\]|\\{|\\}|\\.\\.|/|,|[?~%]?-?[0-9X][0-9X-]*[?~%]?(?:T[0-9:Z+-]+)?', 'constant.numeric.date');
const interval: Rule = { match: '\\(([0-9X~?%/.-]+)\\)', captures: { 1: { name: 'constant.numeric.date.qalam' } } };

const bearing = '(?:(?:north|south|east|west)[-a-z]*|[NSEW]{1,3})';
const unit = 'kilomet(?:re|er)s?|km|miles?|mi|met(?:re|er)s?|m';
/** In degrees, minutes and seconds, with the letter of the hemisphere on either side. */
const angle = (letters: string): string => {
  const figures = `\\d+(?:\\.\\d+)?[ \\t]*[°º](?:[ \\t]*[\\d.]+[ \\t]*[′\u0027’″”"]{1,2}){0,2}`;
  return `(?:${figures}[ \\t]*[${letters}]|[${letters}][ \\t]*${figures})`;
};
const degrees = '[-+−]?\\d+(?:\\.\\d+)?°?';
const place: readonly Rule[] = [
  id,
  rule(`${angle('NSns')}[ \\t]*,?[ \\t]*${angle('EWew')}`, 'constant.numeric.coordinates'),
  rule(`${degrees}[ \\t]*[NSns]?[ \\t]*,[ \\t]*${degrees}(?:[ \\t]*[EWew]\\b)?`, 'constant.numeric.coordinates'),
  {
    match: `(?i)(?:±[ \\t]*)?(?<![\\p{L}\\d])(\\d+(?:\\.\\d+)?)[ \\t]*(${unit})(?!\\p{L})(?:[ \\t]+(${bearing})(?=[ \\t]+of\\b))?`,
    captures: {
      1: { name: 'constant.numeric.qalam' },
      2: { name: 'keyword.other.unit.qalam' },
      3: { name: 'keyword.operator.word.qalam' },
    },
  },
  rule(`(?i)(?<!\\p{L})${bearing}(?=[ \\t]+of\\b)`, 'keyword.operator.word'),
  rule(
    wholeWord(
      words([
        'near',
        'close to',
        'overlooking',
        'next to',
        'within',
        'outside',
        'around',
        'opposite',
        'off',
        'to the',
        'on the',
        'outskirts of',
        'vicinity of',
        'surroundings of',
        'countryside of',
        'between',
        'along',
        'in',
        'at',
        'and',
        'of',
        'from',
        'about',
      ]),
    ),
    'keyword.operator.word',
  ),
  quotedName,
  nameUpTo('and'),
];
const actor: readonly Rule[] = [
  id,
  {
    match: '(?i)(?<=\\s)(as)[ \\t]+(\\p{L}[\\p{L} -]*?)[ \\t]*(?=$|[ \\t]#)',
    captures: { 1: { name: 'keyword.operator.word.qalam' }, 2: { name: 'storage.modifier.role.qalam' } },
  },
  quotedName,
  nameUpTo('as'),
];
const count: readonly Rule[] = [
  rule(
    wholeWord(
      `${words([
        ...Object.keys(countWords),
        'at least',
        'at most',
        'no fewer than',
        'fewer than',
        'less than',
        'more than',
        'over',
        'according to',
      ])}|up[ \\t]+to|about|around|nearly|almost|best|to`,
    ),
    'keyword.operator.word',
  ),
  rule(
    '(?:[~≥≤<>][ \\t]*)?\\d(?:[\\d,]*\\d)?(?:[ \\t]*(?:\\.\\.|–|-)[ \\t]*\\d(?:[\\d,]*\\d)?)?\\+?',
    'constant.numeric',
  ),
  nameUpTo('according'),
];
const names: readonly Rule[] = [id, interval, quotedName, nameUpTo()];
const term: readonly Rule[] = [rule(line, 'support.type')];
const prose: readonly Rule[] = [rule(line, 'meta.prose')];

/** How each kind of value is coloured. */
const values: Readonly<Record<ValueKind, readonly Rule[]>> = {
  line: prose,
  text: prose,
  names,
  countries: names,
  language: term,
  date: [date],
  time: [date],
  place,
  actor,
  count,
  source: names,
  event: names,
  events: names,
  url: [rule('\\S+', 'markup.underline.link')],
  term,
  privacy: names,
  id: [rule('\\S+', 'constant.other.id')],
};

/** A field and the lines, indented deeper than it, that go on with its value. */
const field = (keys: string, value: readonly Rule[]): Rule => ({
  begin: `^([ \\t]+)(${keys})[ \\t]*(:)(?=\\s|$)`,
  beginCaptures: {
    2: { name: 'variable.other.property.qalam' },
    3: { name: 'punctuation.separator.key-value.qalam' },
  },
  while: '^(?=\\1[ \\t])|^(?=[ \\t]*$)',
  patterns: [comment, ...value],
});

/** The keys of all blocks whose value is coloured in one way; a key with two kinds of value goes with the first. */
function keysByColour(): Map<readonly Rule[], string[]> {
  const seen = new Set<string>();
  const groups = new Map<readonly Rule[], string[]>();
  for (const { key, value } of blockKinds.flatMap(kind => blockSpec(kind).fields)) {
    if (seen.has(key)) continue;
    seen.add(key);
    groups.set(values[value], [...(groups.get(values[value]) ?? []), key]);
  }
  return groups;
}

export function colours(): object {
  const block: Rule = {
    begin: `^\\uFEFF?(${words(blockKinds)})(?=\\s|$)`,
    beginCaptures: { 1: { name: 'keyword.control.block.qalam' } },
    end: '$',
    patterns: [comment, rule('"[^"]*"?', 'entity.name.function'), rule(line, 'entity.name.function')],
  };
  const known = [...keysByColour()].map(([value, keys]) => field(words(keys), value));
  const other = field('[A-Za-z][A-Za-z-]*(?: [A-Za-z-]+)*', names);
  return { name: 'Qalam', scopeName: 'source.qalam', patterns: [comment, block, ...known, other] };
}
