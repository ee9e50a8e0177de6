// What is said of the checks is true: the example of each shows it, and each says why and what to do.
import assert from 'node:assert/strict';
import test from 'node:test';
import { check, codes, rules } from '../../../server/features/checks';
import { plainSettings } from '../../../server/semantics/settings';
import { snapshotFrom } from '../../support/world';

const switchedOn = (code: string) => ({ ...plainSettings, checks: new Map([[code, 'hint']] as const) });

const URI = 'report.qalam';

for (const { code, severity, example } of rules) {
  if (!example) continue;
  test(`the example of ${code} shows it`, () => {
    const found = check(
      snapshotFrom({ [URI]: `${example}\n` }, severity === 'off' ? switchedOn(code) : plainSettings),
      URI,
    ).map(finding => finding.code);
    assert.ok(found.includes(code), `${example}\n${found.join(', ')}`);
  });
}

test('every check says what it finds, why that matters and what to do, in sentences', () => {
  for (const { code, means, why, instead } of rules)
    for (const text of [means, why, instead]) assert.match(text, /^\p{Lu}.*[.)]$/su, code);
});

test('codes are words with a dot, each once', () => {
  assert.equal(codes.size, rules.length);
  for (const code of codes) assert.match(code, /^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/);
});

test('control characters are seen, and a space stands for those that part words', () => {
  const seen = (value: string) =>
    check(snapshotFrom({ [URI]: `event one\n  place: ${value}\n` }), URI)
      .filter(({ code }) => code === 'text.unseen')
      .flatMap(({ message, fixes }) => [/\((.*)\)/.exec(message)![1], ...fixes().map(({ title }) => title)]);
  assert.deepEqual(seen('Ho\u0000ms'), ['U+0000', 'Take it out']);
  assert.deepEqual(seen('An\u000bNabk'), ['U+000B', 'Put a space there']);
  assert.deepEqual(seen('An\u2028Nabk'), ['U+2028', 'Put a space there']);
  assert.deepEqual(seen('Ho\u00adms\u007f'), ['U+00AD', 'Take it out', 'U+007F', 'Take it out']);
  assert.deepEqual(seen('An\tNabk'), []);
});
