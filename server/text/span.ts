// A stretch of text: the only coordinates used below the protocol layer.

/** Half-open range of UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const span = (start: number, end: number): Span => ({ start, end });

/** The same stretch, seen from a text that begins `by` earlier. */
export const shift = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

/** Whether the offset lies in the span or at one of its two edges, as a caret does. */
export const touches = ({ start, end }: Span, offset: number): boolean => start <= offset && offset <= end;
