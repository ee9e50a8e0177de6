// Something worth telling the author, with what would mend it.
import type { Block, Tree } from '../syntax/tree';
import type { Edit } from '../text/edit';
import type { Span } from '../text/span';

/** From what cannot stay to what may; `info` tells of something that is in order. */
export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** A way out, as edits of the file the finding stands in. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** Whether it is so surely right that an editor may offer it first. */
  readonly preferred?: true;
}

/** Another place that has to do with a finding: a block, by its title. */
export interface Related {
  readonly uri: string;
  readonly block: Block;
  /** Where the block begins in its file, once that has been looked up. */
  readonly start?: number;
  readonly message: string;
}

export interface Finding {
  readonly span: Span;
  /** Stable, dotted: `place.unknown`. Each has a heading in docs/language.md. */
  readonly code: string;
  readonly severity: Severity;
  /** One or two plain sentences: what is wrong, and the way out. */
  readonly message: string;
  readonly related?: readonly Related[];
  /** Ways out, best first; worked out only when asked for, because the nearest names take a search. */
  readonly fixes: () => readonly Fix[];
  /** Writes a comment that makes it be silent; undefined where none can. */
  readonly ignore?: () => Fix;
}

/** What an author reads of a finding. It can be kept: fixes would keep the workspace alive as it was when it was found. */
export type Said = Pick<Finding, 'span' | 'code' | 'severity' | 'message' | 'related'>;

export const said = ({ span, code, severity, message, related }: Finding): Said => ({
  span,
  code,
  severity,
  message,
  ...(related && { related }),
});

/** Whether an author would see no difference. */
export const sameFindings = (a: readonly Said[], b: readonly Said[]): boolean =>
  a.length === b.length &&
  a.every(
    (one, i) =>
      one.span.start === b[i]!.span.start &&
      one.span.end === b[i]!.span.end &&
      one.message === b[i]!.message &&
      one.code === b[i]!.code &&
      one.severity === b[i]!.severity &&
      sameRelated(one.related ?? [], b[i]!.related ?? []),
  );

const sameRelated = (a: readonly Related[], b: readonly Related[]): boolean =>
  a.length === b.length &&
  a.every(
    ({ uri, block, start, message }, i) =>
      block === b[i]!.block && start === b[i]!.start && uri === b[i]!.uri && message === b[i]!.message,
  );

/** The findings with where the blocks that they speak of begin now: these move without being checked anew. Blocks that are gone are left out. */
export function placed(
  findings: readonly Finding[],
  files: ReadonlyMap<string, { readonly tree: Tree }>,
): readonly Finding[] {
  if (!findings.some(({ related }) => related)) return findings;
  const byFile = new Map<string, ReadonlyMap<Block, number>>();
  const startsIn = (uri: string): ReadonlyMap<Block, number> => {
    let starts = byFile.get(uri);
    if (!starts) {
      const tree = files.get(uri)?.tree;
      starts = new Map(tree?.blocks.map((block, i) => [block, tree.starts[i]!]));
      byFile.set(uri, starts);
    }
    return starts;
  };
  const now = (related: Related): Related[] => {
    const start = startsIn(related.uri).get(related.block);
    return start === undefined ? [] : [{ ...related, start }];
  };
  return findings.map(finding => (finding.related ? { ...finding, related: finding.related.flatMap(now) } : finding));
}

export const noFixes = (): readonly Fix[] => [];
