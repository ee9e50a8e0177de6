// The one mutable object of the server: the files as they are now, and the snapshot they add up to.

import type { Layer } from '../gazetteer/read';
import { plainSettings, type Settings } from '../semantics/settings';
import { type Snapshot, type SourceFile, snapshotOf } from '../semantics/snapshot';
import { parse, reparse } from '../syntax/parse';
import type { Edit } from '../text/edit';
import type { Text } from '../text/text';

export class Workspace {
  private files = new Map<string, SourceFile>();
  private latest: Snapshot;
  private stale = false;
  private waiting: (() => void)[] = [];

  constructor(
    private base: readonly Layer[] = [],
    private settings: Settings = plainSettings,
  ) {
    this.latest = snapshotOf(this.files, base, settings);
  }

  /** Puts a file in, or in place of the one with that URI. */
  set(uri: string, text: string): void {
    if (this.files.get(uri)?.tree.text.string === text) return;
    this.put(uri, { uri, tree: parse(text) });
  }

  /** Changes a file that is there; reads again only what the edit touches. */
  edit(uri: string, edit: Edit): void {
    const file = this.files.get(uri);
    if (file) this.put(uri, { uri, tree: reparse(file.tree, edit) });
  }

  delete(uri: string): void {
    if (!this.files.has(uri)) return;
    this.files = new Map(this.files);
    this.files.delete(uri);
    this.touch();
  }

  /** The text of a file as it is now, without making a snapshot; undefined when there is no such file. */
  text(uri: string): Text | undefined {
    return this.files.get(uri)?.tree.text;
  }

  /** Layers below the workspace's own definitions, and what the team has settled. */
  configure(base: readonly Layer[], settings: Settings): void {
    this.base = base;
    this.settings = settings;
    this.touch();
  }

  /** The world as it is now; the same object until something changes. */
  snapshot(): Snapshot {
    if (this.stale) {
      this.latest = snapshotOf(this.files, this.base, this.settings, this.latest);
      this.stale = false;
    }
    return this.latest;
  }

  /** Whether nothing has changed since that snapshot; makes none to know. */
  isLatest(snapshot: Snapshot): boolean {
    return !this.stale && this.latest === snapshot;
  }

  /** Comes true at the next change. */
  changed(): Promise<void> {
    return new Promise(resume => {
      this.waiting.push(resume);
    });
  }

  private touch(): void {
    this.stale = true;
    for (const resume of this.waiting.splice(0)) resume();
  }

  private put(uri: string, file: SourceFile): void {
    // Snapshots keep the map they were made of, so a change makes a new one.
    this.files = new Map(this.files).set(uri, file);
    this.touch();
  }
}
