// The parts of docs/language.md that the vocabulary and the checks dictate, and how they are put into the page.

import { rules } from '../../server/features/checks';
import { page } from '../../server/features/checks/page';
import {
  actorKinds,
  type BlockKind,
  blockKinds,
  blockSpec,
  countWords,
  eventTypes,
  type FieldSpec,
  termLists,
  type ValueKind,
  valueKinds,
} from '../../server/syntax/vocabulary';

type Row = readonly string[];

/** A table in Markdown. */
export function table(head: Row, rows: readonly Row[]): string {
  const line = (cells: Row) => `| ${cells.map(cell => cell.replace(/\|/g, '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

export const code = (text: string): string => `\`${text}\``;

/** The anchor GitHub makes of a heading. */
const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, '')
    .replace(/ /g, '-');

const valueHeading = (kind: string): string => `Value ${code(kind)}`;
const listHeading = (list: string): string => `List ${code(list)}`;
const link = (text: string, heading: string): string => `[${text}](#${anchor(heading)})`;

/** What a field takes, with a link to where that is explained. */
const takes = ({ value, terms }: FieldSpec): string =>
  terms ? link(terms, listHeading(terms)) : link(value, valueHeading(value));

function describeBlock(kind: BlockKind): string {
  const { means, title, fields } = blockSpec(kind);
  return [
    `### Block ${code(kind)}`,
    means,
    `After the keyword comes ${title.means}: ${code(`${kind} ${title.example}`)}.`,
    table(
      ['field', '', 'takes', 'means', 'for example', 'in JSON'],
      fields.map(field => [
        code(field.key),
        [field.required && 'required', field.repeats && 'may repeat', field.perSource && 'once a source']
          .filter(Boolean)
          .join(', '),
        takes(field),
        field.means,
        code(field.example),
        code(field.json),
      ]),
    ),
  ].join('\n\n');
}

function describeValue(kind: ValueKind): string {
  const { means, forms } = valueKinds[kind];
  return [
    `### ${valueHeading(kind)}`,
    means,
    table(
      ['form', 'means'],
      forms.map(([form, meaning]) => [code(form), meaning]),
    ),
  ].join('\n\n');
}

/** What some lists say of a term beside its meaning: a heading, and the word for each term. */
const besides: Readonly<Record<string, readonly [head: string, words: ReadonlyMap<string, string>]>> = {
  'event type': [
    'ACLED event type',
    new Map(eventTypes.map(({ term, family }) => [term, family || 'none (a posture of our own)'])),
  ],
  'actor kind': ['ACLED actor type', new Map(actorKinds.map(({ term, acled }) => [term, acled]))],
};

function describeList(name: string, terms: readonly { readonly term: string; readonly means: string }[]): string {
  const [head, words] = besides[name] ?? [];
  return [
    `### ${listHeading(name)}`,
    table(
      ['term', 'means', ...(head ? [head] : [])],
      terms.map(({ term, means }) => [code(term), means, ...(words ? [words.get(term)!] : [])]),
    ),
  ].join('\n\n');
}

const bound = (figure: number | null): string => (figure === null ? 'not known' : figure.toLocaleString('en'));

const describeCountWords = (): string =>
  [
    '### Words for figures',
    table(
      ['word', 'at least', 'at most'],
      Object.entries(countWords).map(([word, { low, high }]) => [code(word), bound(low), bound(high)]),
    ),
  ].join('\n\n');

/** The text of every generated part, by the name that its markers carry. */
export function parts(): ReadonlyMap<string, string> {
  const lists = Object.entries(termLists).map(([name, { terms }]) => describeList(name, terms));
  return new Map([
    ['blocks', blockKinds.map(describeBlock).join('\n\n')],
    ['values', (Object.keys(valueKinds) as ValueKind[]).map(describeValue).join('\n\n')],
    ['terms', [...lists, describeCountWords()].join('\n\n')],
    ['checks', rules.map(page).join('\n\n')],
  ]);
}

const marked = /<!-- generated:([^\n]+?) -->\n[\s\S]*?<!-- \/generated -->/g;

/** The names of a page's generated parts, in the order of the page. */
export const partsIn = (page: string): string[] => [...page.matchAll(marked)].map(([, name]) => name!);

/** The page with every generated part as it should be; a part that nothing dictates is left empty. */
export const regenerated = (page: string, known: ReadonlyMap<string, string> = parts()): string => {
  return page.replace(
    marked,
    (_, name: string) => `<!-- generated:${name} -->\n\n${known.get(name) ?? ''}\n\n<!-- /generated -->`,
  );
};
