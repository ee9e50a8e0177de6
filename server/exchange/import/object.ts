// A text that is one JSON object (RFC 8259), whatever mark of byte order it begins with.
import type { JsonObject } from '../document';

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object; a sentence when the text is none. */
export function objectIn(text: string): JsonObject | string {
  try {
    const read: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return isObject(read) ? read : 'It is no JSON object.';
  } catch (error) {
    return `It is no JSON: ${(error as Error).message}.`;
  }
}
