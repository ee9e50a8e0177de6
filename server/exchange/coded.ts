// The `coded` field: columns of another codebook that an event carries along. The first line names the codebook, each further one is `column=value`.
import { Recent } from '../text/recent';
import { saysPrivate } from './private';
import type { EventRecord } from './record';

/** What a line cannot hold as it is: all gaps but single spaces within it, control characters, a beginning comment, and the percent sign of all these. */
const unsafe = /%|[^\S ]|\p{Cc}|^ | $| (?=[\s#])|^#/gu;

/** Whatever may have to be written otherwise; most texts have nothing of it. */
const odd = /[^ -~]|[#%]| {2}|^ | $/;
const safely = (text: string): string => (odd.test(text) ? text.replace(unsafe, encodeURIComponent) : text);

/** The text of the field; '' when there is no cell. Texts come back from `codedOf` as they were, to the letter. */
export function codedText(codebook: string, cells: readonly (readonly [column: string, text: string])[]): string {
  if (!cells.length) return '';
  return [codebook, ...cells.map(([column, text]) => `${named(column)}=${safely(text)}`)].join('\n');
}

/** Columns as the field has them: a table has the same in every row. */
const names = new Recent<string, string>(512);

function named(column: string): string {
  let name = names.get(column);
  if (name === undefined) {
    name = freshNamed(column);
    names.set(column, name);
  }
  return name;
}

/** The cells of a codebook by column; lines that are neither a codebook nor a cell are passed over. */
export const codedOf = (field: unknown, codebook: string): ReadonlyMap<string, string> =>
  codebooksOf(field).get(codebook) ?? new Map();

function codebooksOf(field: unknown): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const codebooks = new Map<string, Map<string, string>>();
  let cells: Map<string, string> | undefined;
  for (const line of typeof field === 'string' ? field.split('\n') : []) {
    const at = line.indexOf('=');
    const name = line.trim();
    // A codebook's name is one word; any other line without a sign is a slip, and what follows it still counts.
    if (at >= 0) cells?.set(decoded(line.slice(0, at)), decoded(line.slice(at + 1)));
    else if (/^[\w-]+$/.test(name)) {
      cells = codebooks.get(name) ?? new Map();
      codebooks.set(name, cells);
    }
  }
  return codebooks;
}

/** A column that is called like the field that keeps a block out of exports must not pass for it. */
function freshNamed(column: string): string {
  const name = column.replace(unsafe, encodeURIComponent).replaceAll('=', '%3D');
  return saysPrivate(`${name}=`, true)
    ? name.replace(/[a-z]/gi, letter => `%${letter.charCodeAt(0).toString(16)}`)
    : name;
}

const decoded = (text: string): string =>
  text.replace(/(?:%[0-9A-Fa-f]{2})+/g, run => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run; // A percent sign of whoever wrote this by hand.
    }
  });

/** What a column of another table is called beside columns of ours: its own name, unless one of them has it. */
export const codedName = (column: string, ours: ReadonlySet<string>): string =>
  ours.has(column) ? `${column}_coded` : column;

/** A field with the cells of a row that are none of our columns, and are not in it already. */
export function withForeign(
  field: string,
  codebook: string,
  row: Iterable<readonly [column: string, text: string]>,
  ours: ReadonlySet<string>,
): string {
  const known = codedOf(field, codebook);
  const there = new Map([...known].map(([column, text]) => [codedName(column, ours), text]));
  const more = [...row].filter(([column, text]) => !ours.has(column) && text !== '' && there.get(column) !== text);
  return [field, codedText(codebook, more)].filter(Boolean).join('\n');
}

/** Takes note of what is coded and a format does not carry; `own` is the codebook that goes without saying. */
export function loseCoded(
  { json, lose }: EventRecord,
  carries: (codebook: string, column: string) => boolean,
  own: string,
  title: string,
): void {
  const codebooks = codebooksOf(json.coded);
  for (const [codebook, cells] of codebooks) {
    const lost = [...cells.keys()].filter(column => !carries(codebook, column));
    if (!lost.length) continue;
    const whose = codebook === own ? '' : ` of ${codebook}`;
    lose(`${title} has no place for what is coded${whose} as ${listed(lost)}; left out.`);
  }
  // Words that no column holds, which only formats with the whole field have.
  if (typeof json.coded === 'string' && !codebooks.size)
    lose(`${title} has no place for “coded”, which names no codebook; left out.`);
}

/** Some names, of many the first. */
const listed = (names: readonly string[]): string =>
  names.slice(0, 6).join(', ') + (names.length > 6 ? ` and ${names.length - 6} more` : '');
