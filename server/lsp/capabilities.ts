// What the server can do for a client, as far as that client can make use of it.
import {
  type ClientCapabilities,
  CodeActionKind,
  CodeActionRequest,
  type Connection,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { actionKinds } from '../features/actions';
import { tokenModifiers, tokenTypes } from '../features/tokens';
import { SETTINGS_FILE } from '../semantics/settings';

/** Names as they stand in a report may have spaces in them; linked editing ends where a value or list does. */
export const nameInText = '[^,;،()\\[\\]"#\\r\\n]*';

export function capabilitiesFor({ textDocument }: ClientCapabilities): ServerCapabilities {
  // The tokens of a whole long file are many: a client that can ask for what it shows is not told of the rest.
  const inRange = Boolean(textDocument?.semanticTokens?.requests?.range);
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    completionProvider: {
      triggerCharacters: [':', ' ', ',', '"'],
      resolveProvider: true,
      completionItem: { labelDetailsSupport: true },
    },
    hoverProvider: true,
    signatureHelpProvider: { triggerCharacters: ['.', '[', '{'], retriggerCharacters: [',', '~', '/'] },
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: { prepareProvider: true },
    linkedEditingRangeProvider: true,
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    documentLinkProvider: {},
    semanticTokensProvider: {
      legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
      range: inRange,
      full: !inRange,
    },
    inlayHintProvider: true,
    codeLensProvider: {},
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n', moreTriggerCharacter: [':'] },
    codeActionProvider: { codeActionKinds: [...actionKinds], resolveProvider: true },
    ...(textDocument?.diagnostic && {
      diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: true },
    }),
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}

/** Whether a client can be asked for more files than it was started for. */
export const registersSettings = ({ textDocument }: ClientCapabilities): boolean =>
  Boolean(textDocument?.synchronization?.dynamicRegistration && textDocument.codeAction?.dynamicRegistration);

/** Asks for what is written into settings files, and to mend it; all else about them is for the editor's own JSON support. */
export async function registerSettings({ client }: Connection): Promise<void> {
  const documentSelector = [{ pattern: `**/${SETTINGS_FILE}` }];
  await Promise.all([
    client.register(DidOpenTextDocumentNotification.type, { documentSelector }),
    client.register(DidChangeTextDocumentNotification.type, {
      documentSelector,
      syncKind: TextDocumentSyncKind.Incremental,
    }),
    client.register(DidCloseTextDocumentNotification.type, { documentSelector }),
    client.register(CodeActionRequest.type, { documentSelector, codeActionKinds: [CodeActionKind.QuickFix] }),
  ]);
}
