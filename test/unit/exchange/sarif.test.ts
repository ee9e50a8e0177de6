// SARIF 2.1.0: what GitHub's code scanning asks for is there.
import assert from 'node:assert/strict';
import test from 'node:test';
import type { LocatedFinding } from '../../../server/exchange/findings';
import { MOST_RESULTS, sarif } from '../../../server/exchange/sarif';

interface Log {
  readonly version: string;
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly partialFingerprints: { readonly primaryLocationLineHash: string };
      readonly locations: readonly { readonly physicalLocation: unknown }[];
    }[];
  }[];
}

const rules = [
  { code: 'syntax.junk', severity: 'error', means: 'A line is junk.', why: 'It is lost.', instead: 'Mend it.' },
  { code: 'place.unknown', severity: 'warning', means: 'A place is unknown.', why: 'It is lost.', instead: 'Mend it.' },
] as const;
const finding: LocatedFinding = {
  path: 'reports/أخبار 1.qalam',
  line: 3,
  column: 10,
  endLine: 3,
  endColumn: 17,
  severity: 'warning',
  code: 'place.unknown',
  message: 'No place called “Dumeyrr” is known.',
};
const log = (findings: LocatedFinding[]) => sarif(findings, rules, '1.2.3') as unknown as Log;

test('a result names its rule, its level and its place', () => {
  const { version, runs } = log([finding]);
  assert.equal(version, '2.1.0');
  const [result] = runs[0]!.results;
  assert.equal(runs[0]!.tool.driver.rules[result!.ruleIndex]!.id, result!.ruleId);
  assert.equal(result!.level, 'warning');
  assert.deepEqual(result!.locations[0]!.physicalLocation, {
    artifactLocation: {
      uri: 'reports/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1%201.qalam',
      uriBaseId: '%SRCROOT%',
    },
    region: { startLine: 3, startColumn: 10, endLine: 3, endColumn: 17 },
  });
});

test('a file outside the working directory is named whole', () => {
  const uri = (path: string) => JSON.stringify(log([{ ...finding, path }]).runs[0]!.results[0]!.locations);
  assert.match(uri('/tmp/a b.qalam'), /"artifactLocation":\{"uri":"file:\/\/\/tmp\/a%20b\.qalam"\}/);
  assert.match(uri('C:/tmp/a.qalam'), /"artifactLocation":\{"uri":"file:\/\/\/C:\/tmp\/a\.qalam"\}/);
});

test('no more results than code scanning takes', () =>
  assert.equal(log(new Array(MOST_RESULTS + 1).fill(finding)).runs[0]!.results.length, MOST_RESULTS));

test('a finding keeps its fingerprint when its line moves, and no two have the same', () => {
  const prints = (...findings: LocatedFinding[]) =>
    log(findings).runs[0]!.results.map(({ partialFingerprints }) => partialFingerprints.primaryLocationLineHash);
  const other = { ...finding, message: 'No place called “Homz” is known.' };
  const [first, second, third] = prints(finding, { ...finding, line: 9 }, other);
  assert.match(first!, /^[0-9a-f]{16}:1$/);
  assert.equal(second, first!.replace(/1$/, '2'));
  assert.notEqual(third!.slice(0, 16), first!.slice(0, 16));
  assert.deepEqual(prints({ ...finding, line: 70, endLine: 70 }), [first]);
});
