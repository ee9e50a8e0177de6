// The import command: asks for a table, what it is and a folder, and has reports made of it by the command line or, where there is none, by the server.
import * as vscode from 'vscode';
import type { FormatsResult, ImportFormat } from '../../server/lsp/protocol';
import type { Connection } from '../connection';
import type { Run, Written } from '../program';
import { importHere } from './importHere';

/** What a caller may settle beforehand; with a file and a folder nothing is asked and nothing pops up. */
export interface ImportArguments {
  /** The name of a format. */
  readonly from?: string;
  readonly file?: vscode.Uri;
  readonly folder?: vscode.Uri;
}

/** Imports, and gives what was said of it; undefined when the author called it off. `oddities` takes what was odd. */
export async function importTable(
  connection: Connection,
  run: Run | undefined,
  oddities: vscode.OutputChannel,
  { from, file, folder }: ImportArguments,
): Promise<Written | undefined> {
  const { imports } = await connection.client.sendRequest<FormatsResult>('qalam/formats');
  const format = from ? imports.find(({ name }) => name === from) : await askFormat(imports);
  if (!format && from) throw new Error(`There is no import format “${from}”.`);
  const table = format && (file ?? (await askFile(format)));
  const target = table && (folder ?? (await askFolder(table)));
  if (!format || !table || !target) return undefined;
  const onDisk = table.scheme === 'file' && target.scheme === 'file';
  const written =
    run && onDisk ? await byProgram(run, format, table, target) : await importHere(connection, format, table, target);
  if (written && !(file && folder)) void tell(written, target, oddities);
  return written;
}

/** The command line takes files of any size. */
function byProgram(
  run: Run,
  { name }: ImportFormat,
  table: vscode.Uri,
  target: vscode.Uri,
): Promise<Written | undefined> {
  const args = ['import', '--from', name, table.fsPath, '-o', target.fsPath];
  const title = `Importing ${vscode.workspace.asRelativePath(table)}`;
  return orWriteOver(force => withProgress(run, [...args, ...force], title));
}

function withProgress(run: Run, args: readonly string[], title: string): Thenable<Written | undefined> {
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, (progress, cancelled) => {
    let before = 0;
    return run(
      args,
      share => {
        progress.report({ increment: 100 * Math.max(0, share - before) });
        before = share;
      },
      cancelled,
    );
  });
}

/** Reports of the same names are written over only if the author says so. */
async function orWriteOver(
  attempt: (force: readonly string[]) => Thenable<Written | undefined>,
): Promise<Written | undefined> {
  try {
    return await attempt([]);
  } catch (error) {
    const [said, advice] = error instanceof Error ? error.message.split(/(?= Name another folder)/) : [];
    if (!said || !advice?.includes('--force')) throw error;
    const answer = await vscode.window.showWarningMessage(said, { modal: true }, 'Write Over Them');
    return answer && (await attempt(['--force']));
  }
}

async function askFormat(imports: readonly ImportFormat[]): Promise<ImportFormat | undefined> {
  const items = imports.map(format => ({
    label: format.title,
    description: format.extensions.map(ending => `.${ending}`).join(', '),
    detail: format.means,
    format,
  }));
  const options = { title: 'Import', placeHolder: 'What the file is', matchOnDetail: true, matchOnDescription: true };
  return (await vscode.window.showQuickPick(items, options))?.format;
}

async function askFile({ title, extensions }: ImportFormat): Promise<vscode.Uri | undefined> {
  const filters = { [title]: [...extensions], 'All Files': ['*'] };
  return (await vscode.window.showOpenDialog({ title: `Import ${title}`, openLabel: 'Import', filters }))?.[0];
}

/** A folder of the table's name in the workspace, or any other. */
async function askFolder(table: vscode.Uri): Promise<vscode.Uri | undefined> {
  const open = vscode.workspace.workspaceFolders?.[0]?.uri;
  const made = open && (await newFolder(open, table.path.replace(/^.*\//, '').replace(/\.[^.]*$/, '') || 'imported'));
  if (made) {
    const [anew, other] = [
      { label: `$(new-folder) New Folder “${made.path.replace(/^.*\//, '')}”`, description: 'in the workspace' },
      { label: '$(folder-opened) Another Folder…' },
    ];
    const options = { title: 'Import', placeHolder: 'Where to put the reports' };
    const answer = await vscode.window.showQuickPick([anew, other], options);
    if (answer !== other) return answer && made;
  }
  const answer = await vscode.window.showOpenDialog({
    title: 'Folder for the Reports',
    openLabel: 'Write Here',
    canSelectFiles: false,
    canSelectFolders: true,
    ...(open && { defaultUri: open }),
  });
  return answer?.[0];
}

/** The first folder of that name, or with a number behind it, that is not there yet. */
async function newFolder(parent: vscode.Uri, name: string): Promise<vscode.Uri> {
  const taken = new Set((await vscode.workspace.fs.readDirectory(parent)).map(([entry]) => entry));
  let free = name;
  for (let number = 2; taken.has(free); number++) free = `${name}-${number}`;
  return vscode.Uri.joinPath(parent, free);
}

async function tell({ stdout, stderr }: Written, folder: vscode.Uri, oddities: vscode.OutputChannel): Promise<void> {
  oddities.replace(stderr);
  const [show, open] = ['Show What Was Kept As It Is', 'Open Folder'];
  const outside = !vscode.workspace.getWorkspaceFolder(folder);
  const buttons = [...(stderr.trim() ? [show] : []), ...(outside ? [open] : [])];
  const answer = await vscode.window.showInformationMessage(stdout.trim(), ...buttons);
  if (answer === show) oddities.show();
  if (answer === open) await vscode.commands.executeCommand('vscode.openFolder', folder);
}
