// Which of very many texts have come before, in some twenty bytes for each however long it is.
import { fnv1a } from '../ids';

/**
 * A set of texts that keeps 64 bits of each. Two that differ are taken for one with a chance of one in 37 million among a million of them.
 */
export class Seen {
  private size = 0;
  /** Pairs of the two halves; an empty place is a pair of noughts. */
  private pairs = new Uint32Array(2 << 12);

  /** Whether a text comes for the first time. */
  add(text: string): boolean {
    const [high, low] = fnv1a(text);
    if (!this.put(high, low || 1)) return false;
    if (++this.size * 3 > this.pairs.length) this.grow();
    return true;
  }

  private put(high: number, low: number): boolean {
    const { pairs } = this;
    const mask = pairs.length - 1;
    for (let at = (low * 2) & mask; ; at = (at + 2) & mask) {
      if (pairs[at + 1] === low && pairs[at] === high) return false;
      if (pairs[at + 1] !== 0) continue;
      pairs[at] = high;
      pairs[at + 1] = low;
      return true;
    }
  }

  private grow(): void {
    const before = this.pairs;
    this.pairs = new Uint32Array(before.length * 2);
    for (let at = 0; at < before.length; at += 2) if (before[at + 1]) this.put(before[at]!, before[at + 1]!);
  }
}
