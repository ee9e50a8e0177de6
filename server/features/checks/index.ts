// Everything that is wrong in a file: each rule over each block, blocks that did not change remembered.
import { readBlock } from '../../semantics/events';
import type { Finding } from '../../semantics/finding';
import type { Scope } from '../../semantics/scope';
import type { Snapshot } from '../../semantics/snapshot';
import type { Block } from '../../syntax/tree';
import { shift } from '../../text/span';
import { abroad } from './abroad';
import * as counts from './counts';
import * as dates from './dates';
import * as fields from './fields';
import * as locations from './locations';
import * as names from './names';
import * as references from './references';
import { type Rule, toFinding } from './rule';
import * as syntax from './syntax';
import * as values from './values';

export type { Rule } from './rule';

/** Every check there is, in the order of the reference. */
export const rules: readonly Rule[] = [
  syntax.junk,
  syntax.keyword,
  syntax.margin,
  syntax.continuation,
  fields.title,
  fields.unknown,
  fields.repeated,
  fields.empty,
  fields.missing,
  values.unreadable,
  values.term,
  values.country,
  values.shape,
  dates.edtf,
  dates.impossible,
  dates.reversed,
  dates.afterPublication,
  dates.validity,
  counts.order,
  names.unknownPlace,
  names.ambiguousPlace,
  abroad,
  names.coordinates,
  locations.nowhere,
  locations.elsewhere,
  names.unknownActor,
  names.ambiguousActor,
  references.undefinedSource,
  references.undefinedEvent,
  references.duplicate,
  references.unknownId,
];

interface Checked {
  readonly scope: Scope;
  /** The scope's searches when the block was checked. */
  readonly searches: number;
  /** Whether a message had to do without the nearest names. */
  readonly wanting: boolean;
  readonly findings: readonly Finding[];
}
const remembered = new WeakMap<Block, Checked>();

/** What is wrong in one block; spans count from its start. Messages name the nearest names as far as the scope knows them. */
export function checkBlock(block: Block, scope: Scope): readonly Finding[] {
  const wanted = scope.wanting;
  const subject = { block, reading: readBlock(block, scope), scope };
  const findings: Finding[] = [];
  for (const rule of rules) for (const problem of rule.check(subject)) findings.push(toFinding(rule, problem));
  remembered.set(block, { scope, searches: scope.searches, wanting: scope.wanting > wanted, findings });
  return findings;
}

const holds = ({ scope, searches, wanting }: Checked, now: Scope): boolean =>
  scope === now && (!wanting || searches === now.searches);

/**
 * What is wrong in a file, in the order of the text; spans count from its start. Empty for a file that is not there.
 * Yields after each block that had to be checked anew, so that whoever runs it can give way.
 */
export function* checking(snapshot: Snapshot, uri: string): Generator<undefined, readonly Finding[]> {
  const file = snapshot.files.get(uri);
  if (!file) return [];
  const scope = snapshot.scope(uri);
  const { blocks, starts } = file.tree;
  const all: Finding[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!;
    const known = remembered.get(block);
    const fresh = !known || !holds(known, scope);
    const findings = fresh ? checkBlock(block, scope) : known.findings;
    for (const finding of findings) all.push(moved(finding, starts[i]!));
    if (fresh) yield;
  }
  return all.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** The same in one go. */
export function checkNow(snapshot: Snapshot, uri: string): readonly Finding[] {
  const work = checking(snapshot, uri);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** More unknown names than this are told without the nearest ones. */
const MOST_SEARCHES = 200;

/** The same with the searches that its messages want: for whoever has no second chance to tell. */
export function check(snapshot: Snapshot, uri: string): readonly Finding[] {
  const findings = checkNow(snapshot, uri);
  const scope = snapshot.scope(uri);
  let left = MOST_SEARCHES;
  while (left > 0 && scope.search()) left--;
  if (left === MOST_SEARCHES) return findings;
  return checkNow(snapshot, uri);
}

const moved = (finding: Finding, by: number): Finding => ({
  ...finding,
  span: shift(finding.span, by),
  fixes: () =>
    finding.fixes().map(fix => ({ ...fix, edits: fix.edits.map(edit => ({ ...edit, span: shift(edit.span, by) })) })),
});
