// What the editor says about the word under the pointer.
import { type Caret, locate, type Spot } from '../../semantics/caret';
import { gradeOf } from '../../semantics/grades';
import { valueOfField } from '../../semantics/values';
import type { Named } from '../../syntax/tree';
import { blockSpec, isBlockKind, termLists, valueKinds } from '../../syntax/vocabulary';
import { type Span, shift, touches } from '../../text/span';
import { aboutName } from './names';
import { aboutCount, aboutDate, aboutPlace, aboutWord } from './values';

export interface Hover {
  readonly span: Span;
  /** CommonMark. */
  readonly markdown: string;
}

/** Undefined where there is nothing to say. */
export function hover(caret: Caret): Hover | undefined {
  const spot = locate(caret);
  if (!spot) return;
  for (const about of [aboutKeyword, aboutKey, aboutName, aboutTerm, aboutDate, aboutCount, aboutPlace, aboutWord]) {
    const found = about(spot, caret.snapshot);
    if (found) return { markdown: found.markdown, span: shift(found.span, spot.start) };
  }
  return;
}

function aboutKeyword({ block, at }: Spot): Hover | undefined {
  if (!block.keyword || !touches(block.keyword.span, at) || !isBlockKind(block.kind)) return;
  const { means, title } = blockSpec(block.kind);
  return { span: block.keyword.span, markdown: `**${block.kind}** · ${means}\n\n\`${block.kind} ${title.example}\`` };
}

function aboutKey({ field, spec, at }: Spot): Hover | undefined {
  if (!field || !spec || !touches(field.key.span, at)) return;
  const { means, forms } = valueKinds[spec.value];
  const list = spec.terms ? termLists[spec.terms as keyof typeof termLists] : undefined;
  const rows = list
    ? list.terms.map(({ term, means }) => `| \`${term}\` | ${means} |`)
    : forms.map(([form, what]) => `| \`${form}\` | ${what} |`);
  const lead = list ? '' : `\n\n${means}`;
  return {
    span: field.key.span,
    markdown: `**${spec.key}** · ${spec.means}${lead}\n\n| | |\n|---|---|\n${rows.join('\n')}`,
  };
}

/** Event types, roles, kinds and grades. */
function aboutTerm({ field, spec, at }: Spot): Hover | undefined {
  if (!field) return;
  const value = valueOfField(field, spec);
  if (value.kind === 'text' && spec?.terms && touches(field.valueSpan, at))
    return termHover(value.text, spec.terms, field.valueSpan);
  if (value.kind === 'source' && value.source.grade) return gradeHover(value.source.grade, field.valueSpan.start, at);
  if (value.kind !== 'actor' || !value.actor.role) return;
  const span = shift(value.actor.role.span, field.valueSpan.start);
  return touches(span, at) ? termHover(value.actor.role.text, 'role', span) : undefined;
}

/** The letter and the digit behind a source. */
function gradeHover(grade: Named, start: number, at: number): Hover | undefined {
  const span = shift(grade.span, start);
  if (!touches(span, at)) return;
  const { reliability, credibility } = gradeOf(grade);
  const parts = [
    reliability && termHover(reliability, 'reliability', span),
    credibility && termHover(credibility, 'credibility', span),
  ].flatMap(part => (part ? [part.markdown] : []));
  return parts.length ? { span, markdown: parts.join('\n\n') } : undefined;
}

function termHover(word: string, list: string, span: Span): Hover | undefined {
  const { one, terms } = termLists[list as keyof typeof termLists];
  const found = terms.find(({ term }) => term === word);
  if (!found) return;
  const family = 'family' in found && found.family ? `\n\nACLED: ${found.family}` : '';
  return { span, markdown: `**${found.term}** · ${one}\n\n${found.means}${family}` };
}
