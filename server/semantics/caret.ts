// Where an offset of a file lies: in which block, which field, on which name.
import type { Block, Field } from '../syntax/tree';
import { blockAt } from '../syntax/tree';
import { type FieldSpec, fieldSpec } from '../syntax/vocabulary';
import { touches } from '../text/span';
import { mentionsUnder } from './meaning';
import type { Mention } from './mentions';
import type { Scope } from './scope';
import type { Snapshot, SourceFile } from './snapshot';

/** A place in the text from which something is asked. */
export interface Caret {
  readonly snapshot: Snapshot;
  readonly uri: string;
  readonly offset: number;
}

export interface Spot {
  readonly file: SourceFile;
  readonly scope: Scope;
  readonly block: Block;
  /** Where the block begins in the file. */
  readonly start: number;
  /** The caret, counted from the start of the block. */
  readonly at: number;
  /** The field whose lines the caret is on; undefined on the header and on lines that are no field. */
  readonly field: Field | undefined;
  readonly spec: FieldSpec | undefined;
  /** The name the caret touches. */
  readonly mention: Mention | undefined;
}

/** Undefined when the workspace has no such file. */
export function locate({ snapshot, uri, offset }: Caret): Spot | undefined {
  const file = snapshot.files.get(uri);
  if (!file) return;
  const index = blockAt(file.tree, offset);
  const block = file.tree.blocks[index]!;
  const start = file.tree.starts[index]!;
  const at = offset - start;
  const field = block.fields.find(one =>
    touches({ start: one.key.span.start, end: endOfLine(block, one.valueSpan.end) }, at),
  );
  const scope = snapshot.scope(uri);
  return {
    file,
    scope,
    block,
    start,
    at,
    field,
    spec: field && fieldSpec(block.kind, field.key.text),
    mention: mentionsUnder(block, scope).find(mention => touches(mention.span, at)),
  };
}

const endOfLine = ({ source }: Block, offset: number): number => {
  const end = source.slice(offset).search(/[\r\n]/);
  return end < 0 ? source.length : offset + end;
};
