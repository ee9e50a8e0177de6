// How a name sounds, whatever its script: a light key as a row of sounds.

import { hasSyllables, romanised } from './romanise';
import { TYPE_WORD, TYPE_WORDS, WORD } from './weights/costs';
import { OPTIONAL } from './weights/words';

/**
 * The sounds, each one character. Lower case is the Latin letter; upper case stands for a pair (`S` sh, `K` kh, `C` ch, `Z` zh, `T` th, `D` dh,
 * `G` gh, `J` dj, `I` ee, `O` oo, `U` ou, `L` the Arabic article); `1` to `5` are Arabic letters whose Latin form depends on the word (alif,
 * waw, ya, ha, ayn) and `0` is any digit.
 */
export const SOUNDS = 'abcdefghijklmnopqrstuvwxyzSKCZTDGJIOU12345 0L';

const codeOf = new Map([...SOUNDS].map((sound, i) => [sound, i]));
/** The code of a sound of `SOUNDS`. */
export const code = (sound: string): number => codeOf.get(sound) ?? 0;
export const SPACE = code(' ');
const DIGIT = code('0');
const ARTICLE = code('L');
const CH = code('C');
const SH = code('S');
const S = code('s');
const T = code('t');

/** What each letter outside a–z sounds like, as sounds of `SOUNDS`. Written for reading: one script a line. */
const SCRIPTS = `
а a б b в v г g д d е e ж Z з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х K ц ts ч C ш S щ SC ъ - ы y ь - э e ю yu я ya є ye і i ї yi ў u ј y љ ly њ ny ћ C ђ J џ J ѓ g ќ k ѕ dz қ q ғ G ң n ү u ұ u һ h ө o ә a ҳ h ҷ J ӣ i ӯ u ҙ z ҫ s ҡ q ӕ a
α a β v γ g δ d ε e ζ z η i θ T ι i κ k λ l μ m ν n ξ ks ο o π p ρ r σ s τ t υ y φ f χ K ψ ps ω o
ا 1 ب b ت t ث T ج j ح h خ K د d ذ D ر r ز z س s ش S ص s ض d ط t ظ z ع 5 غ G ف f ق q ك k ل l م m ن n ه 4 و 2 ي 3 پ p چ C ژ Z گ g ٹ t ڈ d ڑ r ں n ڤ v ټ t ډ d ړ r ږ Z ښ S ڼ n څ ts ځ dz ڕ r ڵ l ڭ ng ڨ g
א 1 ב v ג g ד d ה 4 ו 2 ז z ח h ט t י 3 כ k ל l מ m נ n ס s ע 5 פ p צ ts ק k ר r ש S ת t
ა a ბ b გ g დ d ე e ვ v ზ z თ t ი i კ k ლ l მ m ნ n ო o პ p ჟ Z რ r ს s ტ t უ u ფ p ქ k ღ G ყ q შ S ჩ C ც ts ძ dz წ ts ჭ C ხ K ჯ j ჰ h
ա a բ b գ g դ d ե e զ z է e ը e թ t ժ Z ի i լ l խ K ծ ts կ k հ h ձ dz ղ G ճ C մ m յ y ն n շ S ո o չ C պ p ջ j ռ r ս s վ v տ t ր r ց ts ւ v փ p ք k օ o ֆ f և ev
`;
const letters = new Map<string, Uint8Array>();
for (const line of SCRIPTS.trim().split('\n')) {
  const parts = line.split(' ');
  for (let i = 0; i + 1 < parts.length; i += 2) {
    const sounds = parts[i + 1] === '-' ? [] : [...(parts[i + 1] ?? '')].map(code);
    letters.set(parts[i] ?? '', Uint8Array.from(sounds));
  }
}

/** Where a sound stands, which decides how easily spellings leave it out: inside a word, first or last in it, or a vowel beside a vowel. */
export const PLACES = ['inside', 'first', 'last', 'beside'] as const;

/** A row of sounds; `length` of `codes` are in use. Reused between calls, so that scoring a candidate allocates nothing. */
export interface Sounds {
  readonly codes: Uint8Array;
  /** For each sound, which of `PLACES` it stands in. */
  readonly places: Uint8Array;
  /** For the last sound of each word of several, the cost of leaving the word out of a name, and of one more in a query. */
  readonly without: Float32Array;
  readonly withMore: Float32Array;
  length: number;
  /** Whether there is more than one word. */
  words: boolean;
  /** Whether short vowels are not written (Arabic and Hebrew script). */
  abjad: boolean;
  /** Letters whose sound is not known; a name made of these alone cannot be compared by sound. */
  unread: number;
}

/** Longest name compared by sound; what follows is left out. */
export const LONGEST = 48;

export function emptySounds(): Sounds {
  return {
    codes: new Uint8Array(LONGEST + 4),
    places: new Uint8Array(LONGEST + 4),
    without: new Float32Array(LONGEST + 4),
    withMore: new Float32Array(LONGEST + 4),
    length: 0,
    words: false,
    abjad: false,
    unread: 0,
  };
}

/** Which sounds are vowels, or letters that stand for one. */
export const isVowel = new Uint8Array(SOUNDS.length);
for (const sound of 'aeiouywIOU123') isVowel[code(sound)] = 1;

/** What two letters in a row become; -1 where they stay two. */
const joined = new Int8Array(SOUNDS.length * 26).fill(-1);
for (const [first, second, both] of [
  'shS',
  'khK',
  'chC',
  'zhZ',
  'thT',
  'dhD',
  'ghG',
  'phf',
  'djJ',
  'ouU',
  'ckk',
  'eeI',
  'ooO',
]) {
  joined[code(first ?? '') * 26 + code(second ?? '')] = code(both ?? '');
}

/** Reads a light key as sounds into `into`: letter pairs become one sound, doubled letters one, an Arabic article one. */
export function soundsOf(key: string, into: Sounds = emptySounds()): Sounds {
  const { codes } = into;
  let n = 0;
  let last = SPACE;
  into.abjad = false;
  into.unread = 0;
  for (let i = 0; i < key.length && n < LONGEST; i++) {
    if (last === SPACE) {
      const article = articleAt(key, i);
      if (article > 0) {
        i += article - 1;
        codes[n++] = ARTICLE;
        last = SPACE;
        continue;
      }
    }
    const c = key.charCodeAt(i);
    if (c >= 0x61 && c <= 0x7a) {
      const sound = c - 0x61;
      const both = joined[last * 26 + sound]!;
      if (both >= 0) {
        // German and French write more letters for these: sch, tch, tsch.
        if (both === CH && n > 1 && codes[n - 2] === S) codes[--n - 1] = last = SH;
        else codes[n - 1] = last = both;
        if ((last === CH || last === SH) && n > 1 && codes[n - 2] === T) codes[--n - 1] = last = CH;
      } else if (sound !== last) {
        codes[n++] = last = sound;
      }
    } else if (c === 0x20) {
      codes[n++] = last = SPACE;
    } else if (c >= 0x30 && c <= 0x39) {
      codes[n++] = last = DIGIT;
    } else {
      const read = letters.get(key[i] ?? '');
      if (read === undefined) {
        if (hasSyllables(key)) return soundsOf(romanised(key), into);
        into.unread++;
      } else {
        if (c >= 0x590 && c < 0x780) into.abjad = true;
        for (let k = 0; k < read.length && n < LONGEST; k++) {
          const sound = read[k]!;
          if (sound !== last) codes[n++] = sound;
          last = sound;
        }
      }
    }
  }
  into.length = n;
  into.words = key.includes(' ');
  place(into);
  if (into.words) weighWords(key, into);
  return into;
}

const optional = new Map([
  ['the', 0.02] as const,
  ...TYPE_WORDS.split(' ').map(word => [word, TYPE_WORD] as const),
  ...Object.entries(OPTIONAL),
]);

/** A light key without the words that spellings leave out easily; the same key when it has none, or has nothing else. */
export function withoutOptional(key: string): string {
  if (!key.includes(' ')) return key;
  const kept = key.split(' ').filter(word => !optional.has(word));
  return kept.length === 0 ? key : kept.join(' ');
}

// The words of the key and those of the sounds are the same, in the same order, but for articles, which are sounds of their own.
function weighWords(key: string, into: Sounds): void {
  const { codes, length } = into;
  let at = 0;
  for (let i = 0; i < length; i++) {
    if (codes[i] === SPACE) continue;
    if (codes[i] === ARTICLE) {
      at += key.charCodeAt(at) === 0x627 ? 2 : key.indexOf(' ', at) + 1 - at;
      continue;
    }
    let end = key.indexOf(' ', at);
    if (end < 0) end = key.length;
    const from = i;
    while (i + 1 < length && codes[i + 1] !== SPACE) i++;
    const easy = optional.get(key.slice(at, end));
    into.without[i] = easy ?? WORD.name[0] + WORD.name[1] * (i + 1 - from);
    into.withMore[i] = easy ?? WORD.query[0] + WORD.query[1] * (i + 1 - from);
    at = end + 1;
  }
}

function place(into: Sounds): void {
  const { codes, places, length } = into;
  for (let i = 0; i < length; i++) {
    const before = i === 0 ? SPACE : codes[i - 1]!;
    const after = i + 1 >= length ? SPACE : codes[i + 1]!;
    places[i] =
      before === SPACE || before === ARTICLE
        ? 1
        : after === SPACE
          ? 2
          : isVowel[codes[i]!] === 1 && (isVowel[before] === 1 || isVowel[after] === 1)
            ? 3
            : 0;
  }
}

/**
 * How many characters of the key are an Arabic article here, the space after it included; 0 when none. Before a sun letter the article
 * takes its sound (`ad Dumayr`, `ash Sharqi`).
 */
function articleAt(key: string, at: number): number {
  const c = key.charCodeAt(at);
  if (c === 0x627) {
    if (key.charCodeAt(at + 1) !== 0x644) return 0;
    const end = key.indexOf(' ', at);
    return (end < 0 ? key.length : end) - at > 3 ? 2 : 0;
  }
  if (c !== 0x61 && c !== 0x65 && c !== 0x75 && c !== 0x69) return 0;
  const space = key.charCodeAt(at + 2) === 0x20 ? 2 : key.charCodeAt(at + 3) === 0x20 ? 3 : 0;
  if (space === 0 || at + space + 2 > key.length) return 0;
  if (space === 2) return key[at + 1] === 'l' || key[at + 1] === key[at + 3] ? 3 : 0;
  return key[at + 2] === 'h' && key[at + 1] === key[at + 4] && key[at + 5] === 'h' ? 4 : 0;
}
