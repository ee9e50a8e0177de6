// Where in a block a new field goes, so that the fields stay in the order of the vocabulary.
import type { Block } from './tree';
import { blockSpec } from './vocabulary';

/** The end of the line behind which the field goes; counts from the start of the block. */
export function placeForField(block: Block, key: string): number {
  if (block.kind === 'preamble') return block.end;
  const order = blockSpec(block.kind).fields.map(field => field.key);
  const place = order.indexOf(key);
  const before = block.fields.filter(field => order.indexOf(field.key.text) <= place).at(-1);
  const end = before?.valueSpan.end ?? block.title?.span.end ?? block.keyword?.span.end ?? 0;
  return end + /^[^\r\n]*/.exec(block.source.slice(end))![0].length;
}
