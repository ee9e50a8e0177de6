// Imports over the protocol: the reports that a file becomes in memory, what is said of them, giving up.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import test from 'node:test';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import type { ExportResult, ImportParams, ImportResult } from '../../server/lsp/protocol';
import { session } from '../support/session';

const params = (format: string, text: string): ImportParams => ({ format, name: 'table', text, target: 'imported' });
const ged = fs.readFileSync('test/unit/exchange/import/samples/ucdp-ged.csv', 'utf8');
const plain = 'date,place,killed\n2014-11-14,Dumeir,3\n2014-11-15,Dumeir\n';

test('a table becomes reports, and what was odd is told', async () => {
  const { client, stop } = await session();
  const { files, told, oddities } = await client.sendRequest<ImportResult>('qalam/import', params('csv', plain));
  assert.equal(told, '2 events, 1 source, 0 places, 0 groups in 1 file of imported.');
  assert.deepEqual(oddities, ['1 row: it has fewer cells than there are columns; kept as they are (row 2).']);
  assert.deepEqual(
    files.map(({ path }) => path),
    ['events.qalam'],
  );
  assert.match(
    files[0]!.text,
    /\nevent csv-1\n {2}type: Other\n {2}date: 2014-11-14\n {2}place: Dumeir\n {2}killed: 3\n/,
  );
  await stop();
});

test('real rows come in by several files, and go out again as they were', async () => {
  const { client, stop, open } = await session();
  const { files } = await client.sendRequest<ImportResult>('qalam/import', params('ucdp-ged', ged));
  assert.ok(files.length > 2);
  for (const { path, text } of files) open(`file:///imported/${path}`, text);
  const out = await client.sendRequest<ExportResult>('qalam/export', {
    format: 'ucdp-ged',
    uris: files.map(({ path }) => `file:///imported/${path}`),
    includePrivate: false,
  });
  assert.equal(out.events, 20);
  await stop();
});

test('an export of ours comes back, and no file lies outside the folder', async () => {
  const { client, stop, open } = await session();
  open('file:///work/report.qalam', 'event e\n  type: Presence\n  place: Dumeir\n');
  const made = await client.sendRequest<ExportResult>('qalam/export', {
    format: 'json',
    uris: null,
    includePrivate: false,
  });
  const text = made.files[0]!.text!.replace('"report.qalam"', '"../../x/./report"');
  const { files } = await client.sendRequest<ImportResult>('qalam/import', params('json', text));
  assert.deepEqual(files, [{ path: 'x/report.qalam', text: 'event e\n  type: Presence\n  place: Dumeir\n' }]);
  await stop();
});

test('what cannot be imported is told in a sentence, and a call-off is heard', async () => {
  const { client, stop } = await session();
  const refused = (format: string, text: string, why: RegExp) =>
    assert.rejects(client.sendRequest('qalam/import', params(format, text)), why);
  await refused('word', plain, /There is no import format “word”\./);
  await refused('csv', '', /table is empty: it has no line with the names of columns\./);
  await refused('csv', 'a,b\n1,2\n', /table is no table of events: none of its columns is called by a word for a date/);
  await refused('csv', 'date,date,place\n', /table has two columns “date”\./);
  await refused(
    'csv',
    'date,place\n2014,"Dumeir\n',
    /table cannot be read: a quote that is opened in line 2 or before/,
  );
  await refused('csv', 'date,place\n2014,the "x" town\n', /table cannot be read: a cell in line 2 has a quote within/);
  await refused('json', '{}', /table cannot be imported\. It is no export of Qalam/);
  const source = new CancellationTokenSource();
  const long = params('csv', plain + '2014-11-14,Dumeir,3\n'.repeat(20_000));
  client.onNotification('$/progress', ({ value }: { value: { kind: string } }) => {
    if (value.kind === 'report') source.cancel();
  });
  const work = client.sendRequest('qalam/import', { ...long, workDoneToken: 'import' }, source.token);
  await assert.rejects(work, /called off/);
  await stop();
});
