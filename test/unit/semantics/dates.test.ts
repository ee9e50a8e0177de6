// Dates in EDTF: which days they mean, what they are in words, and that no clock moves them.
import assert from 'node:assert/strict';
import test from 'node:test';
import { addDays, addMonths, daysFromTo, weekdayOf } from '../../../server/semantics/calendar';
import { readDate } from '../../../server/semantics/dates';
import { dateInWords } from '../../../server/semantics/dateWords';
import { inEveryZone } from '../../support/dates';

const bounds = (text: string, hemisphere: 'north' | 'south' = 'north') => {
  const reading = readDate(text, hemisphere);
  return reading.ok ? [reading.value.earliest, reading.value.latest] : reading.problem;
};

test('first and last days', () => {
  const table: Record<string, [string, string] | string> = {
    '2014-11-14': ['2014-11-14', '2014-11-14'],
    '2014-11': ['2014-11-01', '2014-11-30'],
    '2012-02': ['2012-02-01', '2012-02-29'],
    '2014': ['2014-01-01', '2014-12-31'],
    '2014-11~': ['2014-11-01', '2014-11-30'],
    '201X': ['2010-01-01', '2019-12-31'],
    '2014-XX': ['2014-01-01', '2014-12-31'],
    '2014-11-XX': ['2014-11-01', '2014-11-30'],
    '2014-11-1X': ['2014-11-10', '2014-11-19'],
    '2014-11-14/2014-11-16': ['2014-11-14', '2014-11-16'],
    '2014-06/2014': ['2014-06-01', '2014-12-31'],
    '2014-11-14/..': ['2014-11-14', 'open'],
    '../2014-05': ['open', '2014-05-31'],
    '2014-11-14/': ['2014-11-14', 'unknown'],
    '/2014-05': ['unknown', '2014-05-31'],
    '[2014-11-10..2014-11-14]': ['2014-11-10', '2014-11-14'],
    '[2014-11-10,2014-11-12]': ['2014-11-10', '2014-11-12'],
    '[..2014-11-14]': ['open', '2014-11-14'],
    '[2014-11-14..]': ['2014-11-14', 'open'],
    '{2014-11-10,2014-11-12}': ['2014-11-10', '2014-11-12'],
    '2014-02-30': 'impossible',
    '2015-02-29': 'impossible',
    '2014-06/2014-04': 'reversed',
    '20141114': 'not edtf',
    '2014-13': 'impossible',
    '2014-11-14T10:30': 'not edtf',
    '20': 'not edtf',
    '201': 'not edtf',
    Y170000002: 'not edtf',
    '14/11/2014': 'not edtf',
    '2014-W46': 'not edtf',
    '../..': 'not edtf',
    '': 'not edtf',
  };
  for (const [text, expected] of Object.entries(table)) assert.deepEqual(bounds(text), expected, text);
});

test('seasons follow the hemisphere, not the quarter', () => {
  assert.deepEqual(bounds('2014-21'), ['2014-03-01', '2014-05-31']);
  assert.deepEqual(bounds('2013-24'), ['2013-12-01', '2014-02-28']);
  assert.deepEqual(bounds('2014-21', 'south'), ['2014-09-01', '2014-11-30']);
  assert.deepEqual(bounds('2014-22', 'south'), ['2014-12-01', '2015-02-28']);
  assert.deepEqual(bounds('2014-25', 'south'), ['2014-03-01', '2014-05-31']);
  assert.deepEqual(bounds('2014-29'), ['2014-09-01', '2014-11-30']);
  assert.deepEqual(bounds('2014-34'), ['2014-04-01', '2014-06-30']);
  assert.deepEqual(bounds('2014-38'), ['2014-05-01', '2014-08-31']);
  assert.deepEqual(bounds('2014-41'), ['2014-07-01', '2014-12-31']);
});

test('what EDTF has and is not read here is said', () => {
  const why = (text: string) => {
    const reading = readDate(text);
    return reading.ok ? '' : reading.message;
  };
  for (const text of ['Y17E7', 'Y-170000002', 'y-170000002', '-0044', '12014'])
    assert.match(why(text), /years here have four digits/, text);
  assert.match(why('2014-11-14T10:30:00Z'), /no time of day/);
  assert.match(why('1950S2'), /written as X/);
  assert.match(why('201'), /decade or century/);
  assert.match(why('201X-24'), /season needs a year/);
  assert.match(why('2014-42'), /There is no month 42/);
  assert.match(why('some day'), /is not a date in EDTF/);
});

test('dates in words', () => {
  const words = (text: string) => {
    const reading = readDate(text);
    return reading.ok ? dateInWords(reading.value) : reading.message;
  };
  assert.equal(words('2014-11-14'), '14 November 2014');
  assert.equal(words('2014-11~'), 'about November 2014');
  assert.equal(words('[2014-11-10..2014-11-14]'), 'one day between 10 and 14 November 2014');
  assert.equal(words('[2014-10-30..2014-11-14]'), 'one day between 30 October and 14 November 2014');
  assert.equal(words('[2013-12-30..2014-01-14]'), 'one day between 30 December 2013 and 14 January 2014');
  assert.equal(words('[2014-10..2014-11]'), 'once between October and November 2014');
  assert.equal(words('[2014-11-10,2014-11-12]'), 'one day, 10 November 2014 or 12 November 2014');
  assert.equal(words('[..2014-11-14]'), 'one day on 14 November 2014 or before');
  assert.equal(words('2014-11-14/2014-11-16'), 'every day from 14 to 16 November 2014');
  assert.equal(words('2014-11-14~/2014-11-16'), 'every day from about 14 November 2014 to 16 November 2014');
  assert.equal(words('{2014-11-10,2014-11-12..2014-11-14}'), '10 November 2014 and 12 to 14 November 2014');
  assert.equal(words('2013-12/2014-04'), 'from December 2013 to April 2014, all the time');
  assert.equal(words('[..2014-11]'), 'once in November 2014 or before');
  assert.equal(words('20XX-11-14'), '14 November of a year 20XX');
  assert.equal(words('2014-XX-14'), 'day 14 of some month of 2014');
  assert.equal(words('2014-24'), 'winter 2014');
  assert.equal(words('2014-11-14/..'), 'from 14 November 2014 on, still going on');
});

test('days are counted without a clock', () => {
  assert.equal(addDays('2014-03-01', -1), '2014-02-28');
  assert.equal(addDays('2012-12-31', 60), '2013-03-01');
  assert.equal(addMonths('2014-03-31', -1), '2014-02-28');
  assert.equal(daysFromTo('2014-11-14', '2014-11-16'), 3);
  assert.equal(weekdayOf('2014-11-14'), 'friday');
});

inEveryZone(__filename, /last days|seasons|words/, 3);
