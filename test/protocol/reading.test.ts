import assert from 'node:assert/strict';
import test from 'node:test';
import { session } from '../support/session';

const names = Array.from({ length: 14 }, (_, i) => `file:///w/${i % 2 ? 'far' : 'near'}/${i}.qalam`);
const files = Object.fromEntries(names.map(name => [name, 'source a\n  publisher: A\n']));

test('a large workspace is read nearest file first, and the author sees how far it is', async () => {
  const read: string[] = [];
  let open = () => {};
  const opened = new Promise<void>(done => {
    open = done;
  });
  const running = await session(
    files,
    {
      files: async () => {
        await opened;
        return names;
      },
      read: async uri => {
        if (names.includes(uri)) read.push(uri);
        await new Promise(resume => setTimeout(resume, 60));
        return files[uri];
      },
    },
    { capabilities: { window: { workDoneProgress: true } } },
  );
  const steps: { kind: string; title?: string; message?: string }[] = [];
  running.client.onRequest('window/workDoneProgress/create', () => null);
  running.client.onNotification('$/progress', ({ value }: { value: (typeof steps)[number] }) => void steps.push(value));
  try {
    running.open('file:///w/near/open.qalam', '');
    const textDocument = { uri: 'file:///w/near/open.qalam' };
    await running.client.sendRequest('textDocument/foldingRange', { textDocument });
    open();
    await running.client.sendRequest('workspace/symbol', { query: '' });
    assert.equal(read.length, names.length);
    assert.ok(read.slice(0, 7).every(name => name.includes('/near/')));
    assert.equal(steps[0]?.kind, 'begin');
    assert.match(steps[0]?.title ?? '', /reading reports/);
    assert.match(steps[1]?.message ?? '', /^\d+ of 14$/);
    await new Promise(resume => setTimeout(resume, 20));
    assert.equal(steps.at(-1)?.kind, 'end');
  } finally {
    await running.stop();
  }
});

test('folders come into the workspace and leave it, with their definitions and settings', async () => {
  const settings = 'file:///v/.qalam.json';
  const running = await session(
    { 'file:///v/shared.qalam': 'source a\n  publisher: A\n', [settings]: '{ "chekcs": {} }' },
    {},
    { capabilities: { workspace: { workspaceFolders: true } } },
  );
  const { client, open, diagnostics } = running;
  const uri = 'file:///w/report.qalam';
  const codes = async () => (await diagnostics(uri)).map(({ code }) => code);
  const change = (event: object) => client.sendNotification('workspace/didChangeWorkspaceFolders', { event });
  const until = async (what: string, holds: () => boolean | Promise<boolean>) => {
    for (let tries = 0; !(await holds()); tries++) assert.ok(tries < 100, `never happened: ${what}`);
  };
  const folder = { uri: 'file:///v', name: 'v' };
  try {
    open(uri, 'event e\n  type: Presence\n  date: 2014\n  place: Homs\n  source: a\n');
    assert.deepEqual(await codes(), ['source.undefined']);
    await change({ added: [folder], removed: [] });
    await until('the source is known', async () => !(await codes()).includes('source.undefined'));
    assert.equal((await diagnostics(settings)).length, 1);
    await change({ added: [], removed: [folder] });
    await until('the source is gone', async () => (await codes()).includes('source.undefined'));
    assert.equal((await diagnostics(settings)).length, 0);
  } finally {
    await running.stop();
  }
});
