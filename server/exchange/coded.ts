// The `coded` field: columns of another codebook that an event carries along. The first line names the codebook, each further one is `column=value`.
import type { EventRecord } from './record';

/** What a line cannot hold as it is: all gaps but single spaces within it, control characters, a beginning comment, and the percent sign of all these. */
const unsafe = /%|[^\S ]|\p{Cc}|^ | $| (?=[\s#])|^#/gu;

/** The text of the field; '' when there is no cell. Texts come back from `codedOf` as they were, to the letter. */
export function codedText(codebook: string, cells: readonly (readonly [column: string, text: string])[]): string {
  if (!cells.length) return '';
  return [
    codebook,
    ...cells.map(([column, text]) => `${named(column)}=${text.replace(unsafe, encodeURIComponent)}`),
  ].join('\n');
}

/** The cells of a codebook by column; lines that are neither a codebook nor a cell are passed over. */
export function codedOf(field: unknown, codebook: string): ReadonlyMap<string, string> {
  const cells = new Map<string, string>();
  if (typeof field !== 'string') return cells;
  let ours = false;
  for (const line of field.split('\n')) {
    const at = line.indexOf('=');
    // A codebook's name is one word; any other line without a sign is a slip, and what follows it still counts.
    if (at < 0) ours = /^[\w-]+$/.test(line.trim()) ? line.trim() === codebook : ours;
    else if (ours) cells.set(decoded(line.slice(0, at)), decoded(line.slice(at + 1)));
  }
  return cells;
}

/** A column that begins like the field that keeps a block out of exports must not pass for it. */
const named = (column: string): string =>
  column.replace(/[%=]/g, encodeURIComponent).replace(/^p(?=ri?v)/i, letter => `%${letter.charCodeAt(0).toString(16)}`);

const decoded = (text: string): string =>
  text.replace(/(?:%[0-9A-Fa-f]{2})+/g, run => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run; // A percent sign of whoever wrote this by hand.
    }
  });

/** Takes note of cells for which a table has no column. */
export function loseCoded(
  { json, lose }: EventRecord,
  coded: ReadonlyMap<string, string>,
  columns: readonly { readonly name: string }[],
  title: string,
): void {
  const names = new Set(columns.map(({ name }) => name));
  const others = [...coded.keys()].filter(name => !names.has(name));
  if (others.length) lose(`${json.id}: ${title} has no column ${others.join(', ')}; left out.`);
}
