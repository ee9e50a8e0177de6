// A JSON export that is imported is the same export when it is exported again, whatever stood in the reports.
import assert from 'node:assert/strict';
import test from 'node:test';
import type { JsonObject } from '../../../../server/exchange/document';
import { exported as exportedFiles, plainly } from '../../../../server/exchange/exporter';
import { blocksOfJson, blocksOfLines, importBlocks } from '../../../../server/exchange/import/document';
import { reportPath } from '../../../../server/exchange/import/whole';
import { ndjson, toJson } from '../../../../server/exchange/json';
import { parse } from '../../../../server/syntax/parse';
import { print } from '../../../../server/syntax/print';
import { caseFiles, type Files } from '../../../support/reports';
import { base, jsonText, snapshot, uri } from '../sample';
import { roundTrip } from './roundTrip';

const exported = (files: Files) =>
  jsonText(toJson(snapshot(files), Object.keys(files).sort().map(uri), { includePrivate: true }).document);

const lines = (files: Files): string => {
  const made = exportedFiles(ndjson, snapshot(files), Object.keys(files).map(uri), {
    ...plainly,
    includePrivate: true,
  });
  return new TextDecoder().decode(made.files.get(''));
};

function imported(text: string): Record<string, string> {
  const blocks = blocksOfJson(text);
  assert.ok(typeof blocks !== 'string', String(blocks));
  const { files, losses } = importBlocks(blocks, base);
  assert.deepEqual(losses, []);
  return Object.fromEntries(files);
}

roundTrip(exported, imported);

test('JSON lines hold the same blocks', () => {
  const files = { 'b.qalam': 'source s\n  publisher: P\n', 'a.qalam': 'event e\n  source: s\n' };
  const [json, list] = [blocksOfJson(exported(files)), blocksOfLines(lines(files))];
  assert.ok(typeof json !== 'string' && typeof list !== 'string');
  const by = (blocks: typeof json) => blocks.map(block => JSON.stringify(block)).sort();
  assert.deepEqual(by(list), by(json));
});

test('what is written has the layout of the formatter', () => {
  for (const files of caseFiles())
    for (const text of Object.values(imported(exported(files)))) assert.equal(print(parse(text)), text);
});

test('what is no export of Qalam is refused with a sentence', () => {
  const cases: [string, RegExp][] = [
    ['{', /^It is no JSON: .+\.$/],
    ['[]', /^It is no JSON object\.$/],
    ['{"events": []}', /^It is no export of Qalam: “\$schema” is not urn:qalam:schema:1\.$/],
    [
      '{"$schema": "urn:qalam:schema:9"}',
      /^It is of another version: urn:qalam:schema:9 instead of urn:qalam:schema:1\.$/,
    ],
  ];
  for (const [text, message] of cases) assert.match(String(blocksOfJson(text)), message);
  assert.match(String(blocksOfLines('{"block":"event"}\n{')), /^Line 2 is no JSON\.$/);
  assert.match(String(blocksOfLines('{"id":"e"}')), /^Line 1 does not say in “block” what it is\.$/);
});

test('a member that the language does not have is told', () => {
  const document = JSON.parse(exported({ 'a.qalam': 'event e\n' })) as { events: JsonObject[] };
  const blocks = blocksOfJson(JSON.stringify({ ...document, events: [{ ...document.events[0], weather: 'rain' }] }));
  assert.ok(typeof blocks !== 'string');
  assert.deepEqual(importBlocks(blocks, base).losses, ['a.qalam: “weather” of event e is not known; left out.']);
});

test('no report is written outside of its folder, whatever its file is called', () => {
  const names = ['../../a', 'b/../../a.qalam', '/a', '..\\..\\a', 'b\\..\\.\\a.QALAM'];
  assert.deepEqual(new Set(names.map(reportPath)), new Set(['a.qalam']));
  assert.equal(reportPath('..'), 'reports.qalam');
});
