// What is private must not show in an export, however it is spelt, pinned, quoted or used to tell where something else lies.
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { blockKinds, blockSpec } from '../../../server/syntax/vocabulary';
import { export_, secret, secrets } from './secrets';

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
