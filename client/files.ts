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
    try {
      return { text: new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.parse(uri))) };
    } catch (error) {
      if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return { text: null };
      throw error;
    }
  });
}
