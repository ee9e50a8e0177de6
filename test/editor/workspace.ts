// What the tests need of the workspace: its files, places in their text, and waiting for the server.
import * as vscode from 'vscode';

export function uriOf(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('no folder is open');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Opens a file of the workspace in the active editor, as it is on disk. */
export async function open(name: string): Promise<vscode.TextEditor> {
  const editor = await vscode.window.showTextDocument(uriOf(name));
  if (editor.document.isDirty) await vscode.commands.executeCommand('workbench.action.files.revert');
  return editor;
}

/** Opens a new report that is not on disk. VS Code may still be emptying one of the same name that was closed; then once more. */
export function draft(content: string): Promise<vscode.TextEditor> {
  return until('a draft with its text', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'qalam', content });
    const editor = await vscode.window.showTextDocument(document);
    return editor.document.getText() === content && editor;
  });
}

/** The place just after `text`, which must be in the document. */
export function after(document: vscode.TextDocument, text: string): vscode.Position {
  return rangeOf(document, text).end;
}

/** Where `text` first stands. */
export function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const at = document.getText().indexOf(text);
  if (at < 0) throw new Error(`“${text}” is not in ${document.uri.path}`);
  return new vscode.Range(document.positionAt(at), document.positionAt(at + text.length));
}

/** The findings on a file, as `line: message (code)`. */
export function findings(uri: vscode.Uri): string[] {
  return vscode.languages.getDiagnostics(uri).map(({ range, message, code }) => {
    const name = typeof code === 'object' ? code.value : code;
    return `${range.start.line + 1}: ${message} (${name})`;
  });
}

/** Waits until `look` returns something other than undefined or false; says what it was waiting for when it never does. */
export async function until<T>(
  what: string,
  look: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> {
  for (const end = Date.now() + 15_000; Date.now() < end; ) {
    const seen = await look();
    if (seen !== undefined && seen !== false) return seen;
    await new Promise(done => setTimeout(done, 50));
  }
  throw new Error(`never happened: ${what}`);
}

/** Closes every editor without saving. */
export async function closeAll(): Promise<void> {
  while (vscode.window.activeTextEditor) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
}
