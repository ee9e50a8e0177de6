// The edits that give a file its canonical look; none when it has it.
import { print } from '../syntax/print';
import type { Tree } from '../syntax/tree';
import type { Edit } from '../text/edit';

/** At most one edit, no longer than what differs, so that carets elsewhere stay where they are. */
export function formatting(tree: Tree): Edit[] {
  const before = tree.text.string;
  const after = print(tree);
  if (before === after) return [];
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = 0;
  while (end < before.length - start && end < after.length - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return [{ span: { start, end: before.length - end }, text: after.slice(start, after.length - end) }];
}
