// Names in scripts of syllables, by sound in Latin letters, and the places that they find.
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { lightKey } from '../../../server/gazetteer/fold';
import { gazetteer } from '../../../server/gazetteer/gazetteer';
import { openIndex } from '../../../server/gazetteer/read';
import { hasSyllables, romanised } from '../../../server/gazetteer/romanise';
import { skeletonOf } from '../../../server/gazetteer/skeleton';
import { soundsOf } from '../../../server/gazetteer/sounds';
import { writeIndex } from '../../../server/gazetteer/write';
import { entity } from './sample';

/** A name, how it is read, and the place's name in English. */
const names: readonly [name: string, read: string, place: string][] = [
  ['መቀሌ', 'mekele', 'Mekelle'],
  ['አዲስ አበባ', 'adis abeba', 'Addis Ababa'],
  ['ባሕር ዳር', 'bahr dar', 'Bahir Dar'],
  ['ላሊበላ', 'lalibela', 'Lalibela'],
  ['လားရှိုး', 'lasho', 'Lashio'],
  ['မန္တလေး', 'mantale', 'Mandalay'],
  ['ရန်ကုန်', 'yankun', 'Yangon'],
  ['စစ်တွေ', 'sittwe', 'Sittwe'],
  ['ကျောက်ဖြူ', 'kyawkpyu', 'Kyaukpyu'],
  ['काठमाडौं', 'kathamadaun', 'Kathmandu'],
  ['पोखरा', 'pokhara', 'Pokhara'],
  ['श्रीनगर', 'shrinagar', 'Srinagar'],
  ['ঢাকা', 'dhaka', 'Dhaka'],
  ['নোয়াখালী', 'noyakhali', 'Noakhali'],
  ['ময়মনসিংহ', 'mayamanasinh', 'Mymensingh'],
  ['ปัตตานี', 'pattani', 'Pattani'],
  ['เชียงใหม่', 'chiangmai', 'Chiang Mai'],
  ['สุพรรณบุรี', 'suphannburi', 'Suphan Buri'],
  ['ວຽງຈັນ', 'wiangchan', 'Viangchan'],
  ['ភ្នំពេញ', 'phnompenh', 'Phnom Penh'],
  ['បាត់ដំបង', 'batdombong', 'Battambang'],
  ['කොළඹ', 'kolamba', 'Colombo'],
  ['திருகோணமலை', 'tirukonamalai', 'Trincomalee'],
  ['ਅੰਮ੍ਰਿਤਸਰ', 'anmritasar', 'Amritsar'],
];
for (const [name, read] of names) test(`${name} is read ${read}`, () => assert.equal(romanised(lightKey(name)), read));

/** In alphabets, whose letters are sounds. */
const spelt: readonly [name: string, place: string][] = [
  ['თბილისი', 'Tbilisi'],
  ['Երևան', 'Yerevan'],
  ['Хуссар Ирыстонӕ', 'Xussar Irystona'],
];

test('a name in any of these scripts finds the place by its Latin name', () => {
  const places = [...names.map(([name, , place]) => [name, place] as const), ...spelt];
  const layer = openIndex(
    writeIndex(
      places.map(([, name]) => entity({ id: `qalam:${name}`, name, countries: ['XX'] })),
      { attribution: '' },
    ),
  );
  const found = gazetteer([layer]);
  for (const [text, place] of places) assert.equal(found.nearest({ text, kind: 'place' })[0]?.entity.name, place, text);
});

test('names of these scripts are known as they are written, and nothing is like them in the index but Latin names', () => {
  const lashio = entity({ id: 'geonames:1', name: 'Lashio', aliases: [{ text: 'လားရှိုး' }] });
  const layer = openIndex(writeIndex([lashio], { attribution: '' }));
  assert.equal(gazetteer([layer]).resolve({ text: 'လားရှိုး', kind: 'place' }).kind, 'resolved');
  assert.equal(layer.skeletons.size, 1);
});

test('whatever stands in these blocks is read as Latin letters, and is a row of sounds', () => {
  const letters = fc.integer({ min: 0x900, max: 0x17ff }).map(code => String.fromCharCode(code));
  const words = fc.array(fc.oneof(letters, fc.constantFrom(' ', 'a', 'ب', '7')), { maxLength: 40 });
  fc.assert(
    fc.property(words, parts => {
      const key = lightKey(parts.join(''));
      const sounds = soundsOf(key);
      assert.ok(sounds.length <= sounds.codes.length && typeof skeletonOf(sounds) === 'string');
      for (const word of key.split(' ')) if (hasSyllables(word)) assert.match(romanised(word), /^[a-z0-9]*$/);
    }),
  );
});
