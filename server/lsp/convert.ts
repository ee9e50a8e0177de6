// From spans, findings and completions to what the protocol calls them.
import {
  type CodeLens,
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  type DocumentLink,
  type DocumentSymbol,
  type FoldingRange,
  FoldingRangeKind,
  type InlayHint,
  InsertTextFormat,
  MarkupKind,
  type Range,
  SymbolKind,
  type TextDocumentContentChangeEvent,
  type TextEdit,
} from 'vscode-languageserver';
import type { Lens } from '../features/codeLens';
import type { Completion, Item } from '../features/completion';
import type { Fold } from '../features/folding';
import type { Hint } from '../features/inlayHints';
import type { Link } from '../features/links';
import type { Outline } from '../features/symbols';
import { type Token, tokenModifiers, tokenTypes } from '../features/tokens';
import { isolated } from '../semantics/direction';
import type { Finding, Related, Severity } from '../semantics/finding';
import type { Snapshot } from '../semantics/snapshot';
import type { Edit } from '../text/edit';
import { type Span, shift } from '../text/span';
import { Text } from '../text/text';

export const toRange = (text: Text, { start, end }: Span): Range => ({
  start: text.positionAt(start),
  end: text.positionAt(end),
});

export const toSpan = (text: Text, { start, end }: Range): Span => ({
  start: text.offsetAt(start),
  end: text.offsetAt(end),
});

/** The text after a change that a client tells of, of a stretch or of all of it. */
export const changed = (text: Text, change: TextDocumentContentChangeEvent): Text =>
  'range' in change && change.range
    ? text.edited({ span: toSpan(text, change.range), text: change.text })
    : Text.of(change.text);

export const toTextEdit = (text: Text, edit: Edit): TextEdit => ({
  range: toRange(text, edit.span),
  newText: edit.text,
});

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const relatedIn = (related: readonly Related[], { files }: Snapshot): DiagnosticRelatedInformation[] =>
  related.flatMap(({ uri, block, start, message }) => {
    const text = files.get(uri)?.tree.text;
    if (!text || start === undefined || !block.title) return [];
    return { message: isolated(message), location: { uri, range: toRange(text, shift(block.title.span, start)) } };
  });

export const toDiagnostic = (
  text: Text,
  { span, code, severity, message, related }: Finding,
  snapshot?: Snapshot,
): Diagnostic => ({
  range: toRange(text, span),
  severity: severities[severity],
  code,
  source: 'qalam',
  message: isolated(message),
  ...(related && snapshot && { relatedInformation: relatedIn(related, snapshot) }),
});

const itemKinds: Readonly<Record<Item['kind'], CompletionItemKind>> = {
  block: CompletionItemKind.Struct,
  field: CompletionItemKind.Property,
  term: CompletionItemKind.EnumMember,
  'event type': CompletionItemKind.EnumMember,
  place: CompletionItemKind.Field,
  actor: CompletionItemKind.Class,
  source: CompletionItemKind.Reference,
  event: CompletionItemKind.Event,
  date: CompletionItemKind.Value,
  country: CompletionItemKind.Constant,
  phrase: CompletionItemKind.Keyword,
};

/** What of a completion depends on the client. */
export interface CompletionStyle {
  readonly snippets: boolean;
  /** The command that opens completion again, where the client has one. */
  readonly again: string | undefined;
}

/**
 * Keeps our order through `sortText`. Where more letters would bring other entries, the filter text is what is already
 * written, so that an editor does not drop an entry whose name is in another script or begins with an article.
 */
export function toCompletionList(
  text: Text,
  { span, rest = 0, items, incomplete }: Completion,
  style: CompletionStyle,
): CompletionList {
  const range = toRange(text, { start: span.start, end: span.end + rest });
  const written = text.slice(span.start, span.end);
  return {
    isIncomplete: incomplete,
    items: items.map((item, i) => toItem(item, i, range, incomplete ? written : undefined, style)),
  };
}

function toItem(
  item: Item,
  order: number,
  range: Range,
  written: string | undefined,
  style: CompletionStyle,
): CompletionItem {
  const { label, detail, kind, insert = label, snippet, documentation, entity, again } = item;
  const named = written !== undefined && kind !== 'phrase';
  return {
    label,
    kind: itemKinds[kind],
    ...(detail && { detail: isolated(detail), labelDetails: { description: isolated(detail) } }),
    sortText: String(order).padStart(4, '0'),
    ...(named && { filterText: written || label }),
    ...(documentation && { documentation: { kind: MarkupKind.Markdown, value: documentation } }),
    ...(snippet && style.snippets && { insertTextFormat: InsertTextFormat.Snippet }),
    textEdit: { range, newText: snippet && !style.snippets ? withoutPlaceholders(insert) : insert },
    ...(entity && { data: { entity } }),
    ...(again && style.again && { command: { title: 'Suggest', command: style.again } }),
  };
}

/** A snippet as plain text, for editors that know none. */
const withoutPlaceholders = (snippet: string): string =>
  snippet
    .replace(/\$\{\d+\|([^,|}]*)[^}]*\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$\d+/g, '');

export const symbolKinds: Readonly<Record<Outline['kind'], SymbolKind>> = {
  report: SymbolKind.File,
  source: SymbolKind.Key,
  place: SymbolKind.Namespace,
  actor: SymbolKind.Class,
  'event type': SymbolKind.EnumMember,
  event: SymbolKind.Event,
};

export const toDocumentSymbol = (text: Text, { kind, name, detail, span, title }: Outline): DocumentSymbol => ({
  name: isolated(name),
  detail: isolated(detail),
  kind: symbolKinds[kind],
  range: toRange(text, span),
  selectionRange: toRange(text, title),
});

export const toFoldingRange = ({ from, to, kind }: Fold): FoldingRange => ({
  startLine: from,
  endLine: to,
  ...(kind === 'comment' && { kind: FoldingRangeKind.Comment }),
  ...(kind === 'section' && { kind: FoldingRangeKind.Region }),
});

export const toDocumentLink = (text: Text, { span, address }: Link): DocumentLink => ({
  range: toRange(text, span),
  target: address,
});

export const toInlayHint = (text: Text, { at, label, detail }: Hint): InlayHint => ({
  position: text.positionAt(at),
  label,
  paddingLeft: true,
  ...(detail && { tooltip: { kind: MarkupKind.Markdown, value: detail } }),
});

/** A lens that opens the list of what it counts, where the client has a command for that. */
export function toCodeLens(text: Text, uri: string, { span, title }: Lens, command: string | undefined): CodeLens {
  const range = toRange(text, span);
  return { range, command: command ? { title, command, arguments: [uri, range.start] } : { title, command: '' } };
}

/** Five numbers a token, lines and columns counted from the token before; a token that runs over lines is cut. */
export function encodeTokens(text: Text, tokens: readonly Token[]): number[] {
  const data: number[] = [];
  let before = { line: 0, character: 0 };
  const add = (start: number, end: number, { type, modifiers }: Token) => {
    const { line, character } = text.positionAt(start);
    const column = line === before.line ? character - before.character : character;
    const flags = modifiers.reduce((set, modifier) => set | (1 << tokenModifiers.indexOf(modifier)), 0);
    data.push(line - before.line, column, end - start, tokenTypes.indexOf(type), flags);
    before = { line, character };
  };
  for (const token of tokens) {
    const { start, end } = token.span;
    const parts = text.slice(start, end).matchAll(/[^\s][^\r\n]*/g);
    for (const part of parts) add(start + part.index, start + part.index + part[0].trimEnd().length, token);
  }
  return data;
}
