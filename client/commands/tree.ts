// The developers' command: the syntax tree of the open report and what its names resolved to, beside it and kept up to date.
import * as vscode from 'vscode';
import type { TreeParams, TreeResult } from '../../server/lsp/protocol';
import type { Connection } from '../connection';

const scheme = 'qalam-tree';

export class SyntaxTree implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #shown = new Set<string>();
  readonly #disposables: vscode.Disposable[];

  readonly onDidChange = this.#changed.event;

  constructor(private readonly connection: Connection) {
    this.#disposables = [
      this.#changed,
      vscode.workspace.registerTextDocumentContentProvider(scheme, this),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (this.#shown.has(String(document.uri))) this.#changed.fire(treeOf(document.uri));
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (uri.scheme === scheme) this.#shown.delete(uri.query);
      }),
    ];
  }

  async show(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (document?.languageId !== 'qalam') throw new Error('Open a report first.');
    this.#shown.add(String(document.uri));
    await vscode.window.showTextDocument(treeOf(document.uri), {
      viewColumn: vscode.ViewColumn.Beside,
      preserveFocus: true,
    });
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const params: TreeParams = { uri: uri.query };
    const { text } = await this.connection.client.sendRequest<TreeResult>('qalam/tree', params);
    return text;
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }
}

/** The address of a report's tree: named after the report, which is carried whole in the query. */
function treeOf(report: vscode.Uri): vscode.Uri {
  return vscode.Uri.from({ scheme, path: `${report.path}.tree`, query: String(report) });
}
