// Countries and divisions found from the places in them.
import assert from 'node:assert/strict';
import test from 'node:test';
import { areasOf, divisionNames } from '../../../server/gazetteer/areas';
import { gazetteer } from '../../../server/gazetteer/gazetteer';
import { readGeonames } from '../../../server/gazetteer/geonames';
import { openIndex } from '../../../server/gazetteer/read';
import { writeIndex } from '../../../server/gazetteer/write';
import { entity, TABLE } from './sample';

const divisions = divisionNames([
  { code: 'SY.11', name: 'Homs Governorate' },
  { code: 'SY.08', name: 'Rif-dimashq' },
]);
const places = [...readGeonames(TABLE, divisions)];
const areas = areasOf(places, divisions, new Map([['SY', ['Syria', 'سوريا']]]));

test('a division and a country lie where their places are', () => {
  assert.deepEqual(
    areas.map(area => area.id),
    ['country:SY', 'division:SY.08', 'division:SY.11'],
  );
  const homs = areas.find(area => area.id === 'division:SY.11');
  assert.ok(Math.abs((homs?.latitude ?? 0) - 34.7) < 0.1);
  assert.ok((homs?.uncertaintyKm ?? 0) > 100);
  assert.notEqual(homs?.note, '');
});

test('a city is meant before the division of its name', () => {
  const all = gazetteer([openIndex(writeIndex([...places, ...areas], { attribution: '' }))]);
  const homs = all.resolve({ text: 'Homs', kind: 'place' });
  assert.equal(homs.kind === 'resolved' && homs.entity.id, 'geonames:169577');
  const country = all.resolve({ text: 'سوريا', kind: 'place' });
  assert.equal(country.kind === 'resolved' && country.entity.id, 'country:SY');
});

test('a country in brackets decides between groups of one name', () => {
  const on = [
    entity({ id: 'qalam:a', kind: 'actor', name: 'Democratic Front', countries: ['PS'] }),
    entity({ id: 'qalam:b', kind: 'actor', name: 'Democratic Front', countries: ['SD'] }),
    entity({ id: 'qalam:army', kind: 'actor', name: 'Military Forces of Syria', countries: ['SY'] }),
  ];
  const groups = gazetteer([openIndex(writeIndex(on, { attribution: '' }))]);
  const meaning = (text: string) => {
    const answer = groups.resolve({ text, kind: 'actor' });
    return answer.kind === 'resolved' ? answer.entity.id : answer.kind;
  };
  assert.equal(meaning('Democratic Front'), 'ambiguous');
  assert.equal(meaning('Democratic Front (Sudan)'), 'qalam:b');
  assert.equal(meaning('Military Forces of Syria (2000-2024)'), 'qalam:army');
});
