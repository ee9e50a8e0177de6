import assert from 'node:assert/strict';
import test from 'node:test';
import { nearestFirst } from '../../server/lsp/nearestFirst';
import { type Session, session } from '../support/session';

const uri = 'file:///w/report.qalam';
const report = 'event e\n  type: Presence\n  date: 2014\n  place: Homs\n  source: a\n';
const source = 'source a\n  publisher: A\n';
const refresh = { diagnostics: { refreshSupport: true } };
const able = { capabilities: { textDocument: { diagnostic: {} }, workspace: refresh } };

interface Report {
  readonly kind: 'full' | 'unchanged';
  readonly uri: string;
  readonly resultId: string;
  readonly items: readonly { readonly code: string }[];
}

async function within(files: Record<string, string>, run: (session: Session) => Promise<void>, more: object = able) {
  const running = await session(files, {}, more);
  running.client.onRequest('workspace/diagnostic/refresh', () => null);
  try {
    await run(running);
  } finally {
    await running.stop();
  }
}

const codes = ({ items }: Report) => items.map(({ code }) => code);

test('a client that asks for findings gets them when it asks, and is told when nothing has changed', () =>
  within({}, async ({ client, open, change, initialized }) => {
    assert.deepEqual(initialized.capabilities.diagnosticProvider, {
      interFileDependencies: true,
      workspaceDiagnostics: true,
    });
    const published: unknown[] = [];
    client.onNotification('textDocument/publishDiagnostics', params => void published.push(params));
    const ask = (previousResultId?: string) =>
      client.sendRequest<Report>('textDocument/diagnostic', {
        textDocument: { uri },
        ...(previousResultId && { previousResultId }),
      });
    open(uri, report);
    const first = await ask();
    assert.deepEqual(codes(first), ['source.undefined']);
    assert.deepEqual(await ask(first.resultId), { kind: 'unchanged', resultId: first.resultId });
    change(uri, [{ text: report + source }]);
    const second = await ask(first.resultId);
    assert.deepEqual([second.kind, codes(second)], ['full', []]);
    assert.deepEqual(published, []);
  }));

test('the whole workspace is told of, in parts where the client can take them, and waits for a change', () =>
  within(
    { 'file:///w/other.qalam': report, 'file:///w/sub/third.qalam': 'event e\n' },
    async ({ client, open, change }) => {
      open(uri, '');
      const parts: Report[] = [];
      const progress = client.onNotification(
        '$/progress',
        ({ token, value }: { token: string; value: { items: Report[] } }) => {
          if (token === 'partly') parts.push(...value.items);
        },
      );
      const ask = (previousResultIds: object[]) =>
        client.sendRequest<{ items: Report[] }>('workspace/diagnostic', {
          previousResultIds,
          partialResultToken: 'partly',
        });
      const first = await ask([]);
      const all = [...parts, ...first.items];
      assert.deepEqual(
        all.map(one => [one.uri, codes(one).length > 0]),
        [
          ['file:///w/other.qalam', true],
          ['file:///w/sub/third.qalam', true],
        ],
      );
      const told = all.map(one => ({ uri: one.uri, value: one.resultId }));
      let answered = false;
      const second = ask(told).finally(() => {
        answered = true;
      });
      await new Promise(resume => setTimeout(resume, 100));
      assert.equal(answered, false);
      change(uri, [{ text: source }]);
      const { items } = await second;
      assert.deepEqual(
        items.map(one => [one.uri, codes(one)]),
        [
          ['file:///w/other.qalam', ['id.duplicate']],
          ['file:///w/sub/third.qalam', codes(all[1]!)],
        ].filter(([one]) => items.some(item => item.uri === one)),
      );
      assert.ok(items.some(one => one.uri === 'file:///w/other.qalam'));
      progress.dispose();
    },
  ));

test('files in which nothing has changed are not told of again', () =>
  within(
    { 'file:///w/other.qalam': report, 'file:///w/third.qalam': 'event e\n' },
    async ({ client, open, change }) => {
      open(uri, source);
      const ask = (previousResultIds: object[]) =>
        client.sendRequest<{ items: Report[] }>('workspace/diagnostic', { previousResultIds });
      const { items } = await ask([]);
      assert.equal(items.length, 2);
      const told = items.map(one => ({ uri: one.uri, value: one.resultId }));
      const second = ask(told);
      change(uri, [{ text: `${source}\nevent other\n` }]);
      assert.deepEqual(
        (await second).items.map(one => one.uri),
        [uri],
      );
    },
  ));

test('an edit elsewhere that changes the findings of an open file has the client ask for them again, and no other edit', () =>
  within({}, async ({ client, open, change }) => {
    let refreshed = () => {};
    let times = 0;
    const refreshes = () =>
      new Promise<void>(resume => {
        refreshed = resume;
      });
    const begun = refreshes();
    client.onRequest('workspace/diagnostic/refresh', () => {
      times++;
      refreshed();
      return null;
    });
    await begun;
    const shared = 'file:///w/shared.qalam';
    open(shared, source);
    open(uri, report);
    const ask = () => client.sendRequest<Report>('textDocument/diagnostic', { textDocument: { uri } });
    assert.deepEqual(codes(await ask()), []);
    const again = refreshes();
    change(shared, [{ text: source.replace('source a', 'source b') }]);
    await again;
    assert.deepEqual(codes(await ask()), ['source.undefined']);
    const before = times;
    change(shared, [{ text: source.replace('source a', 'source b').replace('publisher: A', 'publisher: B') }]);
    await new Promise(resume => setTimeout(resume, 700));
    assert.equal(times, before);
  }));

test('a link to another file moves with what it leads to, for files on the screen and others', () => {
  const event = 'type: Armed clash\n  date: 2014-11-14\n  place: Homs\n  actor: Syrian army as attacker\n';
  const other = 'file:///w/other.qalam';
  return within({ [other]: `event one\n  ${event}` }, async ({ client, open, change }) => {
    const shared = 'file:///w/shared.qalam';
    open(shared, `event two\n  ${event}`);
    open(uri, `event three\n  ${event}`);
    interface Linked {
      readonly kind: string;
      readonly uri: string;
      readonly resultId: string;
      readonly items: readonly {
        readonly relatedInformation?: readonly {
          readonly location: { readonly uri: string; readonly range: { readonly start: { readonly line: number } } };
        }[];
      }[];
    }
    const links = ({ items }: Linked) =>
      items
        .flatMap(({ relatedInformation = [] }) => relatedInformation)
        .flatMap(({ location }) => (location.uri === shared ? location.range.start.line : []));
    const ask = (previousResultId: string | undefined) =>
      client.sendRequest<Linked>('textDocument/diagnostic', {
        textDocument: { uri },
        ...(previousResultId && { previousResultId }),
      });
    const askAll = (previousResultIds: object[]) =>
      client.sendRequest<{ items: Linked[] }>('workspace/diagnostic', { previousResultIds });
    const { items } = await askAll([]);
    const linksIn = (all: readonly Linked[], of: string) => all.filter(one => one.uri === of).flatMap(links);
    assert.deepEqual(linksIn(items, other), [0]);
    const first = await ask(undefined);
    assert.deepEqual(links(first), [0]);
    const start = { line: 0, character: 0 };
    change(shared, [{ range: { start, end: start }, text: '# Two\n\n' }]);
    const second = await ask(first.resultId);
    assert.equal(second.kind, 'full');
    assert.deepEqual(links(second), [2]);
    const again = await askAll(items.map(one => ({ uri: one.uri, value: one.resultId })));
    assert.deepEqual(linksIn(again.items, other), [2]);
  });
});

test('a request that is called off ends, and leaves nothing behind', () =>
  within({ 'file:///w/other.qalam': report }, async ({ client }) => {
    const { CancellationTokenSource } = await import('vscode-languageserver');
    const off = new CancellationTokenSource();
    const first = await client.sendRequest<{ items: Report[] }>('workspace/diagnostic', { previousResultIds: [] });
    assert.equal(first.items.length, 1);
    const held = client.sendRequest(
      'workspace/diagnostic',
      { previousResultIds: [{ uri: first.items[0]!.uri, value: first.items[0]!.resultId }] },
      off.token,
    );
    setTimeout(() => off.cancel(), 30);
    await assert.rejects(held, /called off/);
  }));

test('files that are gone are cleared, and none but open ones are told of when the author wants it so', () =>
  within(
    { 'file:///w/other.qalam': report },
    async ({ client }) => {
      const { items } = await client.sendRequest<{ items: Report[] }>('workspace/diagnostic', {
        previousResultIds: [{ uri: 'file:///w/gone.qalam', value: '1' }],
      });
      assert.deepEqual(
        items.map(one => [one.uri, one.items.length]),
        [['file:///w/gone.qalam', 0]],
      );
    },
    { ...able, options: { diagnostics: { allFiles: false } } },
  ));

test('files near to those that are open come first', () => {
  const files = ['file:///w/a/1', 'file:///w/b/2', 'file:///w/b/c/3', 'file:///w/4'];
  assert.deepEqual(nearestFirst(files, ['file:///w/b/2']), [
    'file:///w/b/2',
    'file:///w/b/c/3',
    'file:///w/4',
    'file:///w/a/1',
  ]);
  assert.deepEqual(nearestFirst(files, []), files);
});

test('names that may have been meant are looked for though another file is edited meanwhile', () =>
  within({}, async ({ client, open, change }) => {
    const [one, other] = ['file:///w/one.qalam', 'file:///w/other.qalam'];
    const ask = async (): Promise<string> =>
      JSON.stringify(await client.sendRequest('textDocument/diagnostic', { textDocument: { uri: one } }));
    open(one, 'event e\n  place: Dumeyrr\n');
    open(other, 'event f\n');
    assert.doesNotMatch(await ask(), /Did you mean/);
    const refreshed = new Promise(resume => client.onRequest('workspace/diagnostic/refresh', resume));
    change(other, [{ text: 'event f\n  note: seen\n' }]);
    await refreshed;
    assert.match(await ask(), /Did you mean “Aḑ Ḑumayr/);
  }));

test('an edit elsewhere while a long file is checked has the client ask for that file again', () =>
  within({}, async ({ client, open, change }) => {
    const [long, other] = ['file:///w/long.qalam', 'file:///w/other.qalam'];
    const event = (_: unknown, i: number) =>
      `event e${i}\n  type: Presence\n  date: 2014-11-14\n  place: 33.${1000 + i}, 36.2\n  source: a\n`;
    open(other, source.replaceAll('a', 'b'));
    open(long, Array.from({ length: 8000 }, event).join('\n'));
    const ask = () => client.sendRequest<Report>('textDocument/diagnostic', { textDocument: { uri: long } });
    const asked = ask();
    change(other, [{ text: source }]);
    await asked;
    const refreshed = new Promise(resume => client.onRequest('workspace/diagnostic/refresh', resume));
    if (codes(await asked).length) await refreshed;
    assert.deepEqual(codes(await ask()), []);
  }));
