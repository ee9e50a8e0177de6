// Words of a report or a gazetteer, made safe to stand in Markdown.

/** Escaped, and isolated when it runs from right to left, so that it does not reorder the words around it. */
export function plain(text: string): string {
  const escaped = text.replace(/[\\`*_{}[\]()#+!|<>~]/g, '\\$&').replace(/\s+/g, ' ');
  return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(text) ? `\u2068${escaped}\u2069` : escaped;
}
