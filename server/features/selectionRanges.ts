// What a selection grows to, step by step: a name, its value, its field, its block, the file.
import { type Caret, locate } from '../semantics/caret';
import { type Span, shift, span, touches } from '../text/span';

/** From the innermost to the whole file, each larger than the one before; empty for a file that is not there. */
export function selectionRanges(caret: Caret): Span[] {
  const spot = locate(caret);
  if (!spot) return [];
  const { block, field, mention, at, start, file } = spot;
  const within: (Span | undefined)[] = [
    mention?.span,
    mention?.whole,
    mention?.partOf?.span,
    field && touches(field.key.span, at) ? field.key.span : undefined,
    field?.continuations.find(line => touches(line.span, at))?.span,
    field && touches(field.valueSpan, at) ? field.valueSpan : undefined,
    field && span(field.key.span.start, field.valueSpan.end),
    block.title && touches(block.title.span, at) ? block.title.span : undefined,
    span(0, block.end),
  ];
  const ranges: Span[] = [];
  const add = (next: Span) => {
    const inner = ranges.at(-1);
    if (!inner) ranges.push(next);
    else if (next.start <= inner.start && next.end >= inner.end && next.end - next.start > inner.end - inner.start)
      ranges.push(next);
  };
  for (const one of within) if (one && touches(one, at) && one.end > one.start) add(shift(one, start));
  add(span(0, file.tree.text.length));
  return ranges;
}
