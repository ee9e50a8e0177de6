// Findings with the lines and columns that people and other programs count in.
import type { Severity } from '../semantics/finding';
import type { Span } from '../text/span';
import type { Text } from '../text/text';

/** Where something stands: lines and columns (UTF-16) count from 1, the end column is the one after the last. */
export interface Region {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface LocatedFinding extends Region {
  /** The file as the user called it. */
  readonly path: string;
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
}

export function regionOf(text: Text, { start, end }: Span): Region {
  const [from, to] = [text.positionAt(start), text.positionAt(end)];
  return { line: from.line + 1, column: from.character + 1, endLine: to.line + 1, endColumn: to.character + 1 };
}

/** How many of each severity. */
export function tally(findings: readonly LocatedFinding[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}
