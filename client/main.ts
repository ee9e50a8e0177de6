// The extension's entry in VS Code on a desktop or a remote machine: the server is a Node process of its own.
import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import type { Connection } from './connection';
import { start } from './extension';
import { program } from './node';

let connection: Connection | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--inspect=6019', '--enable-source-maps'] } };
  connection = await start(
    context,
    async options => new LanguageClient('qalam', 'Qalam', { run, debug }, options),
    program(vscode.Uri.joinPath(context.extensionUri, 'dist', 'cli.js').fsPath),
  );
}

export async function deactivate(): Promise<void> {
  await connection?.stop();
}
