// Which skeletons have a pair of neighbouring consonant classes: made from the skeletons when first asked for, not kept in a file.

import type { Dictionary } from './dictionary';
import { Bytes } from './file';

// A skeleton's end, then the classes, which it writes as letters from `a`.
const END = 0;
const CLASSES = 16;
const MARKED = new Map([
  ['^', END],
  ['$', END],
]);
const classOf = (letter: string): number => MARKED.get(letter) ?? letter.charCodeAt(0) - 0x60;
/** A step of this means so many further and no skeleton there. */
const FAR = 255;

/** For each pair (see `pairsOf`) the skeletons it is in, by rank; and how long each skeleton is. */
export class Pairs {
  /** How many classes each skeleton has. */
  readonly lengths: Uint8Array;
  /** For each pair, the steps from each skeleton to the next, a byte each. */
  private readonly steps: readonly Uint8Array[];

  constructor(skeletons: Dictionary) {
    this.lengths = new Uint8Array(skeletons.size);
    const steps = Array.from({ length: CLASSES * CLASSES }, () => new Bytes());
    const last = new Int32Array(steps.length).fill(-1);
    const put = (pair: number, rank: number) => {
      // One that a skeleton has twice counts once.
      let step = rank - last[pair]!;
      if (step === 0) return;
      last[pair] = rank;
      for (; step >= FAR; step -= FAR) steps[pair]!.byte(FAR);
      steps[pair]!.byte(step);
    };
    if (skeletons.size > 0) skeletons.go(0);
    for (let rank = 0; rank < skeletons.size; rank++, skeletons.next()) {
      const { letters, keyLength } = skeletons;
      this.lengths[rank] = keyLength;
      let before = END;
      for (let i = 0; i < keyLength; i++) {
        const now = letters[i]! - 0x60;
        put(before * CLASSES + now, rank);
        before = now;
      }
      put(before * CLASSES + END, rank);
    }
    this.steps = steps.map(list => list.done());
  }

  /** Adds one to `counts` at the rank of each skeleton that has the pair. */
  count(pair: string, counts: Uint8Array): void {
    let rank = -1;
    const steps = this.steps[classOf(pair[0]!) * CLASSES + classOf(pair[1]!)]!;
    for (let i = 0; i < steps.length; i++) {
      const step = steps[i]!;
      rank += step;
      if (step !== FAR) counts[rank]!++;
    }
  }
}
