// The colour of every word whose meaning is known: names by what they stand for, terms, figures.
import { entityOf, mentionsUnder } from '../semantics/meaning';
import { type Mention, peopleIn, type Topic } from '../semantics/mentions';
import type { Remembered, Scope } from '../semantics/scope';
import type { Snapshot } from '../semantics/snapshot';
import { valueOfField } from '../semantics/values';
import { type Block, blocksWithin, type Field } from '../syntax/tree';
import { fieldSpec } from '../syntax/vocabulary';
import { type Span, shift, span } from '../text/span';

/** As the protocol calls them; themes have colours for these. */
export const tokenTypes = [
  'keyword',
  'property',
  'comment',
  'variable',
  'type',
  'class',
  'event',
  'enumMember',
  'number',
  'string',
] as const;
export type TokenType = (typeof tokenTypes)[number];

export const tokenModifiers = ['declaration', 'defaultLibrary'] as const;
export type TokenModifier = (typeof tokenModifiers)[number];

/** Tokens do not overlap; one that runs over a line break is for the protocol to cut. */
export interface Token {
  readonly span: Span;
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

/** The tokens of the blocks that a stretch of the file touches, of all blocks without one; empty for a file that is not there. */
export function tokens(snapshot: Snapshot, uri: string, within?: Span): Token[] {
  const file = snapshot.files.get(uri);
  if (!file) return [];
  const scope = snapshot.scope(uri);
  const found: Token[] = [];
  for (const [block, start] of blocksWithin(file.tree, within ?? span(0, file.tree.text.length)))
    for (const token of scope.remember(known, block, () => tokensOf(block, scope)))
      found.push({ ...token, span: shift(token.span, start) });
  return found;
}

/** A client that wants all tokens wants them again at every edit, of one block. */
const known = new WeakMap<Block, Remembered<readonly Token[]>>();

function tokensOf(block: Block, scope: Scope): Token[] {
  const found: Token[] = block.remarks.map(remark => token(remark.span, 'comment'));
  if (block.keyword) found.push(token(block.keyword.span, 'keyword'));
  if (block.title && block.kind === 'report') found.push(token(block.title.span, 'string'));
  const mentions = mentionsUnder(block, scope);
  for (const mention of mentions) found.push(ofMention(mention, scope));
  // Editors keep the words of a token together: without one, figures beside names from right to left change places.
  for (const { span: where } of peopleIn(block))
    if (!mentions.some(({ span: { start } }) => start === where.start)) found.push(token(where, 'string'));
  for (const field of block.fields) {
    found.push(token(field.key.span, 'property'));
    for (const one of ofValue(block, field)) found.push(one);
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

const token = (where: Span, type: TokenType, modifiers: readonly TokenModifier[] = []): Token => ({
  span: where,
  type,
  modifiers,
});

const topics: Readonly<Record<Topic, TokenType>> = {
  source: 'variable',
  place: 'type',
  actor: 'class',
  event: 'event',
  'event type': 'enumMember',
};

function ofMention(mention: Mention, scope: Scope): Token {
  const { topic, role, span: where } = mention;
  if (role === 'definition') return token(where, topics[topic], ['declaration']);
  const entity = entityOf(mention, scope);
  const ships = entity && entity.origin !== 'workspace';
  return token(where, topics[topic], ships ? ['defaultLibrary'] : []);
}

/** Terms, figures and addresses of a value; its names are mentions. */
function* ofValue({ kind, source }: Block, field: Field): Iterable<Token> {
  const spec = fieldSpec(kind, field.key.text);
  const value = valueOfField(field, spec);
  const { valueSpan } = field;
  switch (value.kind) {
    case 'date':
      yield token(valueSpan, 'number');
      break;
    case 'actor':
      if (value.actor.role) yield token(shift(value.actor.role.span, valueSpan.start), 'enumMember');
      break;
    case 'count':
      for (const { span: part, category } of value.count.parts) {
        const { start, end } = shift(span(part.start, category?.span.start ?? part.end), valueSpan.start);
        for (const { 0: figure, index } of source.slice(start, end).matchAll(/~?\p{N}+(?:\.\.\p{N}+)?/gu))
          yield token(span(start + index, start + index + figure.length), 'number');
      }
      break;
    case 'text':
      if (spec?.value === 'term') yield token(valueSpan, 'enumMember');
      else if (spec?.value === 'url') yield token(valueSpan, 'string');
      else if (spec?.value === 'time') yield token(valueSpan, 'number');
      break;
    case 'names':
      if (spec?.value === 'privacy')
        for (const { name } of value.names) yield token(shift(name.span, valueSpan.start), 'enumMember');
      break;
    case 'source':
      if (value.source.grade) yield token(shift(value.source.grade.span, valueSpan.start), 'enumMember');
      break;
    case 'place':
    case 'empty':
    case 'unreadable':
      break;
  }
}
