// What the export command asks: which reports, in which format, and where to put them.
import * as vscode from 'vscode';
import type { Format } from '../../server/lsp/protocol';
import { reports } from '../files';

/** The open report, all of them, or some by their addresses. */
export type Scope = 'file' | 'workspace' | readonly vscode.Uri[];

const remembered = 'qalam.export.format';

/** The format to write, the one chosen last offered first; undefined when the author turned away. */
export async function askFormat(formats: readonly Format[], memory: vscode.Memento): Promise<Format | undefined> {
  const last = memory.get<string>(remembered);
  const sorted = [...formats].sort((a, b) => Number(b.name === last) - Number(a.name === last));
  const items = sorted.map(format => ({
    label: format.title,
    description: `${format.folder ? 'folder of ' : ''}.${format.extension}${format.name === last ? ', chosen last' : ''}`,
    detail: format.means,
    format,
  }));
  const answer = await vscode.window.showQuickPick(items, {
    title: 'Export Report',
    placeHolder: 'In which format',
    matchOnDetail: true,
    matchOnDescription: true,
  });
  if (answer) await memory.update(remembered, answer.format.name);
  return answer?.format;
}

/** Asks only when there is a choice; undefined when the author turned away. */
export async function askScope(file: vscode.Uri | undefined): Promise<Scope | undefined> {
  const found = await reports();
  const others = found.filter(uri => String(uri) !== String(file));
  if (!file && others.length === 0)
    throw new Error('There is no report to export. Open a .qalam file or a folder with some.');
  if (file && others.length === 0) return 'file';
  if (!file && others.length === 1) return others;
  const items: (vscode.QuickPickItem & { scope: Scope | 'some' })[] = [
    { label: 'Whole Workspace', description: `${found.length} files`, scope: 'workspace' },
    { label: 'Some Files…', description: 'choose which', scope: 'some' },
  ];
  if (file) items.unshift({ label: 'This File', description: vscode.workspace.asRelativePath(file), scope: 'file' });
  const answer = await vscode.window.showQuickPick(items, { title: 'Export Report', placeHolder: 'What to export' });
  return answer?.scope === 'some' ? askFiles(found, file) : answer?.scope;
}

async function askFiles(
  found: readonly vscode.Uri[],
  file: vscode.Uri | undefined,
): Promise<readonly vscode.Uri[] | undefined> {
  const items = found
    .map(uri => ({ label: vscode.workspace.asRelativePath(uri), picked: String(uri) === String(file), uri }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
  const answer = await vscode.window.showQuickPick(items, {
    title: 'Export Report',
    placeHolder: 'Which files',
    canPickMany: true,
  });
  return answer?.length ? answer.map(({ uri }) => uri) : undefined;
}

/** Where to write: beside the report, or in the workspace's folder. A format of several files gets a folder of its own. */
export function askTarget(format: Format, file: vscode.Uri | undefined): Thenable<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  const saved = file && file.scheme !== 'untitled' ? file : undefined;
  const stem = saved?.path.replace(/^.*\//, '').replace(/\.qalam$/, '') ?? folder?.name ?? 'report';
  const name = format.folder ? `${stem}-${format.extension}` : `${stem}.${format.extension}`;
  const beside = saved ? vscode.Uri.joinPath(saved, '..', name) : folder && vscode.Uri.joinPath(folder.uri, name);
  return vscode.window.showSaveDialog({
    title: format.folder ? 'Export Report to a Folder' : 'Export Report',
    saveLabel: 'Export',
    ...(!format.folder && { filters: { [format.title]: [format.extension] } }),
    ...(beside && { defaultUri: beside }),
  });
}
