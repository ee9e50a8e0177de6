// What must hold of every completion: put in place, it is read as the entry that it stands for.
import assert from 'node:assert/strict';
import test from 'node:test';
import { complete } from '../../../server/features/completion';
import { entityOf, mentionsUnder } from '../../../server/semantics/meaning';
import { snapshotOf } from '../../../server/semantics/snapshot';
import { parse } from '../../../server/syntax/parse';
import { applyEdits } from '../../../server/text/edit';
import { snapshotFrom } from '../../support/world';

const definitions =
  'place "Umm Ruman and Tal"\n  location: 33.68, 36.72\nplace "in Salah (old)"\n  location: 33.7, 36.72\nactor "Lions as one"\n  kind: rebel group\nactor "Lions, Cubs"\n  kind: rebel group\n';

const beginnings = ['Du', 'Ho', 'Tri', '‘Ayn', 'Umm', 'in S', 'Al', 'ال', 'Jab', 'Rif', '"Um'];
const phrases = ['', 'near ', '5 km NE of ', 'between Homs and ', 'between ', 'along ', 'in ', 'Foo, near '];
const groups = ['Hez', 'Lions', 'Jay', 'Free', 'Lib', 'Su', 'ال'];

function everyItemIsRead(line: string, country: string): void {
  const block = line.startsWith('part of') ? 'actor "Y"' : 'event one';
  const text = `report "R"\n${country}${block}\n  ${line}`;
  const files = { 'definitions.qalam': definitions, 'report.qalam': text };
  const snapshot = snapshotFrom(files);
  const completion = complete({ snapshot, uri: 'report.qalam', offset: text.length });
  assert.ok(completion, line);
  const scope = snapshot.scope('report.qalam');
  for (const item of completion.items) {
    if (!item.entity) continue;
    const rest = /between (?!.* and )/.test(line) ? ' and Homs' : '';
    const changed: string = applyEdits(text, [{ span: completion.span, text: item.insert ?? item.label }]) + rest;
    const { blocks } = parse(changed);
    const last = mentionsUnder(blocks.at(-1)!, scope).at(rest ? -2 : -1);
    assert.equal(last && entityOf(last, scope)?.id, item.entity, `${line} → ${changed.split('\n').at(-1)}`);
  }
}

for (const country of ['', '  country: Syria\n']) {
  const where = country ? 'in a report of one country' : 'in a report of no country';
  test(`a place that is completed ${where} is that place`, () => {
    for (const phrase of phrases) for (const name of beginnings) everyItemIsRead(`place: ${phrase}${name}`, country);
  });
  test(`a group that is completed ${where} is that group`, () => {
    for (const name of groups) for (const key of ['actor', 'part of']) everyItemIsRead(`${key}: ${name}`, country);
  });
}

test('names that the workspace uses come first, also when an edit or a definition has changed which these are', () => {
  const text = 'event e\n  place: Qal';
  let snapshot = snapshotFrom({ 'a.qalam': text, 'b.qalam': '', 'c.qalam': '' });
  const write = (uri: string, changed: string) => {
    const files = new Map(snapshot.files).set(uri, { uri, tree: parse(changed) });
    snapshot = snapshotOf(files, snapshot.base, snapshot.settings, snapshot);
  };
  const use = (name: string) =>
    write('b.qalam', Array.from({ length: 6 }, (_, i) => `event b${i}\n  place: ${name}\n`).join(''));
  const first = (...names: string[]) =>
    complete({ snapshot, uri: 'a.qalam', offset: text.length })!.items.find(({ label }) => names.includes(label))!
      .label;

  const [large, small] = ['Qal‘at al Maḑīq', 'Abū Qalqal'];
  assert.equal(first(large, small), large);
  use(small);
  assert.equal(first(large, small), small);
  use(large);
  assert.equal(first(large, small), large);

  use('Old Fort');
  for (const [one, other] of [
    ['Qalxa', 'Qalya'],
    ['Qalya', 'Qalxa'],
  ] as const) {
    const lines = (name: string) => `place ${name}\n  location: 33.68, 36.72\n`;
    write(
      'c.qalam',
      [one, other]
        .sort()
        .map(name => lines(name) + (name === one ? '  also: Old Fort\n' : ''))
        .join(''),
    );
    assert.equal(first(one, other), one);
  }
});

test('a name in quotes is replaced with both of them from the middle of it', () => {
  for (const [begun, behind] of [
    ['place: "Dum', 'eir"'],
    ['place: near "Dum', 'eir", Homs'],
    ['killed: 3 "Syr', 'ian army", 2 civilians'],
  ] as const) {
    const text = `event e\n  ${begun}${behind}\n`;
    const { span, rest } = complete({ snapshot: snapshotFrom({ a: text }), uri: 'a', offset: text.indexOf(behind) })!;
    const replaced = text.slice(span.start, span.end + rest!);
    assert.match(replaced, /^"[^"]+"$/);
  }
});

test('half of a word is not offered as what the author wrote', () => {
  const offered = (line: string, behind: string) =>
    complete({
      snapshot: snapshotFrom({ a: `event e\n  ${line}${behind}\n` }),
      uri: 'a',
      offset: 10 + line.length,
    })!.items.some(({ detail }) => detail === 'as written');
  assert.ok(offered('place: Zzqxville', ''));
  for (const [line, behind] of [
    ['place: Zzqx', 'ville'],
    ['place: 5 km N', 'E of Dumeir'],
    ['actor: Zzqx', 'ists as attacker'],
  ] as const)
    assert.ok(!offered(line, behind), line);
});
