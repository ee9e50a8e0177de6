// Ways out of findings: one, all of a kind, or all that leave no choice.
import type { Finding, Fix } from '../../semantics/finding';
import type { Edit } from '../../text/edit';
import type { Span } from '../../text/span';
import type { Action, Asked } from './action';

/** The fixes of those findings that the span touches, in the order of the text. */
export function fixesAt(findings: readonly Finding[], { start, end }: Span): { finding: Finding; fix: Fix }[] {
  return findings
    .filter(({ span }) => span.start <= end && start <= span.end)
    .flatMap(finding => finding.fixes().map(fix => ({ finding, fix })));
}

/** Each fix at the span, then one action for all findings of the kind of one that has a preferred fix. */
export function quickFixes({ uri, span, findings }: Pick<Asked, 'uri' | 'span' | 'findings'>): Action[] {
  const found = fixesAt(findings, span);
  const fixes = found.map(({ finding, fix }): Action => {
    const { title, edits, preferred } = fix;
    return { title, kind: 'quickfix', edits: () => new Map([[uri, edits]]), finding, ...(preferred && { preferred }) };
  });
  const kinds = new Map(found.filter(({ fix }) => fix.preferred).map(({ finding }) => [finding.code, finding]));
  const all = [...kinds].flatMap(([code, finding]): Action[] => {
    const alike = findings.filter(one => one.code === code);
    return alike.length < 2
      ? []
      : [
          {
            title: `Fix all of ${code} in this file (${alike.length})`,
            kind: 'quickfix',
            edits: () => new Map([[uri, preferredOf(alike)]]),
            costly: true,
            finding,
          },
        ];
  });
  return [...fixes, ...all];
}

/** One action for everything that has one right way out; which name was meant is for a person to say. */
export function fixAll({ uri, findings }: Asked): Action[] {
  const mendable = findings.filter(({ code }) => !/^(?:place|actor)\./.test(code));
  const edits = () => new Map([[uri, preferredOf(mendable)]]);
  return mendable.some(finding => finding.fixes().some(({ preferred }) => preferred))
    ? [{ title: 'Fix all that have one right way out', kind: 'source.fixAll', edits, costly: true }]
    : [];
}

/** The edits of the preferred fixes; one that overlaps an earlier one waits for the next time. */
function preferredOf(findings: readonly Finding[]): readonly Edit[] {
  const chosen: Edit[] = [];
  const free = ({ span: { start, end } }: Edit) =>
    chosen.every(({ span }) => end < span.start || span.end < start || (end === span.start && start < end));
  for (const finding of findings) {
    const edits = finding.fixes().find(({ preferred }) => preferred)?.edits;
    if (edits?.every(free)) chosen.push(...edits);
  }
  return chosen;
}
