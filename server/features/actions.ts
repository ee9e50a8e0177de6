// What an editor can offer to do about the findings in a stretch of text.
import type { Finding, Fix } from '../semantics/finding';
import type { Span } from '../text/span';

export interface Action {
  readonly finding: Finding;
  readonly fix: Fix;
}

/** The fixes of those findings that the span touches, in the order of the text. */
export function actions(findings: readonly Finding[], { start, end }: Span): Action[] {
  return findings
    .filter(({ span }) => span.start <= end && start <= span.end)
    .flatMap(finding => finding.fixes().map(fix => ({ finding, fix })));
}
