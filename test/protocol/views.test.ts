import assert from 'node:assert/strict';
import test from 'node:test';
import { tokenTypes } from '../../server/features/tokens';
import { type Session, session } from '../support/session';

const uri = 'file:///w/report.qalam';
const report = `report "R"
  country: Syria

source as-safir
  publisher: As-Safir
  url: https://example.org/a

event one
  type: Presence
  date: 2014-24
  place: Dumeir
  killed: 2 civilians, 3 soldiers
  source: as-safir
`;
const textDocument = { uri };
const at = (line: number, character: number) => ({ textDocument, position: { line, character } });
const whole = { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } };

async function within(run: (session: Session) => Promise<void>, more = {}, files: Record<string, string> = {}) {
  const running = await session(files, {}, more);
  try {
    running.open(uri, report);
    await run(running);
  } finally {
    await running.stop();
  }
}

test('every row of what comparable servers offer is promised', () =>
  within(async ({ initialized: { capabilities } }) => {
    for (const one of [
      'completionProvider',
      'hoverProvider',
      'signatureHelpProvider',
      'definitionProvider',
      'referencesProvider',
      'documentHighlightProvider',
      'renameProvider',
      'linkedEditingRangeProvider',
      'documentSymbolProvider',
      'workspaceSymbolProvider',
      'foldingRangeProvider',
      'selectionRangeProvider',
      'documentLinkProvider',
      'semanticTokensProvider',
      'inlayHintProvider',
      'codeLensProvider',
      'codeActionProvider',
      'documentFormattingProvider',
      'documentRangeFormattingProvider',
      'documentOnTypeFormattingProvider',
    ] as const)
      assert.ok(capabilities[one], one);
  }));

test('highlights, selection ranges, links and linked editing come in lines and columns', () =>
  within(async ({ client }) => {
    const highlights = await client.sendRequest<{ range: { start: object }; kind: number }[]>(
      'textDocument/documentHighlight',
      at(3, 8),
    );
    assert.deepEqual(
      highlights.map(({ range, kind }) => [range.start, kind]),
      [
        [{ line: 3, character: 7 }, 3],
        [{ line: 12, character: 10 }, 2],
      ],
    );
    const [range] = await client.sendRequest<{ range: object; parent: { range: object; parent: object } }[]>(
      'textDocument/selectionRange',
      { textDocument, positions: [{ line: 10, character: 11 }] },
    );
    assert.deepEqual(range!.range, { start: { line: 10, character: 9 }, end: { line: 10, character: 15 } });
    assert.deepEqual(range!.parent.range, { start: { line: 10, character: 2 }, end: { line: 10, character: 15 } });
    const links = await client.sendRequest<{ target: string }[]>('textDocument/documentLink', { textDocument });
    assert.deepEqual(
      links.map(({ target }) => target),
      ['https://example.org/a'],
    );
    const linked = await client.sendRequest<{ ranges: object[]; wordPattern: string }>(
      'textDocument/linkedEditingRange',
      at(3, 8),
    );
    assert.equal(linked.ranges.length, 2);
    assert.match('as-safir', new RegExp(`^${linked.wordPattern}$`));
  }));

test('a client that can ask for the tokens of a range is offered no more, and gets those', () =>
  within(
    async ({ client, initialized }) => {
      const provider = initialized.capabilities.semanticTokensProvider as { range: boolean; full: boolean };
      assert.deepEqual([provider.range, provider.full], [true, false]);
      const { data } = await client.sendRequest<{ data: number[] }>('textDocument/semanticTokens/range', {
        textDocument,
        range: { start: { line: 3, character: 0 }, end: { line: 3, character: 5 } },
      });
      assert.deepEqual(data.slice(0, 10), [
        ...[3, 0, 6, tokenTypes.indexOf('keyword'), 0],
        ...[0, 7, 8, tokenTypes.indexOf('variable'), 1],
      ]);
    },
    { capabilities: { textDocument: { semanticTokens: { requests: { range: true, full: true } } } } },
  ));

test('other clients get all tokens, none of which runs over a line', () =>
  within(async ({ client, change }) => {
    change(uri, [{ text: 'report "A\nevent e\n  date: 2014\n    /2015\n' }]);
    const { data } = await client.sendRequest<{ data: number[] }>('textDocument/semanticTokens/full', { textDocument });
    const numbers = [];
    for (let i = 0; i < data.length; i += 5)
      if (data[i + 3] === tokenTypes.indexOf('number')) numbers.push(data.slice(i, i + 3));
    assert.deepEqual(numbers, [
      [0, 6, 4],
      [1, 4, 5],
    ]);
  }));

test('inlay hints and code lenses, until they are switched off', () =>
  within(
    async ({ client }) => {
      const hints = async () =>
        (
          await client.sendRequest<{ label: string }[] | null>('textDocument/inlayHint', { textDocument, range: whole })
        )?.map(({ label }) => label);
      const lenses = () =>
        client.sendRequest<{ command: { title: string; arguments?: unknown[] } }[] | null>('textDocument/codeLens', {
          textDocument,
        });
      assert.deepEqual(await hints(), ['= 2014-12-01 to 2015-02-28', '= Aḑ Ḑumayr', '= 5']);
      const [lens] = (await lenses())!;
      assert.deepEqual(lens!.command, {
        title: 'cited by 1 event',
        command: 'show',
        arguments: [uri, { line: 3, character: 7 }],
      });
      await client.sendNotification('workspace/didChangeConfiguration', {
        settings: { qalam: { inlayHints: { names: false, dates: false, places: true }, codeLens: false } },
      });
      assert.deepEqual(await hints(), ['= 5']);
      assert.equal(await lenses(), null);
    },
    { options: { showReferences: 'show' } },
  ));

test('a symbol of a file that is not open is found', () =>
  within(
    async ({ client }) => {
      const found = await client.sendRequest<{ name: string; location: object }[]>('workspace/symbol', {
        query: 'homs 2015',
      });
      assert.deepEqual(found, [
        {
          name: 'siege · 2015-02 · Homs',
          kind: 24,
          containerName: 'Presence',
          location: {
            uri: 'file:///w/other.qalam',
            range: { start: { line: 0, character: 6 }, end: { line: 0, character: 11 } },
          },
        },
      ]);
    },
    {},
    { 'file:///w/other.qalam': 'event siege\n  type: Presence\n  date: 2015-02\n  place: Homs\n' },
  ));

test('signature help points at the form that is being written', () =>
  within(async ({ client, change }) => {
    change(uri, [{ text: 'event e\n  killed: 3..' }]);
    const help = await client.sendRequest<{ signatures: { label: string }[]; activeSignature: number }>(
      'textDocument/signatureHelp',
      at(1, 13),
    );
    assert.equal(help.signatures[help.activeSignature]!.label, 'killed: 3..7');
    change(uri, [{ text: 'event e\n  place: St.' }]);
    const typed = { ...at(1, 12), context: { triggerKind: 2, triggerCharacter: '.', isRetrigger: false } };
    assert.equal(await client.sendRequest('textDocument/signatureHelp', typed), null);
  }));

test('a range, and a line as it is finished, get their canonical look', () =>
  within(async ({ client, change }) => {
    change(uri, [{ text: 'event   one\n      type:Presence\n  \nevent   two\n' }]);
    const options = { tabSize: 2, insertSpaces: true };
    const edits = await client.sendRequest<{ range: { end: { line: number } } }[]>('textDocument/rangeFormatting', {
      textDocument,
      range: { start: { line: 1, character: 0 }, end: { line: 1, character: 3 } },
      options,
    });
    assert.ok(edits.every(({ range }) => range.end.line < 3));
    assert.deepEqual(await client.sendRequest('textDocument/onTypeFormatting', { ...at(2, 2), ch: '\n', options }), [
      { range: { start: { line: 1, character: 2 }, end: { line: 1, character: 11 } }, newText: 'type: ' },
    ]);
  }));

const caretAt = (line: number, character: number) => ({
  start: { line, character },
  end: { line, character },
});
const able = {
  capabilities: {
    textDocument: { codeAction: { resolveSupport: { properties: ['edit'] } } },
    workspace: {
      workspaceEdit: { documentChanges: true, resourceOperations: ['create'], changeAnnotationSupport: {} },
    },
  },
};

test('a name that nobody knows goes into a file that the settings name, made where it is lacking', () =>
  within(
    async ({ client, change, diagnostics }) => {
      change(uri, [{ text: 'event e\n  place: Qarxyzville\n' }]);
      await diagnostics(uri);
      const actions = await client.sendRequest<{ title: string; edit?: object }[]>('textDocument/codeAction', {
        textDocument,
        range: caretAt(1, 12),
        context: { diagnostics: [] },
      });
      const add = actions.find(({ title }) => title === 'Add “Qarxyzville” to own.qalam')!;
      const own = 'file:///w/names/own.qalam';
      const start = { line: 0, character: 0 };
      assert.deepEqual(add.edit, {
        documentChanges: [
          { kind: 'create', uri: own, options: { ignoreIfExists: true } },
          {
            textDocument: { uri: own, version: null },
            edits: [{ range: { start, end: start }, newText: 'place "Qarxyzville"\n  kind: \n  location: \n' }],
          },
        ],
      });
    },
    { ...able, options: { gazetteerFile: 'names/own.qalam' } },
  ));

test('what takes searches is worked out when it is chosen', () =>
  within(async ({ client, change }) => {
    change(uri, [{ text: 'event a\ntype: Presence\nevent b\ntype: Presence\n' }]);
    const actions = await client.sendRequest<{ title: string; edit?: object }[]>('textDocument/codeAction', {
      textDocument,
      range: caretAt(1, 2),
      context: { diagnostics: [] },
    });
    const all = actions.find(({ title }) => title === 'Fix all of syntax.margin in this file (2)')!;
    assert.equal(all.edit, undefined);
    const { edit } = await client.sendRequest<{ edit: { changes: Record<string, object[]> } }>(
      'codeAction/resolve',
      all,
    );
    assert.deepEqual(
      edit.changes[uri],
      [1, 3].map(line => ({ range: caretAt(line, 0), newText: '  ' })),
    );
  }, able));

test('actions on the whole file come when asked for, not at every move of the caret', () =>
  within(async ({ client, change }) => {
    change(uri, [{ text: 'event b\n  date: 2015\nevent a\n  date: 2014\n' }]);
    const kinds = async (context: object) =>
      (
        await client.sendRequest<{ kind: string }[]>('textDocument/codeAction', {
          textDocument,
          range: caretAt(0, 7),
          context: { diagnostics: [], ...context },
        })
      ).map(({ kind }) => kind);
    assert.ok(!(await kinds({ triggerKind: 2 })).includes('source.sortEvents'));
    assert.ok((await kinds({ triggerKind: 1 })).includes('source.sortEvents'));
    assert.deepEqual(await kinds({ only: ['source'] }), ['source.sortEvents']);
  }));

test('the old spelling of a renamed place is kept when the author says so', async () => {
  const text = 'place "Lone Hill"\n  location: 33, 36\nevent e\n  place: Lone Hill\n';
  const renamed = async (more: object) => {
    let edit: { changes?: Record<string, { newText: string }[]>; documentChanges?: { edits: object[] }[] } = {};
    await within(async ({ client, change }) => {
      change(uri, [{ text }]);
      edit = await client.sendRequest('textDocument/rename', { ...at(3, 10), newName: 'Bare Hill' });
    }, more);
    return edit;
  };
  const asked = await renamed(able);
  assert.equal(asked.documentChanges![0]!.edits.length, 3);
  assert.deepEqual(asked.documentChanges![0]!.edits[2], {
    range: { start: { line: 1, character: 18 }, end: { line: 1, character: 18 } },
    newText: '\n  also: Lone Hill',
    annotationId: 'keep',
  });
  const texts = ({ changes }: typeof asked) => changes![uri]!.map(({ newText }) => newText);
  assert.deepEqual(texts(await renamed({})), ['"Bare Hill"', 'Bare Hill']);
  const always = { options: { rename: { keepOldSpelling: 'always' } } };
  assert.deepEqual(texts(await renamed(always)), ['"Bare Hill"', 'Bare Hill', '\n  also: Lone Hill']);
});

test('the timeline has the events of every file', () =>
  within(
    async ({ client }) => {
      const { events } = await client.sendRequest<{ events: { id: string; day: string; line: number }[] }>(
        'qalam/timeline',
      );
      assert.deepEqual(
        events.map(({ id, day, line }) => [id, day, line]),
        [
          ['early', '2013-05-01', 1],
          ['one', '2014-12-01', 7],
        ],
      );
    },
    {},
    { 'file:///w/other.qalam': '# why\nevent early\n  date: 2013-05\n' },
  ));

test('what other files show is drawn anew after an edit: lenses always, hints when a definition changed', () =>
  within(
    async ({ client, change, open, diagnostics }) => {
      await diagnostics(uri);
      const asked: string[] = [];
      for (const what of ['inlayHint', 'codeLens', 'semanticTokens'])
        client.onRequest(`workspace/${what}/refresh`, () => {
          asked.push(what);
          return null;
        });
      const rest = () => new Promise(resume => setTimeout(resume, 700));
      await rest();
      asked.length = 0;
      const other = 'file:///w/other.qalam';
      open(other, 'event e\n  source: port\n');
      await rest();
      asked.length = 0;
      change(other, [{ text: 'event e\n  source: as-safir\n' }]);
      await rest();
      assert.deepEqual(asked, ['codeLens']);
      asked.length = 0;
      change(other, [{ text: 'place "Lone Hill"\n  location: 33, 36\n' }]);
      await rest();
      assert.deepEqual(asked.sort(), ['codeLens', 'inlayHint', 'semanticTokens']);
    },
    {
      capabilities: {
        workspace: {
          inlayHint: { refreshSupport: true },
          codeLens: { refreshSupport: true },
          semanticTokens: { refreshSupport: true },
        },
      },
    },
  ));
