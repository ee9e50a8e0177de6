// Answers the server's questions about the workspace's files, for the hosts and folders where it cannot look itself.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { FilesResult, ReadParams, ReadResult } from '../server/lsp/protocol';

/** Every report in the workspace, wherever its folders lie; at most `limit` of them. */
export function reports(limit?: number): Thenable<vscode.Uri[]> {
  return vscode.workspace.findFiles('**/*.qalam', '**/node_modules/**', limit);
}

export function answerFileRequests(client: BaseLanguageClient): void {
  client.onRequest('qalam/files', async (): Promise<FilesResult> => ({ uris: (await reports()).map(String) }));
  client.onRequest('qalam/read', async ({ uri }: ReadParams): Promise<ReadResult> => {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.parse(uri));
    return { text: new TextDecoder().decode(bytes) };
  });
}
