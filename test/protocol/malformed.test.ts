// What the server says to messages that do not have the shape of the protocol, and of files that are not there.
import assert from 'node:assert/strict';
import test from 'node:test';
import { type Session, session } from '../support/session';

const uri = 'file:///w/report.qalam';
const textDocument = { uri };
const position = { line: 1, character: 12 };

async function within(run: (session: Session) => Promise<void>, host = {}) {
  const running = await session({}, host);
  try {
    running.open(uri, 'event one\n  place: Dumeir\n');
    await run(running);
  } finally {
    await running.stop();
  }
}

const requests: readonly (readonly [method: string, params: object, lacks: RegExp])[] = [
  ['textDocument/rename', { textDocument, position, newName: null }, /“newName”/],
  ['textDocument/hover', { textDocument }, /“position”/],
  ['textDocument/hover', { textDocument, position: { line: 'a', character: {} } }, /“position”/],
  ['textDocument/completion', { textDocument: null, position }, /“textDocument”/],
  ['textDocument/codeAction', { textDocument, range: null, context: null }, /“range”/],
  ['textDocument/selectionRange', { textDocument, positions: null }, /“positions”/],
  ['textDocument/references', { textDocument, position, context: null }, /“context”/],
  ['workspace/symbol', { query: null }, /“query”/],
  ['codeAction/resolve', { title: 'Sort', data: {} }, /“data”/],
  ['qalam/export', { format: 'json', uris: 'x' }, /“uris”/],
  ['qalam/tree', {}, /“uri”/],
];

for (const [method, params, lacks] of requests)
  test(`${method} with ${JSON.stringify(params)} is answered in a sentence`, () =>
    within(async ({ client }) => {
      await assert.rejects(client.sendRequest(method, params), (error: { code: number; message: string }) => {
        assert.equal(error.code, -32602);
        assert.match(error.message, lacks);
        return true;
      });
    }));

const start = { line: 0, character: 0 };
const notifications: readonly (readonly [method: string, params: object, lacks: RegExp])[] = [
  ['textDocument/didChange', { textDocument, contentChanges: [{ range: null, text: null }] }, /“contentChanges”/],
  [
    'textDocument/didChange',
    { textDocument, contentChanges: [{ range: { start, end: {} }, text: '' }] },
    /“contentChanges”/,
  ],
  ['textDocument/didOpen', { textDocument: { uri: 'file:///w/b.qalam', version: 1 } }, /“textDocument”/],
  ['workspace/didChangeWatchedFiles', { changes: [{ uri: 'x', type: 2 }] }, /“changes”/],
  ['workspace/didChangeWatchedFiles', { changes: null }, /“changes”/],
];

for (const [method, params, lacks] of notifications)
  test(`${method} with ${JSON.stringify(params)} changes nothing and is told in a sentence`, () =>
    within(async ({ client, said }) => {
      await client.sendNotification(method, params);
      const hover = await client.sendRequest<{ contents: { value: string } }>('textDocument/hover', {
        textDocument,
        position,
      });
      assert.match(hover.contents.value, /Ḑumayr/);
      assert.equal(said.length, 1);
      assert.match(said[0]!, lacks);
    }));

test('null counts as left out where a message may leave something out', () =>
  within(async ({ client, change, said }) => {
    change(uri, [{ range: null, text: 'event one\n  place: Homs\n' }]);
    const hover = await client.sendRequest<{ contents: { value: string } }>('textDocument/hover', {
      textDocument,
      position,
    });
    assert.match(hover.contents.value, /Homs/);
    const range = { start, end: start };
    await client.sendRequest('textDocument/codeAction', {
      textDocument,
      range,
      context: { diagnostics: [], only: null },
    });
    assert.equal(
      await client
        .sendRequest<object>('codeAction/resolve', { title: 'Sort', data: null })
        .then(({ title }: { title?: string }) => title),
      'Sort',
    );
    assert.deepEqual(said, []);
  }));

test('a file that was never saved is closed without a word', () =>
  within(async ({ client, said }) => {
    await client.sendNotification('textDocument/didClose', { textDocument });
    assert.equal(await client.sendRequest('textDocument/hover', { textDocument, position }), null);
    assert.deepEqual(said, []);
  }));

test('a file that cannot be read is named, with the reason and no code', () =>
  within(
    async ({ client, said }) => {
      await client.sendNotification('textDocument/didClose', { textDocument });
      await client.sendRequest('textDocument/hover', { textDocument, position });
      assert.deepEqual(said, [`${uri} cannot be read and is left out: permission denied.`]);
    },
    {
      read: async (asked: string) => {
        if (asked !== uri) return null;
        throw new Error(`EACCES: permission denied, open '/w/report.qalam'`);
      },
    },
  ));

test('a hover in the first moment waits for the gazetteer', async () => {
  const { world } = await import('../support/world');
  const late = async () => {
    await new Promise(resume => setTimeout(resume, 80));
    return world();
  };
  await within(
    async ({ client }) => {
      const hover = await client.sendRequest<{ contents: { value: string } }>('textDocument/hover', {
        textDocument,
        position,
      });
      assert.match(hover.contents.value, /Ḑumayr/);
    },
    { gazetteer: late },
  );
});
