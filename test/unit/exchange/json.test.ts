// The JSON export as a whole: which blocks it has, from which files, and how it is written.
import assert from 'node:assert/strict';
import test from 'node:test';
import { type JsonObject, lossText } from '../../../server/exchange/document';
import { exported, exporting, plainly } from '../../../server/exchange/exporter';
import { geojson } from '../../../server/exchange/geojson';
import { json, ndjson, toJson } from '../../../server/exchange/json';
import { documentOf, jsonText, report, snapshot, uri } from './sample';

test('an event type of the workspace says what other codebooks count it as', () => {
  const { document, losses } = documentOf(`event type "Kidnapping for ransom"
  within: Abduction/forced disappearance
  note: For money.

event type "Siege"

event one
  type: Kidnapping for ransom

event two
  type: Siege
`);
  assert.deepEqual(losses, []);
  assert.deepEqual(document.eventTypes, [
    { name: 'Kidnapping for ransom', file: 'a.qalam', within: 'Abduction/forced disappearance', note: 'For money.' },
    { name: 'Siege', file: 'a.qalam' },
  ]);
  assert.deepEqual(
    document.events.map(({ type, subEventType, family }) => [type, subEventType, family]),
    [
      ['Kidnapping for ransom', 'Abduction/forced disappearance', 'Violence against civilians'],
      ['Siege', null, null],
    ],
  );
});

test('a private event type shows nowhere, nor do the lines that name it', () => {
  const { document } = documentOf(`event type "Night letter"
  private: yes

event one
  type: Night letter
  note: A night letter again.
  title: Threat
`);
  assert.deepEqual(document.eventTypes, []);
  assert.deepEqual(
    [document.events[0]?.type, document.events[0]?.note, document.events[0]?.title],
    [null, undefined, 'Threat'],
  );
});

test('an id that is missing is made of the event itself, one that is taken gets a number', () => {
  const text = 'event\n  note: One.\n\nevent a\n\nevent a\n\nevent a-2\n';
  const ids = (more: string) => documentOf(more + text).document.events.map(({ id }) => id);
  const [made, ...others] = ids('');
  assert.match(String(made), /^event-[0-9a-f]{12}$/);
  assert.deepEqual(others, ['a', 'a-3', 'a-2']);
  assert.equal(ids('event before\n\n')[1], made);
});

test('private blocks are left out, with every mention of them', () => {
  const text = `source insider
  publisher: Someone
  private: yes

place "Safe House"
  location: 33.5, 36.3
  private: yes

event meeting
  privat: yes

event e
  place: near Safe House
  source: insider, a neighbour
  source: as-safir
  part of: meeting
`;
  const { document, losses } = documentOf(text);
  assert.doesNotMatch(jsonText(document), /insider|neighbour|Safe House|meeting|private/);
  assert.deepEqual(
    losses.map(({ line, message }) => `${line - 7} ${message}`),
    [
      '0 This source is private; left out.',
      '4 This place is private; left out.',
      '8 This event is private; left out.',
      '12 This line speaks of something private; left out.',
      '13 This line speaks of something private; left out.',
      '15 This line speaks of something private; left out.',
    ],
  );
  const whole = documentOf(text, true).document;
  assert.deepEqual([whole.sources.length, whole.places.length, whole.events.length], [2, 1, 2]);
  assert.equal(whole.sources[1]!.private, true);
});

test('what an event rests on comes along from other files, and nothing else of theirs', () => {
  const shared = `source wire
  publisher: Wire
  translation of: wire-arabic

source wire-arabic
  publisher: Wire

source other
  publisher: Other

place "Umm Ruman"
  location: 4 km NE of Dumeir

event elsewhere
`;
  const world = snapshot({
    'a.qalam': `${report}event e\n  place: Umm Ruman\n  source: wire\n`,
    'shared.qalam': shared,
  });
  const { document } = toJson(world, [uri('a.qalam')], { includePrivate: false });
  assert.deepEqual(
    document.sources.map(({ id, file }) => [id, file]),
    [
      ['as-safir', 'a.qalam'],
      ['wire', 'shared.qalam'],
      ['wire-arabic', 'shared.qalam'],
    ],
  );
  assert.deepEqual(
    document.places.map(({ id, name }) => [id, name]),
    [['workspace:place:umm-ruman', 'Umm Ruman']],
  );
  assert.deepEqual(
    document.events.map(({ id }) => id),
    ['e'],
  );
});

test('the same reports give the same bytes, and files are called by what their folder holds', () => {
  const files = { 'north/a b.qalam': report, 'south/b.qalam': 'event e\n' };
  const text = () => jsonText(toJson(snapshot(files), Object.keys(files).map(uri), { includePrivate: false }).document);
  assert.equal(text(), text());
  assert.match(text(), /"file": "north\/a b.qalam"/);
  assert.doesNotMatch(text(), /work/);
});

test('long work is told in steps and can be given up', () => {
  const events = Array.from({ length: 250 }, (_, i) => `event e${i}\n`).join('');
  const work = exporting(json, snapshot({ 'a.qalam': events }), [uri('a.qalam')], plainly);
  const next = () => {
    const { value } = work.next() as { value: { done: number; total: number } };
    return [value.done, value.total];
  };
  assert.deepEqual(
    [next(), next()],
    [
      [100, 250],
      [200, 250],
    ],
  );
  work.return(undefined as never);
  assert.equal(work.next().done, true);
});

test('the file that is written piece by piece is the text of the document', () => {
  for (const text of ['', report, `${report}event e\n  type: Presence\n\nevent f\n  note: “ضمير”\n`]) {
    const world = snapshot({ 'a.qalam': text });
    const { files } = exported(json, world, [uri('a.qalam')], plainly);
    assert.equal(new TextDecoder().decode(files.get('')), jsonText(toJson(world, [uri('a.qalam')], plainly).document));
  }
});

test('JSON lines are the blocks of the document, one a line, after a line about it', () => {
  const world = snapshot({ 'a.qalam': `${report}event e\n  type: Presence\n` });
  const { files } = exported(ndjson, world, [uri('a.qalam')], plainly);
  const [head, ...blocks] = new TextDecoder()
    .decode(files.get(''))
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line) as JsonObject);
  const { document } = toJson(world, [uri('a.qalam')], plainly);
  assert.deepEqual(head, {
    block: 'document',
    $schema: document.$schema,
    generator: document.generator,
    attribution: document.attribution,
  });
  assert.deepEqual(blocks, [
    { block: 'report', ...document.reports[0] },
    { block: 'source', ...document.sources[0] },
    { block: 'event', ...document.events[0] },
  ]);
});

test('a format that has no room for grades says so', () => {
  const files = { 'a.qalam': `${report}event e\n  date: 2014-11-14\n  place: Jayrud\n  source: as-safir (C3)\n` };
  const { losses } = exported(geojson, snapshot(files), [uri('a.qalam')], plainly);
  assert.deepEqual(losses.filter(({ message }) => message.includes('grades')).map(lossText), [
    'e: GeoJSON has no place for the grades of “source”; left out.',
  ]);
});
