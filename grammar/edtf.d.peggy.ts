// What edtf.peggy answers: the shape of a date, before anything is known of calendars or hemispheres.
import type { Span } from '../server/text/span';

interface Doubt {
  readonly uncertain: boolean;
  readonly approximate: boolean;
}

/** A day, a month or a year; `X` stands for a digit that is not known. */
export interface EdtfDay extends Doubt {
  readonly kind: 'day';
  readonly year: string;
  readonly month: string | null;
  readonly day: string | null;
  readonly span: Span;
}

/** A part of a year: 21–24 seasons, 25–28 northern, 29–32 southern, 33–36 quarters, 37–39 four months, 40–41 halves. */
export interface EdtfSeason extends Doubt {
  readonly kind: 'season';
  readonly year: number;
  readonly code: number;
  readonly span: Span;
}

export type EdtfSingle = EdtfDay | EdtfSeason;

export interface EdtfMember {
  readonly from: EdtfSingle | 'open';
  readonly to: EdtfSingle | 'open';
}

export type EdtfSyntax = { readonly span: Span } & (
  | EdtfDay
  | EdtfSeason
  | {
      readonly kind: 'interval';
      readonly from: EdtfSingle | 'open' | 'unknown';
      readonly to: EdtfSingle | 'open' | 'unknown';
    }
  | { readonly kind: 'set' | 'list'; readonly members: readonly EdtfMember[] }
);

/** Throws a peggy `SyntaxError` when the text is no date in EDTF. */
export function parse(text: string): EdtfSyntax;
