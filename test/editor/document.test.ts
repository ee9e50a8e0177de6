// Does VS Code know the shape of a report: its outline, its folds, its tidy form?
import * as vscode from 'vscode';
import { equal, ok } from './assert';
import { closeAll, draft, open } from './workspace';

suite('document', () => {
  teardown(closeAll);

  test('the outline names every block', async () => {
    const { document } = await open('drafts/draft.qalam');
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    const names = symbols.map(({ name }) => name);
    equal(names, ['A draft with mistakes in it', 'misspelt', 'sound'], 'outline');
  });

  test('every block folds', async () => {
    const { document } = await open('drafts/draft.qalam');
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    const starts = folds.map(({ start }) => start);
    for (const line of [0, 4, 11]) ok(starts.includes(line), `line ${line + 1} does not fold; ${starts.join(', ')} do`);
  });

  test('Format Document tidies indentation and spaces, and changes nothing else', async () => {
    const { document } = await draft('event e\n     type:Presence\n     type:   Presence  \n');
    const options = { tabSize: 2, insertSpaces: true };
    const edits = await vscode.commands.executeCommand<vscode.TextEdit[]>(
      'vscode.executeFormatDocumentProvider',
      document.uri,
      options,
    );
    const edit = new vscode.WorkspaceEdit();
    edit.set(document.uri, edits);
    await vscode.workspace.applyEdit(edit);
    ok(/^ {2}type: Presence$/m.test(document.getText()), `it is now:\n${document.getText()}`);
  });
});
