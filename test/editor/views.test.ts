// Does VS Code show beside, above and behind a text what it stands for, and change it where it is asked to?
import * as vscode from 'vscode';
import { equal, ok, some } from './assert';
import { after, closeAll, draft, findings, open, rangeOf, until, uriOf } from './workspace';

const text = `report "R"
  country: Syria

source port-desk
  publisher: Port Desk
  url: https://example.org/a

event shelling
  type: Shelling/artillery/missile attack
  date: 2014-11-14/2014-11-16
  place: Dumeir
  killed: 2 civilians, 3 soldiers
  source: port-desk
`;
const ask = async <Answer>(command: string, ...args: unknown[]): Promise<Answer | undefined> =>
  vscode.commands.executeCommand<Answer | undefined>(`vscode.${command}`, ...args);
/** Asks until there is something in the answer. */
const list = <Item>(command: string, ...args: unknown[]): Promise<Item[]> =>
  until(`an answer to ${command}`, async () => {
    const found = await ask<Item[]>(command, ...args);
    return found?.length ? found : undefined;
  });
const whole = (document: vscode.TextDocument) =>
  new vscode.Range(new vscode.Position(0, 0), document.lineAt(document.lineCount - 1).range.end);

suite('views', () => {
  teardown(closeAll);

  test('inlay hints say the usual name and the sum', async () => {
    const { document } = await draft(text);
    const hints = await list<vscode.InlayHint>('executeInlayHintProvider', document.uri, whole(document));
    const labels = hints.map(({ label }) => String(label));
    equal(labels, ['= Aḑ Ḑumayr', '= 5'], 'hints');
  });

  test('a line above a source says how often it is cited, and shows where', async () => {
    const { document } = await draft(text.replaceAll('port-desk', 'lone-desk')); // drafts of other tests may still be open
    const [lens] = await list<vscode.CodeLens>('executeCodeLensProvider', document.uri, 10);
    ok(lens?.command, 'the lens has no command');
    equal([lens.command.title, lens.range.start.line], ['cited by 1 event', 3], 'the lens');
    await vscode.commands.executeCommand(lens.command.command, ...(lens.command.arguments ?? []));
  });

  test('highlights, links and selections follow the language', async () => {
    const { document } = await draft(text);
    const caret = rangeOf(document, 'port-desk').start;
    const highlights = await list<vscode.DocumentHighlight>('executeDocumentHighlights', document.uri, caret);
    equal(
      highlights.map(({ range }) => range.start.line),
      [3, 12],
      'highlighted lines',
    );
    const links = await ask<vscode.DocumentLink[]>('executeLinkProvider', document.uri);
    equal(
      links?.map(({ target }) => String(target)),
      ['https://example.org/a'],
      'links',
    );
    const inName = rangeOf(document, 'Dumeir').start.translate(0, 2);
    const [range] = (await ask<vscode.SelectionRange[]>('executeSelectionRangeProvider', document.uri, [inName])) ?? [];
    const selections: string[] = [];
    for (let one: vscode.SelectionRange | undefined = range; one; one = one.parent)
      selections.push(document.getText(one.range).split('\n')[0]!);
    some(selections, /^Dumeir$/, 'the name');
    some(selections, /^place: Dumeir$/, 'the field');
    some(selections, /^event shelling$/, 'the block');
  });

  test('names are coloured by what they stand for', async () => {
    const { document } = await draft(text);
    const tokens = await until('tokens', () =>
      ask<vscode.SemanticTokens>('provideDocumentRangeSemanticTokens', document.uri, whole(document)),
    );
    ok(tokens.data.length > 20 && tokens.data.length % 5 === 0, `there are ${tokens.data.length} numbers`);
  });

  test('an event of a file that is not open is found by its place', async () => {
    const symbols = await list<vscode.SymbolInformation>('executeWorkspaceSymbolProvider', 'Watchtower');
    some(
      symbols.map(({ name }) => name),
      /^sound · 2014-11-15 · Watchtower Hill$/,
      'symbols',
    );
  });

  test('the timeline has the years of all events', async () => {
    await open('drafts/draft.qalam');
    const years = await until('a timeline', async () => {
      const labels = await vscode.commands.executeCommand<string[]>('qalam.showTimeline');
      return labels.length > 0 && labels;
    });
    ok(years.includes('2014'), `the years are ${years.join(', ')}`);
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
  });

  test('a file that is not open is checked too', async () => {
    await open('drafts/shared.qalam');
    const found = await until('a finding', () => {
      const list = findings(uriOf('drafts/draft.qalam'));
      return list.length > 0 && list;
    });
    some(found, /place\.unknown/, 'findings');
  });

  test('the forms of a value are shown, that which is being written first', async () => {
    const { document } = await draft('event e\n  killed: 3..');
    const help = await until('help', () =>
      ask<vscode.SignatureHelp>('executeSignatureHelpProvider', document.uri, after(document, '3..')),
    );
    equal(help.signatures[help.activeSignature]?.label, 'killed: 3..7', 'the form');
  });

  test('a line takes its look as it is finished, and a selection when asked', async () => {
    const { document } = await draft('event e\n    type:Presence\n\nevent   f\n');
    const options = { tabSize: 2, insertSpaces: true };
    const apply = async (edits: vscode.TextEdit[] | undefined) => {
      ok(edits?.length, 'nothing changes');
      const edit = new vscode.WorkspaceEdit();
      edit.set(document.uri, edits);
      await vscode.workspace.applyEdit(edit);
    };
    const below = new vscode.Position(2, 0);
    await apply(await ask('executeFormatOnTypeProvider', document.uri, below, '\n', options));
    equal(document.lineAt(1).text, '  type: Presence', 'the line');
    await apply(await ask('executeFormatRangeProvider', document.uri, document.lineAt(3).range, options));
    equal(document.lineAt(3).text, 'event f', 'the header');
  });

  test('an event of three days is split into three', async () => {
    const { document } = await draft(text);
    const at = rangeOf(document, '2014-11-14');
    const actions = await list<vscode.CodeAction>('executeCodeActionProvider', document.uri, at);
    const split = actions.find(({ title }) => /^Split into 3/.test(title));
    ok(split?.edit, `there is no such action: ${actions.map(({ title }) => title).join('; ')}`);
    await vscode.workspace.applyEdit(split.edit);
    const dates = document.getText().match(/date: .*/g);
    equal(dates?.join(), 'date: 2014-11-14,date: 2014-11-15,date: 2014-11-16', 'dates');
  });
});
