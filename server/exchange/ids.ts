// Ids of exported events that stay the same from one export to the next, and names of files that betray no folder.

/** Gives out ids, each only once, and none that a block lays claim to besides its own. */
export class Ids {
  private readonly taken = new Set<string>();
  /** The number to try next behind an id, so that thousands of one id take no longer each than the first. */
  private readonly next = new Map<string, number>();

  constructor(private readonly claimed: ReadonlySet<string>) {}

  /** The id itself or, when it is taken, one with a number behind it. */
  take(id: string): string {
    let free = id;
    let number = this.next.get(id) ?? 2;
    while (this.taken.has(free) || (free !== id && this.claimed.has(free))) free = `${id}-${number++}`;
    this.next.set(id, number);
    this.taken.add(free);
    return free;
  }
}

/** An id made of an event's own words (64-bit FNV-1a, 12 hexadecimal digits of it): it changes only when they do. */
export function idFromText(text: string): string {
  const digits = fnv1a(text.replace(/\s+/g, ' ').trim()).map(half => half.toString(16).padStart(8, '0'));
  return `event-${digits.join('').slice(0, 12)}`;
}

const encoder = new TextEncoder();

/** The FNV-1a hash of a text’s UTF-8 bytes: the upper and the lower 32 of its 64 bits. */
export function fnv1a(text: string): readonly [high: number, low: number] {
  let [high, low] = [0xcbf29ce4, 0x84222325];
  const bytes = encoder.encode(text);
  for (let i = 0; i < bytes.length; i++) {
    // Times the prime 2^40 + 435, by halves: no number has 64 exact bits.
    const mixed = (low ^ bytes[i]!) >>> 0;
    const product = mixed * 435;
    high = (Math.imul(high, 435) + Math.floor(product / 2 ** 32) + (mixed << 8)) >>> 0;
    low = product >>> 0;
  }
  return [high, low];
}

/** Names for files, by URI (RFC 3986): their paths from the innermost folder that holds all of one scheme, with `/`. */
export function fileNames(uris: Iterable<string>): Map<string, string> {
  const byScheme = new Map<string, { uri: string; path: string[] }[]>();
  for (const uri of uris) {
    const colon = uri.indexOf(':');
    const one = { uri, path: decoded(uri.slice(colon + 1)).split('/') };
    byScheme.set(uri.slice(0, colon + 1), [...(byScheme.get(uri.slice(0, colon + 1)) ?? []), one]);
  }
  const names = new Map<string, string>();
  for (const files of byScheme.values()) {
    const first = files[0]!.path;
    const splits = first.findIndex((part, i) => files.some(({ path }) => i >= path.length - 1 || path[i] !== part));
    for (const { uri, path } of files) names.set(uri, path.slice(splits).join('/'));
  }
  return names;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
