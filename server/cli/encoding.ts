// The text that the bytes of a file are: UTF-8, or UTF-16 where a byte order mark says so, as some spreadsheets save it.

export interface Decoded {
  readonly text: string;
  /** `unknown` when there are bytes that are no character of UTF-8; U+FFFD stands for them. */
  readonly encoding: 'utf-8' | 'utf-16' | 'unknown';
}

/** A byte order mark of UTF-8 stays in the text. */
export function decode(bytes: Uint8Array): Decoded {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    const marked = encodingOf(bytes);
    if (marked !== 'utf-8') return { text: new TextDecoder(marked).decode(bytes), encoding: 'utf-16' };
    return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), encoding: 'unknown' };
  }
}

/** What the byte order mark that a text begins with says; UTF-8 where there is none. */
export function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const mark = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  return mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8';
}
