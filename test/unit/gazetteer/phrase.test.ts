// What the words around a name say of it.
import assert from 'node:assert/strict';
import test from 'node:test';
import { readPhrase } from '../../../server/gazetteer/phrase';

const phrases: Readonly<Record<string, string>> = {
  Homs: 'place Homs',
  'Deir ez-Zor': 'place Deir ez-Zor',
  'Dayr ‘Aţīyah': 'place Dayr ‘Aţīyah',
  'vicinity of Zabira village in Duma district': 'near Zabira · area Duma',
  'the town of Arbin, northern Aleppo governorate': 'place Arbin · area Aleppo',
  'Hama: Kafr Zita': 'in Hama · place Kafr Zita',
  'southern countryside of Idlib': 'area Idlib',
  '5 km north of Jisr': 'away Jisr',
  'Karrada neighbourhood of Baghdad city': 'quarter Karrada · settlement Baghdad',
  'road between Ras and Fij': 'near Ras · near Fij',
  'quartier de Sabon, ville de Zinder': 'quarter Sabon · settlement Zinder',
  'قرية الحميدية في ريف حمص': 'place الحميدية · area حمص',
  'Daraa Province: a blast in Tasil town in the countryside of Daraa': 'area Daraa · settlement Tasil · area Daraa',
  'in the battle for Marinka on the approaches to Donetsk': 'place Marinka · near Donetsk',
  'DEPARTMENT: NARIÑO MUNICIPALITY: TUMACO': 'area NARIÑO · place TUMACO',
  '': '',
};
for (const [phrase, read] of Object.entries(phrases)) {
  test(`“${phrase}”`, () => {
    const spans = readPhrase(phrase);
    assert.equal(spans.map(span => `${span.role} ${span.text}`).join(' · '), read);
    for (const { text, start, end } of spans) assert.equal(phrase.slice(start, end), text);
  });
}

test('a direction before a name may be part of it', () => {
  const [span] = readPhrase('shelling of western Ghouta');
  assert.deepEqual([span?.text, span?.directed], ['Ghouta', { text: 'western Ghouta', start: 12 }]);
  assert.equal(readPhrase('west of Ghouta')[0]?.directed, undefined);
});
