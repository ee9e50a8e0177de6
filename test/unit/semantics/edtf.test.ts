// What we read as EDTF, and what days it means, beside what the edtf package does.
import assert from 'node:assert/strict';
import test from 'node:test';
import edtf from 'edtf';
import fc from 'fast-check';
import { readDate } from '../../../server/semantics/dates';
import { dateLike } from '../../support/dates';

const bounds = (text: string) => {
  const reading = readDate(text);
  return reading.ok ? [reading.value.earliest, reading.value.latest] : reading.problem;
};

const kinds = ['Date', 'Interval', 'Season', 'Set', 'List'];
const theirs = (text: string): boolean => {
  try {
    const parsed = edtf(text, { types: kinds, seasonIntervals: true, seasonUncertainty: true, level: 3 }) as {
      type: string;
    };
    return kinds.includes(parsed.type);
  } catch {
    return false;
  }
};

const season = /-(2[1-9]|3\d|4[01])(?!\d)/;

/** Valid dates that the package does not take: each line is a gap of it, not of ours. */
function packageGap(text: string): boolean {
  const [from = '', to = ''] = text.split('/').map(side => bounds(side)[0]);
  return (
    /^\/./.test(text) || // an unknown start
    (/^[?~%]?\d.*\/[?~%]?\d/.test(text) && from! >= to!) || // an interval whose end begins no later than its beginning: `2014/20XX`
    (season.test(text) && /[/[{]/.test(text)) || // a season beside other dates
    (/X/.test(text) && /[?~%]/.test(text)) || // unknown digits beside doubts
    /[[{,.]\d{4}[?~%]/.test(text) || // a doubtful year in a set
    /[[{,.]\d{1,3}X/.test(text) // a year with unknown digits in a set: `[2014..201X]`
  );
}

test('what we take as EDTF, the edtf package takes too', () => {
  let taken = 0;
  fc.assert(
    fc.property(dateLike, text => {
      const ours = readDate(text);
      if (!ours.ok || packageGap(text)) return;
      taken++;
      assert.ok(theirs(text), text);
    }),
    // The package's gaps are not ours to find: the same dates each time.
    { numRuns: 20_000, seed: 1 },
  );
  assert.ok(taken > 200, `only ${taken} dates were compared`);
});

/** Forms that the package takes and a report has no use for. */
const leftOut = (text: string): boolean => /T|Y|S|^-|E|^[./]+$/.test(text) || /(^|[^\d-])\d{1,3}([^\dX-]|$)/.test(text);

test('dates of the levels we cover that the edtf package takes, we take too', () => {
  const day = fc.constantFrom(
    '2014',
    '2014-11',
    '2014-11-14',
    '2014-11-14~',
    '2014-11?',
    '2014%',
    '201X',
    '20XX',
    '2014-XX',
    '2014-11-XX',
    '2014-XX-XX',
    '2014-11~-14',
    '2014-11-~14',
    '2014-?11-14',
    '2014-11-1X',
    '20XX-11-14',
    '2014-21',
    '2014-24',
  );
  const end = fc.oneof(day, fc.constantFrom('..', ''));
  const text = fc.oneof(
    day,
    fc.tuple(end, end).map(([from, to]) => `${from}/${to}`),
    fc
      .array(
        fc.oneof(
          day,
          fc.tuple(day, day).map(([from, to]) => `${from}..${to}`),
        ),
        { minLength: 1, maxLength: 3 },
      )
      .map(list => `[${list.join(',')}]`),
    fc.array(day, { minLength: 1, maxLength: 3 }).map(list => `{${list.join(',')}}`),
    day.map(one => `[..${one}]`),
    day.map(one => `[${one}..]`),
  );
  fc.assert(
    fc.property(text, one => {
      if (!theirs(one) || leftOut(one)) return;
      const ours = readDate(one);
      assert.ok(ours.ok || ours.problem !== 'not edtf', one);
    }),
    { numRuns: 5000 },
  );
});

test('bounds agree with the edtf package where it can be trusted', () => {
  const trusted = fc.constantFrom(
    '2014',
    '2014-02',
    '2012-02',
    '2014-11-14',
    '201X',
    '2014-XX',
    '2014-11-XX',
    '2014-11-14/2014-12-05',
    '2014-11/2015',
    '2014-11-14~',
    '1960-01-01',
  );
  fc.assert(
    fc.property(trusted, text => {
      const parsed = edtf(text) as { min: number; max: number };
      const iso = (time: number) => new Date(time).toISOString().slice(0, 10);
      assert.deepEqual(bounds(text), [iso(parsed.min), iso(parsed.max)], text);
    }),
  );
});
