// Does VS Code's keyboard behave in a report: the return key, brackets, and the snippet of a whole event?
import * as vscode from 'vscode';
import { equal, ok } from './assert';
import { after, closeAll, draft, until } from './workspace';

const type = (text: string) => vscode.commands.executeCommand('type', { text });

function caretAt(editor: vscode.TextEditor, position: vscode.Position): void {
  editor.selection = new vscode.Selection(position, position);
}

suite('keyboard', () => {
  teardown(closeAll);

  test('return goes into a block after its header, and out of it after an empty line', async () => {
    const editor = await draft('event e');
    caretAt(editor, after(editor.document, 'event e'));
    await type('\n');
    await type('type: Presence');
    await type('\n');
    const state = () => JSON.stringify([editor.document.getText(), editor.selection.active]);
    const caretIs = async (line: number, character: number) => {
      const is = () => editor.selection.active.isEqual(new vscode.Position(line, character));
      await until(`the caret in line ${line}, column ${character}`, is).catch(error => {
        throw new Error(`${error.message}, but ${state()}`);
      });
    };
    await caretIs(2, 2);
    await new Promise(done => setTimeout(done, 500)); // VS Code keeps the indentation of a line it has not looked at yet
    await type('\n');
    await caretIs(3, 0);
  });

  test('the brackets of a set of days close by themselves', async () => {
    const editor = await draft('event e\n  date: ');
    caretAt(editor, after(editor.document, 'date: '));
    await type('{');
    equal(editor.document.lineAt(1).text, '  date: {}', 'the line');
  });

  test('two letters and return give a whole event of the source above', async () => {
    const editor = await draft('report "R"\n  country: Syria\n\nsource port-desk\n  publisher: Port Desk\n\nev');
    caretAt(editor, editor.document.lineAt(6).range.end);
    const text = await until('the event', async () => {
      if (editor.document.lineCount > 7) return editor.document.getText();
      await vscode.commands.executeCommand('editor.action.triggerSuggest');
      await new Promise(done => setTimeout(done, 400));
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      return editor.document.lineCount > 7 && editor.document.getText();
    });
    ok(
      /^event \S+\n {2}type: \n {2}date: \n {2}place: \n {2}actor: \n {2}source: port-desk\n/m.test(text),
      `the report is: ${text}`,
    );
  });
});
