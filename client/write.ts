// Writes a file whole or not at all.
import * as vscode from 'vscode';

/** Writes beside the target and then takes its name, so that a failure leaves what was there before. */
export async function writeWhole(target: vscode.Uri, text: string): Promise<void> {
  const name = target.path.slice(target.path.lastIndexOf('/') + 1);
  const part = vscode.Uri.joinPath(target, '..', `.${name}.${Math.random().toString(36).slice(2, 8)}.part`);
  try {
    await vscode.workspace.fs.writeFile(part, new TextEncoder().encode(text));
    await vscode.workspace.fs.rename(part, target, { overwrite: true });
  } catch (error) {
    await vscode.workspace.fs.delete(part).then(undefined, () => undefined);
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${target.fsPath} was not written. ${reason}`);
  }
}
