// Writes a file or a folder whole or not at all.
import * as vscode from 'vscode';

const besideOf = (target: vscode.Uri): vscode.Uri => {
  const name = target.path.slice(target.path.lastIndexOf('/') + 1);
  return vscode.Uri.joinPath(target, '..', `.${name}.${Math.random().toString(36).slice(2, 8)}.part`);
};

/** Writes beside the target and then takes its name, so that a failure leaves what was there before. */
export const writeWhole = (target: vscode.Uri, data: Uint8Array): Promise<void> =>
  inPlaceOf(target, part => vscode.workspace.fs.writeFile(part, data));

/** The same for a folder of files, by their paths in it; `among` leaves what else is in the folder. */
export const writeFolder = (
  target: vscode.Uri,
  files: ReadonlyMap<string, Uint8Array>,
  among = false,
): Promise<void> => {
  const { fs } = vscode.workspace;
  const write = async (part: vscode.Uri) => {
    for (const [path, data] of files) await fs.writeFile(vscode.Uri.joinPath(part, path), data);
  };
  if (!among) return inPlaceOf(target, write);
  return inPlaceOf(target, write, async part => {
    if (!(await isThere(target))) return fs.rename(part, target);
    for (const path of files.keys()) {
      const to = vscode.Uri.joinPath(target, path);
      await fs.createDirectory(vscode.Uri.joinPath(to, '..'));
      await fs.rename(vscode.Uri.joinPath(part, path), to, { overwrite: true });
    }
    await fs.delete(part, { recursive: true });
  });
};

const isThere = (uri: vscode.Uri): Thenable<boolean> =>
  vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );

async function inPlaceOf(
  target: vscode.Uri,
  write: (part: vscode.Uri) => Thenable<void>,
  settle = (part: vscode.Uri) => vscode.workspace.fs.rename(part, target, { overwrite: true }),
): Promise<void> {
  const part = besideOf(target);
  try {
    await write(part);
    await settle(part);
  } catch (error) {
    await vscode.workspace.fs.delete(part, { recursive: true }).then(undefined, () => undefined);
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${target.fsPath} was not written. ${reason}`);
  }
}
