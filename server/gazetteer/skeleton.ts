// The skeleton of a name: its consonants by class, which most spellings of one name share.

import { code, SOUNDS, type Sounds, SPACE } from './sounds';

/** Consonants that spellings of one name exchange, one class a word; what is in no class (vowels, h, w, y, spaces) leaves no trace. */
const CLASSES = ['bp', 'fv', 'm', 'n', 'l', 'r', 'tdTD', 'szSZC', 'kqgKGcx', 'jJ', '0'];
const classOf = new Uint8Array(SOUNDS.length);
CLASSES.forEach((sounds, i) => {
  for (const sound of sounds) classOf[code(sound)] = i + 1;
});

// The same letters as other spellings mean them: c as in Čapljina or Cyprus, j as y, w as v.
const otherClassOf = classOf.slice();
otherClassOf[code('c')] = classOf[code('s')]!;
otherClassOf[code('j')] = 0;
otherClassOf[code('w')] = classOf[code('v')]!;

/** The skeleton where c, j and w are read the other way; the same where there are none. */
export function otherSkeletonOf(sounds: Sounds): string {
  return skeletonOf(sounds, otherClassOf);
}

/** Longest skeleton kept: what follows hardly narrows the search. */
export const LONGEST_SKELETON = 11;

/** The skeleton: the consonant classes of the sounds in order, repeats left out, one character (`a` for class 1) each. */
export function skeletonOf(sounds: Sounds, groups: Uint8Array = classOf): string {
  let out = '';
  let last = 0;
  for (let i = 0; i < sounds.length && out.length < LONGEST_SKELETON; i++) {
    const sound = sounds.codes[i] ?? 0;
    const group = groups[sound] ?? 0;
    // A vowel between two of one class keeps both: Baba is not Ba. Arabic does not write it, so there both always stay.
    if (group !== 0 && (group !== last || sounds.abjad)) out += String.fromCharCode(0x60 + group);
    if (sound !== SPACE) last = group;
  }
  return out;
}

/** The pairs of neighbours in a skeleton, its two ends marked: `dmr` has `^d`, `dm`, `mr`, `r$`. */
export function pairsOf(skeleton: string): string[] {
  const out: string[] = [];
  const framed = `^${skeleton}$`;
  for (let i = 0; i + 1 < framed.length; i++) out.push(framed.slice(i, i + 2));
  return out;
}
