// Which lines an editor can fold away: blocks, values of several lines, runs of comment lines, and what stands below a heading.
import type { Block, Tree } from '../syntax/tree';

/** First and last line, counted from 0; the first stays visible. */
export interface Fold {
  readonly from: number;
  readonly to: number;
  readonly kind: 'block' | 'value' | 'comment' | 'section';
}

/** A comment at the margin that heads a part of the file: `# --- Sources`. */
const heading = /^# ?-{3,}[ \t]*[^\s-]/;

/** In the order of the text, but for sections, which come last. */
export function folding({ text, blocks, starts }: Tree): Fold[] {
  const folds: Fold[] = [];
  const headings: number[] = [];
  const add = (from: number, to: number, kind: Fold['kind']) => {
    if (to > from) folds.push({ from, to, kind });
  };
  blocks.forEach((block, i) => {
    const start = starts[i]!;
    const lineAt = (offset: number) => text.lineAt(start + offset);
    if (block.kind !== 'preamble') add(lineAt(0), lineAt(block.end), 'block');
    for (const { key, valueSpan, continuations } of block.fields)
      if (continuations.length) add(lineAt(key.span.start), lineAt(valueSpan.end), 'value');
    let [from, to] = [0, -1];
    for (const { span } of block.remarks) {
      const line = lineAt(span.start);
      if (isHeading(block, span.start)) headings.push(line);
      if (line !== to + 1) {
        add(from, to, 'comment');
        from = line;
      }
      to = line;
    }
    add(from, to, 'comment');
  });
  const last = text.lineAt(text.string.trimEnd().length);
  headings.forEach((line, i) => {
    let to = (headings[i + 1] ?? last + 1) - 1;
    while (to > line && !text.slice(text.lineStart(to), text.lineEnd(to)).trim()) to--;
    add(line, to, 'section');
  });
  return folds;
}

const isHeading = ({ source }: Block, at: number): boolean =>
  (at === 0 || /[\r\n]/.test(source[at - 1]!)) && heading.test(source.slice(at, at + 80));
