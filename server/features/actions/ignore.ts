// Comments that make a check be silent on a line.
import type { Action, Asked } from './action';

/** One for each finding that the span touches and that a comment can hold back. */
export const ignoring = ({ uri, span: { start, end }, findings }: Asked): Action[] =>
  findings
    .filter(({ span }) => span.start <= end && start <= span.end)
    .flatMap((finding): Action[] => {
      const fix = finding.ignore?.();
      return fix ? [{ title: fix.title, kind: 'quickfix', edits: () => new Map([[uri, fix.edits]]), finding }] : [];
    });
