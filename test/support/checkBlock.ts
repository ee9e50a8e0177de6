// What the checks find in one block by itself, without a workspace around it.

import { toFinding } from '../../server/features/checks/rule';
import { blockRules } from '../../server/features/checks/rules';
import { readBlock } from '../../server/semantics/events';
import type { Finding } from '../../server/semantics/finding';
import { usesIn } from '../../server/semantics/meaning';
import type { Scope } from '../../server/semantics/scope';
import type { Block } from '../../server/syntax/tree';

/** Spans count from the start of the block. Rules of codebooks, and those that are off, are left out. */
export function checkBlock(block: Block, scope: Scope): readonly Finding[] {
  const subject = {
    uri: '',
    block,
    reading: readBlock(block, scope),
    scope,
    uses: usesIn(block, scope),
    alike: [],
    isAbove: () => false,
  };
  return blockRules.flatMap(({ code, severity, profile, blocks, check }) =>
    severity === 'off' || profile || !(blocks?.includes(block.kind) ?? true)
      ? []
      : [...check(subject)].map(problem => toFinding(code, severity, problem)),
  );
}
