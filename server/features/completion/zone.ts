// What can be written at a caret: a block, a field, or a value of some kind.
import { type Caret, locate, type Spot } from '../../semantics/caret';
import type { Field } from '../../syntax/tree';
import { type BlockKind, type FieldSpec, isBlockKind } from '../../syntax/vocabulary';

/** `from` is where the text that completion replaces or continues begins, `written` that text up to the caret; `from` counts from the file’s start. */
export type Zone = { readonly from: number; readonly written: string; readonly spot: Spot } & (
  | { readonly zone: 'block' }
  | { readonly zone: 'field' }
  | { readonly zone: 'title'; readonly kind: BlockKind }
  | { readonly zone: 'value'; readonly field: Field; readonly spec: FieldSpec }
);

/** Undefined where nothing can be completed: in comments, in junk, in the middle of text. */
export function zoneOf(caret: Caret): Zone | undefined {
  const spot = locate(caret);
  if (!spot) return;
  const { text } = spot.file.tree;
  const lineStart = text.lineStart(text.lineAt(caret.offset));
  const line = text.slice(lineStart, caret.offset);
  if (/(?:^|\s)#/.test(line)) return;
  const { field, spec, block, start, at } = spot;
  const colon = field ? block.source.indexOf(':', field.key.span.end) : -1;
  if (field && spec && at > colon) {
    const valueStart = Math.min(Math.max(field.valueSpan.start, colon + 1), at);
    const written = block.source.slice(valueStart, at);
    const lead = /^\s*/.exec(written)![0].length;
    return { zone: 'value', from: start + valueStart + lead, written: written.slice(lead), spot, field, spec };
  }
  const header = /^\uFEFF?[A-Za-z]+[ \t]+/.exec(line)?.[0];
  if (header && block.keyword && lineStart === start && isBlockKind(block.kind))
    return {
      zone: 'title',
      kind: block.kind,
      from: lineStart + header.length,
      written: line.slice(header.length),
      spot,
    };
  const word = /^(\s*)([A-Za-z][A-Za-z -]*)?$/.exec(line);
  if (!word) return;
  const [, indent = '', written = ''] = word;
  const zone = indent ? 'field' : 'block';
  return zone === 'field' && block.kind === 'preamble'
    ? undefined
    : { zone, from: lineStart + indent.length, written, spot };
}
