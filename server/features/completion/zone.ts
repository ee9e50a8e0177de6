// What can be written at a caret: a block, a field, or a value of some kind.
import { type Caret, locate, type Spot } from '../../semantics/caret';
import type { Field } from '../../syntax/tree';
import { type BlockKind, type FieldSpec, isBlockKind } from '../../syntax/vocabulary';
import type { Completion } from './item';

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

/** Where a value, or one of a list, ends for whoever writes in the middle of it. */
const stop = /[,;،()[\]"\r\n]|\s(?:#|as\s|and\s)|$/;

/** Whether a caret between two texts is in a word. */
export const isInWord = (before: string, behind: string): boolean =>
  /[\p{L}\p{M}\p{N}]$/u.test(before) && /^[\p{L}\p{M}\p{N}]/u.test(behind);

/**
 * How many characters behind the caret belong to the word that it is in, and go when another is chosen; 0 where it is in none,
 * since who writes in front of a word keeps it.
 */
export function restOf(
  { zone, from, written, spot: { block, at, field, mention } }: Zone,
  { span }: Completion,
): number {
  const behind = block.source.slice(at);
  // Behind an unknown field, a line that runs on is no key.
  if (zone === 'field')
    return written && field && at <= field.key.span.end ? /^[^:]*:[ \t]*/.exec(behind)![0].length : 0;
  if (zone !== 'value' || !isInWord(written, behind) || span.start === span.end) return 0;
  const length = Math.min(mention && mention.span.end > at ? mention.span.end - at : Infinity, behind.search(stop));
  const isQuoted = written[span.start - from] === '"' && behind[length] === '"';
  return isQuoted ? length + 1 : length;
}
