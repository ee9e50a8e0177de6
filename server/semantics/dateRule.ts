// What a rule for dates in words is: a shape of text, in small letters and western digits, and what it means in EDTF.
import type { Context } from './relativeDates';

/** What another part of the text means, best first; empty when it means nothing. */
export type Inner = (text: string, context: Context) => string[];

/** Texts that may turn out to be no date are passed over later. */
export type DateRule = readonly [
  shape: RegExp,
  read: (match: RegExpExecArray, context: Context, inner: Inner) => string[],
];

export const two = (value: number | string): string => String(value).padStart(2, '0');

/** A day as ISO 8601 writes it. */
export const dayOf = (year: string, month: number | string, date: number | string): string =>
  `${year}-${two(month)}-${two(date)}`;

export const isDayText = (edtf: string): boolean => /^\d{4}-\d\d-\d\d$/.test(edtf);
