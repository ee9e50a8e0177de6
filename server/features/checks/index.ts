// Everything that is wrong in a file: each rule over each block, blocks that did not change remembered.
import { type BlockReading, readBlock } from '../../semantics/events';
import type { Finding, Fix, Severity } from '../../semantics/finding';
import { type Likeness, likenessOf } from '../../semantics/likeness';
import { usesIn } from '../../semantics/meaning';
import type { Scope } from '../../semantics/scope';
import type { Snapshot } from '../../semantics/snapshot';
import type { Block } from '../../syntax/tree';
import { shift } from '../../text/span';
import * as ignore from './ignore';
import { type Rule, type Subject, toFinding } from './rule';
import { blockRules, codes, firm, levelOf } from './rules';
import { Silence } from './silence';

export type { Rule, RuleFacts } from './rule';
export { codes, encoding, levelOf, rules } from './rules';

type Ruling = readonly (readonly [Rule, Severity])[];
const rulings = new WeakMap<Scope, Map<Block['kind'], Ruling>>();

/** The rules that can find something in such a block under the scope's settings and profiles, and how grave that is. */
function rulesFor({ kind }: Block, scope: Scope): Ruling {
  let byKind = rulings.get(scope);
  if (!byKind) {
    byKind = new Map();
    rulings.set(scope, byKind);
  }
  let found = byKind.get(kind);
  if (!found) {
    found = blockRules.flatMap(rule => {
      const level = levelOf(rule, scope.settings);
      const speaks = (!rule.profile || scope.profiles.includes(rule.profile)) && (rule.blocks?.includes(kind) ?? true);
      return level !== 'off' && speaks ? [[rule, level] as const] : [];
    });
    byKind.set(kind, found);
  }
  return found;
}

interface Checked {
  readonly alike: readonly Likeness[];
  readonly scope: Scope;
  /** The scope's searches when the block was checked. */
  readonly searches: number;
  /** Whether a message had to do without the nearest names. */
  readonly wanting: boolean;
  readonly findings: readonly Finding[];
  /** Nothing is found in it, and no comment of it holds anything back. */
  readonly silent: boolean;
}
const remembered = new WeakMap<Block, Checked>();
const none: readonly Finding[] = [];

/** All blocks of a file as they were checked, and under what. */
interface Looked {
  readonly scope: Scope;
  readonly searches: number;
  readonly version: number;
  readonly blocks: readonly Checked[];
}
const looked = new WeakMap<readonly Block[], Looked>();

function checkSubject(subject: Subject): Checked {
  const { block, scope, alike } = subject;
  const wanted = scope.wanting;
  const found: Finding[] = [];
  for (const [rule, level] of rulesFor(block, scope))
    for (const problem of rule.check(subject)) found.push(toFinding(rule.code, level, problem));
  const findings = found.length ? found.slice() : none;
  const { searches, wanting } = scope;
  const silent = !findings.length && !ignore.ignoresOf(block).length;
  const checked = { alike, scope, searches, wanting: wanting > wanted, findings, silent };
  remembered.set(block, checked);
  return checked;
}

const holds = ({ scope, searches, wanting }: Checked, now: Scope): boolean =>
  scope === now && (!wanting || searches === now.searches);

/**
 * Checks what has changed in a file, and shows its events to those who look for twins. Yields after each block that had to be
 * checked anew; gives all blocks in their order.
 */
export function* refreshing(snapshot: Snapshot, uri: string): Generator<undefined, readonly Checked[]> {
  const { files, twins } = snapshot;
  const file = files.get(uri);
  if (!file) return [];
  const { blocks } = file.tree;
  const scope = snapshot.scope(uri);
  const before = looked.get(blocks);
  if (before?.scope === scope && before.searches === scope.searches && before.version === twins.version(uri))
    return before.blocks;
  const checkOne = (block: Block, reading: BlockReading) =>
    checkSubject({
      uri,
      block,
      reading,
      scope,
      uses: usesIn(block, scope),
      alike: twins.of(block),
      isAbove: other => blocks.indexOf(other) < blocks.indexOf(block),
    });
  twins.keep(files);
  twins.show(uri, blocks);
  const checked: Checked[] = [];
  for (const block of blocks) {
    const known = remembered.get(block);
    if (known && holds(known, scope)) {
      checked.push(known);
      continue;
    }
    const reading = readBlock(block, scope);
    if (block.kind === 'event') twins.put(block, likenessOf(uri, reading));
    checked.push(checkOne(block, reading));
    yield;
  }
  // A twin further down, or in another file, has come to light since.
  if (twins.unsettled(uri)) {
    for (const [i, block] of blocks.entries()) {
      if (block.kind !== 'event' || checked[i]!.alike === twins.of(block)) continue;
      checked[i] = checkOne(block, readBlock(block, scope));
      yield;
    }
    twins.settle(uri);
  }
  looked.set(blocks, { scope, searches: scope.searches, version: twins.version(uri), blocks: checked });
  return checked;
}

/**
 * What is wrong in a file, in the order of the text; spans count from its start. Empty for a file that is not there.
 * Yields after each block that had to be checked anew, so that whoever runs it can give way.
 */
export function* checking(snapshot: Snapshot, uri: string): Generator<undefined, readonly Finding[]> {
  const file = snapshot.files.get(uri);
  if (!file) return [];
  const checked = yield* refreshing(snapshot, uri);
  const scope = snapshot.scope(uri);
  const { blocks, starts } = file.tree;
  const silence = new Silence(scope.settings, firm, codes);
  const all: Finding[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const { findings, silent } = checked[i]!;
    if (silent && !silence.waits) continue;
    const block = blocks[i]!;
    for (const finding of silence.past(block, starts[i]!, findings)) all.push(moved(finding, block, starts[i]!));
  }
  all.push(...silence.unused());
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

/** Snapshots all of whose files have been looked at. */
const seen = new WeakSet<Snapshot>();

/** The same with the twins in other files and with the searches that its messages want: for whoever has no second chance to tell. */
export function check(snapshot: Snapshot, uri: string): readonly Finding[] {
  if (!seen.has(snapshot)) {
    seen.add(snapshot);
    for (const file of snapshot.files.keys()) for (const _ of refreshing(snapshot, file));
  }
  const findings = checkNow(snapshot, uri);
  const scope = snapshot.scope(uri);
  let left = MOST_SEARCHES;
  while (left > 0 && scope.search()) left--;
  if (left === MOST_SEARCHES) return findings;
  return checkNow(snapshot, uri);
}

const moved = (finding: Finding, block: Block, by: number): Finding => ({
  ...finding,
  span: shift(finding.span, by),
  fixes: () => finding.fixes().map(fix => movedFix(fix, by)),
  ...(!firm.has(finding.code) && { ignore: () => movedFix(ignore.ignoring(block, finding), by) }),
});

const movedFix = (fix: Fix, by: number): Fix => ({
  ...fix,
  edits: fix.edits.map(edit => ({ ...edit, span: shift(edit.span, by) })),
});
