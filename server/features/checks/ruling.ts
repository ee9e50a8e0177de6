// Which rules speak of a block and how gravely: by the settings, the codebooks of its report, and whether it was imported.
import type { Severity } from '../../semantics/finding';
import type { Scope } from '../../semantics/scope';
import { type Level, levels, type Settings } from '../../semantics/settings';
import { type Block, fieldOf } from '../../syntax/tree';
import type { Rule, RuleFacts } from './rule';
import { blockRules, levelOf } from './rules';

type Ruling = readonly (readonly [Rule, Severity])[];
const rulings = new WeakMap<Scope, Map<Block['kind'] | 'imported', Ruling>>();

/** Whether a rule is of no codebook, or of one that the report is held to. */
export const isChosen = ({ profile }: RuleFacts, scope: Scope): boolean => !profile || scope.profiles.includes(profile);

/** The rules that can find something in such a block under the scope's settings and profiles, and how grave that is. */
export function rulesFor(block: Block, scope: Scope): Ruling {
  let byKind = rulings.get(scope);
  if (!byKind) {
    byKind = new Map();
    rulings.set(scope, byKind);
  }
  const sort = isImported(block) ? 'imported' : block.kind;
  let found = byKind.get(sort);
  if (!found) {
    found = blockRules.flatMap(rule => {
      const level = levelIn(block, rule, scope.settings);
      const speaks = isChosen(rule, scope) && (rule.blocks?.includes(block.kind) ?? true);
      return level !== 'off' && speaks ? [[rule, level] as const] : [];
    });
    byKind.set(sort, found);
  }
  return found;
}

/** How grave what a rule finds in a block is. In an imported event, what a codebook's rule finds is the codebook's own doing. */
export function levelIn(block: Block, rule: RuleFacts, settings: Settings): Level {
  const level = levelOf(rule, settings);
  if (!isImported(block) || settings.checks.has(rule.code)) return level;
  const most = rule.imported ?? (rule.profile ? 'info' : 'error');
  return levels.indexOf(level) < levels.indexOf(most) ? level : most;
}

const isImported = (block: Block): boolean => block.kind === 'event' && fieldOf(block, 'coded') !== undefined;
