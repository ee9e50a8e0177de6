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
    const mark = (bytes[0]! << 8) | (bytes[1] ?? 0);
    if (mark === 0xfffe || mark === 0xfeff) {
      const text = new TextDecoder(mark === 0xfffe ? 'utf-16le' : 'utf-16be').decode(bytes);
      return { text, encoding: 'utf-16' };
    }
    return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), encoding: 'unknown' };
  }
}
