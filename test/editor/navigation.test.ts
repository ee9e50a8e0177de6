// Does VS Code explain a name, find where it is defined, and rename it in every file?
import * as vscode from 'vscode';
import { equal, ok } from './assert';
import { closeAll, findings, open, rangeOf, until, uriOf } from './workspace';

const nameOf = (uri: vscode.Uri) => uri.path.replace(/^.*\//, '');

suite('names', () => {
  teardown(closeAll);

  test('a hover on a place shows what it was resolved to', async () => {
    const { document } = await open('drafts/draft.qalam');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      rangeOf(document, 'Watchtower Hill').start,
    );
    const text = hovers
      .flatMap(({ contents }) => contents.map(part => (typeof part === 'string' ? part : part.value)))
      .join('\n');
    ok(/Watchtower Hill/.test(text) && /33[.,]\d+/.test(text), `the hover says: ${text}`);
  });

  test('a place leads to its definition in the other file', async () => {
    const { document } = await open('drafts/draft.qalam');
    const [found] = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      rangeOf(document, 'Watchtower Hill').start,
    );
    ok(found, 'there is no definition');
    equal(nameOf('uri' in found ? found.uri : found.targetUri), 'shared.qalam', 'defined in');
  });

  test('a source renamed where it is used is renamed everywhere', async () => {
    const { document } = await open('drafts/draft.qalam');
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      rangeOf(document, 'harbour-desk').start,
      'port-desk',
    );
    const counts = edit.entries().map(([uri, edits]) => `${nameOf(uri)} ${edits.length}`);
    equal(counts.sort(), ['draft.qalam 2', 'private.qalam 2', 'shared.qalam 1'], 'edits');

    ok(await vscode.workspace.applyEdit(edit), 'the edit was refused');
    const shared = await vscode.workspace.openTextDocument(uriOf('drafts/shared.qalam'));
    for (const text of [document.getText(), shared.getText()]) {
      ok(text.includes('port-desk') && !text.includes('harbour-desk'), `not renamed:\n${text}`);
    }
    await until('the renamed source is known', () => findings(document.uri).length === 1);
    await vscode.window.showTextDocument(shared);
  });

  test('all that speaks of a group is listed, across files', async () => {
    const { document } = await open('drafts/draft.qalam');
    const found = await until('references', async () => {
      const list = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeReferenceProvider',
        document.uri,
        rangeOf(document, 'Shield of the Valley').start,
      );
      return list.length > 0 && list;
    });
    equal(
      found.map(({ uri }) => nameOf(uri)).sort(),
      ['draft.qalam', 'private.qalam', 'private.qalam', 'shared.qalam', 'shared.qalam'],
      'files',
    );
  });

  test('a place that is renamed keeps its old spelling where the settings say so', async () => {
    const { document } = await open('drafts/draft.qalam');
    const settings = vscode.workspace.getConfiguration('qalam');
    const rename = () =>
      vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        rangeOf(document, 'Watchtower Hill').start,
        'Lookout Hill',
      );
    const inShared = (edit: vscode.WorkspaceEdit) =>
      edit.entries().flatMap(([uri, edits]) => (nameOf(uri) === 'shared.qalam' ? edits.map(one => one.newText) : []));
    try {
      for (const [choice, texts] of [
        ['never', ['"Lookout Hill"']],
        ['always', ['"Lookout Hill"', ', Watchtower Hill']],
      ] as const) {
        await settings.update('rename.keepOldSpelling', choice, vscode.ConfigurationTarget.Workspace);
        await until(`“${choice}” is heeded`, async () => String(inShared(await rename())) === String(texts));
      }
    } finally {
      await settings.update('rename.keepOldSpelling', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});
