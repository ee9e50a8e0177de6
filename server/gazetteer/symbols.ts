// Short texts made smaller: a table of up to 255 frequent runs of bytes, each written as one byte.

/** Longest run that one byte can stand for. */
const LONGEST_RUN = 8;
/** Stands before a byte that the table lacks. */
const ESCAPE = 255;
const ROUNDS = 5;
/** Whether texts are to take little room, or to be written in little time. */
export type Purpose = 'small' | 'quick';

// Fewer bytes than this are kept as they are: learning a table would take longer than it saves.
const WORTHWHILE = 1 << 16;
/** Shorter lists are left as they are. */
const FEW = 4000;
const SAMPLE = 1 << 17;

/**
 * The tables of a list of texts in order, joined. Long lists have several: neighbours are in one script or language, which a table of their
 * own fits better. Learned from a sample, so that the list need not be in memory; the same list always gives the same tables.
 */
export function learnTables(count: number, at: (number: number) => Uint8Array, purpose: Purpose): Uint8Array {
  if (count < FEW || purpose === 'quick') return Uint8Array.of(0);
  const length = (texts: readonly Uint8Array[]) => texts.reduce((sum, text) => sum + text.length, 0);
  const step = Math.max(1, Math.floor(count / 4000));
  const few = spread(0, count, step).map(at);
  const total = few.length === 0 ? 0 : (length(few) / few.length) * count;
  const pages = Math.max(1, Math.min(8, Math.floor(total / WORTHWHILE)));
  const tables: number[] = [];
  for (let page = 0; page < pages; page++) {
    const [from, to] = [Math.ceil((page * count) / pages), Math.ceil(((page + 1) * count) / pages)];
    const apart = Math.max(1, Math.ceil(total / pages / SAMPLE));
    const symbols =
      total < 2 * WORTHWHILE ? new Symbols(Uint8Array.of(0)) : Symbols.learn(spread(from, to, apart).map(at));
    tables.push(...symbols.table);
  }
  return Uint8Array.from(tables);
}

/** Every so manieth number of a range. */
function spread(from: number, to: number, step: number): number[] {
  const numbers: number[] = [];
  for (let i = from; i < to; i += step) numbers.push(i);
  return numbers;
}

/** The page of the text with this number, of so many in all on so many pages. */
export function pageOf(number: number, size: number, pages: number): number {
  return Math.floor((number * pages) / size);
}

/** Reads what `learnTables` gives. */
export function readTables(bytes: Uint8Array): Symbols[] {
  const tables: Symbols[] = [];
  for (let at = 0; at < bytes.length; ) {
    const start = at;
    for (let runs = bytes[at++]!; runs > 0; runs--) at += 1 + bytes[at]!;
    tables.push(new Symbols(bytes.subarray(start, at)));
  }
  return tables;
}

/** A table of runs, and the way from texts to their short form and back. */
export class Symbols {
  private readonly runs: readonly Uint8Array[];
  /** Codes of the runs that begin with a byte, longest first. */
  private readonly byFirst: (readonly number[])[] | undefined;

  /** Reads a table: the number of runs, then each after its length; one without runs leaves every text as it is. */
  constructor(readonly table: Uint8Array) {
    const runs: Uint8Array[] = [];
    for (let at = 1; at < table.length; at += 1 + table[at]!) runs.push(table.subarray(at + 1, at + 1 + table[at]!));
    this.runs = runs;
    if (runs.length === 0) return;
    const byFirst: number[][] = Array.from({ length: 256 }, () => []);
    runs.forEach((run, code) => {
      byFirst[run[0]!]!.push(code);
    });
    for (const codes of byFirst) codes.sort((a, b) => runs[b]!.length - runs[a]!.length);
    this.byFirst = byFirst;
  }

  /** Learns a table from texts; the same texts always give the same table. */
  static learn(texts: readonly Uint8Array[]): Symbols {
    let symbols = new Symbols(Uint8Array.of(0));
    for (let round = 0; round < ROUNDS; round++) symbols = symbols.better(texts);
    return symbols;
  }

  /** The short form of a text. */
  encode(text: Uint8Array): Uint8Array {
    if (this.byFirst === undefined) return text;
    const out: number[] = [];
    for (let at = 0; at < text.length; ) {
      const code = this.codeAt(text, at);
      if (code < 0) out.push(ESCAPE, text[at++]!);
      else {
        out.push(code);
        at += this.runs[code]!.length;
      }
    }
    return Uint8Array.from(out);
  }

  /**
   * Writes the text whose short form is `bytes` from `from` to `to` into `out` at `at`, or what of it stands before the first byte `stop`;
   * returns where it ends.
   */
  decode(bytes: Uint8Array, from: number, to: number, out: Uint8Array, at: number, stop = -1): number {
    let end = at;
    if (this.byFirst === undefined) {
      for (let i = from; i < to && bytes[i] !== stop; i++) out[end++] = bytes[i]!;
      return end;
    }
    for (let i = from; i < to; i++) {
      const code = bytes[i]!;
      if (code === ESCAPE) {
        out[end++] = bytes[++i]!;
        continue;
      }
      const run = this.runs[code]!;
      for (let k = 0; k < run.length; k++) {
        if (run[k] === stop) return end;
        out[end++] = run[k]!;
      }
    }
    return end;
  }

  private codeAt(text: Uint8Array, at: number): number {
    for (const code of this.byFirst![text[at]!]!) {
      const run = this.runs[code]!;
      let k = 1;
      while (k < run.length && run[k] === text[at + k]) k++;
      if (k === run.length) return code;
    }
    return -1;
  }

  // Counts which runs of this table, and which two in a row, would save most, and makes a table of those.
  private better(sample: readonly Uint8Array[]): Symbols {
    const saved = new Map<string, number>();
    const count = (run: string) => saved.set(run, (saved.get(run) ?? 0) + run.length);
    for (const text of sample) {
      let before = '';
      for (let at = 0; at < text.length; ) {
        const code = this.byFirst === undefined ? -1 : this.codeAt(text, at);
        const run = String.fromCharCode(...(code < 0 ? text.subarray(at, at + 1) : this.runs[code]!));
        count(run);
        if (before !== '' && before.length + run.length <= LONGEST_RUN) count(before + run);
        before = run;
        at += run.length;
      }
    }
    // A lone byte costs two when the table lacks it, so it counts double.
    const worth = ([run, sum]: [string, number]) => (run.length === 1 ? 2 * sum : sum);
    const best = [...saved].sort((a, b) => worth(b) - worth(a) || (a[0] < b[0] ? -1 : 1)).slice(0, ESCAPE);
    return new Symbols(
      Uint8Array.from([best.length, ...best.flatMap(([run]) => [run.length, ...[...run].map(c => c.charCodeAt(0))])]),
    );
  }
}
