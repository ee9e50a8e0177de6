// Words that run from right to left, kept from reordering the words around them.

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** The text between marks that isolate it (U+2068, U+2069) when it has letters that run from right to left, else as it is. */
export const isolated = (text: string): string => (rightToLeft.test(text) ? `\u2068${text}\u2069` : text);
