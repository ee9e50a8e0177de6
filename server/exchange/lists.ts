// Several names in one cell of a table, separated by semicolons, each with the dates between which it was in use: `Free Army (2011/2013); FA`.

export interface Listed {
  readonly text: string;
  /** As written; null where none is. */
  readonly date: string | null;
}

const VALIDITY = /\(([0-9X~?%/.-]+)\)$/;

/** A text that cannot be told from the signs between names is in quotes, and those in it are doubled. */
const inCell = (text: string): string =>
  /^$|[;"]|^\s|\s$/.test(text) || VALIDITY.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** The text of a cell; '' for no names. */
export const listText = (names: readonly Listed[]): string =>
  names.map(({ text, date }) => inCell(text) + (date === null ? '' : ` (${date})`)).join('; ');

const ITEM = /\s*(?:"((?:[^"]|"")*)"|([^";\s][^;]*?))\s*(?:\(([0-9X~?%/.-]+)\))?\s*(?:;|$)/y;

/** The names in a cell, also in one that was written by hand; [] for an empty one. */
export function listIn(cell: string): Listed[] {
  const names: Listed[] = [];
  ITEM.lastIndex = 0;
  while (ITEM.lastIndex < cell.length) {
    const at = ITEM.lastIndex;
    const [, quoted, plain = '', date = null] = ITEM.exec(cell) ?? [];
    if (quoted === undefined && plain === '') {
      // A sign that stands where none should: the rest as it is, up to the next semicolon.
      const end = cell.indexOf(';', at);
      const text = cell.slice(at, end < 0 ? undefined : end).trim();
      if (text) names.push({ text, date: null });
      ITEM.lastIndex = end < 0 ? cell.length : end + 1;
    } else names.push({ text: quoted === undefined ? plain : quoted.replaceAll('""', '"'), date });
  }
  return names;
}
