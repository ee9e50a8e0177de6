// Writes a file or a folder whole or not at all.
import * as vscode from 'vscode';

const besideOf = (target: vscode.Uri): vscode.Uri => {
  const name = target.path.slice(target.path.lastIndexOf('/') + 1);
  return vscode.Uri.joinPath(target, '..', `.${name}.${Math.random().toString(36).slice(2, 8)}.part`);
};

/** Writes beside the target and then takes its name, so that a failure leaves what was there before. */
export const writeWhole = (target: vscode.Uri, data: Uint8Array): Promise<void> =>
  inPlaceOf(target, part => vscode.workspace.fs.writeFile(part, data));

/** The same for a folder of files, by their paths in it. */
export const writeFolder = (target: vscode.Uri, files: ReadonlyMap<string, Uint8Array>): Promise<void> =>
  inPlaceOf(target, async part => {
    for (const [path, data] of files) await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(part, path), data);
  });

async function inPlaceOf(target: vscode.Uri, write: (part: vscode.Uri) => Thenable<void>): Promise<void> {
  const part = besideOf(target);
  try {
    await write(part);
    await vscode.workspace.fs.rename(part, target, { overwrite: true });
  } catch (error) {
    await vscode.workspace.fs.delete(part, { recursive: true }).then(undefined, () => undefined);
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${target.fsPath} was not written. ${reason}`);
  }
}
