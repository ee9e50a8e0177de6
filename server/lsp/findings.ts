// What both ways of telling findings need: whether they are the same as before, and the searches that their messages want.
import type { Finding } from '../semantics/finding';
import type { Scope } from '../semantics/scope';

/** What is kept of a finding that an author has been told of: its fixes would keep the workspace alive as it was then. */
export type Said = Pick<Finding, 'span' | 'message' | 'code' | 'severity'>;

export const said = ({ span, message, code, severity }: Finding): Said => ({ span, message, code, severity });

/** Whether an author would see no difference. */
export const sameFindings = (a: readonly Said[], b: readonly Said[]): boolean =>
  a.length === b.length &&
  a.every(
    ({ span, message, code, severity }, i) =>
      span.start === b[i]!.span.start &&
      span.end === b[i]!.span.end &&
      message === b[i]!.message &&
      code === b[i]!.code &&
      severity === b[i]!.severity,
  );

/** Makes the searches that messages want; true when there were any. */
export function* searching(scope: Scope): Generator<undefined, boolean> {
  const before = scope.searches;
  while (scope.search()) yield;
  return scope.searches > before;
}
