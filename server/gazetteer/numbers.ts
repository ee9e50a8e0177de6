// Rows of whole numbers made smaller: cut into runs, each kept as its smallest number and how far the others are above it.

import { Bytes, IndexError } from './file';

/** Numbers of one width (1, 2 or 4 bytes; unsigned). */
export type Column = Uint8Array | Uint16Array | Uint32Array;

// So many numbers of any width of bits fill whole bytes.
const RUN = 64;
/** Numbers that need more bits than this take four bytes. */
const MOST_BITS = 24;
/** Bytes after the last run: a number is read with the three bytes that follow its first. */
const SPARE = 3;
// More than this no index holds; a damaged length must not take all memory.
const MOST = 1 << 26;

/** The short form of whole numbers from 0 to 2³² − 1: of the numbers themselves or of the steps between them, whichever is shorter. */
export function packNumbers(numbers: ArrayLike<number>): Uint8Array {
  let most = 0;
  for (let i = 0; i < numbers.length; i++) if (numbers[i]! > most) most = numbers[i]!;
  const width = most < 0x100 ? 1 : most < 0x10000 ? 2 : 4;
  const [plain, steps] = [pack(numbers, width, 0), pack(numbers, width, 1)];
  return steps.length < plain.length ? steps : plain;
}

function pack(numbers: ArrayLike<number>, width: number, steps: 0 | 1): Uint8Array {
  const out = new Bytes();
  out.number(numbers.length);
  out.byte(width);
  out.byte(steps);
  const run = new Float64Array(RUN);
  let before = 0;
  for (let from = 0; from < numbers.length; from += RUN) {
    const length = Math.min(RUN, numbers.length - from);
    let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let i = 0; i < length; i++) {
      const number = numbers[from + i]!;
      const kept = steps === 1 ? (number - before) | 0 : number;
      before = number;
      run[i] = kept;
      least = Math.min(least, kept);
      most = Math.max(most, kept);
    }
    out.number(least >>> 0);
    const needed = 32 - Math.clz32(most - least);
    const bits = needed > MOST_BITS ? 32 : needed;
    out.byte(bits);
    let held = 0;
    let waiting = 0;
    for (let i = 0; i < length; i++) {
      const above = run[i]! - least;
      if (bits === 32) for (let shift = 0; shift < 32; shift += 8) out.byte((above >>> shift) & 0xff);
      else {
        held |= above << waiting;
        for (waiting += bits; waiting >= 8; waiting -= 8) {
          out.byte(held & 0xff);
          held >>>= 8;
        }
      }
    }
    if (waiting > 0) out.byte(held);
  }
  for (let i = 0; i < SPARE; i++) out.byte(0);
  return out.done();
}

/** The numbers of a short form, in the narrowest column that holds them. Throws `IndexError` when there are more than any index has. */
export function unpackNumbers(bytes: Uint8Array): Column {
  let at = 0;
  const number = () => {
    let value = 0;
    for (let shift = 0, byte = 0x80; byte > 0x7f; shift += 7) {
      byte = bytes[at++] ?? 0;
      value |= (byte & 0x7f) << shift;
    }
    return value >>> 0;
  };
  const count = number();
  if (count > MOST) throw new IndexError('This gazetteer is damaged: it says that it holds more than fits.');
  const width = bytes[at++];
  const steps = bytes[at++] === 1;
  const out = new Uint32Array(count);
  let before = 0;
  for (let from = 0; from < count; from += RUN) {
    const least = number() | 0;
    const bits = bytes[at++]!;
    const to = Math.min(from + RUN, count);
    if (bits > 0) unpackRun(bytes, at, bits, least, out, from, to);
    else if (least !== 0) out.fill(least, from, to);
    at += ((to - from) * bits + 7) >> 3;
    if (steps) for (let i = from; i < to; i++) before = out[i] = (before + out[i]!) | 0;
  }
  return width === 4 ? out : width === 2 ? new Uint16Array(out) : new Uint8Array(out);
}

function unpackRun(
  bytes: Uint8Array,
  at: number,
  bits: number,
  least: number,
  out: Uint32Array,
  from: number,
  to: number,
): void {
  const mask = bits === 32 ? -1 : (1 << bits) - 1;
  for (let i = from, bit = at * 8; i < to; i++, bit += bits) {
    const first = bit >>> 3;
    const four = bytes[first]! | (bytes[first + 1]! << 8) | (bytes[first + 2]! << 16) | (bytes[first + 3]! << 24);
    out[i] = least + ((four >>> (bit & 7)) & mask);
  }
}
