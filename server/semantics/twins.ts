// Which events of the workspace may be one that was written down twice, found by day and place rather than by comparing all pairs.
import type { Block } from '../syntax/tree';
import { alike, type Likeness } from './likeness';

const none: readonly Likeness[] = [];

/** Side of a square of the map, in degrees, and how far from its rim, in degrees, a neighbour may lie. */
const SQUARE = 0.5;
const RIM = 0.12;
/** Where so many events of one sort meet, likeness tells nothing; no more are kept. */
const FULL = 64;

/** What is kept in one square, as a chain: most squares have one event. */
interface Kept {
  readonly likeness: Likeness;
  readonly next: Kept | undefined;
}

/** Knows the events of the files that it has been shown, as they were then. Showing a file again costs what has changed in it. */
export class Twins {
  private readonly shown = new Map<string, readonly Block[]>();
  private files: ReadonlyMap<string, unknown> | undefined;
  private readonly known = new Map<Block, Likeness>();
  /** By a number made of when, where and what sort; numbers may meet by chance. */
  private readonly squares = new Map<number, Kept>();
  private readonly pairs = new Map<Block, readonly Likeness[]>();
  private readonly versions = new Map<string, number>();
  private readonly settled = new Map<string, number>();
  /** By file, the files whose findings rest on its events, each with those events as they were then. */
  private readonly resting = new Map<string, Map<string, readonly Block[]>>();

  /** A file has these blocks now: what it no longer has is forgotten, and whoever rests on that is told anew. */
  show(uri: string, blocks: readonly Block[]): void {
    const before = this.shown.get(uri);
    if (before === blocks) return;
    this.shown.set(uri, blocks);
    this.stirResting(uri, new Set(blocks));
    if (!before) return;
    let from = 0;
    while (from < before.length && before[from] === blocks[from]) from++;
    let until = 0;
    while (
      until < before.length - from &&
      until < blocks.length - from &&
      before[before.length - 1 - until] === blocks[blocks.length - 1 - until]
    )
      until++;
    const [old, now] = [before.slice(from, before.length - until), blocks.slice(from, blocks.length - until)];
    const still = new Set(now);
    for (const block of old) if (!still.has(block)) this.forget(block);
    // Of two twins in one file the later one is told of the earlier.
    const stayed = new Set(old.filter(block => still.has(block)));
    let at = 0;
    const order = now.filter(block => stayed.has(block));
    for (const block of stayed) {
      const likeness = this.known.get(block);
      if (order[at++] !== block && likeness && this.of(block).length) this.setPairs(likeness, [...this.of(block)]);
    }
  }

  /** The files that are left; those that are gone are forgotten. */
  keep(files: ReadonlyMap<string, unknown>): void {
    if (this.files === files) return;
    this.files = files;
    for (const [uri, blocks] of this.shown) {
      if (files.has(uri)) continue;
      for (const block of blocks) this.forget(block);
      for (const kept of [this.shown, this.versions, this.settled, this.resting]) kept.delete(uri);
      for (const others of this.resting.values()) others.delete(uri);
    }
  }

  /** A file's findings rest on these events of other files, and on no others. */
  rest(uri: string, events: ReadonlyMap<string, readonly Block[]>): void {
    for (const others of this.resting.values()) others.delete(uri);
    for (const [file, blocks] of events) {
      const others = this.resting.get(file) ?? new Map<string, readonly Block[]>();
      this.resting.set(file, others.set(uri, blocks));
    }
  }

  /** What a block of a file that has been shown is like; undefined when it is like nothing. */
  put(block: Block, likeness: Likeness | undefined): void {
    const before = this.known.get(block);
    if (before && likeness && same(before, likeness)) return;
    this.forget(block);
    if (!likeness) return;
    const found: Likeness[] = [];
    for (const key of keysAround(likeness))
      for (let kept = this.squares.get(key); kept; kept = kept.next)
        if (
          alike(likeness, kept.likeness) &&
          !found.includes(kept.likeness) &&
          this.of(kept.likeness.block).length < FULL
        )
          found.push(kept.likeness);
    this.known.set(block, likeness);
    for (const key of keysOf(likeness)) {
      const next = this.squares.get(key);
      let count = 0;
      for (let kept = next; kept; kept = kept.next) count++;
      if (count < FULL) this.squares.set(key, { likeness, next });
    }
    if (!found.length) return;
    this.setPairs(likeness, found.reverse());
    for (const other of found) this.setPairs(other, [...this.of(other.block), likeness]);
  }

  /** The events that may be the same as that of a block; the same list until they change. */
  of(block: Block): readonly Likeness[] {
    return this.pairs.get(block) ?? none;
  }

  /** Another number whenever one of a file's events has other twins, or what they rest on has changed. */
  version(uri: string): number {
    return this.versions.get(uri) ?? 0;
  }

  /** Whether the twins of a file's events have changed since it was settled. */
  unsettled(uri: string): boolean {
    return this.version(uri) !== this.settled.get(uri);
  }

  /** All events of a file have been looked at with the twins they have now. */
  settle(uri: string): void {
    this.settled.set(uri, this.version(uri));
  }

  private forget(block: Block): void {
    const likeness = this.known.get(block);
    if (!likeness) return;
    this.known.delete(block);
    for (const key of keysOf(likeness)) {
      const rest = without(likeness, this.squares.get(key));
      if (rest) this.squares.set(key, rest);
      else this.squares.delete(key);
    }
    const others = this.of(block);
    if (others.length) this.setPairs(likeness, none);
    for (const other of others)
      this.setPairs(
        other,
        this.of(other.block).filter(one => one !== likeness),
      );
  }

  private stirResting(uri: string, blocks: ReadonlySet<Block>): void {
    const others = this.resting.get(uri);
    for (const [file, events] of others ?? []) {
      if (events.every(event => blocks.has(event))) continue;
      others?.delete(file);
      this.stir(file);
    }
  }

  private stir(uri: string): void {
    this.versions.set(uri, this.version(uri) + 1);
  }

  private setPairs({ block, uri }: Likeness, pairs: readonly Likeness[]): void {
    if (pairs.length) this.pairs.set(block, pairs);
    else this.pairs.delete(block);
    this.stir(uri);
  }
}

const without = (likeness: Likeness, kept: Kept | undefined): Kept | undefined =>
  kept && (kept.likeness === likeness ? kept.next : { ...kept, next: without(likeness, kept.next) });

/** Stretches of time as powers of two of days; a short event lies in one of eight days or two. */
const gradeOf = ({ first, last }: Likeness): number => Math.max(3, Math.ceil(Math.log2(last - first + 1)));

function* stretches(likeness: Likeness, grade: number): Iterable<number> {
  const length = 2 ** grade;
  for (let i = Math.floor(likeness.first / length); i <= Math.floor(likeness.last / length); i++) yield mixed(grade, i);
}

/** Where an event is kept. */
function* keysOf(likeness: Likeness): Iterable<number> {
  const { point, place, sort } = likeness;
  const where = point ? mixed(cell(point.latitude), cell(point.longitude)) : hash(place);
  for (const when of stretches(likeness, gradeOf(likeness))) yield mixed(mixed(hash(sort), when), where);
}

/** Where those are kept that may be the same. */
function* keysAround(likeness: Likeness): Iterable<number> {
  const { point, place, sort } = likeness;
  const wheres = point
    ? cellsAround(point.latitude).flatMap(y => cellsAround(point.longitude, point.latitude).map(x => mixed(y, x)))
    : [hash(place)];
  const own = gradeOf(likeness);
  for (const grade of own > 3 ? [own - 1, own, own + 1] : [own, own + 1])
    for (const when of stretches(likeness, grade))
      for (const where of wheres) yield mixed(mixed(hash(sort), when), where);
}

const mixed = (a: number, b: number): number => (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ (a >>> 15)) | 0;

function hash(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum = (Math.imul(sum, 31) + text.charCodeAt(i)) | 0;
  return sum;
}

const cell = (degrees: number): number => Math.floor(degrees / SQUARE);

/** The cells within the rim; degrees of longitude grow shorter towards the poles. */
function cellsAround(degrees: number, latitude = 0): number[] {
  const rim = Math.min(SQUARE, RIM / Math.max(0.1, Math.cos((latitude * Math.PI) / 180)));
  return [...new Set([cell(degrees - rim), cell(degrees), cell(degrees + rim)])];
}

const same = (a: Likeness, b: Likeness): boolean => words(a) === words(b);
const words = (likeness: Likeness): string => JSON.stringify({ ...likeness, block: null });
