// Which findings of a file its comments hold back, and which comments hold nothing back.
import type { Finding } from '../../semantics/finding';
import type { Settings } from '../../semantics/settings';
import type { Block } from '../../syntax/tree';
import { replace } from '../../text/edit';
import { type Span, shift, touches } from '../../text/span';
import { headerOf, type Ignore, ignoresOf, unused } from './ignore';
import { toFinding } from './rule';

/** A code of a comment, at work. */
interface Working {
  readonly ignore: Ignore;
  /** Where its block begins in the file. */
  readonly start: number;
  readonly over: Span;
  used: boolean;
}

/** Goes through the blocks of a file in order. */
export class Silence {
  private readonly all: Working[] = [];
  /** Codes of comments that stand above the header of the block to come. */
  private above: Working[] = [];

  constructor(
    private readonly settings: Settings,
    private readonly firm: ReadonlySet<string>,
    private readonly codes: ReadonlySet<string>,
  ) {}

  /** Whether a comment waits for the next block, so that none may be passed over. */
  get waits(): boolean {
    return this.above.length > 0;
  }

  /** The findings of the next block that no comment holds back. */
  past<One extends Pick<Finding, 'code' | 'span'>>(
    block: Block,
    start: number,
    findings: readonly One[],
  ): readonly One[] {
    const ignores = ignoresOf(block);
    if (!ignores.length && !this.above.length) return findings;
    const header = headerOf(block);
    const working = this.above.map(one => ({ ...one, over: header }));
    this.above = [];
    for (const ignore of ignores) {
      const one: Working = { ignore, start, over: ignore.over ?? header, used: false };
      (ignore.over ? working : this.above).push(one);
    }
    this.all.push(...working);
    return findings.filter(({ code, span }) => {
      if (this.firm.has(code)) return true;
      const holding = working.filter(({ ignore, over }) => ignore.code === code && touches(over, span.start));
      for (const one of holding) one.used = true;
      return !holding.length;
    });
  }

  /** What is said of the comments that held nothing back; spans count from the start of the file. */
  unused(): Finding[] {
    const { settings } = this;
    const level = settings.checks.get(unused.code) ?? unused.severity;
    if (level === 'off') return [];
    return [...this.all, ...this.above]
      .filter(({ used, ignore: { code } }) => !used && this.codes.has(code) && settings.checks.get(code) !== 'off')
      .map(({ ignore: { code, at, removal }, start }) =>
        toFinding(unused.code, level, {
          span: shift(at, start),
          message: `There is no ${code} to be ignored here.`,
          fixes: () => [
            {
              title: `Take “${code}” out of the comment`,
              edits: [replace(shift(removal.span, start), removal.text)],
              preferred: true,
            },
          ],
        }),
      );
  }
}
