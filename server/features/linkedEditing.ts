// Which stretches of a file change together while a name is typed: a name that is defined and used in this file alone.
import { type Caret, locate } from '../semantics/caret';
import { occurrences } from '../semantics/occurrences';
import type { Span } from '../text/span';

/**
 * The definition and all that is spelt like it; empty when there is nothing to link. A name that other files use too is
 * left to renaming, which reaches them.
 */
export function linkedEditing(caret: Caret): Span[] {
  const spot = locate(caret);
  if (!spot?.mention || spot.mention.partOf) return [];
  const { text } = spot.file.tree;
  const all = occurrences(caret);
  if (all.some(({ uri }) => uri !== caret.uri)) return [];
  const inner = all.map(({ span, mention }) => ({ mention, span: unquoted(span, text.slice(span.start, span.end)) }));
  const written = ({ start, end }: Span) => text.slice(start, end);
  const own = inner.find(({ span }) => span.start <= caret.offset && caret.offset <= span.end);
  if (!own) return [];
  const alike = inner.filter(({ span, mention }) => !mention.partOf && written(span) === written(own.span));
  return alike.length > 1 && alike.some(({ mention }) => mention.role === 'definition')
    ? alike.map(({ span }) => span)
    : [];
}

const unquoted = ({ start, end }: Span, text: string): Span =>
  /^".*"$/s.test(text) ? { start: start + 1, end: end - 1 } : { start, end };
