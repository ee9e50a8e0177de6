// What the extension does in any host: starts the server, answers its questions about files, offers the commands.
import * as vscode from 'vscode';
import { type ExportArguments, exportReport } from './commands/export';
import { newReport } from './commands/newReport';
import { SyntaxTree } from './commands/tree';
import { type Connect, Connection } from './connection';
import { answerFileRequests } from './files';

export async function start(context: vscode.ExtensionContext, connect: Connect): Promise<Connection> {
  const watcher = vscode.workspace.createFileSystemWatcher('**/*.qalam');
  const connection = new Connection(
    connect,
    { documentSelector: [{ language: 'qalam' }], synchronize: { fileEvents: watcher } },
    answerFileRequests,
  );
  const tree = new SyntaxTree(connection);
  const leftOut = vscode.window.createOutputChannel('Qalam: Left Out of the Export');

  const command = (name: string, run: (...args: never[]) => unknown) =>
    vscode.commands.registerCommand(`qalam.${name}`, async (...args: never[]) => {
      try {
        return await run(...args);
      } catch (error) {
        void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
        throw error;
      }
    });
  context.subscriptions.push(
    watcher,
    tree,
    leftOut,
    command('export', (args?: ExportArguments) => exportReport(connection, leftOut, args ?? {})),
    command('exportWithPrivate', () => exportReport(connection, leftOut, { includePrivate: true })),
    command('newReport', newReport),
    command('restart', () => connection.restart()),
    command('showTree', () => tree.show()),
  );
  await connection.start();
  return connection;
}
