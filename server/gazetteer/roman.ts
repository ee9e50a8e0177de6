// How a name sounds, whatever the script: a light key as a row of sounds, and its skeleton of consonant classes.

/**
 * The sounds, each one character. Lower case is the Latin letter; upper case stands for a pair (`S` sh, `K` kh, `C` ch, `Z` zh, `T` th, `D` dh,
 * `G` gh, `J` dj, `I` ee, `O` oo, `U` ou) and the last five for Arabic letters whose Latin form depends on the word (alif, waw, ya, ha, ayn).
 */
export const SOUNDS = 'abcdefghijklmnopqrstuvwxyzSKCZTDGJIOU12345 0';

const codeOf = new Map([...SOUNDS].map((sound, i) => [sound, i]));
/** The code of a sound of `SOUNDS`. */
export const code = (sound: string): number => codeOf.get(sound) ?? 0;
export const SPACE = code(' ');
export const DIGIT = code('0');

/** What each letter outside a–z sounds like, as sounds of `SOUNDS`. Written for reading: one script a line. */
const SCRIPTS = `
а a б b в v г g д d е e ж Z з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х K ц ts ч C ш S щ SC ъ - ы y ь - э e ю yu я ya є ye і i ї yi ў u ј y љ ly њ ny ћ C ђ J џ J ѓ g ќ k ѕ dz қ q ғ G ң n ү u ұ u һ h ө o ә a ҳ h ҷ J ӣ i ӯ u ҙ z ҫ s ҡ q
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

/** A row of sounds; `length` of `codes` are in use. Reused between calls, so that scoring a candidate allocates nothing. */
export interface Sounds {
  readonly codes: Uint8Array;
  length: number;
  /** Whether short vowels are not written (Arabic and Hebrew script). */
  abjad: boolean;
  /** Letters whose sound is not known; a name made of these alone cannot be compared by sound. */
  unread: number;
}

/** Longest name compared by sound; what follows is left out. */
export const LONGEST = 48;

export function emptySounds(): Sounds {
  return { codes: new Uint8Array(LONGEST + 4), length: 0, abjad: false, unread: 0 };
}

const H = code('h');
const D_ = code('d');
const J_ = code('j');
const O_ = code('o');
const U_ = code('u');
const C_ = code('c');
const K_ = code('k');
const E_ = code('e');
const [EE, OO, OU, DJ] = [code('I'), code('O'), code('U'), code('J')];

/** What a sound becomes when an h follows it; -1 where the two stay two. */
const withH = new Int8Array(SOUNDS.length).fill(-1);
for (const [first, joined] of ['sS', 'kK', 'cC', 'zZ', 'tT', 'dD', 'gG', 'pf'])
  withH[code(first ?? '')] = code(joined ?? '');

/** Reads a light key as sounds into `into`: letter pairs become one sound, doubled letters one. */
export function soundsOf(key: string, into: Sounds = emptySounds()): Sounds {
  const codes = into.codes;
  let n = 0;
  let last = SPACE;
  into.abjad = false;
  into.unread = 0;
  for (let i = 0; i < key.length && n < LONGEST; i++) {
    const c = key.charCodeAt(i);
    let sound: number;
    if (c >= 0x61 && c <= 0x7a) {
      sound = c - 0x61;
      if (sound === H) {
        const joined = withH[last] ?? -1;
        if (joined >= 0) {
          codes[n - 1] = last = joined;
          continue;
        }
      } else if (sound === J_ && last === D_) {
        codes[n - 1] = last = DJ;
        continue;
      } else if (sound === U_ && last === O_) {
        codes[n - 1] = last = OU;
        continue;
      } else if (sound === K_ && last === C_) {
        codes[n - 1] = last = K_;
        continue;
      } else if (sound === last) {
        if (sound === E_) codes[n - 1] = EE;
        else if (sound === O_) codes[n - 1] = OO;
        continue;
      }
    } else if (c === 0x20) {
      sound = SPACE;
    } else if (c >= 0x30 && c <= 0x39) {
      codes[n++] = last = DIGIT;
      continue;
    } else {
      const read = letters.get(key[i] ?? '');
      if (read === undefined) {
        into.unread++;
        continue;
      }
      if (c >= 0x590 && c < 0x780) into.abjad = true;
      for (let k = 0; k < read.length && n < LONGEST; k++) {
        sound = read[k] ?? 0;
        if (sound !== last) codes[n++] = sound;
        last = sound;
      }
      continue;
    }
    codes[n++] = last = sound;
  }
  into.length = n;
  return into;
}

/** Consonants that spellings of one name exchange, one class a word; what is in no class (vowels, h, w, y, spaces) leaves no trace. */
const CLASSES = ['bp', 'fv', 'm', 'n', 'l', 'r', 'tdTD', 'szSZC', 'kqgKGcx', 'jJ', '0'];
const classOf = new Uint8Array(SOUNDS.length);
CLASSES.forEach((sounds, i) => {
  for (const sound of sounds) classOf[code(sound)] = i + 1;
});

/** How many consonant classes there are; classes count from 1. */
export const CLASS_COUNT = CLASSES.length;

/** Longest skeleton kept: what follows hardly narrows the search. */
export const LONGEST_SKELETON = 11;

/** The skeleton: the consonant classes of the sounds in order, repeats left out, one character (`a` for class 1) each. */
export function skeletonOf(sounds: Sounds): string {
  let out = '';
  let last = 0;
  for (let i = 0; i < sounds.length && out.length < LONGEST_SKELETON; i++) {
    const sound = sounds.codes[i] ?? 0;
    const group = classOf[sound] ?? 0;
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
