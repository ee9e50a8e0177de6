// The names within a name, and what is none.
import assert from 'node:assert/strict';
import test from 'node:test';
import { nameParts } from '../../../server/gazetteer/nameParts';

const names: Readonly<Record<string, string>> = {
  Homs: '',
  'Kansas City': '',
  'Tasil town': 'Tasil',
  'Tall Azzan mountain': 'Tall Azzan',
  'Behsud district centre': 'Behsud',
  'Aleppo airport': '',
  'Izz ad-Din (Ezzeddin) village': 'Izz ad-Din · inside Ezzeddin',
  'Dahiet Elasad/Al Assad suburb': 'Dahiet Elasad · Al Assad',
  'Bata Pora village, Handwara sub-district': 'Bata Pora',
  'Art Khvajeh (1)': 'Art Khvajeh',
  'km 5/7': '',
};
for (const [name, parts] of Object.entries(names)) {
  test(`“${name}”`, () => {
    const { names: outside, inside } = nameParts(name);
    assert.equal([...outside, ...inside.map(part => `inside ${part}`)].join(' · '), parts);
  });
}
