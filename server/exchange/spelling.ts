// Whether a text names something that must not show, in whatever case, spacing or punctuation.
import { lightKey, withoutArticle } from '../gazetteer/fold';

/** Names with fewer letters are words of some language too, and count only as they are written: `IS`. */
const SHORTEST = 3;

/** What must not be spelt out. */
export interface Unspeakable {
  /** Names of things; found wherever their words stand together. */
  readonly names: Iterable<string>;
  /** Ids of events, which are often made of what may be said: `umm-ruman` tells nothing of Umm Ruman. Found as they are written. */
  readonly ids: Iterable<string>;
}

/** A test of texts for these names. Digits alone are never taken for a name. */
export function speaksOf({ names, ids }: Unspeakable): (text: string) => boolean {
  const keys = new Set<string>();
  const words = new Set<string>();
  const addName = (name: string) => {
    const folded = lightKey(name);
    if (!/\p{L}/u.test(folded)) return;
    const key = compact(folded);
    if (key.length < SHORTEST) words.add(name.trim());
    else keys.add(key);
    const bare = withoutArticle(folded);
    if (bare.includes(' ')) keys.add(compact(bare));
  };
  for (const name of names) addName(name);
  const handles = new Set<string>();
  for (const id of ids) {
    if (BREAKS.test(id)) addName(id);
    else if (id.length < SHORTEST || !/\p{L}/u.test(id)) continue;
    // An id of one word is found as it stands, so that `dumeir` says nothing of Dumeir.
    else if (/[-_\d]/.test(id)) handles.add(id.toLowerCase());
    else words.add(id);
  }
  if (!keys.size && !words.size && !handles.size) return () => false;
  const longest = Math.max(0, ...[...keys].map(({ length }) => length));
  return text => {
    if (words.size && text.split(BREAKS).some(word => words.has(word))) return true;
    if (
      handles.size &&
      text
        .toLowerCase()
        .split(BREAKS)
        .some(word => handles.has(word))
    )
      return true;
    return keys.size > 0 && variantsOf(text).some(one => spells(lightKey(one).split(' '), keys, longest));
  };
}

/** What stands between words that may be ids. */
const BREAKS = /[^\p{L}\p{N}\p{M}_-]+/u;

/** A light key in one word. */
const compact = (key: string): string => key.replaceAll(' ', '');

/** The text, and how it reads with quotation marks as breaks between words and without the escapes of a URL (RFC 3986). */
function variantsOf(text: string): string[] {
  const variants = [text];
  if (/["'“”„‘’‚«»`]/.test(text)) variants.push(text.replace(/["'“”„‘’‚«»`]/g, ' '));
  if (/%[0-9a-f]{2}/i.test(text)) variants.push(unescaped(text));
  return variants;
}

const unescaped = (text: string): string =>
  text.replace(/(?:%[0-9a-f]{2})+/gi, escapes => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return ' ';
    }
  });

/** Whether words that stand together make up a key, whichever way they are divided. */
function spells(words: readonly string[], keys: ReadonlySet<string>, longest: number): boolean {
  for (let from = 0; from < words.length; from++) {
    let run = '';
    for (let to = from; to < words.length && run.length <= longest; to++) {
      run += words[to];
      if (keys.has(run)) return true;
      if (run.endsWith('s') && keys.has(run.slice(0, -1))) return true; // Of one, or more than one.
      if (/^[وفبلك]/.test(run) && keys.has(run.slice(1))) return true; // “And”, “in”, “to” are written in one with the word.
    }
  }
  return false;
}
