import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { CodeAction } from 'vscode-languageserver';
import { IndexError } from '../../server/gazetteer/file';
import { Text } from '../../server/text/text';
import { editLike, placed, reportLike } from '../support/arbitrary';
import { type Session, session } from '../support/session';

const report = `report "R"
  country: Syria

event one
  type: Presence
  date: 2014-11-14
  place: Dumeirr
  source: as-safir
`;
const uri = 'file:///w/report.qalam';

async function within(files: Record<string, string>, run: (session: Session) => Promise<void>, host = {}) {
  const running = await session(files, host);
  try {
    await run(running);
  } finally {
    await running.stop();
  }
}

const at = (line: number, character: number) => ({ textDocument: { uri }, position: { line, character } });
const codes = (diagnostics: readonly { code?: unknown }[]) => diagnostics.map(({ code }) => code);

test('findings as you type, with sources defined in another file of the folder', () =>
  within(
    { 'file:///w/sources.qalam': 'source as-safir\n  publisher: As-Safir\n' },
    async ({ open, change, diagnostics }) => {
      open(uri, report);
      assert.deepEqual(codes(await diagnostics(uri)), ['place.unknown']);
      change(uri, [{ range: { start: { line: 6, character: 15 }, end: { line: 6, character: 16 } }, text: '' }]);
      assert.deepEqual(await diagnostics(uri), []);
    },
  ));

test('a definition typed into one file counts in another', () =>
  within({}, async ({ open, change, diagnostics }) => {
    const other = 'file:///w/other.qalam';
    open(uri, report.replace('Dumeirr', 'Dumeir'));
    open(other, '');
    assert.deepEqual(codes(await diagnostics(uri)), ['source.undefined']);
    change(other, [{ text: 'source as-safir\n  publisher: As-Safir\n' }]);
    await diagnostics(other);
    assert.deepEqual(await diagnostics(uri), []);
  }));

test('the settings file of a folder says how grave a check is, as the command line reads it', () => {
  const checks = { 'place.unknown': 'off', 'source.undefined': 'info' };
  return within({ 'file:///w/.qalam.json': JSON.stringify({ checks }) }, async ({ client, open, diagnostics }) => {
    open(uri, report);
    const found = await diagnostics(uri);
    assert.deepEqual(codes(found), ['source.undefined']);
    assert.equal(found[0]!.severity, 3);
    await client.sendNotification('workspace/didChangeConfiguration', {
      settings: { qalam: { checks: { 'source.undefined': 'error', 'place.unknown': 'error' } } },
    });
    assert.equal((await diagnostics(uri))[0]!.severity, 3);
  });
});

test('what counts for nothing in a settings file is a finding in it, until it is mended', () => {
  const settings = 'file:///w/.qalam.json';
  const files: Record<string, string> = { [settings]: '{ "chekcs": {},\n  "country": ["Syrria"] }' };
  return within(files, async ({ client, diagnostics }) => {
    const found = await diagnostics(settings);
    assert.deepEqual(
      found.map(({ code, range }) => [code, range.start.line, range.start.character]),
      [
        ['settings.unknown', 0, 2],
        ['settings.unknown', 1, 14],
      ],
    );
    files[settings] = '{}';
    await client.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: settings, type: 2 }] });
    assert.deepEqual(await diagnostics(settings), []);
  });
});

test('what is written into an open settings file is checked at once, and counts when it is saved', () => {
  const settings = 'file:///w/.qalam.json';
  const files: Record<string, string> = { [settings]: '{}' };
  return within(files, async ({ client, open, change, diagnostics }) => {
    open(settings, '{ "checks": { "place.unknown": "of" } }');
    const [found, ...none] = await diagnostics(settings);
    assert.equal(found?.message, '“place.unknown” is one of off, hint, info, warning, error. Did you mean “off”?');
    assert.deepEqual(none, []);
    const asked = { textDocument: { uri: settings }, range: found.range, context: { diagnostics: [found] } };
    const [fix] = await client.sendRequest<CodeAction[]>('textDocument/codeAction', asked);
    assert.equal(fix?.title, 'Change to “off”');
    change(settings, [{ range: fix.edit!.changes![settings]![0]!.range, text: '"off"' }]);
    assert.deepEqual(await diagnostics(settings), []);
    change(settings, [{ range: null, text: '{ "chekcs": {} }' }]);
    assert.deepEqual(codes(await diagnostics(settings)), ['settings.unknown']);

    open(uri, report);
    assert.deepEqual(codes(await diagnostics(uri)), ['place.unknown', 'source.undefined']);
    files[settings] = '{ "checks": { "place.unknown": "off" } }';
    await client.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: settings, type: 2 }] });
    assert.deepEqual(codes(await diagnostics(uri)), ['source.undefined']);
  });
});

test('the settings of the editor count where no file speaks', () =>
  within({}, async ({ client, open, diagnostics }) => {
    open(uri, report);
    await client.sendNotification('workspace/didChangeConfiguration', {
      settings: { qalam: { checks: { 'source.undefined': 'off' } } },
    });
    assert.deepEqual(codes(await diagnostics(uri)), ['place.unknown']);
  }));

test('a gazetteer file outside the folder is told once, with the way out', async () => {
  const running = await session({}, {}, { options: { gazetteerFile: '../theirs.qalam' } });
  try {
    for (const gazetteerFile of ['../theirs.qalam', 'shared/ours.qalam'])
      await running.client.sendNotification('workspace/didChangeConfiguration', {
        settings: { qalam: { gazetteerFile } },
      });
    running.open(uri, report);
    await running.diagnostics(uri);
    assert.equal(running.said.length, 1);
    assert.match(running.said[0]!, /names “\.\.\/theirs\.qalam”\. Name a \.qalam file below the workspace folder/);
  } finally {
    await running.stop();
  }
});

test('completion says that it is incomplete, and goes on in the script that a name was begun in', () =>
  within({}, async ({ client, open }) => {
    open(uri, report.replace('Dumeirr', 'الضم'));
    await new Promise(resume => setTimeout(resume, 50));
    const list = await client.sendRequest<{
      isIncomplete: boolean;
      items: { label: string; filterText: string; data: object }[];
    }>('textDocument/completion', at(6, 13));
    assert.equal(list.isIncomplete, true);
    assert.equal(list.items[0]?.label, 'الضمير');
    assert.equal(list.items[0]?.filterText, 'الضم');
    const resolved = await client.sendRequest<{ documentation: { value: string } }>(
      'completionItem/resolve',
      list.items[0],
    );
    assert.match(resolved.documentation.value, /geonames:170589/);
  }));

test('rename edits every file, and refuses in words', () =>
  within(
    { 'file:///w/sources.qalam': 'source as-safir\n  publisher: As-Safir\n' },
    async ({ client, open, diagnostics }) => {
      open(uri, report);
      await diagnostics(uri);
      const edit = await client.sendRequest<{ changes: Record<string, unknown[]> }>('textDocument/rename', {
        ...at(7, 12),
        newName: 'safir',
      });
      assert.deepEqual(Object.keys(edit.changes).sort(), [uri, 'file:///w/sources.qalam']);
      await assert.rejects(
        client.sendRequest('textDocument/rename', { ...at(7, 12), newName: 'two words' }),
        /hyphens/,
      );
    },
  ));

test('a closed file counts as it is on the disk', () =>
  within({ [uri]: 'source a\n  publisher: A\n' }, async ({ client, open, diagnostics }) => {
    const other = 'file:///w/other.qalam';
    open(uri, 'source b\n  publisher: B\n');
    open(other, 'event e\n  type: Presence\n  date: 2014\n  place: Damascus\n  source: a\n');
    assert.deepEqual(codes(await diagnostics(other)), ['source.undefined']);
    await client.sendNotification('textDocument/didClose', { textDocument: { uri } });
    assert.deepEqual(await diagnostics(other), []);
  }));

test('without a gazetteer everything but names goes on, and the author is told', () =>
  within(
    {},
    async ({ open, diagnostics, said }) => {
      open(uri, report);
      assert.deepEqual(codes(await diagnostics(uri)), ['source.undefined']);
      assert.match(said.join(), /gazetteer is damaged.*not checked/);
    },
    {
      gazetteer: async () => {
        throw new IndexError('The gazetteer is damaged.');
      },
    },
  ));

test('requests about a file that is not open answer nothing', () =>
  within({}, async ({ client }) => {
    for (const method of [
      'hover',
      'completion',
      'definition',
      'rename',
      'prepareRename',
      'documentSymbol',
      'foldingRange',
      'formatting',
    ]) {
      const answer = await client.sendRequest(`textDocument/${method}`, {
        ...at(0, 0),
        newName: 'x',
        options: { tabSize: 2, insertSpaces: true },
      });
      assert.equal(answer, null, method);
    }
  }));

test('random edits never make the server throw, and end in the findings of a fresh open', () =>
  within({}, async ({ client, open, change, diagnostics, said }) => {
    let number = 0;
    await fc.assert(
      fc.asyncProperty(reportLike, fc.array(editLike, { minLength: 1, maxLength: 6 }), async (text, edits) => {
        number++;
        const [edited, fresh] = [`file:///x/${number}-edited.qalam`, `file:///x/${number}-fresh.qalam`];
        open(edited, text);
        let now = Text.of(text);
        for (const one of edits) {
          const edit = placed(one, now.length);
          const range = { start: now.positionAt(edit.span.start), end: now.positionAt(edit.span.end) };
          // An offset between CR and LF has no position of its own: the protocol means the end of the line.
          const span = { start: now.offsetAt(range.start), end: now.offsetAt(range.end) };
          change(edited, [{ range, text: edit.text }]);
          now = now.edited({ span, text: edit.text });
          const caret = { textDocument: { uri: edited }, position: now.positionAt(span.start) };
          for (const method of ['hover', 'completion', 'definition', 'prepareRename'])
            await client.sendRequest(`textDocument/${method}`, caret);
        }
        const found = await diagnostics(edited);
        await client.sendNotification('textDocument/didClose', { textDocument: { uri: edited } });
        open(fresh, now.string);
        assert.deepEqual(await diagnostics(fresh), found);
        await client.sendNotification('textDocument/didClose', { textDocument: { uri: fresh } });
      }),
      { numRuns: 40 },
    );
    assert.deepEqual(said, []);
  }));

test('fixes are offered where any or quick fixes are asked for, not where other actions are', () =>
  within({}, async ({ client, open, diagnostics }) => {
    open(uri, report);
    await diagnostics(uri);
    const range = { start: { line: 6, character: 12 }, end: { line: 6, character: 12 } };
    const asked = (only?: string[]) =>
      client.sendRequest<object[]>('textDocument/codeAction', {
        textDocument: { uri },
        range,
        context: { diagnostics: [], ...(only && { only }) },
      });
    const all = await asked();
    assert.ok(all.length > 2);
    assert.equal((await asked(['quickfix'])).length, all.length);
    assert.deepEqual(await asked(['source.organizeImports', 'refactor']), []);
  }));
