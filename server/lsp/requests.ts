// The requests: each one finds its caret, asks one feature, and says the answer in the protocol's words.
import {
  type CodeAction,
  CodeActionKind,
  type Connection,
  type Location,
  LSPErrorCodes,
  MarkupKind,
  type Position,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { actions } from '../features/actions';
import { checkNow } from '../features/checks';
import { complete } from '../features/completion';
import { definition } from '../features/definition';
import { folding } from '../features/folding';
import { formatting } from '../features/formatting';
import { hover } from '../features/hover';
import { references } from '../features/references';
import { renamable, rename } from '../features/rename';
import { symbols } from '../features/symbols';
import { card } from '../semantics/cards';
import type { Caret } from '../semantics/caret';
import type { Edit } from '../text/edit';
import type { Span } from '../text/span';
import {
  type CompletionStyle,
  toCompletionList,
  toDiagnostic,
  toDocumentSymbol,
  toFoldingRange,
  toRange,
  toSpan,
  toTextEdit,
} from './convert';
import type { Workspace } from './workspace';

interface At {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
}

/** Puts a handler behind every request that the capabilities promise. */
export function answer(
  connection: Connection,
  workspace: Workspace,
  style: () => CompletionStyle,
  ready: Promise<void>,
): void {
  const textOf = (uri: string) => workspace.snapshot().files.get(uri)?.tree.text;

  /** Undefined for a file that is not open. */
  const caretAt = ({ textDocument: { uri }, position }: At): Caret | undefined => {
    const text = textOf(uri);
    return text && { snapshot: workspace.snapshot(), uri, offset: text.offsetAt(position) };
  };

  const located = ({ uri, span }: { uri: string; span: Span }): Location => ({
    uri,
    range: toRange(textOf(uri)!, span),
  });

  const changes = (edits: ReadonlyMap<string, readonly Edit[]>): WorkspaceEdit => ({
    changes: Object.fromEntries(
      [...edits].map(([uri, list]) => [uri, list.map(edit => toTextEdit(textOf(uri)!, edit))]),
    ),
  });

  connection.onCompletion(params => {
    const caret = caretAt(params);
    const completion = caret && complete(caret);
    return completion && toCompletionList(textOf(caret.uri)!, completion, style());
  });

  connection.onCompletionResolve(item => {
    const entity = item.data?.entity ? workspace.snapshot().gazetteer.byId(item.data.entity) : undefined;
    return entity ? { ...item, documentation: { kind: MarkupKind.Markdown, value: card(entity) } } : item;
  });

  connection.onHover(params => {
    const caret = caretAt(params);
    const found = caret && hover(caret);
    return (
      found && {
        contents: { kind: MarkupKind.Markdown, value: found.markdown },
        range: toRange(textOf(caret.uri)!, found.span),
      }
    );
  });

  // What speaks of the whole workspace waits until all of it is known.
  connection.onDefinition(async params => {
    await ready;
    const caret = caretAt(params);
    return caret && definition(caret).map(({ uri, name }) => located({ uri, span: name }));
  });

  connection.onReferences(async params => {
    await ready;
    const caret = caretAt(params);
    return caret && references(caret, params.context.includeDeclaration).map(located);
  });

  connection.onPrepareRename(params => {
    const caret = caretAt(params);
    const found = caret && renamable(caret);
    return found && { range: toRange(textOf(caret.uri)!, found.span), placeholder: found.text };
  });

  connection.onRenameRequest(async params => {
    await ready;
    const caret = caretAt(params);
    const renaming = caret && rename(caret, params.newName);
    if (!renaming) return;
    return renaming.ok ? changes(renaming.edits) : new ResponseError(LSPErrorCodes.RequestFailed, renaming.message);
  });

  connection.onDocumentSymbol(({ textDocument: { uri } }) => {
    const tree = workspace.snapshot().files.get(uri)?.tree;
    return tree && symbols(tree).map(symbol => toDocumentSymbol(tree.text, symbol));
  });

  connection.onFoldingRanges(({ textDocument: { uri } }) => {
    const tree = workspace.snapshot().files.get(uri)?.tree;
    return tree && folding(tree).map(toFoldingRange);
  });

  connection.onDocumentFormatting(({ textDocument: { uri } }) => {
    const tree = workspace.snapshot().files.get(uri)?.tree;
    return tree && formatting(tree).map(edit => toTextEdit(tree.text, edit));
  });

  connection.onCodeAction(({ textDocument: { uri }, range, context: { only } }): CodeAction[] => {
    const text = textOf(uri);
    if (!text || (only && !only.some(kind => kind === CodeActionKind.Empty || kind === CodeActionKind.QuickFix)))
      return [];
    return actions(checkNow(workspace.snapshot(), uri), toSpan(text, range)).map(({ finding, fix }) => ({
      title: fix.title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [toDiagnostic(text, finding)],
      ...(fix.preferred && { isPreferred: true }),
      edit: changes(new Map([[uri, fix.edits]])),
    }));
  });
}
