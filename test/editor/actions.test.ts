// Does VS Code offer, and do, what can be done about a name, a date or a file?
import * as vscode from 'vscode';
import { equal, ok, some } from './assert';
import { closeAll, draft, findings, open, rangeOf, until, uriOf } from './workspace';

const actionsAt = (document: vscode.TextDocument, text: string, kind?: vscode.CodeActionKind) =>
  vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    rangeOf(document, text),
    kind?.value,
    50, // resolves that many, so that each has its edit
  );

/** Does the first action whose title is like that, once there is one. */
async function act(
  document: vscode.TextDocument,
  at: string,
  title: RegExp,
  kind?: vscode.CodeActionKind,
): Promise<void> {
  const action = await until(`an action like ${title}`, async () =>
    (await actionsAt(document, at, kind)).find(one => title.test(one.title)),
  );
  ok(action.edit, `“${action.title}” has no edit`);
  ok(await vscode.workspace.applyEdit(action.edit), `“${action.title}” was refused`);
}

suite('actions', () => {
  teardown(closeAll);

  test('a name that nobody knows goes into the gazetteer file of the workspace, and is known', async () => {
    const { document } = await draft(
      'report "R"\n  country: Syria\n\nevent e\n  type: Presence\n  date: 2014\n  place: Qarxyzville\n',
    );
    const unknown = () => findings(document.uri).some(finding => finding.includes('place.unknown'));
    await until('an unknown place', unknown);
    await act(document, 'Qarxyzville', /^Add “Qarxyzville” to gazetteer\.qalam$/);
    await until('a known place', () => !unknown());
    const made = await vscode.workspace.openTextDocument(uriOf('gazetteer.qalam'));
    ok(/^place "Qarxyzville"\n {2}kind:/m.test(made.getText()), made.getText());
    await vscode.window.showTextDocument(made);
    await vscode.commands.executeCommand('workbench.action.files.save');
    await vscode.workspace.fs.delete(made.uri);
  });

  test('what mends a finding comes before what silences it', async () => {
    const { document } = await open('drafts/draft.qalam');
    await until('a finding', () => findings(document.uri).length > 0);
    const titles = (await actionsAt(document, 'Dumeyr')).map(({ title }) => title);
    const order = [/^Change to /, /pin it/, /^Define place/, /^Add “Dumeyr” to/, /^Ignore /].map(title =>
      titles.findIndex(one => title.test(one)),
    );
    equal(
      order,
      [...order].sort((a, b) => a - b),
      `order in ${titles.join('; ')}`,
    );
    ok(!order.includes(-1), `missing from ${titles.join('; ')}`);
  });

  test('a date in words gets its EDTF form, and a source that is missing a block', async () => {
    const text =
      'report "R"\n  country: Syria\n\nevent e\n  type: Presence\n  date: 14 Nov 2014\n  place: Homs\n  source: lone-paper\n';
    const { document } = await draft(text);
    await until('two findings', () => findings(document.uri).length >= 2);
    await act(document, '14 Nov 2014', /2014-11-14/);
    ok(document.getText().includes('  date: 2014-11-14\n'), document.getText());
    await act(document, 'lone-paper', /^Define source/);
    ok(/^source lone-paper$/m.test(document.getText()), document.getText());
    await until(
      'no finding on the source',
      () => !findings(document.uri).some(one => one.includes('source.undefined')),
    );
  });

  test('all events are sorted by date, and all that has one way out is mended', async () => {
    const { document } = await draft(
      'event late\n  date: 2015-01-01\n\nevent early\n  date: 2014-01-01\n\nevent odd\n  date: 2014/05/06\n',
    );
    await act(document, 'late', /^Sort events/, vscode.CodeActionKind.Source);
    ok(document.getText().indexOf('event early') < document.getText().indexOf('event late'), document.getText());
    await until('a finding', () => findings(document.uri).length > 0);
    await act(document, 'early', /one right way out/, vscode.CodeActionKind.SourceFixAll);
    ok(document.getText().includes('date: 2014-05-06'), document.getText());
  });

  test('a namesake is pinned to its id', async () => {
    const { document } = await draft(
      'report "R"\n  country: Syria\n\nevent e\n  type: Presence\n  date: 2014\n  place: Dumeir\n',
    );
    await act(document, 'Dumeir', /geonames:170589|Pin /, vscode.CodeActionKind.Refactor);
    some([document.getText()], /place: Dumeir \[geonames:170589\]/, 'the report');
  });
});
