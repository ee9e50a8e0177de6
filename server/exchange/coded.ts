// The `coded` field: columns of another codebook that an event carries along. The first line names the codebook, each further one is `column=value`.

/** What a line cannot hold as it is: all gaps but single spaces within it, a beginning comment, and the percent sign of all these. */
const unsafe = /%|[^\S ]|^ | $| (?=[\s#])|^#/g;

/** The text of the field; '' when there is no cell. Texts come back from `codedOf` as they were, to the letter. */
export function codedText(codebook: string, cells: readonly (readonly [column: string, text: string])[]): string {
  if (!cells.length) return '';
  return [codebook, ...cells.map(([column, text]) => `${column}=${text.replace(unsafe, encodeURIComponent)}`)].join(
    '\n',
  );
}

/** The cells of a codebook by column; lines that are neither a codebook nor a cell are passed over. */
export function codedOf(field: unknown, codebook: string): ReadonlyMap<string, string> {
  const cells = new Map<string, string>();
  if (typeof field !== 'string') return cells;
  let ours = false;
  for (const line of field.split('\n')) {
    const at = line.indexOf('=');
    if (at < 0) ours = line.trim() === codebook;
    else if (ours) cells.set(line.slice(0, at), decoded(line.slice(at + 1)));
  }
  return cells;
}

const decoded = (text: string): string =>
  text.replace(/(?:%[0-9A-Fa-f]{2})+/g, run => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run; // A percent sign of whoever wrote this by hand.
    }
  });
