// What a CSV file has between its cells.

/** What the header has most of, comma, semicolon or tab: a list with semicolons may have decimal commas. */
export function delimiterOf(text: string): string {
  const header = text.slice(0, text.search(/[\r\n]|$/));
  const times = (one: string) => header.split(one).length;
  return [',', ';', '\t'].reduce((best, one) => (times(one) > times(best) ? one : best));
}
