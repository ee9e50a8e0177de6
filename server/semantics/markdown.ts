// Words of a report or a gazetteer, made safe to stand in Markdown.
import { isolated } from './direction';

/** Escaped, and isolated when it runs from right to left, so that it does not reorder the words around it. */
export const plain = (text: string): string =>
  isolated(text.replace(/[\\`*_{}[\]()#+!|<>~]/g, '\\$&').replace(/\s+/g, ' '));
