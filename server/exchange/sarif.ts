// Findings as SARIF 2.1.0 (OASIS), as GitHub code scanning and other viewers read it.
import type { Log, ReportingConfiguration, Result } from 'sarif';
import type { Level } from '../semantics/settings';
import type { LocatedFinding } from './findings';

/** What SARIF says of a check. */
export interface RuleFacts {
  readonly code: string;
  readonly severity: Level;
  readonly means: string;
  readonly why: string;
  readonly instead: string;
}

/** GitHub refuses a run with more results. */
export const MOST_RESULTS = 25_000;

const levels: Readonly<Record<Level, ReportingConfiguration.level>> = {
  off: 'none',
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
};

/**
 * One run. Paths are given as URI references (RFC 3986) and meant from the root of the repository; of more than `MOST_RESULTS` findings only
 * the first are carried.
 */
export function sarif(findings: readonly LocatedFinding[], rules: readonly RuleFacts[], version: string): Log {
  const index = new Map(rules.map(({ code }, i) => [code, i]));
  const seen = new Map<string, number>();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Qalam',
            semanticVersion: version,
            rules: rules.map(({ code, severity, means, why, instead }) => ({
              id: code,
              shortDescription: { text: means },
              fullDescription: { text: `${means} ${why}` },
              help: { text: instead },
              defaultConfiguration: { level: levels[severity] },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: findings.slice(0, MOST_RESULTS).map(finding => ({
          ...result(finding, index.get(finding.code)),
          partialFingerprints: { primaryLocationLineHash: fingerprint(finding, seen) },
        })),
      },
    ],
  };
}

function result({ path, severity, code, message, ...region }: LocatedFinding, ruleIndex: number | undefined): Result {
  const { line, column, endLine, endColumn } = region;
  return {
    ruleId: code,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: levels[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: reference(path), ...(!isWhole(path) && { uriBaseId: '%SRCROOT%' }) },
          region: { startLine: line, startColumn: column, endLine, endColumn },
        },
      },
    ],
  };
}

/**
 * What tells a finding from others wherever its line moves to, under the name that GitHub tracks it by: code, path and message, and how many
 * such came before it.
 */
function fingerprint({ code, path, message }: LocatedFinding, seen: Map<string, number>): string {
  const whole = `${code}\n${path}\n${message}`;
  const times = (seen.get(whole) ?? 0) + 1;
  seen.set(whole, times);
  return `${hash(whole)}:${times}`;
}

/** FNV-1a in 64 bits, as hexadecimal digits. */
function hash(text: string): string {
  let sum = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) sum = BigInt.asUintN(64, (sum ^ BigInt(byte)) * 0x100000001b3n);
  return sum.toString(16).padStart(16, '0');
}

/** A path below the working directory as a relative reference, any other as a `file:` URI (RFC 8089). */
function reference(path: string): string {
  const encoded = path
    .replace(/^([A-Za-z]:\/)/, '/$1')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
  return isWhole(path) ? `file://${encoded.replace('%3A', ':')}` : encoded;
}

const isWhole = (path: string): boolean => /^([A-Za-z]:)?\//.test(path);
