// What the extension does in any host: starts the server, answers its questions about files, offers the commands.
import * as vscode from 'vscode';
import type { Options } from '../server/lsp/protocol';
import { addGazetteer } from './commands/addGazetteer';
import { type ExportArguments, exportReport, openReport } from './commands/export';
import { type ImportArguments, importTable } from './commands/import';
import { newReport } from './commands/newReport';
import { showReferences } from './commands/references';
import { SyntaxTree } from './commands/tree';
import { type Connect, Connection } from './connection';
import { answerFileRequests } from './files';
import type { Run } from './program';
import { Timeline } from './timeline';

/** `run` runs the command line; undefined where the host has no programs. */
export async function start(context: vscode.ExtensionContext, connect: Connect, run?: Run): Promise<Connection> {
  const connection = new Connection(
    connect,
    {
      documentSelector: schemes().map(scheme => ({ language: 'qalam', scheme })),
      synchronize: { configurationSection: 'qalam' },
      initializationOptions: (): Options => ({ ...settings(), showReferences: 'qalam.showReferences' }),
    },
    answerFileRequests,
  );
  const tree = new SyntaxTree(connection);
  const timeline = new Timeline(connection);
  const leftOut = vscode.window.createOutputChannel('Qalam: Left Out of the Export');
  const oddities = vscode.window.createOutputChannel('Qalam: Oddities of the Import');

  const exportAs = (args: ExportArguments) => exportReport(connection, leftOut, context.workspaceState, args);
  const command = (name: string, does: (...args: unknown[]) => unknown) =>
    vscode.commands.registerCommand(`qalam.${name}`, does);
  context.subscriptions.push(
    tree,
    timeline,
    leftOut,
    oddities,
    command('export', (args, selected) =>
      hasTarget(args) ? exportAs(args) : orSayWhy(() => exportAs({ ...selection(args, selected) })),
    ),
    command('exportWithPrivate', () => orSayWhy(() => exportAs({ includePrivate: true }))),
    command('import', given => {
      const args: ImportArguments = typeof given === 'object' && given !== null ? given : {};
      const work = () => importTable(connection, run, oddities, args);
      return args.folder ? work() : orSayWhy(work);
    }),
    command('newReport', newReport),
    command('showTimeline', () => timeline.show()),
    vscode.commands.registerCommand('qalam.showReferences', showReferences),
    command('addGazetteer', words => orSayWhy(() => addGazetteer(connection, run, words))),
    command('restart', () => orSayWhy(() => connection.restart())),
    command('showTree', () => orSayWhy(() => tree.show())),
  );
  await vscode.commands.executeCommand('setContext', 'qalam.active', true);
  await vscode.commands.executeCommand('setContext', 'qalam.inBrowser', run === undefined);
  await connection.start();
  timeline.refresh();
  return connection;
}

/**
 * Where reports lie: on a disk, here or elsewhere, or nowhere yet. What else VS Code shows, such as an earlier version beside the file in a
 * comparison, or a preview of changes, would define everything a second time.
 */
function schemes(): readonly string[] {
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);
  return [...new Set(['file', 'untitled', 'vscode-remote', 'vscode-vfs', ...folders])];
}

/** The settings below `qalam` as plain data: those that VS Code hands out cannot be sent to a worker. */
const settings = (): Options => JSON.parse(JSON.stringify(vscode.workspace.getConfiguration().get('qalam') ?? {}));

/** What fails when a person asked for it is told to that person. */
async function orSayWhy(run: () => Promise<unknown>): Promise<void> {
  try {
    await run();
  } catch (error) {
    void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
  }
}

/** The reports selected in the explorer, when there are several or none is open; the button of an editor passes the open one. */
function selection(clicked: unknown, selected: unknown): ExportArguments {
  const open = openReport();
  const uris = (Array.isArray(selected) ? selected : [clicked]).filter(
    (one): one is vscode.Uri => one instanceof vscode.Uri && one.path.endsWith('.qalam'),
  );
  const isOpen = uris.length === 1 && String(uris[0]) === String(open);
  return uris.length && !isOpen ? { files: uris } : {};
}

/** Whether code, rather than a person, asked for an export; a menu passes the open file's address. */
function hasTarget(args: unknown): args is ExportArguments & { target: vscode.Uri } {
  return typeof args === 'object' && args !== null && 'target' in args && args.target instanceof vscode.Uri;
}
