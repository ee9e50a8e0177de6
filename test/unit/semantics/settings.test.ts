import assert from 'node:assert/strict';
import test from 'node:test';
import Ajv from 'ajv/dist/2020';
import fc from 'fast-check';
import { settingsSchema } from '../../../server/exchange/settingsSchema';
import { codes, rules } from '../../../server/features/checks';
import { parseSettings } from '../../../server/semantics/settings';

/** Each problem with the text that it stands at. */
const problems = (text: string) =>
  parseSettings(text, codes).problems.map(({ span, code, message }) => [
    code,
    text.slice(span.start, span.end),
    message,
  ]);

test('settings are read', () => {
  const text = '\uFEFF{ "country": ["Syria", "LB"], "profile": "acled", "checks": { "place.abroad": "off" } }';
  const { problems, ...read } = parseSettings(text, codes);
  assert.deepEqual(problems, []);
  assert.deepEqual(read, {
    countries: ['SY', 'LB'],
    profiles: ['acled'],
    checks: new Map([['place.abroad', 'off']]),
  });
});

test('what counts for nothing is told where it stands', () => {
  assert.deepEqual(problems('{ "chekcs": {} }'), [
    ['settings.unknown', '"chekcs"', 'There is no setting “chekcs”. Did you mean “checks”?'],
  ]);
  assert.deepEqual(problems('{ "checks": { "place.abraod": "off", "place.unknown": "loud" } }'), [
    ['settings.unknown', '"place.abraod"', 'There is no check “place.abraod”. Did you mean “place.abroad”?'],
    ['settings.unknown', '"loud"', '“place.unknown” is one of off, hint, info, warning, error.'],
  ]);
  assert.deepEqual(problems('{ "country": "Syria", "profile": ["acled", "ucpd"] }'), [
    ['settings.unknown', '"Syria"', '“country” is a list. Did you mean “["Syria"]”?'],
    ['settings.unknown', '"ucpd"', 'There is no profile "ucpd". Did you mean “ucdp”?'],
  ]);
  assert.deepEqual(problems('[]'), [['settings.unknown', '[]', 'Settings are an object: `{ "country": ["Syria"] }`.']]);
});

test('what stands around a fault of the JSON still counts', () => {
  const text = '{ "country": ["Syria"]\n  "checks": { "place.abroad": "off" } }';
  const { countries, checks, problems } = parseSettings(text, codes);
  assert.deepEqual([countries, checks?.get('place.abroad')], [['SY'], 'off']);
  assert.deepEqual(
    problems.map(({ code, message }) => [code, message]),
    [['settings.json', 'A comma is missing here.']],
  );
  assert.equal(parseSettings('', codes).problems.length, 1);
  assert.equal(parseSettings('{} // so', codes).problems[0]?.message, 'JSON has no comments.');
});

test('any text is read, and no place lies outside of it', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.json().map(text => text.slice(0, -1)),
      ),
      text => {
        for (const { span } of parseSettings(text, codes).problems)
          assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length);
      },
    ),
  );
});

test('the schema of the settings takes what is read without a problem, and nothing else', () => {
  const valid = new Ajv({ strict: false }).compile(settingsSchema(rules));
  for (const good of [
    {},
    { country: ['Syria', 'LB'], profile: ['acled'] },
    { profile: 'ucdp', checks: { 'place.abroad': 'off' } },
  ]) {
    assert.ok(valid(good));
    assert.deepEqual(problems(JSON.stringify(good)), []);
  }
  for (const bad of [
    { chekcs: {} },
    { checks: { 'place.abraod': 'off' } },
    { country: 'Syria' },
    { profile: 'x' },
    [],
  ]) {
    assert.ok(!valid(bad), JSON.stringify(bad));
    assert.ok(problems(JSON.stringify(bad)).length > 0);
  }
});
