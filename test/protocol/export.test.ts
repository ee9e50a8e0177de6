// Exports over the protocol: the formats on offer, files as text and bytes, what is told on the way, giving up.
import assert from 'node:assert/strict';
import test from 'node:test';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { formats } from '../../server/exchange/formats';
import type { ExportParams, ExportResult, FormatsResult } from '../../server/lsp/protocol';
import { session } from '../support/session';

const uri = 'file:///work/report.qalam';
const text = `event umm-ruman
  type: Armed clash
  date: 2014-11-14
  place: 33.64561, 36.69123
  actor: Syrian army as attacker
  killed: 3
  weapon: ضمير
`;

const params = (format: string, more: Partial<ExportParams> = {}): ExportParams => ({
  format,
  uris: null,
  includePrivate: false,
  ...more,
});

test('the client is told of every format', async () => {
  const { client, stop } = await session();
  const { formats: offered } = await client.sendRequest<FormatsResult>('qalam/formats');
  assert.deepEqual(
    offered.map(({ name }) => name),
    formats.map(({ name }) => name),
  );
  await stop();
});

test('every format comes as files that a client can write', async () => {
  const { client, open, stop } = await session();
  open(uri, text);
  for (const { name, folder } of formats) {
    const { files, events } = await client.sendRequest<ExportResult>('qalam/export', params(name));
    assert.equal(events, 1);
    assert.equal(folder, files.length > 1, name);
    for (const { path, text: said, base64 } of files) {
      assert.equal(path === '', !folder);
      if (!path.endsWith('.parquet')) assert.ok(said !== undefined && !said.includes('\ufffd'), path);
      else assert.match(Buffer.from(base64!, 'base64').toString('latin1'), /^PAR1.*PAR1$/s);
    }
  }
  await stop();
});

test('an export can be divided and blurred', async () => {
  const { client, open, stop } = await session();
  open(uri, text);
  const { files } = await client.sendRequest<ExportResult>(
    'qalam/export',
    params('csv', { partition: true, redactKm: 5 }),
  );
  const events = files.find(({ path }) => /^events\/country=.+\/year=2014\/part-0\.csv$/.test(path));
  assert.match(events?.text ?? '', /umm-ruman/);
  assert.doesNotMatch(JSON.stringify(files), /33\.64561/);
  await stop();
});

test('what is no format is refused in a sentence, and an export can be called off', async () => {
  const { client, open, stop } = await session();
  open(uri, Array.from({ length: 15_000 }, (_, i) => text.replace('umm-ruman', `e${i}`)).join('\n'));
  await assert.rejects(client.sendRequest('qalam/export', params('xls')), /There is no export format “xls”\./);
  const source = new CancellationTokenSource();
  client.onNotification('$/progress', ({ value }: { value: { kind: string } }) => {
    if (value.kind === 'report') source.cancel();
  });
  const asked = client.sendRequest('qalam/export', { ...params('json'), workDoneToken: 'export' }, source.token);
  await assert.rejects(asked, /called off|cancel/i);
  await stop();
});
