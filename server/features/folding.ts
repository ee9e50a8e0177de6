// Which lines an editor can fold away: blocks, and runs of comment lines.
import type { Tree } from '../syntax/tree';

/** First and last line, counted from 0; the first stays visible. */
export interface Fold {
  readonly from: number;
  readonly to: number;
  readonly kind: 'block' | 'comment';
}

export function folding({ text, blocks, starts }: Tree): Fold[] {
  const folds: Fold[] = [];
  blocks.forEach((block, i) => {
    const start = starts[i]!;
    const from = text.lineAt(start);
    const to = text.lineAt(start + block.end);
    if (block.kind !== 'preamble' && to > from) folds.push({ from, to, kind: 'block' });
    let run: { from: number; to: number } | undefined;
    for (const { span } of block.remarks) {
      const line = text.lineAt(start + span.start);
      if (run && line === run.to + 1) run.to = line;
      else {
        if (run && run.to > run.from) folds.push({ ...run, kind: 'comment' });
        run = { from: line, to: line };
      }
    }
    if (run && run.to > run.from) folds.push({ ...run, kind: 'comment' });
  });
  return folds;
}
