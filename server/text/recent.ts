// A memory of what was worked out of late, which never grows beyond a size.

/** Keeps at least the last `size` values that were asked for, and at most twice as many. */
export class Recent<Key, Value> {
  private young = new Map<Key, Value>();
  private old: ReadonlyMap<Key, Value> = new Map();

  constructor(private readonly size: number) {}

  /** The value of a key; undefined when it has not been asked for of late. */
  get(key: Key): Value | undefined {
    const young = this.young.get(key);
    if (young !== undefined) return young;
    const old = this.old.get(key);
    if (old !== undefined) this.set(key, old);
    return old;
  }

  set(key: Key, value: Value): void {
    if (this.young.size >= this.size) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(key, value);
  }
}
