// Everything that can be done at a place in a text, besides what completion and renaming do.
import type { Action, ActionKind, Asked } from './action';
import { addToGazetteer } from './addToGazetteer';
import { fixAll, quickFixes } from './fixes';
import { ignoring } from './ignore';
import { pin } from './pin';
import { sortEvents } from './sortEvents';
import { splitEvent } from './splitEvent';

export type { Action, ActionKind, Asked } from './action';

/** Which kinds of action each of the makers gives, in the order in which they are offered. */
const makers: readonly (readonly [ActionKind, (asked: Asked) => Action[]])[] = [
  ['quickfix', quickFixes],
  ['quickfix', addToGazetteer],
  ['quickfix', ignoring],
  ['refactor.rewrite', pin],
  ['refactor.rewrite', splitEvent],
  ['source.sortEvents', sortEvents],
  ['source.fixAll', fixAll],
];

export const actionKinds: readonly ActionKind[] = [...new Set(makers.map(([kind]) => kind))];

/** The actions of the kinds that are wanted. */
export const actions = (asked: Asked, wants: (kind: ActionKind) => boolean): Action[] =>
  makers.flatMap(([kind, make]) => (wants(kind) ? make(asked) : []));
