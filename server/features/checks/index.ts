// Everything that is wrong in a file: each rule over each block, blocks that did not change remembered.

import type { Basis, Question, Standpoint } from '../../semantics/basis';
import { readBlock } from '../../semantics/events';
import { type Finding, type Fix, placed, type Said, said, sameFindings } from '../../semantics/finding';
import { type Likeness, likenessOf } from '../../semantics/likeness';
import { usesIn } from '../../semantics/meaning';
import type { Scope, Want } from '../../semantics/scope';
import type { Snapshot } from '../../semantics/snapshot';
import type { Block } from '../../syntax/tree';
import { shift } from '../../text/span';
import * as ignore from './ignore';
import { type Subject, toFinding, type Whole, type WholeRule } from './rule';
import { codes, firm, wholeRules } from './rules';
import { isChosen, levelIn, rulesFor } from './ruling';
import { Silence } from './silence';

export type { Rule, RuleFacts } from './rule';
export { codes, encoding, levelOf, rules } from './rules';
export { checkSettings } from './settingsFile';

/** When a block was checked. */
interface Look {
  readonly basis: Basis;
  /** The scope's searches then. */
  readonly searches: number;
  /** Names for which a message had to do without the nearest ones. */
  readonly wants: readonly Want[];
}

/** The same object for as long as the same is found. */
interface Checked {
  last: Look;
  readonly alike: readonly Likeness[];
  readonly findings: readonly Said[];
  /** Nothing is found in it, and no comment of it holds anything back. */
  readonly silent: boolean;
  /** The checks of blocks together that it concerns. */
  readonly whole: readonly WholeRule[];
}
const remembered = new WeakMap<Block, Checked>();
const none: readonly Said[] = [];
const noRules: readonly WholeRule[] = [];
const noWants: readonly Want[] = [];

/** All blocks of a file as they were checked, and under what. */
interface Looked {
  /** The last one from which all of them were found to hold. */
  from: Standpoint;
  /** What was asked for all of them together, or once was; gathered when first needed. */
  asked: Question[] | undefined;
  readonly searches: number;
  readonly version: number;
  readonly blocks: readonly Checked[];
  /** What the findings between them rest on; undefined until those have been looked for. */
  between?: Basis;
}
const looked = new WeakMap<readonly Block[], Looked>();

function findingsIn(subject: Subject): Finding[] {
  const found: Finding[] = [];
  for (const [rule, level] of rulesFor(subject.block, subject.scope))
    for (const problem of rule.check(subject)) found.push(toFinding(rule.code, level, problem));
  return found;
}

/** A block of a file as the rules get it. */
function subjectIn({ files, twins }: Snapshot, uri: string, scope: Scope, block: Block): Subject {
  const blocks = files.get(uri)?.tree.blocks ?? [];
  return {
    uri,
    block,
    reading: readBlock(block, scope),
    scope,
    uses: usesIn(block, scope),
    alike: twins.of(block),
    isAbove: other => blocks.indexOf(other) < blocks.indexOf(block),
  };
}

/** Checks a block, and shows it to those who look for twins when it is an event. */
function checkBlock(snapshot: Snapshot, uri: string, scope: Scope, block: Block): Checked {
  const work = () => {
    const subject = subjectIn(snapshot, uri, scope, block);
    if (block.kind === 'event') snapshot.twins.put(block, likenessOf(uri, subject.reading));
    const alike = snapshot.twins.of(block);
    const found = findingsIn({ ...subject, alike });
    return [alike, found.length ? found.map(said) : none] as const;
  };
  const [[[alike, findings], basis], wants] = scope.wanting(() => scope.basis(work));
  const last = { basis, searches: scope.searches, wants: wants.length ? wants : noWants };
  const whole = wholeRules.filter(rule => isChosen(rule, scope) && rule.concerns(block));
  const before = remembered.get(block);
  if (!whole.length && before?.alike === alike && !before.whole.length && sameFindings(before.findings, findings)) {
    before.last = last;
    return before;
  }
  const silent = !findings.length && !ignore.ignoresOf(block).length;
  const checked = { last, alike, findings, silent, whole: whole.length ? whole : noRules };
  remembered.set(block, checked);
  return checked;
}

const holds = ({ last }: Checked, scope: Scope): boolean =>
  scope.bears(last.basis) && (last.wants === noWants || last.searches === scope.searches);

function stillHolds(file: Looked, scope: Scope): boolean {
  if (file.from === scope.here) return true;
  file.asked ??= [...new Set(file.blocks.flatMap(({ last }) => last.basis.asked))];
  if (!scope.bears({ from: file.from, asked: file.asked })) return false;
  file.from = scope.here;
  return true;
}

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
  const betweenHolds = !before?.between || scope.bears(before.between);
  if (
    before?.searches === scope.searches &&
    before.version === twins.version(uri) &&
    stillHolds(before, scope) &&
    betweenHolds
  )
    return before.blocks;
  twins.keep(files);
  twins.show(uri, blocks);
  const checked: Checked[] = [];
  const asked = before?.asked;
  const anew = (block: Block): Checked => {
    const fresh = checkBlock(snapshot, uri, scope, block);
    if (asked) for (const one of fresh.last.basis.asked) if (!asked.includes(one)) asked.push(one);
    return fresh;
  };
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!;
    const known = before?.blocks[i] ?? remembered.get(block);
    if (known && holds(known, scope)) {
      checked.push(known);
      continue;
    }
    checked.push(anew(block));
    yield;
  }
  // A twin further down, or in another file, has come to light since.
  if (twins.unsettled(uri)) {
    for (const [i, block] of blocks.entries()) {
      if (block.kind !== 'event' || checked[i]!.alike === twins.of(block)) continue;
      checked[i] = anew(block);
      yield;
    }
    twins.settle(uri);
  }
  const same = betweenHolds && before?.blocks.every((one, i) => one === checked[i]);
  const found = same ? before!.blocks : checked;
  looked.set(blocks, {
    from: scope.here,
    asked,
    searches: scope.searches,
    version: twins.version(uri),
    blocks: found,
    ...(same && before?.between && { between: before.between }),
  });
  return found;
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
  const some = new Map<Block, Checked>();
  for (let i = 0; i < blocks.length; i++) if (checked[i]!.whole !== noRules) some.set(blocks[i]!, checked[i]!);
  const concerned = (rule: WholeRule) =>
    [...some].flatMap(([block, { whole }]) => (whole.includes(rule) ? [block] : []));
  const [more, between] = scope.basis(() =>
    findingsBetween(rule => ({ uri, blocks: concerned(rule), scope, snapshot }), scope),
  );
  looked.get(blocks)!.between = between;
  for (let i = 0; i < blocks.length; i++) {
    const { findings, silent, whole } = checked[i]!;
    const block = blocks[i]!;
    const others = whole === noRules ? nothing : (more.get(block) ?? nothing);
    if (silent && !others.length && !silence.waits) continue;
    const again = once(() => findingsIn(subjectIn(snapshot, uri, scope, block)));
    for (const spoken of silence.past(block, starts[i]!, [...findings, ...others])) {
      const same = ({ code, span }: Said) =>
        code === spoken.code && span.start === spoken.span.start && span.end === spoken.span.end;
      const fixes = () => [...again(), ...others].find(same)?.fixes() ?? [];
      all.push(moved({ ...spoken, fixes }, block, starts[i]!));
    }
  }
  all.push(...silence.unused());
  all.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return placed(all, snapshot.files);
}

function once<Value>(work: () => Value): () => Value {
  let done: { readonly value: Value } | undefined;
  return () => {
    done ??= { value: work() };
    return done.value;
  };
}

const nothing: readonly Finding[] = [];

/** What the blocks of a file show only together, by the block it stands in. */
function findingsBetween(wholeFor: (rule: WholeRule) => Whole, scope: Scope): ReadonlyMap<Block, readonly Finding[]> {
  const all = new Map<Block, Finding[]>();
  for (const rule of wholeRules) {
    if (!isChosen(rule, scope)) continue;
    for (const [block, problem] of rule.checkAll(wholeFor(rule))) {
      const level = levelIn(block, rule, scope.settings);
      if (level === 'off') continue;
      const found = all.get(block) ?? [];
      all.set(block, found);
      found.push(toFinding(rule.code, level, problem));
    }
  }
  return all;
}

/** The same in one go. */
export function checkNow(snapshot: Snapshot, uri: string): readonly Finding[] {
  const work = checking(snapshot, uri);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Makes the searches that messages of a file did without; true when there were any, and the file can be checked anew. */
export function* searching({ files, scope }: Snapshot, uri: string): Generator<undefined, boolean> {
  let found = false;
  for (const { last } of looked.get(files.get(uri)?.tree.blocks ?? [])?.blocks ?? [])
    for (const want of last.wants)
      if (scope(uri).search(want)) {
        found = true;
        yield;
      }
  return found;
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
  let left = MOST_SEARCHES;
  for (const _ of searching(snapshot, uri)) if (--left === 0) break;
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
