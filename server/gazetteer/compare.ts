// How far two names are apart in sound: the cheapest way to turn one row of sounds into the other.

import { code, LONGEST, SOUNDS, type Sounds } from './roman';
import { CHANGE, DROP } from './weights';

const N = SOUNDS.length;
const change = new Float64Array(N * N).fill(CHANGE.other);
const drop = new Float64Array(N).fill(DROP.other);
const isVowel = new Uint8Array(N);
for (const sound of 'aeiouywIOU123') isVowel[code(sound)] = 1;
for (let a = 0; a < N; a++) {
  for (let b = 0; b < N; b++) if (isVowel[a] === 1 && isVowel[b] === 1) change[a * N + b] = CHANGE.vowel;
}
for (const [pair, cost] of Object.entries(CHANGE.pairs)) {
  const [a, b] = [code(pair[0] ?? ''), code(pair[1] ?? '')];
  change[a * N + b] = cost;
  change[b * N + a] = cost;
}
for (let a = 0; a < N; a++) change[a * N + a] = 0;
for (const [sound, cost] of Object.entries(DROP.sounds)) for (const one of sound) drop[code(one)] = cost;

const rows = [new Float64Array(LONGEST + 8), new Float64Array(LONGEST + 8)];

/** The cost of turning `a` into `b`: 0 for the same sounds, about 1 for one wrong consonant. Stops early, with a cost above `limit`, when it must exceed it. */
export function distance(a: Sounds, b: Sounds, limit: number): number {
  let [before, row] = rows as [Float64Array, Float64Array];
  before[0] = 0;
  const vowels = a.abjad || b.abjad ? DROP.unwritten : 1;
  const cost = (sound: number) => (isVowel[sound] === 1 ? drop[sound]! * vowels : drop[sound]!);
  for (let j = 0; j < b.length; j++) before[j + 1] = before[j]! + cost(b.codes[j]!);
  for (let i = 0; i < a.length; i++) {
    const one = a.codes[i]!;
    const gone = cost(one);
    row[0] = before[0]! + gone;
    let least = row[0];
    for (let j = 0; j < b.length; j++) {
      const other = b.codes[j]!;
      let best = before[j]! + change[one * N + other]!;
      const without = before[j + 1]! + gone;
      if (without < best) best = without;
      const added = row[j]! + cost(other);
      if (added < best) best = added;
      row[j + 1] = best;
      if (best < least) least = best;
    }
    if (least > limit) return least;
    [before, row] = [row, before];
  }
  return before[b.length]!;
}
