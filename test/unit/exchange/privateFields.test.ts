// Single fields are private, with all that says the same again, and nothing else of their block.
import assert from 'node:assert/strict';
import test from 'node:test';
import { toJson } from '../../../server/exchange/json';
import { snapshot, uri } from './sample';
import { export_ } from './secrets';

test('single fields are private, and only they', () => {
  const { document, losses } = export_(`source a
  publisher: Paper
  author: Jane Hidden
  private: author, url

event one
  type: Armed clash
  date: 2014-11-14
  place: Homs
  source: a, the miller
  source: a
  note: A kind of secret.
  private: note, source
`);
  assert.deepEqual(document.sources, [{ id: 'a', file: 'a.qalam', publisher: 'Paper' }]);
  const [one] = document.events;
  assert.deepEqual([one?.sources, one && 'note' in one, one && 'private' in one], [[], false, false]);
  assert.equal((one?.place as { text: string } | undefined)?.text, 'Homs');
  assert.deepEqual(losses, [
    '3 This line is private; left out.',
    '10 This line is private; left out.',
    '11 This line is private; left out.',
    '12 This line is private; left out.',
  ]);
});

test('whoever asks for what is private is told which fields are', () => {
  const { document } = export_('event one\n  note: N\n  private: note\n', true);
  assert.deepEqual([document.events[0]?.note, document.events[0]?.private], ['N', ['note']]);
});

test('a place that keeps to itself where it lies tells it nowhere', () => {
  const { document, text } = export_(`place "Well Seven"
  location: 35.4444, 38.4444
  country: Syria
  also: Bir Sabaa
  private: location, also

place "Camp Lima"
  location: 2 km N of Well Seven

event one
  type: Presence
  place: Well Seven

event two
  type: Presence
  place: near Camp Lima

event three
  type: Presence
  place: Bir Sabaa
`);
  assert.doesNotMatch(text, /35\.4|38\.4|Sabaa|"SY"/);
  assert.deepEqual(
    document.events.map(({ place }) => place && [(place as { text: string }).text, (place as { name: string }).name]),
    [['Well Seven', 'Well Seven'], ['near Camp Lima', 'Camp Lima'], null],
  );
});

test('a list with a word that is no field hides the whole block', () => {
  for (const list of ['note, sauce', 'note and source', 'notes', 'yes, note', 'note;;'])
    assert.deepEqual(export_(`event one\n  note: N\n  private: ${list}\n`).document.events, [], list);
});

test('what another codebook says of an event goes with whatever of the event is withheld', () => {
  const places =
    'place Kilo\n  location: 31.2222, 37.2222\n  private: yes\n\nplace "Well Seven"\n  location: 35.4444, 38.4444\n  private: location\n\nsource hidden\n  private: yes\n\n';
  const coded = '  coded: geojson\n    geometry={"type":"Point","coordinates":[31.2222,35.4444]}\n';
  for (const line of ['place: Kilo', 'place: near Well Seven', 'source: hidden', 'from: Well Seven']) {
    const text = `${places}event e\n  ${line}\n${coded}`;
    const { document, losses } = toJson(snapshot({ 'a.qalam': text }), [uri('a.qalam')], {});
    assert.doesNotMatch(JSON.stringify(document), /31\.2|35\.4/, line);
    assert.ok(
      losses.some(({ message, grade }) => grade === 'withheld' && /^What is coded/.test(message)),
      line,
    );
    const all = toJson(snapshot({ 'a.qalam': text }), [uri('a.qalam')], { includePrivate: true });
    assert.match(JSON.stringify(all.document), /\[31\.2222,35\.4444\]/, line);
  }
});

test('what another codebook says of an event goes with its private fields', () => {
  const text = 'event e\n  place: Homs\n  killed: 3\n  private: place\n  coded: ucdp-ged\n    where_coordinates=Homs\n';
  const { document, losses } = toJson(snapshot({ 'a.qalam': text }), [uri('a.qalam')], {});
  assert.equal(document.events[0]!.coded, undefined);
  assert.ok(losses.some(({ line }) => line === 4));
});
