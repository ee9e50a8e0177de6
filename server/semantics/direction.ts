// Which script words are in; those that run from right to left are kept from reordering the words around them.

/** Letters and figures of scripts that run from right to left, with the spaces and marks between them. */
const letter = '[\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc]';
const run = new RegExp(`${letter}(?:[\\s\\p{M}'’ʼ_-]*${letter})*`, 'gu');

/** The text with each such run between marks that isolate it (U+2068, U+2069); as it is when there is none. */
export const isolated = (text: string): string => text.replace(run, '\u2068$&\u2069');

/** Whether a text has no letters of any script but Latin. */
export const isLatinText = (text: string): boolean =>
  /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*$/u.test(text);
