// What is remembered over edits is what a fresh look finds.
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { check, checkNow, refreshing } from '../../../server/features/checks';
import { Workspace } from '../../../server/lsp/workspace';
import { Changes, question } from '../../../server/semantics/basis';
import { plainSettings } from '../../../server/semantics/settings';
import { usesOf } from '../../../server/semantics/uses';
import { world } from '../../support/world';

const names = ['Shared Hill', 'Dumeir', 'Umm Rumanah', 'Homs', 'Old Quarry'];
const groups = ['Plain Lions', 'The Lions', 'Lions Brigade', 'Brigade of the Lions', 'Syrian army', 'Jaysh al-Islam'];
const ids = ['as-safir', 'as-safirr', 'monitor'];

const name = fc.constantFrom(...names);
const group = fc.constantFrom(...groups);
const id = fc.constantFrom(...ids);
const eventId = fc.constantFrom('one', 'two', 'three');

const place = fc
  .tuple(name, name, fc.constantFrom('33.6, 36.7', '4 km N of Dumeir', '2 km E of Shared Hill'), fc.boolean())
  .map(
    ([title, other, location, comment]) =>
      `place "${title}"\n  also: ${other}\n  location: ${location}\n${comment ? '# seen\n' : ''}`,
  );
const actor = fc
  .tuple(group, group, fc.constantFrom('Syria', 'Iraq'), fc.constantFrom('Zahran Alloush', 'Abu Ali'))
  .map(
    ([title, other, country, leader]) =>
      `actor "${title}"\n  also: ${other}\n  country: ${country}\n  leader: ${leader}\n`,
  );
const source = fc
  .tuple(id, fc.constantFrom('2014-11-14', '2014-11-20'), fc.boolean(), fc.option(id, { nil: undefined }))
  .map(
    ([title, day, graded, original]) =>
      `source ${title}\n  published: ${day}\n${graded ? '  reliability: B\n' : ''}${original ? `  translation of: ${original}\n` : ''}`,
  );
const type = fc.constantFrom('Siege', 'Raid').map(term => `event type ${term}\n  within: Armed clash\n`);
const event = fc
  .tuple(
    eventId,
    name,
    group,
    id,
    fc.constantFrom('Siege', 'Armed clash'),
    eventId,
    fc.constantFrom('2014-11-13', '2014-11-16'),
    fc.constantFrom('part of', 'corroborates'),
  )
  .map(
    ([title, where, who, from, what, larger, day, link]) =>
      `event ${title}\n  type: ${what}\n  date: ${day}\n  place: ${where}\n  actor: ${who} as attacker\n  killed: 3 (${from})\n  source: ${from}\n  ${link}: ${larger}\n`,
  );
const report = fc.constantFrom('Syria', 'Iraq', 'Syria, Iraq').map(country => `report "R"\n  country: ${country}\n`);

const file = (...blocks: fc.Arbitrary<string>[]) =>
  fc.array(fc.oneof(...blocks), { maxLength: 5 }).map(all => all.join('\n'));
const text = fc.oneof(
  file(place, actor, source, type),
  fc.tuple(report, file(event, source)).map(parts => parts.join('\n')),
  file(event, place),
);
const uris = ['a', 'b', 'c'];
const state = fc.tuple(
  fc.constantFrom(...uris),
  fc.option(fc.oneof(text, fc.constantFrom('the first block at the end' as const)), { nil: undefined, freq: 8 }),
);

/** The text with its blocks in another order, by one edit, so that the blocks themselves stay. */
function turn(workspace: Workspace, uri: string): void {
  const tree = workspace.snapshot().files.get(uri)?.tree;
  if (!tree) return;
  const { string } = tree.text;
  const start = tree.starts[1] ?? 0;
  const [first, rest] = [string.slice(0, start), string.slice(start)];
  const turned = rest + (rest.endsWith('\n\n') ? '' : '\n') + first;
  workspace.edit(uri, { span: { start: 0, end: string.length }, text: turned });
}

const said = (workspace: Workspace, uri: string) =>
  check(workspace.snapshot(), uri).map(
    ({ code, span, message, fixes }) =>
      `${span.start}–${span.end} ${code} ${message} ${fixes()
        .map(fix => JSON.stringify(fix))
        .join(' ')}`,
  );

test('after any edits, findings, fixes and uses are those of a fresh look at the files', () => {
  fc.assert(
    fc.property(fc.array(state, { minLength: 2, maxLength: 8 }), states => {
      const layers = [world()];
      const workspace = new Workspace(layers, plainSettings);
      for (const [uri, text] of states) {
        if (text === undefined) workspace.delete(uri);
        else if (text === 'the first block at the end') turn(workspace, uri);
        else workspace.set(uri, text);
        // What is remembered comes of looking on the way.
        for (const uri of uris) checkNow(workspace.snapshot(), uri);
      }
      const fresh = new Workspace(layers, plainSettings);
      for (const uri of workspace.snapshot().files.keys()) fresh.set(uri, workspace.text(uri)!.string);
      for (const uri of uris) assert.deepEqual(said(workspace, uri), said(fresh, uri));
      for (const about of [
        'source:as-safir',
        'event:two',
        'workspace:place:shared-hill',
        'workspace:actor:plain-lions',
      ])
        assert.deepEqual(usesOf(workspace.snapshot(), about), usesOf(fresh.snapshot(), about));
    }),
    { numRuns: 80 },
  );
});

test('a group that is found by the words of its name is missed when it goes', () => {
  const workspace = new Workspace([world()], plainSettings);
  workspace.set('a', 'actor "Lions Brigade"\n  country: Syria\n');
  workspace.set('b', 'event one\n  actor: Brigade of the Lions as attacker\n');
  const codes = () => checkNow(workspace.snapshot(), 'b').map(({ code }) => code);
  assert.ok(!codes().includes('actor.unknown'));
  workspace.set('a', 'actor "Tigers Brigade"\n  country: Syria\n');
  assert.ok(codes().includes('actor.unknown'));
});

test('events that were in order are looked at again when their report takes a codebook', () => {
  const head = 'report "R"\n  country: Syria\n';
  const event = (id: string, type: string) =>
    `event ${id}\n  type: ${type}\n  date: 2014-11-14\n  place: Homs\n  actor: Syrian army as attacker\n  actor: Jaysh al-Islam as defender\n  source: as-safir\n`;
  const source = 'source as-safir\n  publisher: As-Safir\n';
  const workspace = new Workspace([world()], plainSettings);
  workspace.set('a', `${head}${source}${event('one', 'Armed clash')}${event('two', 'Air/drone strike')}`);
  const codes = () => checkNow(workspace.snapshot(), 'a').map(({ code }) => code);
  assert.ok(!codes().includes('acled.together'));
  workspace.edit('a', { span: { start: head.length, end: head.length }, text: '  profile: acled\n' });
  assert.ok(codes().includes('acled.together'));
});

test('events of one voice are found out when a source in a third file turns out to be a translation', () => {
  const workspace = new Workspace([world()], plainSettings);
  const event = (id: string, source: string, more = '') => `event ${id}\n  source: ${source}\n${more}`;
  const monitor = 'source monitor\n  publisher: M\n';
  workspace.set('other', 'source as-safir\n  publisher: A\n');
  workspace.set('sources', monitor);
  workspace.set('a', event('one', 'as-safir', '  corroborates: two\n'));
  workspace.set('b', event('two', 'monitor'));
  const codes = () => checkNow(workspace.snapshot(), 'a').map(({ code }) => code);
  const looked = () => refreshing(workspace.snapshot(), 'a').next().value;
  assert.ok(!codes().includes('event.same-source'));
  const before = looked();
  assert.equal(looked(), before);
  workspace.set('sources', `${monitor}  translation of: as-safir\n`);
  assert.notEqual(looked(), before, 'nobody would ask for the findings again');
  assert.ok(codes().includes('event.same-source'));
});

test('of events that may be one, the later is told of, also after they have changed places', () => {
  const workspace = new Workspace([world()], plainSettings);
  const event = (id: string) =>
    `event ${id}\n  type: Armed clash\n  date: 2014-11-14\n  place: Homs\n  actor: Syrian army as attacker\n  source: of-${id}\n`;
  workspace.set('a', `${event('one')}\n${event('two')}\n`);
  const told = () =>
    checkNow(workspace.snapshot(), 'a').flatMap(({ code, message }) => (code === 'event.duplicate' ? message : []));
  assert.match(told().join(), /“one”/);
  turn(workspace, 'a');
  assert.match(told().join(), /“two”/);
});

test('an answer holds in another state when nothing it rests on has changed between the two', () => {
  const changes = new Changes();
  const [a, b] = [question('source', 'a'), question('source', 'b')];
  const first = changes.next([a]);
  const second = changes.next([b]);
  assert.equal(changes.agree([a], first, second), true);
  assert.equal(changes.agree([a, b], first, second), false);
  assert.equal(changes.agree([b], second, first), false);
  assert.equal(changes.agree([b], second, second), true);
});
