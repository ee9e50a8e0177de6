// Does VS Code offer the right words while one writes a report?
import * as vscode from 'vscode';
import { equal, ok, some } from './assert';
import { after, closeAll, draft, open, until } from './workspace';

const complete = (editor: vscode.TextEditor, position: vscode.Position) =>
  vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    editor.document.uri,
    position,
  );
const label = ({ label }: vscode.CompletionItem) => (typeof label === 'string' ? label : label.label);

suite('completion', () => {
  teardown(closeAll);

  test('half a place name finds the place, under any of its spellings', async () => {
    const editor = await draft('report "R"\n  country: Syria\n\nevent e\n  place: Dum');
    const { items } = await complete(editor, after(editor.document, 'place: Dum'));
    some(items.slice(0, 5).map(label), /umayr/, 'the first places');
  });

  test('an accepted place takes the place of what was typed', async () => {
    const editor = await draft('report "R"\n  country: Syria\n\nevent e\n  place: Umm Rum');
    const { items } = await complete(editor, after(editor.document, 'place: Umm Rum'));
    const item = items[0];
    ok(item, 'nothing is offered');
    const { range } = item;
    ok(range, 'the item does not say what it replaces');
    const replaced = editor.document.getText(range instanceof vscode.Range ? range : range.replacing);
    equal(replaced, 'Umm Rum', 'replaced');
  });

  test('a name in Arabic letters finds the place', async () => {
    const editor = await draft('report "R"\n  country: Syria\n\nevent e\n  place: الضم');
    const { items } = await complete(editor, after(editor.document, 'place: الضم'));
    some(items.slice(0, 5).map(label), /umayr|ضمير/, 'the first places');
  });

  test('a place defined in another file of the workspace is offered', async () => {
    const editor = await draft('event e\n  place: Watch');
    const { items } = await complete(editor, after(editor.document, 'place: Watch'));
    some(items.slice(0, 3).map(label), /Watchtower Hill/, 'the first places');
  });

  test('a field is offered where one can begin, unless it is there already', async () => {
    const editor = await draft('event e\n  type: Armed clash\n  d');
    const labels = (await complete(editor, after(editor.document, '\n  d'))).items.map(label);
    some(labels, /^date/, 'fields');
    ok(!labels.some(text => /^type/.test(text)), `type is offered again: ${labels.join(', ')}`);
  });

  test('groups, roles and sources each have their own list', async () => {
    const editor = await open('drafts/draft.qalam');
    const at = async (text: string) => (await complete(editor, after(editor.document, text))).items.map(label);
    some(await at('actor: S'), /Syrian/, 'groups');
    some(await at('Syrian army as a'), /^attacker/, 'roles');
    some(await at('source: h'), /^harbour-desk/, 'sources');
  });

  test('a block keyword is offered at the margin', async () => {
    const editor = await draft('report "R"\n\nev');
    const { items } = await complete(editor, after(editor.document, '\n\nev'));
    some(items.map(label), /^event/, 'keywords');
  });

  test('the countries of the settings rank first in a report that names none', async () => {
    const editor = await draft('event e\n  place: Tripo');
    const first = async () => (await complete(editor, after(editor.document, 'place: Tripo'))).items[0]?.detail ?? '';
    const settings = vscode.workspace.getConfiguration('qalam');
    try {
      for (const country of ['Lebanon', 'Libya']) {
        await settings.update('country', [country], vscode.ConfigurationTarget.Workspace);
        await until(`${country} comes first`, async () => (await first()).includes(country));
      }
    } finally {
      await settings.update('country', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});
