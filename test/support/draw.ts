// Draws a span in its line, so that a wrong range is seen.
import type { Span } from '../../server/text/span';
import { Text } from '../../server/text/text';

/** The first line of the span with `^` below it and words behind; further lines are counted. */
export function draw(source: string, { start, end }: Span, words = ''): string {
  const text = Text.of(source);
  const line = text.lineAt(start);
  const from = text.lineStart(line);
  const shown = source.slice(from, text.lineEnd(line));
  const last = text.lineAt(end);
  const width = Math.max(1, Math.min(end, text.lineEnd(line)) - start);
  const more = last > line ? ` (and ${last - line} more lines)` : '';
  return `${shown}\n${' '.repeat(start - from)}${'^'.repeat(width)}${more}${words ? ` ${words}` : ''}`;
}
