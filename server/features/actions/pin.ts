// Writes the id of what a name stands for behind it, so that no other entry can ever take its place.
import { locate } from '../../semantics/caret';
import { entityOf } from '../../semantics/meaning';
import type { Position } from '../../semantics/mentions';
import { afterQualifier, inWords } from '../../semantics/naming';
import { insert } from '../../text/edit';
import { shift } from '../../text/span';
import type { Action, Asked } from './action';

/** Lists, figures, and the areas behind a name have no room for an id. */
const roomless: readonly Position[] = ['names', 'people', 'area', 'brackets'];

export function pin({ snapshot, uri, span }: Asked): Action[] {
  const spot = locate({ snapshot, uri, offset: span.start });
  const { mention } = spot ?? {};
  if (!spot || !mention || mention.role !== 'use' || mention.id !== undefined || mention.partOf) return [];
  if (roomless.includes(mention.position)) return [];
  const entity = entityOf(mention, spot.scope);
  if (!entity) return [];
  const behind = spot.block.source.slice(mention.span.end, mention.whole.end);
  const at = shift(mention.span, spot.start).end + afterQualifier(behind);
  return [
    {
      title: `Pin “${mention.text}” to ${inWords(entity)} [${entity.id}]`,
      kind: 'refactor.rewrite',
      edits: () => new Map([[uri, [insert(at, ` [${entity.id}]`)]]]),
    },
  ];
}
