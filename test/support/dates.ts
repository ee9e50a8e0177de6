// Dates for tests: texts like them, and clocks in other places.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import test from 'node:test';
import fc from 'fast-check';

/** Texts made of what dates are made of, most of them nearly right. */
export const dateLike = fc
  .array(
    fc.constantFrom(
      '2014',
      '201X',
      '20XX',
      '-11',
      '-14',
      '-1X',
      '-XX',
      '-02',
      '-21',
      '-34',
      '/',
      '..',
      '[',
      ']',
      '{',
      '}',
      ',',
      '~',
      '?',
      '%',
      '0',
      '-',
    ),
    { minLength: 1, maxLength: 7 },
  )
  .map(parts => parts.join(''));

/** Runs the tests of a file that have these words in their titles where the clock is far behind, changed for summer, or has no 30 December 2011. */
export function inEveryZone(file: string, titles: RegExp, least: number): void {
  for (const zone of ['UTC', 'America/Los_Angeles', 'Asia/Damascus', 'Pacific/Apia']) {
    test(`the clock of ${zone} moves no date`, () => {
      // Without the variable of the runner above, the child would report to it instead of to us.
      const { NODE_TEST_CONTEXT: _, ...environment } = process.env;
      const { status, stdout } = spawnSync(
        process.execPath,
        ['--test', '--test-reporter=tap', `--test-name-pattern=${titles.source}`, file],
        { env: { ...environment, TZ: zone }, encoding: 'utf8' },
      );
      assert.equal(status, 0, stdout);
      assert.ok(Number(/^# pass (\d+)/m.exec(stdout)?.[1]) >= least, stdout);
    });
  }
}
