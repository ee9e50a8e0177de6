// The searches that messages want, for both ways of telling findings.
import type { Scope } from '../semantics/scope';

/** How long, in ms, nothing is edited before the searches are begun: one takes longer than a keystroke may. */
export const REST = 60;

/** Makes the searches that messages want; true when there were any. */
export function* searching(scope: Scope): Generator<undefined, boolean> {
  const before = scope.searches;
  while (scope.search()) yield;
  return scope.searches > before;
}
