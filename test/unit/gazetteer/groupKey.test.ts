// When two wordings name one group, what around a name is no part of it, and which words name nobody.
import assert from 'node:assert/strict';
import test from 'node:test';
import { genericActor } from '../../../server/gazetteer/generic';
import { groupKey, keyWithoutPeople } from '../../../server/gazetteer/groupKey';
import { wordings } from '../../../server/gazetteer/wordings';

const same: readonly string[][] = [
  ['Jabhat al-Nusra', 'The al-Nusra Front', 'Nusra Front', 'Jabhat an-Nusrah'],
  ['Army of Islam', 'Jaysh al-Islam', 'Jaish al Islam', 'Islam Army'],
  ['SDF', 'S.D.F.', 's.d.f'],
  ['M23', 'M-23', 'M 23'],
  ['Kata’ib Hizballah', 'Hizballah Brigades', 'Hizbaallah Brigade'],
  ['Fuerzas Armadas Revolucionarias de Colombia', 'Revolutionary Armed Forces of Colombia'],
  ['Forces démocratiques de libération du Rwanda', 'Democratic Forces for the Liberation of Rwanda'],
  ['جيش الإسلام', 'الجيش الاسلام'],
];

for (const [first, ...others] of same)
  test(`one group key: ${first}`, () =>
    assert.deepEqual(
      others.filter(other => groupKey(other) !== groupKey(first!)),
      [],
    ));

const different: readonly (readonly [string, string])[] = [
  ['Hamas', 'Hama'],
  ['4th Brigade', '4th Battalion'],
  ['ELN', 'ILN'],
  ['Jaysh al-Islam', 'Jaysh al-Islamm'],
  ['Army of Islam', 'Islamic Front'],
];

for (const [one, other] of different)
  test(`two group keys: ${one}, ${other}`, () => assert.notEqual(groupKey(one), groupKey(other)));

test('words for its people are no part of a group’s name, unless they are all of it', () => {
  assert.equal(keyWithoutPeople('Hamas militants'), groupKey('Hamas'));
  assert.equal(keyWithoutPeople('Hamas'), undefined);
  assert.equal(keyWithoutPeople('rebel fighters'), undefined);
});

const texts = (text: string) => wordings(text).map(wording => wording.text);

test('years in brackets give a day within them, and a unit may follow', () => {
  assert.deepEqual(wordings('Military Forces of Syria (2000-2024)')[0], {
    text: 'Military Forces of Syria',
    day: '2012-07-01',
  });
  assert.deepEqual(wordings('Military Forces of Syria (2000-) 4th Armored Division')[0], {
    text: 'Military Forces of Syria',
    unit: '4th Armored Division',
    day: '2000-12-31',
  });
});

test('an abbreviation before a name, an acronym behind it and words of doubt are left out', () => {
  assert.deepEqual(texts('HTS: Hayat Tahrir al Sham'), ['HTS: Hayat Tahrir al Sham', 'Hayat Tahrir al Sham', 'HTS']);
  assert.ok(texts('Al-Qaida in the Islamic Maghreb (AQIM)').includes('Al-Qaida in the Islamic Maghreb'));
  assert.ok(texts('suspected Boko Haram').includes('Boko Haram'));
  assert.ok(texts('Turkish-backed Syrian National Army').includes('Syrian National Army'));
  assert.ok(texts('fighters of the Islamic Front').includes('Islamic Front'));
});

const generic: readonly (readonly [text: string, name: string])[] = [
  ['unidentified armed group (Syria)', 'Unidentified armed group (Syria)'],
  ['Unidentified Armed Group (Mali)', 'Unidentified armed group (Mali)'],
  ['gunmen', 'Unidentified armed group'],
  ['a gunman', 'Unidentified armed group'],
  ['masked gunmen', 'Unidentified armed group'],
  ['unknown assailants', 'Unidentified armed group'],
  ['Nigerian gunmen', 'Unidentified armed group (Nigeria)'],
  ['South Sudanese rebels', 'Unidentified armed group (South Sudan)'],
  ['militants in the Philippines', 'Unidentified armed group (Philippines)'],
  ['Unidentified military forces', 'Unidentified military forces'],
  ['unknown warplanes', 'Unidentified military forces'],
  ['Mutiny of Military Forces of Mali (2002-2012)', 'Mutinous soldiers (Mali)'],
  ['Protesters (Sudan)', 'Protesters (Sudan)'],
  ['Rioters (India)', 'Rioters (India)'],
  ['Civilians (Syria)', 'Civilians (Syria)'],
  ['Women (Iraq)', 'Women (Iraq)'],
  ['Yemeni tribesmen', 'Tribesmen (Yemen)'],
  ['villagers', 'Villagers'],
  ['Rohingya civilians', 'Civilians'],
  ['Amhara farmers', 'Villagers'],
  ['a candidate', 'Civilians'],
  ['settlers', 'Settlers'],
  ['unknown', 'Unidentified armed group'],
  ['مدنيون', 'Civilians'],
  ['المدنيين (Syria)', 'Civilians (Syria)'],
  ['مسلحون مجهولون', 'Unidentified armed group'],
  ['مسلحين مجهولي الهوية', 'Unidentified armed group'],
  ['قوات أمنية مجهولة', 'Unidentified military forces'],
  ['المتظاهرون', 'Protesters'],
];

for (const [text, name] of generic) test(`“${text}” names nobody`, () => assert.equal(genericActor(text)?.name, name));

for (const text of [
  'Taliban gunmen',
  'security forces',
  'Syrian soldiers',
  'Malian army',
  'Civilians (Atlantis)',
  'the group',
  'Sons of the people',
  'Lions of the Plain Women’s Protection Units',
  '',
])
  test(`“${text}” is no generic term`, () => assert.equal(genericActor(text), undefined));
