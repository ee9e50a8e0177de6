// What a gazetteer answers: exact names, near ones, beginnings and ids.
import assert from 'node:assert/strict';
import test from 'node:test';
import type { Query } from '../../../server/gazetteer/entity';
import { gazetteer } from '../../../server/gazetteer/gazetteer';
import { type BadLine, readGeonames } from '../../../server/gazetteer/geonames';
import { lookup } from '../../../server/gazetteer/lookup';
import { openIndex } from '../../../server/gazetteer/read';
import { writeIndex } from '../../../server/gazetteer/write';
import { entity, TABLE } from './sample';

const divisions = new Map([
  ['SY.08', 'Rif-dimashq Governorate'],
  ['SY.12', 'Idlib Governorate'],
  ['SY.10', 'Hama Governorate'],
]);
const world = openIndex(writeIndex(readGeonames(TABLE, divisions), { attribution: 'test' }));
const groups = openIndex(
  writeIndex(
    [
      entity({
        id: 'qalam:sdf',
        kind: 'actor',
        name: 'Syrian Democratic Forces',
        countries: ['SY'],
        aliases: [{ text: 'SDF' }, { text: 'QSD', from: '2015-10-10' }],
        active: { from: '2015-10', to: '' },
      }),
      entity({ id: 'qalam:homs', kind: 'actor', name: 'Homs', note: 'A group with the name of a place.' }),
    ],
    { attribution: 'test' },
  ),
);
const all = gazetteer([world, groups]);
const place = (text: string, rest: Partial<Query> = {}): Query => ({ text, kind: 'place', ...rest });
const meaning = (query: Query) => {
  const answer = all.resolve(query);
  return answer.kind === 'resolved'
    ? answer.entity.id
    : answer.kind === 'ambiguous'
      ? answer.candidates.map(c => c.entity.id)
      : 'unknown';
};

test('a known name resolves in any script', () => {
  for (const name of ['Aḑ Ḑumayr', 'ad-Dumayr', 'DUMEIR', 'الضمير'])
    assert.equal(meaning(place(name)), 'geonames:170589');
});

test('a misspelt name never resolves', () => {
  assert.equal(meaning(place('Dumeyr')), 'unknown');
  assert.equal(meaning(place('')), 'unknown');
});

test('a namesake far larger than the others is meant when no country is known', () => {
  assert.equal(meaning(place('London')), 'geonames:2643743');
  assert.equal(meaning(place('London', { countries: ['CA'] })), 'geonames:6058560');
});

test('the report’s country decides between namesakes', () => {
  assert.equal(meaning(place('Palmyra', { countries: ['SY'] })), 'geonames:163806');
  assert.equal(meaning(place('Nasiriyah', { countries: ['IQ', 'SY'] })), 'geonames:2');
});

test('namesakes in one country are ambiguous until a division is named', () => {
  assert.deepEqual(meaning(place('Kafr Nabl', { countries: ['SY'] })), ['geonames:3', 'geonames:4']);
  assert.equal(meaning(place('Kafr Nabl', { countries: ['SY'], qualifier: 'Hama' })), 'geonames:4');
  assert.equal(meaning(place('Nasiriyah', { qualifier: 'Rif Dimashq' })), 'geonames:1');
});

test('a definition of the workspace stands before the shipped entries', () => {
  const own = openIndex(
    writeIndex([entity({ id: 'workspace:london', name: 'London (Rif Dimashq)' })], { attribution: '' }),
  );
  const answer = gazetteer([world, own]).resolve(place('London'));
  assert.equal(answer.kind === 'resolved' && answer.entity.id, 'workspace:london');
});

test('places and groups are kept apart', () => {
  assert.equal(meaning({ text: 'homs', kind: 'actor' }), 'qalam:homs');
  assert.equal(meaning({ text: 'qsd', kind: 'actor' }), 'qalam:sdf');
  assert.equal(meaning({ text: 'the Syrian Democratic Forces', kind: 'actor' }), 'qalam:sdf');
  assert.equal(meaning(place('SDF')), 'unknown');
});

test('the nearest names are found across spellings and scripts', () => {
  for (const name of ['Dumeyr', 'Ad Dmeir', 'Dhumair'])
    assert.equal(all.nearest(place(name, { countries: ['SY'] }))[0]?.entity.id, 'geonames:170589');
  assert.equal(all.nearest(place('Dimaşk', { countries: ['SY'] }))[0]?.entity.id, 'geonames:170654');
  assert.equal(all.nearest(place('Хомс'))[0]?.entity.name, 'Homs');
  assert.equal(all.nearest(place('Homs'))[0]?.score, 1);
  assert.ok((all.nearest(place('Hommz'))[0]?.score ?? 1) < 1);
});

test('a beginning completes from any name, any script, and without its article', () => {
  const first = (text: string, rest: Partial<Query> = {}) => all.complete(place(text, rest)).matches[0]?.entity.id;
  assert.equal(first('Dum', { countries: ['SY'] }), 'geonames:170589');
  assert.equal(first('الض'), 'geonames:170589');
  assert.equal(first('ضم'), 'geonames:170589');
  assert.equal(first('Palm'), 'geonames:163806');
  assert.equal(first('Palm', { countries: ['US'] }), 'geonames:4521811');
  assert.deepEqual(all.complete(place('lon', { limit: 1 })).incomplete, true);
});

test('an entity comes back as it was written', () => {
  const damascus = all.byId('geonames:170654');
  assert.equal(damascus?.name, 'Damascus');
  assert.deepEqual(damascus?.countries, ['SY']);
  assert.equal(damascus?.latitude, 33.5102);
  assert.equal(damascus?.longitude, 36.2913);
  assert.equal(damascus?.population, 1569394);
  assert.deepEqual(
    damascus?.aliases.map(a => a.text),
    ['Damas', 'Dimashq', 'Дамаск', 'دمشق'],
  );
  assert.equal(all.byId('geonames:170589')?.division, 'Rif-dimashq Governorate');
  const sdf = all.byId('qalam:sdf');
  assert.deepEqual(sdf?.aliases, [{ text: 'SDF' }, { text: 'QSD', from: '2015-10-10', to: '' }]);
  assert.deepEqual(sdf?.active, { from: '2015-10', to: '' });
  assert.equal(sdf?.latitude, undefined);
  assert.equal(all.byId('qalam:homs')?.note, 'A group with the name of a place.');
  assert.equal(all.byId('geonames:99'), undefined);
  assert.equal(all.byId('qalam:none'), undefined);
});

test('lines that are no places are told by number, and the others read', () => {
  const bad: BadLine[] = [];
  const read = [
    ...readGeonames(
      ['\ufeffnot a table', '', ...TABLE.slice(0, 2), TABLE[2]?.replace('34.7268', '134') ?? ''],
      undefined,
      b => bad.push(b),
    ),
  ];
  assert.deepEqual(
    read.map(e => e.name),
    ['Aḑ Ḑumayr', 'Damascus'],
  );
  assert.deepEqual(
    bad.map(b => b.line),
    [1, 5],
  );
});

test('years and a country in brackets are no part of a group’s name', () => {
  const first = all.nearest({ text: 'Syrian Democratic Force (2015-2024)', kind: 'actor' })[0];
  assert.equal(first?.entity.id, 'qalam:sdf');
  assert.equal(all.nearest({ text: 'Sirian Democratic Forces (Syria)', kind: 'actor' })[0]?.entity.id, 'qalam:sdf');
});

test('a look-up reads the phrase and says why', () => {
  const [first] = lookup(all, { query: 'vicinity of Palmira city', kind: 'place', country: 'SY' });
  assert.equal(first?.id, 'geonames:163806');
  assert.match(first?.explain ?? '', /^“Palmira” is .* Palmyra, a name of Tadmur; in SY as asked/);
  assert.ok((first?.score ?? 1) < 1);
});

test('a quarter whose inhabitants nobody counted is no smaller than a village', () => {
  const quarter = entity({
    id: 'qalam:mezzeh',
    name: 'Mezzeh',
    type: 'quarter',
    countries: ['SY'],
    latitude: 33.5,
    longitude: 36.2,
  });
  const town = (people: number) =>
    entity({
      id: 'geonames:5',
      name: 'Mezzeh',
      type: 'PPL',
      countries: ['SY'],
      latitude: 35,
      longitude: 37,
      population: people,
    });
  const kindOf = (people: number) =>
    gazetteer([openIndex(writeIndex([quarter, town(people)], { attribution: '' }))]).resolve(
      place('Mezzeh', { countries: ['SY'] }),
    ).kind;
  assert.equal(kindOf(2000), 'ambiguous');
  assert.equal(kindOf(200_000), 'resolved');
});

test('a town that two layers have under two ids is one when it lies at the same spot', () => {
  const at = (id: string, type: string, latitude: number) =>
    openIndex(
      writeIndex([entity({ id, name: 'Barzeh', type, countries: ['SY'], latitude, longitude: 36.3 })], {
        attribution: '',
      }),
    );
  const answer = (...layers: ReturnType<typeof at>[]) => {
    const found = gazetteer(layers).resolve(place('Barzeh', { countries: ['SY'] }));
    return found.kind === 'resolved' ? found.entity.id : found.kind;
  };
  const shipped = at('qalam:barzeh', 'quarter', 33.55);
  assert.equal(answer(shipped, at('geonames:7', 'PPL', 33.56)), 'geonames:7');
  assert.equal(answer(shipped, at('geonames:7', 'PPL', 33.65)), 'ambiguous');
  // Its airfield is another thing, and smaller.
  assert.equal(answer(shipped, at('geonames:7', 'AIRB', 33.55)), 'qalam:barzeh');
});

test('a name within a name is found too, a division in brackets is not', () => {
  const own = entity({ id: 'geonames:9001', name: 'Izz ad-Din (Ezzeddin) village', countries: ['SY'] });
  const other = entity({ id: 'geonames:9002', name: 'Sakhra (Hama)', countries: ['SY'], division: 'Hama' });
  const index = gazetteer([
    openIndex(
      writeIndex(
        [own, other].map(one => ({ ...one, origin: 'geonames' as const })),
        { attribution: '' },
      ),
    ),
  ]);
  const found = (text: string) => {
    const answer = index.resolve(place(text));
    return answer.kind === 'resolved' ? answer.entity.id : answer.kind;
  };
  assert.equal(found('Izz ad-Din'), 'geonames:9001');
  assert.equal(found('Ezzeddin'), 'geonames:9001');
  assert.equal(found('Sakhra'), 'geonames:9002');
  assert.equal(found('Hama'), 'unknown');
});

test('a phrase means what lies in or beside the place it names', () => {
  const at = (id: string, name: string, latitude: number) =>
    entity({ id, name, countries: ['SY'], latitude, longitude: 36, population: 1000 });
  const index = gazetteer([
    openIndex(
      writeIndex(
        [
          at('geonames:9101', 'Hazrama', 33.5),
          at('geonames:9102', 'Ghouta', 33.55),
          at('geonames:9103', 'Hazzarma', 36),
        ].map(one => ({ ...one, origin: 'geonames' as const })),
        { attribution: '' },
      ),
    ),
  ]);
  assert.equal(index.nearest(place('in Hezerma in Ghouta'))[0]?.entity.id, 'geonames:9101');
});

test('a misspelt name that two places fit scores less than one that stands out', () => {
  const town = (id: string, name: string) => entity({ id, name, countries: ['SY'], population: 1000 });
  const score = (...towns: ReturnType<typeof town>[]) =>
    gazetteer([openIndex(writeIndex(towns, { attribution: '' }))]).nearest(place('Kerdaha', { countries: ['SY'] }))[0]
      ?.score ?? 0;
  const alone = score(town('a', 'Qardaha'), town('b', 'Homs'));
  assert.ok(alone < 1);
  assert.ok(score(town('a', 'Qardaha'), town('b', 'Qirdaha')) < alone);
});

test('why a name is listed tells that others fit nearly as well', () => {
  const towns = ['Qardaha', 'Qirdaha'].map(name => entity({ id: name, name, countries: ['SY'] }));
  const index = gazetteer([openIndex(writeIndex(towns, { attribution: '' }))]);
  const [first] = lookup(index, { query: 'Qerdaha', kind: 'place', country: 'SY' });
  assert.match(
    first?.explain ?? '',
    /^(?:nearly the same sounds as|much like) Q[ai]rdaha; .*others fit nearly as well$/,
  );
});
