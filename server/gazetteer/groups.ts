// Gathers numbers under keys while an index is written, and puts the keys in order.

/** Numbers under keys, kept flat: two million of them fit in little memory. */
export class Groups {
  private readonly keys: string[] = [];
  private numbers = new Uint32Array(1024);

  add(key: string, number: number): void {
    const at = this.keys.push(key) - 1;
    if (at === this.numbers.length) {
      const next = new Uint32Array(at * 2);
      next.set(this.numbers);
      this.numbers = next;
    }
    this.numbers[at] = number;
  }

  /** Every key once, in the order of its UTF-8 bytes, with its numbers ascending, each once. */
  sorted(): [key: string, numbers: number[]][] {
    const { keys, numbers } = this;
    const order = Uint32Array.from(keys, (_, i) => i).sort((a, b) => {
      const [one, other] = [keys[a]!, keys[b]!];
      return one < other ? -1 : one > other ? 1 : numbers[a]! - numbers[b]!;
    });
    const groups: [string, number[]][] = [];
    let last: [string, number[]] | undefined;
    for (const at of order) {
      if (last === undefined || last[0] !== keys[at]) {
        last = [keys[at]!, [numbers[at]!]];
        groups.push(last);
      } else if (last[1][last[1].length - 1] !== numbers[at]) last[1].push(numbers[at]!);
    }
    return groups;
  }
}
