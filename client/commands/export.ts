// The export command: asks what, as what and where, shows progress, writes the files, and says what was left out.
import * as vscode from 'vscode';
import type { ExportedFile, ExportParams, ExportResult, Format, FormatsResult } from '../../server/lsp/protocol';
import type { Connection } from '../connection';
import { writeFolder, writeWhole } from '../write';
import { askTarget, type Choice, choose, remember, type Scope } from './exportChoices';
import { requestWithProgress } from './progress';

/** What a caller may settle beforehand; with a target nothing is asked and nothing pops up. */
export interface ExportArguments {
  readonly target?: vscode.Uri;
  /** `file` is the open report. */
  readonly scope?: 'file' | 'workspace';
  /** Reports to export, in place of a scope. */
  readonly files?: readonly vscode.Uri[];
  /** The name of a format; JSON when a target is given without one. */
  readonly format?: string;
  readonly includePrivate?: boolean;
  /** Divide tables by country and year. */
  readonly partition?: boolean;
  /** Blur coordinates to this radius in km. */
  readonly redactKm?: number;
}

/** Exports and returns what was exported; undefined when the author called it off. `memory` keeps what was chosen last. */
export async function exportReport(
  connection: Connection,
  leftOut: vscode.OutputChannel,
  memory: vscode.Memento,
  args: ExportArguments,
): Promise<ExportResult | undefined> {
  const { target, partition = false } = args;
  const file = openReport();
  const { formats } = await connection.client.sendRequest<FormatsResult>('qalam/formats');
  const { files, includePrivate = false } = args;
  const choice = target
    ? settled(args, formats, file)
    : await choose(formats, { open: file, files, includePrivate }, memory);
  if (!choice) return undefined;
  const { scope, format, redactKm } = choice;
  const uris = scope === 'workspace' ? null : scope === 'file' ? [file!] : scope;
  const single = uris?.length === 1 ? uris[0] : undefined;
  const to = target ?? (await askTarget(format, single, memory));
  if (!to) return undefined;
  if (isReport(to, file))
    throw new Error(`${vscode.workspace.asRelativePath(to)} is a report. Nothing was exported; choose another file.`);

  const params: ExportParams = {
    format: format.name,
    uris: uris?.map(String) ?? null,
    includePrivate: choice.includePrivate,
    partition,
    byteOrderMark: vscode.workspace.getConfiguration('qalam').get('export.byteOrderMark', false),
    redactKm,
  };
  const title = `Exporting ${nameOf(scope)}`;
  const result = await requestWithProgress<ExportResult>(connection.client, 'qalam/export', params, title);
  if (!result) return undefined;
  await write(to, format, result.files);
  if (target) return result;
  await remember(memory, choice, to, single);
  void tell(to, format, result, leftOut);
  return result;
}

/** What a caller that gives a target has chosen with it. */
function settled(
  { scope, files, format: name = 'json', includePrivate = false, redactKm = 0 }: ExportArguments,
  formats: readonly Format[],
  file: vscode.Uri | undefined,
): Choice {
  const format = formats.find(one => one.name === name);
  if (!format) throw new Error(`There is no export format “${name}”.`);
  if (scope === 'file' && !file) throw new Error('No report is open to export.');
  return { scope: files?.length ? files : (scope ?? (file ? 'file' : 'workspace')), format, includePrivate, redactKm };
}

const nameOf = (scope: Scope): string =>
  scope === 'workspace'
    ? 'the workspace'
    : scope === 'file' || scope.length === 1
      ? 'this report'
      : `${scope.length} reports`;

async function write(to: vscode.Uri, format: Format, files: readonly ExportedFile[]): Promise<void> {
  const contents = new Map(files.map(file => [file.path, bytesOf(file)]));
  if (!format.folder) return writeWhole(to, contents.get('') ?? new Uint8Array());
  await refuseOthers(to);
  return writeFolder(to, contents);
}

const bytesOf = (file: ExportedFile): Uint8Array =>
  file.base64 === undefined
    ? new TextEncoder().encode(file.text)
    : Uint8Array.from(atob(file.base64), letter => letter.charCodeAt(0));

/** A folder is taken only when it is empty, is not there yet, or holds an earlier export. */
async function refuseOthers(folder: vscode.Uri): Promise<void> {
  const entries = await vscode.workspace.fs.readDirectory(folder).then(
    found => found,
    () => [],
  );
  const earlier = entries.some(([name]) => name === 'about.json');
  if (entries.length && !earlier)
    throw new Error(`${vscode.workspace.asRelativePath(folder)} holds other files. Choose a new or an empty folder.`);
}

/** An export never takes a report's place: not the open one's, whatever it is called, nor that of another. */
const isReport = (target: vscode.Uri, open: vscode.Uri | undefined): boolean =>
  /\.qalam$/i.test(target.path) || (open !== undefined && target.path === open.path && target.scheme === open.scheme);

/** The report of the tab in front, also while the focus is in a panel below it. */
export function openReport(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  const shown = input instanceof vscode.TabInputText ? String(input.uri) : undefined;
  return vscode.workspace.textDocuments.find(({ uri, languageId }) => languageId === 'qalam' && String(uri) === shown)
    ?.uri;
}

async function tell(
  target: vscode.Uri,
  format: Format,
  { events, losses }: ExportResult,
  leftOut: vscode.OutputChannel,
): Promise<void> {
  const name = vscode.workspace.asRelativePath(target);
  const exported = `Exported ${events} ${events === 1 ? 'event' : 'events'} to ${name}.`;
  const lines = losses.length === 1 ? '1 thing was' : `${losses.length} things were`;
  const lost = losses.length === 0 ? 'Nothing was left out.' : `${lines} not exported in full.`;
  leftOut.clear();
  for (const { uri, line, message } of losses) {
    leftOut.appendLine(`${vscode.Uri.parse(uri).fsPath}:${line + 1}:1  ${message}`);
  }
  const show = 'Show What Was Left Out';
  const answer = await vscode.window.showInformationMessage(
    `${exported} ${lost}`,
    format.folder ? 'Reveal' : 'Open',
    ...(losses.length > 0 ? [show] : []),
  );
  if (answer === 'Open') await vscode.window.showTextDocument(target);
  if (answer === 'Reveal') await vscode.commands.executeCommand('revealInExplorer', target);
  if (answer === show) leftOut.show();
}
