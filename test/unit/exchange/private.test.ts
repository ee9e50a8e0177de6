// What is private must not show in an export, however it is spelt, pinned, quoted or used to tell where something else lies.
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { jsonText, toJson } from '../../../server/exchange/json';
import { blockKinds, blockSpec } from '../../../server/syntax/vocabulary';
import { snapshot, uri } from './sample';

const secrets = `place "Safehouse Kilo"
  location: 31.2222, 37.2222
  also: Kilo House, بيت كيلو
  private: yes

actor "Informer Cell"
  kind: rebel group
  acronym: IC
  private: yes

source secret-src
  publisher: Someone
  private: yes

event night-1
  type: Presence
  private: yes

`;

const export_ = (text: string, includePrivate = false, name = 'a.qalam') => {
  const world = snapshot({ [name]: text, 'secrets.qalam': secrets });
  const { document, losses } = toJson(world, [uri(name)], { includePrivate });
  return { document, text: jsonText(document), losses: losses.map(({ line, message }) => `${line + 1} ${message}`) };
};

const secret = /kilo|informer|\bIC\b|secret.?src|night-1|كيلو|3[17]\.2/i;

/** The lines of an event that are private, each of which is to go, and only it. */
const lines = [
  'place: Safehouse Kilo',
  'place: 200 m N of Safehouse Kilo',
  'place: near safehouse-kilo',
  'place: along Safehouse Kilo–Homs road',
  'place: along Homs to Kilo House highway',
  'place: between Homs and Kilo House',
  'place: Safehouse Kilo [geonames:169577]',
  'place: Safehouse Kilo [',
  'place: Homs (Safehouse Kilo)',
  'place: Homs, Kilo House',
  'place: Old Mill, 2 km N of Kilo House',
  'place: Homs [workspace:place:safehouse-kilo]',
  'actor: Informer Cell as attacker',
  'actor: Informer Cell [qalam:syrian-arab-army] as attacker',
  'actor: "Informer Cell (Homs)"',
  'actor: IC as attacker',
  'actor: Syrian army as Informer Cell',
  'killed: 2 Informer Cell',
  'killed: 2 civilians, 5 Informer Cells',
  'killed: some of the Informer Cell',
  'killed: 3 according to secret-src',
  'killed: 3 (Secret-src, a cousin)',
  'source: secret-src',
  'source: Secret-src',
  'source: SECRET SRC, a neighbour',
  'source: s, secret-src',
  'source: s, an informer cell’s courier',
  'part of: night-1',
  'part of: NIGHT-1',
  'part of: informer-cell-raid',
  'title: Raid on Safehouse Kilo',
  'title: Raid on “SafehouseKilo”',
  'weapon: taken from ‘Kilo House’s store',
  'type: Raid on Safehouse Kilo',
  'date: after Safehouse Kilo was left',
  'time: when the IC came',
  'credibility: ask Informer Cell',
  'note: Said near\n    Safehouse\n    Kilo.',
  'note: بعد وبيت كيلو',
  'claim: See https://example.org/Safehouse%20Kilo.html and night-1.',
];

test('a line that speaks of something private goes, and only it', () => {
  for (const line of lines) {
    const { text, document, losses } = export_(`source s\n  publisher: S\n\nevent e\n  ${line}\n  displaced: 12\n`);
    assert.doesNotMatch(text, secret, line);
    assert.deepEqual(losses, ['5 This line speaks of something private; left out.'], line);
    assert.deepEqual(document.events[0]!.displaced, { text: '12', low: 12, best: 12, high: 12 }, line);
    assert.match(export_(`event e\n  ${line}\n`, true).text, secret, line);
  }
});

test('of a list only the names go that are private', () => {
  const { text, document, losses } = export_(`actor "Hill Men"
  kind: rebel group
  also: Mountain Men, Hill Men of Kilo House
  leader: Informer Cell, Abu Safwan
  part of: Informer Cell, Jaysh al-Islam
  country: Syria, Safehouse Kilo

event e
  corroborates: night-1, other

event other
`);
  assert.doesNotMatch(text, secret);
  const [men] = document.actors as unknown as {
    aliases: unknown;
    leaders: unknown;
    partOf: unknown;
    countries: unknown;
  }[];
  const name = (one: string) => [{ text: one, date: null }];
  assert.deepEqual(
    [men!.aliases, men!.leaders, men!.partOf, men!.countries],
    [name('Mountain Men'), name('Abu Safwan'), name('Jaysh al-Islam'), [{ text: 'Syria', code: 'SY' }]],
  );
  assert.deepEqual(document.events[0]!.corroborates, ['other']);
  assert.deepEqual(
    losses,
    [3, 4, 5, 6, 9].map(line => `${line} This line names something private; that name is left out.`),
  );
});

test('a place told by a private one keeps its name and loses its point, through however many steps', () => {
  const { text, document, losses } = export_(`place Shop
  location: 200 m N of Safehouse Kilo
  in: Safehouse Kilo

place Kiosk
  location: 1 km E of Shop ±2 km

event e
  place: Kiosk
  from: Well, 3 km S of Kiosk
  to: along Shop–Homs road

event f
  place: between Shop and Homs
  from: Homs
`);
  assert.doesNotMatch(text, secret);
  const [shop, kiosk] = document.places as unknown as { location: { text: string } | null }[];
  assert.equal(shop!.location, null);
  assert.equal(kiosk!.location!.text, '1 km E of Shop ±2 km');
  const nowhere = { latitude: null, longitude: null, uncertaintyKm: null, country: null };
  const [e, f] = document.events;
  for (const place of [kiosk!.location, e!.place, e!.from, e!.to, f!.place])
    assert.deepEqual({ ...(place as object), ...nowhere }, place);
  assert.deepEqual(
    { ...(e!.place as object) },
    { text: 'Kiosk', relation: 'at', name: 'Kiosk', id: 'workspace:place:kiosk', ...nowhere },
  );
  assert.equal((f!.from as { latitude: number }).latitude, 34.7268);
  const told = 'Where this lies is told by something private; exported without coordinates.';
  assert.deepEqual(losses, [
    '2 This line speaks of something private; left out.',
    '3 This line speaks of something private; left out.',
    `6 ${told}`,
    `9 ${told}`,
    `10 ${told}`,
    `11 ${told}`,
    `14 ${told}`,
  ]);
});

test('a title that tells something private does not show either', () => {
  const { text, document, losses } = export_(
    `report "Around Safehouse Kilo"

source informer-cell-letter
  publisher: A

place "Garage of Safehouse Kilo"
  location: 33.1, 36.1
  also: Garage

event safehouse-kilo-raid
  place: Garage
  source: informer-cell-letter
`,
    false,
    'safehouse-kilo.qalam',
  );
  assert.doesNotMatch(text, secret);
  assert.deepEqual([document.reports[0]!.title, document.reports[0]!.file], [null, 'report-1.qalam']);
  assert.deepEqual([document.sources, document.places], [[], []]);
  assert.match(String(document.events[0]!.id), /^event-[0-9a-f]{12}$/);
  assert.equal(document.events[0]!.report, null);
  assert.deepEqual(losses, [
    '1 The name of this file speaks of something private; it is called “report-1.qalam”.',
    '1 This title speaks of something private; left out.',
    '3 The name of this source speaks of something private; the block is left out.',
    '6 The name of this place speaks of something private; the block is left out.',
    `10 The id of this event speaks of something private; exported as “${document.events[0]!.id}”.`,
    '11 This line speaks of something private; left out.',
    '12 This line speaks of something private; left out.',
  ]);
});

test('no loss repeats what is private', () => {
  const all = `event x\n  ${lines.join('\n  ')}\n  Informer Cell: yes\n  Kilo House?\n`;
  for (const loss of export_(secrets + all).losses) assert.doesNotMatch(loss, secret, loss);
});

test('words that only look like something private stay', () => {
  const { document, losses } = export_(`source s
  publisher: S

event night-12
  title: Informers in a cell of the safehouse; night 1; kilos
  type: Presence
  place: Homs
  part of: night-1-after
  source: s, src
  note: It is near. The prison's icy cell. A secret source.

event night-1-after
`);
  assert.deepEqual(losses, []);
  assert.deepEqual(Object.keys(document.events[0]!).slice(-3), ['sources', 'partOf', 'note']);
});

test('an id of few letters hides where it is cited, and not the words it is like', () => {
  const world = snapshot({
    'a.qalam':
      'source a\n  private: yes\n\nsource 12\n  private: yes\n\nevent raid\n  private: yes\n\nevent e\n  type: Raid\n  killed: 12\n  note: A raid? A boat.\n  source: A\n  source: 12\n  part of: Raid\n',
  });
  const { document } = toJson(world, [uri('a.qalam')], { includePrivate: false });
  const { killed, sources, partOf, note } = document.events[0]!;
  assert.deepEqual([(killed as { best: number }).best, sources, partOf, note], [12, [], undefined, undefined]);
});

test('names count however they are given: a second list, one that cannot be read, a block without a title', () => {
  const world = (text: string) => {
    const given = `actor "The Hidden Hand"
  also: Grey Wolves
  also: Owl Unit; Night Birds, "Red Moon
  private: yes

place
  also: Blue Door
  private: yes

event evening.meal one
  private: yes

`;
    const { document } = toJson(snapshot({ 'a.qalam': given + text }), [uri('a.qalam')], { includePrivate: false });
    return document.events[0]!;
  };
  for (const name of [
    'the hidden hand',
    'Hidden Hand',
    'Grey Wolves',
    'Owl-Unit',
    'Night Birds',
    'Red Moon',
    'Blue Door',
  ])
    assert.equal(world(`event e\n  note: Said at ${name}, twice.\n`).note, undefined, name);
  assert.equal(world('event e\n  note: See evening.meal one.\n').note, undefined);
  assert.equal(world('event e\n  note: A hand, a door.\n').note, 'A hand, a door.');
});

test('a slip in saying so hides all the same', () => {
  const hidden = [
    '  private: yes',
    '  Private : YES',
    '  private:',
    '  privat: yes',
    '  pirvate: yes',
    '  private info: yes',
    'private: yes',
    '  private yes',
    '  private = yes',
    '  - private: yes',
    '  private',
    '  pirvate yes',
    '  kind: hill\n    private: yes',
    '  kind: hill\n    private yes',
    '  note: A hill.\n    private: yes',
    '  note: A hill.\n\n      private yes',
    '  note: A hill.\n    pirvate: yes',
    '  kind:\n    private: yes',
    '  note:\n    private: yes',
    '  note:\n\n    # here\n    privat yes',
  ];
  const shown = [
    '  private: no',
    '  private no',
    '  kind: hill\n    private: no',
    '  note: private: yes',
    '  note: A hill above\n    private gardens and fields.',
    '  # private: yes',
    '  %%%',
  ];
  const places = (line: string) => export_(`place "Hill X"\n  location: 33.1, 36.1\n${line}\n`).document.places.length;
  for (const line of hidden) assert.equal(places(line), 0, line);
  for (const line of shown) assert.equal(places(line), 1, line);
});

const keys = blockKinds.flatMap(kind => blockSpec(kind).fields.map(({ key }) => key)).filter(key => key !== 'private');
const around = [
  '',
  'near ',
  'Homs, ',
  '2 ',
  's, ',
  '"',
  '(',
  'Homs (',
  'along Homs–',
  'the ',
  '200 m N of ',
  'x; ',
  '\n    ',
];
const behind = [
  '',
  ' [',
  ' [geonames:169577]',
  '–Homs road',
  ' as attacker',
  ')',
  ' (Homs)',
  '"',
  '’s',
  ', Homs',
  ' ±2 km',
  '\n    x',
];
const secretLine = fc
  .tuple(
    fc.constantFrom(...keys),
    fc.constantFrom(...around),
    fc.constantFrom('Safehouse Kilo', 'KILO-HOUSE', 'informer cell', 'Secret-src', 'night-1'),
    fc.constantFrom(...behind),
  )
  .map(([key, before, name, after]) => `  ${key}: ${before}${name}${after}\n`);
const secretBlock = fc
  .tuple(
    fc.constantFrom(...blockKinds),
    fc.constantFrom('x', '"y z"', 'kilo-house', '"By Informer Cell"'),
    fc.array(secretLine),
  )
  .map(([kind, title, fields]) => `${kind} ${title}\n${fields.join('')}\n`);

test('wherever something private is written, it does not show', () => {
  fc.assert(
    fc.property(fc.array(secretBlock), blocks => {
      const { text, losses } = export_(blocks.join(''));
      assert.doesNotMatch(text, secret);
      for (const loss of losses) assert.doesNotMatch(loss, secret);
    }),
    { numRuns: 300 },
  );
});

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

test('what another codebook says of an event goes with its private fields', () => {
  const text = 'event e\n  place: Homs\n  killed: 3\n  private: place\n  coded: ucdp-ged\n    where_coordinates=Homs\n';
  const { document, losses } = toJson(snapshot({ 'a.qalam': text }), [uri('a.qalam')], {});
  assert.equal(document.events[0]!.coded, undefined);
  assert.ok(losses.some(({ line }) => line === 4));
});
