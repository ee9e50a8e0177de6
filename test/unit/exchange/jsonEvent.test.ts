// One event in the JSON export: what was written and what it was resolved to, with every loss told.
import assert from 'node:assert/strict';
import test from 'node:test';
import type { JsonObject } from '../../../server/exchange/document';
import { documentOf } from './sample';

/** The only event of a report, and the losses with their lines counted from the event's header. */
function event(lines: string): { event: JsonObject; losses: string[] } {
  const { document, losses } = documentOf(`event e\n  ${lines.trim().replaceAll('\n', '\n  ')}\n`);
  return { event: document.events[0]!, losses: losses.map(({ line, message }) => `${line - 7} ${message}`) };
}

test('an event carries what was written and what it was resolved to', () => {
  const { document, losses } = documentOf(`event umm-ruman
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
