// The searches that messages want, for both ways of telling findings.
import type { Scope } from '../semantics/scope';

/** Makes the searches that messages want; true when there were any. */
export function* searching(scope: Scope): Generator<undefined, boolean> {
  const before = scope.searches;
  while (scope.search()) yield;
  return scope.searches > before;
}
