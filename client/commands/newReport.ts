// The new-report command: an untitled file with the first three blocks of any report, ready to fill in.
import * as vscode from 'vscode';

const today = '$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE';

const template = `report "\${1:Title}"
  country: \${2:Country}
  written: ${today}

source \${3:source-name}
  publisher: \${4:Publisher}
  published: \${5:${today}}

event \${6:event-name}
  type: $7
  date: \${8:${today}}
  place: $9
  actor: $10
  source: $3
$0`;

export async function newReport(): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: 'qalam' });
  const editor = await vscode.window.showTextDocument(document);
  await editor.insertSnippet(new vscode.SnippetString(template));
}
