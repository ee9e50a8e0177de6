// Days of the Hijri calendars beside those that the runtime's own tables give.
import assert from 'node:assert/strict';
import test from 'node:test';
import { dayIn, monthIn, yearOfDay } from '../../../server/semantics/otherCalendars';

for (const [calendar, theirs] of [
  ['solar', 'persian'],
  ['lunar', 'islamic-civil'],
] as const)
  test(`days of the ${calendar} calendar`, () => {
    const format = new Intl.DateTimeFormat(`en-u-ca-${theirs}-nu-latn`, {
      timeZone: 'UTC',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    });
    for (let at = Date.UTC(1900, 0, 1); at < Date.UTC(2070, 0, 1); at += 5 * 86_400_000) {
      const said = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
      const day = new Date(at).toISOString().slice(0, 10);
      assert.equal(dayIn(calendar, said.year!, said.month!, said.day!), day);
      assert.equal(yearOfDay(calendar, day), said.year);
    }
  });

test('any day lies in the year that is found for it', () => {
  for (const calendar of ['solar', 'lunar'] as const)
    for (const day of ['0001-01-01', '1582-10-15', '1900-02-28', '2024-03-19', '2024-03-20', '9999-12-31']) {
      const year = yearOfDay(calendar, day);
      const [first, last] = monthIn(calendar, year) ?? [day, day];
      assert.ok(first <= day && day <= last, `${day} ${year}`);
    }
  assert.equal(yearOfDay('solar', '0001-01-01'), -621);
  assert.equal(yearOfDay('lunar', '9999-12-31'), 9666);
});

test('a day or month that is not there is none', () => {
  assert.equal(dayIn('solar', 1402, 12, 30), undefined);
  assert.equal(dayIn('solar', 1403, 12, 30), '2025-03-20');
  assert.equal(dayIn('lunar', 1445, 2, 30), undefined);
  assert.equal(dayIn('solar', 1403, 13, 1), undefined);
  assert.equal(dayIn('solar', 1403, 1, 0), undefined);
  assert.equal(monthIn('lunar', 600, 1), undefined);
  assert.deepEqual(monthIn('solar', 1403), ['2024-03-20', '2025-03-20']);
});
