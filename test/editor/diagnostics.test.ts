// Does VS Code show what is wrong, and put it right with one key?
import * as vscode from 'vscode';
import { equal, ok, some } from './assert';
import { closeAll, findings, open, rangeOf, until, uriOf } from './workspace';

suite('diagnostics', () => {
  teardown(closeAll);

  test('the example has neither errors nor warnings', async () => {
    const files = await vscode.workspace.findFiles('*.qalam');
    ok(files.length > 0, 'the example has no .qalam file');
    for (const file of files) {
      await vscode.window.showTextDocument(file);
      await until(`an outline of ${file.path}`, async () => {
        const symbols = await vscode.commands.executeCommand<unknown[] | undefined>(
          'vscode.executeDocumentSymbolProvider',
          file,
        );
        return symbols !== undefined && symbols.length > 0;
      });
      const grave = vscode.languages
        .getDiagnostics(file)
        .filter(({ severity }) => severity <= vscode.DiagnosticSeverity.Warning);
      equal(
        grave.map(({ message }) => message),
        [],
        file.path,
      );
    }
  });

  test('a misspelt place is the only finding in the draft', async () => {
    const { document } = await open('drafts/draft.qalam');
    const found = await until('a finding', () => findings(document.uri).length > 0 && findings(document.uri));
    equal(found.length, 1, `findings ${found.join('; ')}`);
    some(found, /^8: .*Dumeyr.*\(place\.unknown\)$/, 'the finding');
  });

  test('a quick fix puts the nearest name there, and the finding goes', async () => {
    const { document } = await open('drafts/draft.qalam');
    await until('a finding', () => findings(document.uri).length > 0);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      rangeOf(document, 'Dumeyr'),
      vscode.CodeActionKind.QuickFix.value,
    );
    const fix = actions.find(({ title, edit }) => edit && /umayr|Dumeir/.test(title));
    ok(fix?.edit, `no fix names the place: ${actions.map(({ title }) => title).join('; ')}`);
    ok(await vscode.workspace.applyEdit(fix.edit), 'the edit was refused');
    ok(!document.getText().includes('Dumeyr'), 'the misspelling is still there');
    await until('the finding goes', () => findings(document.uri).length === 0);
  });

  test('what is typed is checked at once, before it is saved', async () => {
    const { document } = await open('drafts/draft.qalam');
    await until('a finding', () => findings(document.uri).length === 1);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, rangeOf(document, '2014-11-15'), '2014-11-31');
    await vscode.workspace.applyEdit(edit);
    const found = await until('a second finding', () => findings(document.uri).length === 2 && findings(document.uri));
    some(found, /^14: .*31.*\(date\.impossible\)$/, 'the finding');
  });

  test('a definition that changes on disk is noticed in the report that uses it', async () => {
    const { document } = await open('drafts/draft.qalam');
    await until('a finding', () => findings(document.uri).length === 1);
    const shared = uriOf('drafts/shared.qalam');
    const before = await vscode.workspace.fs.readFile(shared);
    const without = new TextDecoder().decode(before).replace('source harbour-desk', 'source other-desk');
    try {
      await vscode.workspace.fs.writeFile(shared, new TextEncoder().encode(without));
      await until('its source is missed', () => findings(document.uri).length === 3);
    } finally {
      await vscode.workspace.fs.writeFile(shared, before);
    }
    await until('its source is found again', () => findings(document.uri).length === 1);
  });

  test('an earlier version that is shown beside a file defines nothing a second time', async () => {
    const shared = uriOf('drafts/shared.qalam');
    const earlier = shared.with({ scheme: 'earlier' });
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(shared));
    const provider = vscode.workspace.registerTextDocumentContentProvider('earlier', {
      provideTextDocumentContent: () => text,
    });
    try {
      await vscode.commands.executeCommand('vscode.diff', earlier, shared, 'What changed');
      await until('both versions are open', () => {
        const open = vscode.workspace.textDocuments
          .filter(({ languageId }) => languageId === 'qalam')
          .map(({ uri }) => String(uri));
        return open.includes(String(earlier)) && open.includes(String(shared));
      });
      const { document } = await open('drafts/draft.qalam');
      await until('a finding', () => findings(document.uri).length > 0);
      equal(findings(document.uri).length, 1, `findings ${findings(document.uri).join('; ')}`);
      ok(!findings(shared).some(one => one.includes('id.duplicate')), findings(shared).join('; '));
    } finally {
      provider.dispose();
    }
  });
});
