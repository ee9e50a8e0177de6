// What a block keeps out of exports: all of itself, or some of its fields.
import { type Block, fieldsOf } from '../syntax/tree';
import { type BlockKind, blockSpec, fieldSpec, isBlockKind } from '../syntax/vocabulary';
import { valueOfField } from './values';

const none: ReadonlySet<string> = new Set();

/** The fields of a block of that kind that can be private by themselves. What a group is shows wherever it takes part. */
export const hideable = (kind: BlockKind): string[] =>
  blockSpec(kind)
    .fields.map(({ key }) => key)
    .filter(key => key !== 'private' && !(kind === 'actor' && key === 'kind'));

/**
 * The fields that one `private:` line names: `private: note, source`. Empty for `no`. Undefined when the line says anything
 * else, as `yes` does, and so means the whole block.
 */
function fieldsNamed(block: Block, line: Block['fields'][number]): readonly string[] | undefined {
  if (/^no$/i.test(line.value.trim())) return [];
  const value = valueOfField(line, fieldSpec(block.kind, 'private'));
  if (value.kind !== 'names' || !isBlockKind(block.kind)) return;
  const keys = hideable(block.kind);
  const named = value.names.map(({ name }) => name.text.toLowerCase());
  return named.every(name => keys.includes(name)) ? named : undefined;
}

/** Whether a line that says `private` means the whole block. */
export const meansWholeBlock = (block: Block, line: Block['fields'][number]): boolean =>
  fieldsNamed(block, line) === undefined;

/** Where a place lies is told by each of these alone. */
const whereabouts = ['location', 'country', 'in'];

/** The keys of the fields that a block keeps out of exports; with one of them all that tells the same. */
export function privateFields(block: Block): ReadonlySet<string> {
  const lines = fieldsOf(block, 'private');
  if (!lines.length) return none;
  const named = lines.flatMap(line => fieldsNamed(block, line) ?? []);
  const located = block.kind === 'place' && named.some(key => whereabouts.includes(key));
  return new Set(located ? [...named, ...whereabouts] : named);
}

/** Whether a place block keeps to itself where it lies. */
export const hidesWhereabouts = (block: Block): boolean =>
  block.kind === 'place' && privateFields(block).has('location');
