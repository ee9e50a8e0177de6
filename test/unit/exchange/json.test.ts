// The JSON export: what was written and what it was resolved to, with every loss told.
import assert from 'node:assert/strict';
import test from 'node:test';
import { type JsonObject, lossText } from '../../../server/exchange/document';
import { exported as exportedAs, exporting, plainly } from '../../../server/exchange/exporter';
import { geojson } from '../../../server/exchange/geojson';
import { json, ndjson, toJson } from '../../../server/exchange/json';
import { jsonText, snapshot, uri } from './sample';

const report = `report "Eastern Qalamoun"
  country: Syria

source as-safir
  publisher: As-Safir
  published: 2014-11-20

`;

const exported = (text: string, includePrivate = false) =>
  toJson(snapshot({ 'a.qalam': report + text }), [uri('a.qalam')], { includePrivate });

/** The only event of a report, and the losses with their lines counted from the event's header. */
function event(lines: string): { event: JsonObject; losses: string[] } {
  const { document, losses } = exported(`event e\n  ${lines.trim().replaceAll('\n', '\n  ')}\n`);
  return { event: document.events[0]!, losses: losses.map(({ line, message }) => `${line - 7} ${message}`) };
}

test('an event carries what was written and what it was resolved to', () => {
  const { document, losses } = exported(`event umm-ruman
  type: Government regains territory
  date: 2014-11-14
  place: Dumeir
  actor: Syrian army as attacker
  actor: Civilians (Syria) as target
  killed: 2 civilians, 5..9 Syrian army
  source: as-safir, field commander
  note: One line,
    and another.

    A paragraph.
`);
  assert.deepEqual(losses, []);
  assert.deepEqual(document.events, [
    {
      id: 'umm-ruman',
      file: 'a.qalam',
      report: 'Eastern Qalamoun',
      type: 'Government regains territory',
      subEventType: 'Government regains territory',
      family: 'Battles',
      disorder: 'Political violence',
      date: {
        text: '2014-11-14',
        edtf: '2014-11-14',
        earliest: '2014-11-14',
        latest: '2014-11-14',
        approximate: false,
        uncertain: false,
      },
      place: {
        text: 'Dumeir',
        relation: 'at',
        name: 'Aḑ Ḑumayr',
        id: 'geonames:170589',
        latitude: 33.6423,
        longitude: 36.6908,
        uncertaintyKm: 2,
        country: 'SY',
      },
      actors: [
        {
          text: 'Syrian army',
          name: 'Syrian Arab Army',
          id: 'qalam:syrian-arab-army',
          role: 'attacker',
          kind: 'state forces',
        },
        {
          text: 'Civilians (Syria)',
          name: 'Civilians (Syria)',
          id: 'generic:civilians:SY',
          role: 'target',
          kind: 'civilians',
        },
      ],
      killed: {
        text: '2 civilians, 5..9 Syrian army',
        low: 7,
        best: null,
        high: 11,
        parts: [
          { text: '2 civilians', category: 'civilians', low: 2, best: 2, high: 2 },
          { text: '5..9 Syrian army', category: 'Syrian army', low: 5, best: null, high: 9 },
        ],
      },
      sources: [{ text: 'as-safir, field commander', id: 'as-safir', attribution: 'field commander' }],
      note: 'One line,\nand another.\n\nA paragraph.',
    },
  ]);
  assert.deepEqual(document.attribution, ['Places: GeoNames (geonames.org), CC BY 4.0.']);
});

test('days stay strings, whatever the time zone', () => {
  const days = ['UTC', 'America/New_York', 'Pacific/Apia'].map(zone => {
    const before = process.env.TZ;
    process.env.TZ = zone;
    const { date } = event('date: [2014-11-10..2014-11-14]').event;
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
    return date as JsonObject;
  });
  for (const { earliest, latest } of days) assert.deepEqual([earliest, latest], ['2014-11-10', '2014-11-14']);
});

test('what sources say differently stands side by side, and the first counts', () => {
  const { event: one, losses } = event(
    'killed: 12 according to as-safir\nkilled: 20..25 (sana, army spokesman)\nkilled: dozens',
  );
  assert.deepEqual(one.killed, {
    text: '12 according to as-safir',
    low: 12,
    best: 12,
    high: 12,
    source: { text: 'as-safir', id: 'as-safir', attribution: null },
    others: [
      {
        text: '20..25 (sana, army spokesman)',
        low: 20,
        best: null,
        high: 25,
        source: { text: 'sana, army spokesman', id: null, attribution: 'army spokesman' },
      },
      { text: 'dozens', low: 24, best: null, high: 99 },
    ],
  });
  assert.deepEqual(losses, ['2 The source “sana” is not defined; exported as written.']);
});

test('an event type of the workspace says what other codebooks count it as', () => {
  const { document, losses } = exported(`event type "Kidnapping for ransom"
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
  const { document } = exported(`event type "Night letter"
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

test('a date that is none stays as written', () => {
  const { event: one, losses } = event('date: 14 Nov');
  const { text, edtf, earliest, latest } = one.date as JsonObject;
  assert.deepEqual([text, edtf, earliest, latest], ['14 Nov', null, 'unknown', 'unknown']);
  assert.match(losses[0]!, /^1 “14 Nov” is not a date in EDTF\. Exported as written/);
});

test('words of a list are exported as the list has them, however they are written', () => {
  const { event: one, losses } = event(
    'type: presence\nactor: Syrian army as Attacker\nactor: Syrian army as besieger',
  );
  assert.equal(one.type, 'Presence');
  assert.deepEqual(
    (one.actors as JsonObject[]).map(({ role }) => role),
    ['attacker', 'besieger'],
  );
  assert.deepEqual(losses, ['3 “besieger” is not a known role; exported as written.']);
});

test('an open interval says so', () => {
  const { earliest, latest } = event('date: ../2014-05').event.date as JsonObject;
  assert.deepEqual([earliest, latest], ['open', '2014-05-31']);
});

test('a place that nobody knows, or that several share, stays as written and is told', () => {
  const { event: one, losses } = event('place: near Nowhere At All\nfrom: Kafr Nabl');
  assert.deepEqual(one.place, {
    text: 'near Nowhere At All',
    relation: 'near',
    name: null,
    id: null,
    latitude: null,
    longitude: null,
    uncertaintyKm: null,
    country: null,
  });
  assert.deepEqual(losses, [
    '1 “Nowhere At All” is not known; exported as written, without coordinates.',
    '2 “Kafr Nabl” could be any of 2 places; exported as written, without coordinates.',
  ]);
});

test('fields that are required or repeat are there when nothing is written; others are not', () => {
  assert.deepEqual(event('title: T').event, {
    id: 'e',
    file: 'a.qalam',
    report: 'Eastern Qalamoun',
    title: 'T',
    type: null,
    subEventType: null,
    family: null,
    disorder: null,
    date: null,
    place: null,
    actors: [],
    sources: [],
  });
});

test('each line that is not carried is told, and costs its event nothing else', () => {
  const { event: one, losses } = event('type: Presence\nfoo: bar\n%%%\nkilled: a lot of\ndate: 2014\ndate: 2015');
  assert.equal(one.type, 'Presence');
  assert.deepEqual(one.killed, { text: 'a lot of', low: null, best: null, high: null });
  assert.equal((one.date as JsonObject).text, '2014');
  assert.deepEqual(losses, [
    '2 “foo” is no field of an event; left out.',
    '3 This line could not be read; left out.',
    '4 The value of “killed” could not be read; exported as written.',
    '6 “date” is written more than once; only the first is exported.',
  ]);
});

test('an id that is missing is made of the event itself, one that is taken gets a number', () => {
  const text = 'event\n  note: One.\n\nevent a\n\nevent a\n\nevent a-2\n';
  const ids = (more: string) => exported(more + text).document.events.map(({ id }) => id);
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
  const { document, losses } = exported(text);
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
  const whole = exported(text, true).document;
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
    const { files } = exportedAs(json, world, [uri('a.qalam')], plainly);
    assert.equal(new TextDecoder().decode(files.get('')), jsonText(toJson(world, [uri('a.qalam')], plainly).document));
  }
});

test('JSON lines are the blocks of the document, one a line, after a line about it', () => {
  const world = snapshot({ 'a.qalam': `${report}event e\n  type: Presence\n` });
  const { files } = exportedAs(ndjson, world, [uri('a.qalam')], plainly);
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

test('a source carries the grade that its line gives it', () => {
  const { event: one } = event(
    'source: as-safir, field commander (C3)\nsource: as-safir (5)\nsource: as-safir, others (G9)',
  );
  assert.deepEqual(one.sources, [
    {
      text: 'as-safir, field commander (C3)',
      id: 'as-safir',
      attribution: 'field commander',
      reliability: 'C',
      credibility: '3',
    },
    { text: 'as-safir (5)', id: 'as-safir', attribution: null, credibility: '5' },
    { text: 'as-safir, others (G9)', id: 'as-safir', attribution: 'others' },
  ]);
});

test('a format that has no room for grades says so', () => {
  const files = { 'a.qalam': `${report}event e\n  date: 2014-11-14\n  place: Jayrud\n  source: as-safir (C3)\n` };
  const { losses } = exportedAs(geojson, snapshot(files), [uri('a.qalam')], plainly);
  assert.deepEqual(losses.filter(({ message }) => message.includes('grades')).map(lossText), [
    'e: GeoJSON has no place for the grades of “source”; left out.',
  ]);
});
