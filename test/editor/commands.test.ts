// Do the commands of the extension do what their titles say?
import * as vscode from 'vscode';
import type { ExportResult } from '../../server/lsp/protocol';
import { equal, ok } from './assert';
import { closeAll, draft, findings, open, until, uriOf } from './workspace';

interface Exported {
  readonly events: readonly {
    readonly id: string;
    readonly place?: { readonly text: string; readonly latitude?: number };
  }[];
}

async function read(uri: vscode.Uri): Promise<Exported> {
  return JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)));
}

suite('commands', () => {
  teardown(closeAll);

  test('Export writes the open report to a file, whole, and counts its events', async () => {
    await open('drafts/draft.qalam');
    const target = uriOf('draft.json');
    const result = await vscode.commands.executeCommand<ExportResult>('qalam.export', { target, scope: 'file' });
    const { events } = await read(target);
    equal(result.events, events.length, 'events counted');
    const hill = events.find(({ place }) => place?.text === 'Watchtower Hill');
    ok(hill?.place?.latitude && Math.abs(hill.place.latitude - 33.67) < 0.1, `the place of ${JSON.stringify(hill)}`);
    const names = (await vscode.workspace.fs.readDirectory(uriOf('.'))).map(([name]) => name);
    ok(!names.some(name => name.endsWith('.part')), `left behind: ${names.join(', ')}`);
  });

  test('Export of the workspace has the events of every file', async () => {
    const target = uriOf('all.json');
    const { events } = await vscode.commands.executeCommand<ExportResult>('qalam.export', {
      target,
      scope: 'workspace',
    });
    const file = await read(target);
    equal(file.events.length, events, 'events in the file');
    ok(events > 2, `only ${events} events`);
  });

  test('Export keeps back what is private unless asked for it', async () => {
    await open('drafts/private.qalam');
    const target = uriOf('private.json');
    const eventsWith = async (includePrivate: boolean) => {
      await vscode.commands.executeCommand('qalam.export', { target, scope: 'file', includePrivate });
      return (await read(target)).events.map(({ id }) => id);
    };
    equal(await eventsWith(false), ['shown'], 'events');
    equal(await eventsWith(true), ['kept-back', 'shown'], 'events with private ones');
  });

  test('Export to a folder that cannot be written says so and leaves nothing', async () => {
    await open('drafts/draft.qalam');
    const target = uriOf('drafts/draft.qalam/below-a-file.json');
    const failure = await vscode.commands.executeCommand('qalam.export', { target, scope: 'file' }).then(
      () => undefined,
      (error: Error) => error.message,
    );
    ok(failure?.includes('was not written'), `the message is: ${failure}`);
  });

  test('Export never takes the place of a report', async () => {
    const { document } = await open('drafts/draft.qalam');
    for (const target of [document.uri, uriOf('drafts/other.QALAM')]) {
      const failure = await vscode.commands.executeCommand('qalam.export', { target, scope: 'file' }).then(
        () => undefined,
        (error: Error) => error.message,
      );
      ok(failure?.includes('is a report. Nothing was exported'), `the message is: ${failure}`);
    }
    equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(document.uri)), document.getText(), 'the report');
    const names = (await vscode.workspace.fs.readDirectory(uriOf('drafts'))).map(([name]) => name);
    ok(!names.includes('other.QALAM'), `written: ${names.join(', ')}`);
  });

  test('New Report opens a report with its first three blocks', async () => {
    await vscode.commands.executeCommand('qalam.newReport');
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    for (const block of ['report', 'source', 'event'])
      ok(new RegExp(`^${block} `, 'm').test(text), `${block} is missing`);
  });

  test('Show Syntax Tree shows the tree of the open report', async () => {
    await open('drafts/draft.qalam');
    await vscode.commands.executeCommand('qalam.showTree');
    const tree = await until('a tree', () =>
      vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'qalam-tree'),
    );
    ok(tree.getText().includes('misspelt'), `the tree is: ${tree.getText().slice(0, 200)}`);
  });

  test('Restart Language Server brings the findings back', async () => {
    const { document } = await open('drafts/draft.qalam');
    await until('a finding', () => findings(document.uri).length > 0);
    await vscode.commands.executeCommand('qalam.restart');
    await until('a finding again', () => findings(document.uri).length > 0);
  });

  test("Add a Country's Gazetteer makes its places known to the open reports", async function () {
    if (uriOf('.').scheme !== 'file') this.skip(); // a browser's worker has neither disk nor programs
    const column = { 0: '990000001', 1: 'Khirbat al Misbar', 4: '34.1', 5: '37.2', 6: 'P', 7: 'PPL', 8: 'SY' };
    const line = Array.from({ length: 19 }, (_, i) => (column as Record<number, string>)[i] ?? '').join('\t');
    const table = uriOf('misbar.txt');
    await vscode.workspace.fs.writeFile(table, new TextEncoder().encode(line));
    const { document } = await draft('event e\n  place: Khirbat al Misbar\n');
    const isUnknown = () => findings(document.uri).some(finding => finding.includes('place.unknown'));
    await until('an unknown place', isUnknown);
    await vscode.commands.executeCommand('qalam.addGazetteer', [table.fsPath]);
    await until('a known place', () => findings(document.uri).length > 0 && !isUnknown());
  });

  test('Import makes reports of a table', async () => {
    const file = uriOf('table.csv');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('date,place,killed\n2014-11-14,Dumeir,3\n'));
    const folder = uriOf('imported');
    const args = { from: 'csv', file, folder };
    const { stdout } = await vscode.commands.executeCommand<{ stdout: string }>('qalam.import', args);
    ok(/^1 event, /.test(stdout), stdout);
    const report = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, 'events.qalam'));
    const text = new TextDecoder().decode(report);
    ok(/\n {2}place: Dumeir\n/.test(text), text);
    const names = async (at: vscode.Uri) => (await vscode.workspace.fs.readDirectory(at)).map(([name]) => name);
    equal((await names(folder)).join(), 'events.qalam', 'the reports');
    ok(!(await names(uriOf('.'))).some(name => /\.(?:part|tmp)$/.test(name)), 'nothing is left beside it');
  });
});
