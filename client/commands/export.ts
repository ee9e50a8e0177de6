// The export command: asks what and where, shows progress, writes the file, and says what was left out.
import * as vscode from 'vscode';
import type { ExportParams, ExportResult } from '../../server/lsp/protocol';
import type { Connection } from '../connection';
import { reports } from '../files';
import { writeWhole } from '../write';
import { requestWithProgress } from './progress';

export type Scope = 'file' | 'workspace';

/** What a caller may settle beforehand; with a target nothing is asked and nothing pops up. */
export interface ExportArguments {
  readonly target?: vscode.Uri;
  readonly scope?: Scope;
  readonly includePrivate?: boolean;
}

/** Exports and returns what was exported; undefined when the author called it off. */
export async function exportReport(
  connection: Connection,
  leftOut: vscode.OutputChannel,
  { target, scope, includePrivate = false }: ExportArguments,
): Promise<ExportResult | undefined> {
  const file = openReport();
  const chosen = scope ?? (target ? (file ? 'file' : 'workspace') : await askScope(file));
  if (!chosen) return undefined;
  if (chosen === 'file' && !file) throw new Error('No report is open to export.');
  const to = target ?? (await askTarget(chosen === 'file' ? file : undefined));
  if (!to) return undefined;
  if (isReport(to, file))
    throw new Error(`${vscode.workspace.asRelativePath(to)} is a report. Nothing was exported; choose another file.`);

  const params: ExportParams = {
    format: 'json',
    uris: chosen === 'file' && file ? [String(file)] : null,
    includePrivate,
  };
  const title = `Exporting ${chosen === 'file' ? 'this report' : 'the workspace'}`;
  const result = await requestWithProgress<ExportResult>(connection.client, 'qalam/export', params, title);
  if (!result) return undefined;
  await writeWhole(to, result.text);
  if (!target) void tell(to, result, leftOut);
  return result;
}

/** An export never takes a report's place: not the open one's, whatever it is called, nor that of another. */
const isReport = (target: vscode.Uri, open: vscode.Uri | undefined): boolean =>
  /\.qalam$/i.test(target.path) || (open !== undefined && target.path === open.path && target.scheme === open.scheme);

function openReport(): vscode.Uri | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document?.languageId === 'qalam' ? document.uri : undefined;
}

/** Asks only when there is a choice; undefined when the author turned away. */
async function askScope(file: vscode.Uri | undefined): Promise<Scope | undefined> {
  const found = await reports(2);
  const others = found.filter(uri => String(uri) !== String(file));
  if (!file && others.length === 0)
    throw new Error('There is no report to export. Open a .qalam file or a folder with some.');
  if (!file) return 'workspace';
  if (others.length === 0) return 'file';
  const answer = await vscode.window.showQuickPick(
    [
      { label: 'This file', description: vscode.workspace.asRelativePath(file), scope: 'file' as const },
      { label: 'Whole workspace', description: 'all .qalam files', scope: 'workspace' as const },
    ],
    { title: 'Export Report', placeHolder: 'What to export' },
  );
  return answer?.scope;
}

function askTarget(file: vscode.Uri | undefined): Thenable<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  const saved = file && file.scheme !== 'untitled' ? file : undefined;
  const name = `${saved?.path.replace(/^.*\//, '').replace(/\.qalam$/, '') ?? folder?.name ?? 'report'}.json`;
  const beside = saved ? vscode.Uri.joinPath(saved, '..', name) : folder && vscode.Uri.joinPath(folder.uri, name);
  return vscode.window.showSaveDialog({
    title: 'Export Report',
    saveLabel: 'Export',
    filters: { JSON: ['json'] },
    ...(beside && { defaultUri: beside }),
  });
}

async function tell(
  target: vscode.Uri,
  { events, losses }: ExportResult,
  leftOut: vscode.OutputChannel,
): Promise<void> {
  const name = vscode.workspace.asRelativePath(target);
  const exported = `Exported ${events} ${events === 1 ? 'event' : 'events'} to ${name}.`;
  const lines = losses.length === 1 ? '1 line was' : `${losses.length} lines were`;
  const lost = losses.length === 0 ? 'Nothing was left out.' : `${lines} not exported in full.`;
  leftOut.clear();
  for (const { uri, line, message } of losses) {
    leftOut.appendLine(`${vscode.Uri.parse(uri).fsPath}:${line + 1}:1  ${message}`);
  }
  const show = 'Show What Was Left Out';
  const answer = await vscode.window.showInformationMessage(
    `${exported} ${lost}`,
    'Open',
    ...(losses.length > 0 ? [show] : []),
  );
  if (answer === 'Open') await vscode.window.showTextDocument(target);
  if (answer === show) leftOut.show();
}
