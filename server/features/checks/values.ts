// Values that cannot be read, and words that are not in their list.
import { countryCode, countryNames } from '../../gazetteer/countries';
import type { Fix } from '../../semantics/finding';
import { isGrade } from '../../semantics/grades';
import { hideable } from '../../semantics/privacy';
import { valueOfField } from '../../semantics/values';
import type { Named } from '../../syntax/tree';
import { fieldSpec, isBlockKind, termLists } from '../../syntax/vocabulary';
import { nearestWords } from '../../syntax/within';
import { replace } from '../../text/edit';
import { type Span, shift } from '../../text/span';
import { orList, type Problem, type Rule, type Subject } from './rule';

export const unreadable: Rule = {
  code: 'value.unreadable',
  severity: 'error',
  means: 'A value is not written in a form that its field takes.',
  why: 'A value that cannot be read is exported as words alone.',
  example: 'event hill-taken\n  killed: a lot',
  instead:
    'Write it in one of the forms of its kind of value. For a figure in words, take one of the words for figures, such as `many`, and keep the source’s words in `note`.',
  *check({ reading }) {
    for (const { field, value } of reading.fields) {
      if (value.kind === 'unreadable') yield { span: shift(value.at, field.valueSpan.start), message: value.message };
    }
  },
};

/** Lists as short as this are shown whole. */
const SHORT_LIST = 6;

/** A word that is not in its list, with the nearest ones that are. */
function unlisted(word: string, span: Span, one: string, words: readonly string[]): Problem {
  const cased = words.filter(text => text.toLowerCase() === word.toLowerCase());
  const near = cased.length ? cased : words.length <= SHORT_LIST ? words : nearestWords(word, words);
  return {
    span,
    message: `“${word}” is no ${one}.${near === words ? ` Write ${orList(near)}.` : near.length ? ` Did you mean ${orList(near)}?` : ''}`,
    fixes: () =>
      near.map(text => ({
        title: `Change to “${text}”`,
        edits: [replace(span, text)],
        ...(near.length === 1 && { preferred: true as const }),
      })),
  };
}

export const term: Rule = {
  code: 'term.unknown',
  severity: 'error',
  means: 'A word is not in the list that its field takes: event types, roles, kinds, grades.',
  why: 'Lists of terms are what makes events of several authors comparable.',
  example: 'event hill-taken\n  type: Armed clashes',
  instead: 'Take a term of the list as the list has it: `Armed clash`.',
  *check({ block, reading, scope }) {
    for (const { field, value } of reading.fields) {
      const spec = fieldSpec(block.kind, field.key.text);
      if (value.kind === 'text' && spec?.terms) {
        const list = termLists[spec.terms as keyof typeof termLists];
        if (list.terms.some(({ term }) => term === value.text)) continue;
        const own = block.kind === 'event' && spec.terms === 'event type' ? scope.definitions.types : new Map();
        if (own.has(value.text)) continue;
        const words = [...list.terms.map(({ term }) => term as string), ...own.keys()];
        yield unlisted(value.text, field.valueSpan, list.one, words);
      }
      if (value.kind === 'names' && spec?.value === 'privacy' && isBlockKind(block.kind)) {
        const words = value.names.length > 1 ? hideable(block.kind) : ['yes', 'no', ...hideable(block.kind)];
        for (const { name } of value.names) {
          if (!words.includes(name.text))
            yield unlisted(name.text, shift(name.span, field.valueSpan.start), 'field that can be private', words);
        }
      }
      if (value.kind === 'source' && value.source.grade && !isGrade(value.source.grade)) {
        const { text, span } = value.source.grade;
        yield {
          span: shift(span, field.valueSpan.start),
          message: `“${text}” is no grade. Write a letter from A to F and a digit from 1 to 6, \`C3\`, or the digit alone.`,
          fixes: () => gradeFixes(text, shift(span, field.valueSpan.start)),
        };
      }
      if (value.kind === 'actor' && value.actor.role && !isRole(value.actor.role)) {
        yield unlisted(
          value.actor.role.text,
          shift(value.actor.role.span, field.valueSpan.start),
          'role',
          termLists.role.terms.map(({ term }) => term),
        );
      }
    }
  },
};
/** The letter in its own case, if that makes it a grade. */
function gradeFixes(text: string, at: Span): Fix[] {
  const upper = text.toUpperCase();
  return isGrade({ text: upper, span: at })
    ? [{ title: `Change to “${upper}”`, edits: [replace(at, upper)], preferred: true }]
    : [];
}

const isRole = ({ text }: Named): boolean => termLists.role.terms.some(({ term }) => term === text);

export const country: Rule = {
  blocks: ['report', 'place', 'actor'],
  code: 'country.unknown',
  severity: 'error',
  means: 'A word is no country’s English name or ISO 3166-1 code.',
  why: 'Countries decide which of several namesakes is meant.',
  example: 'report "A hill changes hands"\n  country: Syrria',
  instead: 'Write the country’s English name or its code: `Syria` or `SY`.',
  *check({ block }) {
    for (const field of block.fields) {
      const spec = fieldSpec(block.kind, field.key.text);
      const value = spec?.value === 'countries' ? valueOfField(field, spec) : undefined;
      if (value?.kind !== 'names') continue;
      for (const { name } of value.names) {
        if (!countryCode(name.text))
          yield unlisted(name.text, shift(name.span, field.valueSpan.start), 'country', countryNames());
      }
    }
  },
};

/** Values that are plain text with a shape: the test, and how to write it. */
const shapes: Readonly<Record<string, readonly [test: (text: string) => boolean, hint: string]>> = {
  url: [isWebAddress, 'Write a whole web address, beginning with https:// or http://.'],
  time: [
    text => /^([01]\d|2[0-3]):[0-5]\d$/.test(text),
    'Write a local time as hours and minutes on the 24-hour clock: `14:30`.',
  ],
  language: [text => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(text), 'Write a language as its ISO 639 code: `ar`.'],
  id: [
    text => /^[A-Za-z][\w-]*:\S+$/.test(text),
    'Write an id as where it comes from, a colon, and the id there: `geonames:170589`.',
  ],
};

function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s/]/.test(text) && URL.canParse(text);
}

export const shape: Rule = {
  code: 'value.shape',
  severity: 'warning',
  means: 'A web address, time, language or id is not written as one.',
  why: 'Such values are read by programs, which take only the one form.',
  example: 'event hill-taken\n  time: half past two',
  instead:
    'Write it as the message says: `time: 14:30`, `url: https://example.org/…`, `language: ar`, `id: geonames:170589`.',
  *check({ block, reading }: Subject) {
    for (const { field, value } of reading.fields) {
      const [test, hint] = shapes[fieldSpec(block.kind, field.key.text)?.value ?? ''] ?? [];
      if (test && value.kind === 'text' && !test(value.text)) yield { span: field.valueSpan, message: hint! };
    }
  },
};
