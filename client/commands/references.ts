// The command behind a code lens: shows what in the workspace speaks of the definition it stands above.
import * as vscode from 'vscode';

/** A position as the protocol has it. */
interface Place {
  readonly line: number;
  readonly character: number;
}

export async function showReferences(address: string, { line, character }: Place): Promise<void> {
  const uri = vscode.Uri.parse(address);
  const position = new vscode.Position(line, character);
  const found = await vscode.commands.executeCommand<vscode.Location[]>(
    'vscode.executeReferenceProvider',
    uri,
    position,
  );
  const others = found.filter(one => String(one.uri) !== address || !one.range.contains(position));
  await vscode.commands.executeCommand('editor.action.showReferences', uri, position, others);
}
