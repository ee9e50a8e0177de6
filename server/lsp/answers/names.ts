// Answers about the name or value at a caret: what can be written, what it means, where else it stands, and its new name.
import {
  type Connection,
  DocumentHighlightKind,
  LSPErrorCodes,
  MarkupKind,
  ResponseError,
} from 'vscode-languageserver';
import { complete } from '../../features/completion';
import { definition } from '../../features/definition';
import { highlights } from '../../features/highlights';
import { hover } from '../../features/hover';
import { linkedEditing } from '../../features/linkedEditing';
import { references } from '../../features/references';
import { renamable, rename } from '../../features/rename';
import { signatureHelp } from '../../features/signatureHelp';
import { card } from '../../semantics/cards';
import type { Asking } from '../asking';
import { nameInText } from '../capabilities';
import { toCompletionList, toRange } from '../convert';

export function answerNames(connection: Connection, asking: Asking): void {
  connection.onCompletion(
    asking.whenReadyOrLate(params => {
      const caret = asking.caret(params);
      const completion = caret && complete(caret);
      return completion && toCompletionList(asking.text(caret.uri), completion, asking.client().completion);
    }),
  );

  connection.onCompletionResolve(item => {
    const entity = item.data?.entity ? asking.snapshot.gazetteer.byId(item.data.entity) : undefined;
    return entity ? { ...item, documentation: { kind: MarkupKind.Markdown, value: card(entity) } } : item;
  });

  connection.onHover(
    asking.whenReadyOrLate(params => {
      const caret = asking.caret(params);
      const found = caret && hover(caret);
      return (
        found && {
          contents: { kind: MarkupKind.Markdown, value: found.markdown },
          range: toRange(asking.text(caret.uri), found.span),
        }
      );
    }),
  );

  connection.onSignatureHelp(params => {
    const caret = asking.caret(params);
    const { triggerCharacter, isRetrigger } = params.context ?? {};
    const found = caret && signatureHelp(caret, isRetrigger ? undefined : triggerCharacter);
    return (
      found && {
        signatures: found.forms.map(({ label, means }) => ({
          label,
          documentation: { kind: MarkupKind.Markdown, value: `${means}\n\n${found.means}` },
          parameters: [],
        })),
        activeSignature: found.active,
        activeParameter: null,
      }
    );
  });

  connection.onDefinition(
    asking.whenReady(params => {
      const caret = asking.caret(params);
      return caret && definition(caret).map(({ uri, name }) => asking.location({ uri, span: name }));
    }),
  );

  connection.onReferences(
    asking.whenReady(params => {
      const caret = asking.caret(params);
      return caret && references(caret, params.context.includeDeclaration).map(one => asking.location(one));
    }),
  );

  connection.onDocumentHighlight(params => {
    const caret = asking.caret(params);
    return (
      caret &&
      highlights(caret).map(({ span, gives }) => ({
        range: toRange(asking.text(caret.uri), span),
        kind: gives ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      }))
    );
  });

  connection.onPrepareRename(params => {
    const caret = asking.caret(params);
    const found = caret && renamable(caret);
    return found && { range: toRange(asking.text(caret.uri), found.span), placeholder: found.text };
  });

  connection.onRenameRequest(
    asking.whenReady(params => {
      const caret = asking.caret(params);
      const renaming = caret && rename(caret, params.newName);
      if (!renaming) return;
      return renaming.ok
        ? asking.renaming(renaming)
        : new ResponseError<void>(LSPErrorCodes.RequestFailed, renaming.message);
    }),
  );

  connection.languages.onLinkedEditingRange(
    asking.whenReady(params => {
      const caret = asking.caret(params);
      const spans = caret ? linkedEditing(caret) : [];
      if (!caret || !spans.length) return;
      return { ranges: spans.map(span => toRange(asking.text(caret.uri), span)), wordPattern: nameInText };
    }),
  );
}
