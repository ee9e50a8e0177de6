// How often the workspace speaks of each entry, kept in step with its edits.
import type { Gazetteer } from '../../gazetteer/entity';
import { entityOf } from '../../semantics/meaning';
import { type Mention, mentionsIn } from '../../semantics/mentions';
import type { Scope } from '../../semantics/scope';
import type { Snapshot } from '../../semantics/snapshot';
import type { Block } from '../../syntax/tree';

/** Blocks enough to tell which names are used most. */
const ENOUGH = 20_000;

/** What names are read as: another object for another gazetteer and for other countries. */
interface View {
  readonly gazetteer: Gazetteer;
  readonly countries: string;
}

/** A name that is used, and the entry that it was last found to be. */
interface Written {
  readonly mention: Mention;
  times: number;
  view?: View;
  id?: string | undefined;
}

const none: readonly Block[] = [];

/** Counts the blocks of a workspace once, and after an edit those that the edit made or unmade. */
class Counts {
  private files: Snapshot['files'] | undefined;
  private readonly counted = new Map<string, readonly Block[]>();
  private blocks = 0;
  private readonly written = new Map<string, Written>();
  private view: View | undefined;
  private uses: ReadonlyMap<string, number> = new Map();
  private stale = false;

  /** How often each entry is used, by id; names are read as the scope does. */
  in({ files, gazetteer }: Snapshot, scope: Scope): ReadonlyMap<string, number> {
    this.follow(files);
    const countries = scope.countries.join();
    if (this.view?.gazetteer !== gazetteer || this.view.countries !== countries) {
      this.view = { gazetteer, countries };
      this.stale = true;
    }
    if (this.stale) {
      const uses = this.summed(scope);
      // Most letters that are typed name nothing yet, and what the index remembers of these numbers stays true.
      if (!sameUses(uses, this.uses)) this.uses = uses;
      this.stale = false;
    }
    return this.uses;
  }

  private follow(files: Snapshot['files']): void {
    if (files === this.files) return;
    this.files = files;
    for (const uri of this.counted.keys()) if (!files.has(uri)) this.change(uri, none);
    for (const [uri, { tree }] of files) this.change(uri, tree.blocks);
  }

  private change(uri: string, blocks: readonly Block[]): void {
    const before = this.counted.get(uri) ?? none;
    if (before === blocks) return;
    const room = Math.max(0, ENOUGH - this.blocks + before.length);
    const after = blocks.length > room ? blocks.slice(0, room) : blocks;
    const [gone, come] = [new Set(before), new Set(after)];
    for (const block of gone) if (!come.delete(block)) this.count(block, -1);
    for (const block of come) this.count(block, 1);
    this.blocks += after.length - before.length;
    if (after.length) this.counted.set(uri, after);
    else this.counted.delete(uri);
  }

  private count(block: Block, by: number): void {
    for (const mention of mentionsIn(block)) {
      const { topic, text, qualifier = '', id = '' } = mention;
      if (mention.role !== 'use' || (topic !== 'place' && topic !== 'actor')) continue;
      const key = `${topic}\n${text}\n${qualifier}\n${id}`;
      const same = this.written.get(key);
      if (!same) this.written.set(key, { mention, times: by });
      else if (same.times + by === 0) this.written.delete(key);
      else same.times += by;
      this.stale = true;
    }
  }

  private summed(scope: Scope): ReadonlyMap<string, number> {
    const uses = new Map<string, number>();
    for (const one of this.written.values()) {
      if (one.view !== this.view) {
        one.id = entityOf(one.mention, scope)?.id;
        one.view = this.view!;
      }
      if (one.id !== undefined) uses.set(one.id, (uses.get(one.id) ?? 0) + one.times);
    }
    return uses;
  }
}

const sameUses = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean =>
  a.size === b.size && [...a].every(([id, times]) => b.get(id) === times);

/** By what snapshots hand on. */
const all = new WeakMap<Snapshot['twins'], Counts>();

/** How often the workspace uses each entry, by id. */
export function usesOf(snapshot: Snapshot, scope: Scope): ReadonlyMap<string, number> {
  let counts = all.get(snapshot.twins);
  if (!counts) {
    counts = new Counts();
    all.set(snapshot.twins, counts);
  }
  return counts.in(snapshot, scope);
}
