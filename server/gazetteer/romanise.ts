// Light keys in scripts that write syllables, in Latin letters by sound: enough to find the name that a gazetteer has in Latin script.

/** How a script of syllables is read. The tables are pairs of letters and what they are written as; one script stands in each. */
interface Script {
  /** First and last character of its block, and the block whose letters stand for its own, place by place. */
  readonly from: number;
  readonly to: number;
  readonly like?: number;
  /** The vowel that a consonant has when no sign says another. */
  readonly inherent: string;
  /** Whether that vowel is read at the end of a word. */
  readonly open: boolean;
  readonly consonants: string;
  /** Signs that take the place of that vowel; `-` leaves none. */
  readonly signs: string;
  /** What ends a syllable: as it is written behind a bare consonant, and behind a vowel. */
  readonly ends?: string;
  /** Letters that stand between a consonant and its vowel. */
  readonly medials?: string;
  /** What stands for itself, as vowels at the beginning of a word do; `-` is silent. */
  readonly others?: string;
  /** Letters that are read as others of their block are. */
  readonly variants?: string;
  /** Puts letters into the order in which they are spoken. */
  readonly inOrder?: readonly (readonly [find: RegExp, by: string])[];
}

// BGN/PCGN 1967 for Amharic and 2007 for Tigrinya: consonant by consonant, each with seven vowels and wa.
const ETHIOPIC_VOWELS = ['e', 'u', 'i', 'a', 'e', '', 'o', 'wa'];
const ETHIOPIC_ROWS =
  'ሀ h ለ l ሐ h መ m ሠ s ረ r ሰ s ሸ sh ቀ k ቈ kw ቐ k ቘ kw በ b ቨ v ተ t ቸ ch ኀ h ኈ hw ነ n ኘ ny አ - ከ k ኰ kw ኸ h ዀ hw ወ w ዐ - ዘ z ዠ zh የ y ደ d ዸ d ጀ j ገ g ጐ gw ጘ ng ጠ t ጨ ch ጰ p ጸ ts ፀ ts ፈ f ፐ p';
const OPEN_AS_A = /[ሀሐኀአዐ]/;

function ethiopic(): string {
  const rows = pairs(ETHIOPIC_ROWS);
  return rows
    .flatMap(([letter, consonant]) =>
      ETHIOPIC_VOWELS.map((vowel, i) => {
        const spoken = consonant + (i === 0 && OPEN_AS_A.test(letter) ? 'a' : vowel);
        return `${String.fromCharCode(letter.charCodeAt(0) + i)} ${spoken || '-'}`;
      }),
    )
    .join(' ');
}

// The Hunterian system of India's maps and BGN/PCGN 1964 for Nepali. The scripts of India have their letters in one order, so the table serves
// them all; what Bengali (ALA-LC) and Tamil have besides stands in it too.
const INDIC: Omit<Script, 'from' | 'to'> = {
  like: 0x900,
  variants: 'ৰ র ৱ ব ৎ ত্ ੰ ਂ ੱ - ൻ ന് ൺ ണ് ർ ര് ൽ ല് ൾ ള്',
  inherent: 'a',
  open: false,
  consonants:
    'क k ख kh ग g घ gh ङ ng च ch छ chh ज j झ jh ञ n ट t ठ th ड d ढ dh ण n त t थ th द d ध dh न n ऩ n प p फ ph ब b भ bh म m य y र r ऱ r ल l ळ l ऴ zh व v श sh ष sh स s ह h क़ q ख़ kh ग़ gh ज़ z ड़ r ढ़ rh फ़ f य़ y',
  signs: 'ा a ि i ी i ु u ू u ृ ri ॄ ri ॅ a ॆ e े e ै ai ॉ o ॊ o ो o ौ au ् -',
  ends: 'ं an/n ँ an/n ः ah/h',
  others: 'अ a आ a इ i ई i उ u ऊ u ऋ ri ऍ e ऎ e ए e ऐ ai ऑ o ऒ o ओ o औ au ऽ - ़ -',
};

// RTGS, the royal system that BGN/PCGN follows; it serves Lao too, whose letters stand in the same order. Vowels that are written before their
// consonant are spoken after it; h before a soft consonant, and what bears the sign of silence, are not spoken.
const THAI: Omit<Script, 'from' | 'to'> = {
  like: 0xe00,
  inherent: '',
  open: false,
  inOrder: [
    [/[\u0e00-\u0e2e][\u0e34\u0e38]?\u0e4c/g, ''],
    [/[\u0e47-\u0e4b\u0e4e]/g, ''],
    [/ห(?=[งญณนมยรลว])/g, ''],
    [/([เแโใไ])([ก-ฮ])/g, '$2$1'],
    [/อ(?=[ะ-ู\u0e4dเ-ไ])/g, ''],
    [/(?<=[ะ-ูเ-ไ\u0e4d])[รลฬ](?![ะ-ูเ-ไ\u0e4dอว])/g, 'น'],
  ],
  consonants:
    'ก k ข kh ฃ kh ค kh ฅ kh ฆ kh ง ng จ ch ฉ ch ช ch ซ s ฌ ch ญ y ฎ d ฏ t ฐ th ฑ th ฒ th ณ n ด d ต t ถ th ท th ธ th น n บ b ป p ผ ph ฝ f พ ph ฟ f ภ ph ม m ย y ร r ล l ว w ศ s ษ s ส s ห h ฬ l ฮ h ฤ rue',
  signs:
    'ะ a ั a า a ํา am ิ i ี i ึ ue ื ue ุ u ู u เ e แ ae โ o ใ ai ไ ai เีย ia เือ uea เา ao เาะ o เอ oe เิ oe ัว ua อ o รร an ฯ - ๆ - \u0e3b o \u0e3c l \u0e3d ia',
};

const SCRIPTS: readonly Script[] = [
  {
    from: 0x1200,
    to: 0x137f,
    inherent: '',
    open: false,
    consonants: '',
    signs: '',
    others: ethiopic(),
  },
  { ...INDIC, from: 0x900, to: 0xd7f },
  // ALA-LC.
  {
    from: 0xd80,
    to: 0xdff,
    inherent: 'a',
    open: true,
    consonants:
      'ක k ඛ kh ග g ඝ gh ඞ ng ඟ ng ච ch ඡ chh ජ j ඣ jh ඤ n ඥ gn ඦ nj ට t ඨ th ඩ d ඪ dh ණ n ඬ nd ත th ථ th ද d ධ dh න n ඳ nd ප p ඵ ph බ b භ bh ම m ඹ mb ය y ර r ල l ව w ශ sh ෂ sh ස s හ h ළ l ෆ f',
    signs: 'ා a ැ ae ෑ ae ි i ී i ු u ූ u ෘ ru ෙ e ේ e ෛ ai ො o ෝ o ෞ au ් -',
    ends: 'ං an/n ඃ ah/h',
    others: 'අ a ආ a ඇ ae ඈ ae ඉ i ඊ i උ u ඌ u ඍ ri එ e ඒ e ඓ ai ඔ o ඕ o ඖ au',
  },
  { ...THAI, from: 0xe00, to: 0xeff },
  // BGN/PCGN 1970, which follows the spoken Burmese of today rather than its letters.
  {
    from: 0x1000,
    to: 0x109f,
    inherent: 'a',
    open: true,
    inOrder: [[/[\u1037\u1038]/g, '']],
    consonants:
      'က k ခ kh ဂ g ဃ g င ng စ s ဆ s ဇ z ဈ z ဉ ny ည ny ဋ t ဌ t ဍ d ဎ d ဏ n တ t ထ t ဒ d ဓ d န n ပ p ဖ p ဗ b ဘ b မ m ယ y ရ y လ l ဝ w သ th ဟ h ဠ l အ - ဿ th ချ ch ခြ ch ဂျ gy ရှ sh သျှ sh လျှ sh',
    medials: 'ျ y ြ y ွ w ှ -',
    signs: 'ါ a ာ a ိ i ီ i ု u ူ u ေ e ဲ e ော aw ေါ aw ို o ္ - ် -',
    ends: 'ံ an/n က် et/k င် in/ng စ် it/t ည် i/y ဉ် in/n တ် at/t ဒ် at/t ပ် at/t န် an/n ဏ် an/n မ် an/m ယ် e/- လ် al/l သ် at/t',
    others: 'ဣ i ဤ i ဥ u ဦ u ဧ e ဩ aw ဪ aw ၊ - ။ -',
  },
  // BGN/PCGN 1972.
  {
    from: 0x1780,
    to: 0x17ff,
    inherent: 'o',
    open: false,
    consonants:
      'ក k ខ kh គ k ឃ kh ង ng ច ch ឆ chh ជ ch ឈ chh ញ nh ដ d ឋ th ឌ d ឍ th ណ n ត t ថ th ទ t ធ th ន n ប b ផ ph ព p ភ ph ម m យ y រ r ល l វ v ឝ s ឞ s ស s ហ h ឡ l អ -',
    signs:
      'ា a ិ e ី i ឹ oe ឺ eu ុ o ូ u ួ uo ើ aeu ឿ oea ៀ ie េ e ែ ae ៃ ai ោ ao ៅ au ំ om ាំ am ុំ om ះ ah ៈ a ័ a ្ - ់ - ៉ - ៊ - ៌ - ៍ - ៏ -',
    others: 'ឣ a ឤ a ឥ e ឦ ei ឧ u ឩ u ឪ u ឫ rue ឬ rue ឭ lue ឮ lue ឯ ae ឰ ai ឱ ao ឲ ao ឳ au ៗ - ។ -',
  },
];

type Read = { readonly as: 'consonant' | 'sign' | 'medial' | 'other'; readonly text: string } | End;
interface End {
  readonly as: 'end';
  readonly bare: string;
  readonly text: string;
}

const FIRST = Math.min(...SCRIPTS.map(({ from }) => from));
const tables = SCRIPTS.map(script => ({ script, letters: tableOf(script) }));
/** The most letters that are read as one. */
const LONGEST = 3;

function tableOf({ consonants, signs, ends, medials, others }: Script): ReadonlyMap<string, Read> {
  const letters = new Map<string, Read>();
  const add = (as: 'consonant' | 'sign' | 'medial' | 'other', list = '') => {
    for (const [letter, text] of pairs(list)) letters.set(letter, { as, text });
  };
  add('consonant', consonants);
  add('sign', signs);
  add('medial', medials);
  add('other', others);
  for (const [letter, text] of pairs(ends)) {
    const [bare = '', after = ''] = text.split('/');
    letters.set(letter, { as: 'end', bare, text: after.replace('-', '') });
  }
  return letters;
}

function pairs(list = '', form: 'NFC' | 'NFD' = 'NFD'): [letter: string, text: string][] {
  const parts = list.normalize(form).split(' ');
  const found: [string, string][] = [];
  for (let i = 0; i + 1 < parts.length; i += 2) found.push([parts[i]!, parts[i + 1] === '-' ? '' : parts[i + 1]!]);
  return found;
}

const tableFor = (code: number) => tables.find(({ script }) => code >= script.from && code <= script.to);

/** Whether a light key has a letter of one of these scripts. */
export function hasSyllables(key: string): boolean {
  for (let i = 0; i < key.length; i++) {
    const code = key.charCodeAt(i);
    if (code >= FIRST && tableFor(code) !== undefined) return true;
  }
  return false;
}

/** A light key with what is in these scripts in Latin letters, word for word; letters that no table has are left out. */
export const romanised = (key: string): string => key.split(' ').map(romanisedWord).filter(Boolean).join(' ');

function romanisedWord(word: string): string {
  let table: (typeof tables)[number] | undefined;
  for (let i = 0; i < word.length && !table; i++) table = tableFor(word.charCodeAt(i));
  if (!table) return word;
  const { script, letters } = table;
  const { inherent, open, from, to, like } = script;
  let rest = word;
  for (const [letter, other] of pairs(script.variants, 'NFC')) rest = rest.replaceAll(letter, other);
  if (like !== undefined) rest = inBlock(rest, from, to, like);
  rest = rest.normalize('NFD');
  for (const [find, by] of script.inOrder ?? []) rest = rest.replace(find, by);
  let out = '';
  let vowel = ''; // Of the last consonant, while no sign has said another.
  for (let at = 0; at < rest.length; ) {
    let size = Math.min(LONGEST, rest.length - at);
    while (size > 1 && !letters.has(rest.slice(at, at + size))) size--;
    const letter = rest.slice(at, at + size);
    const read = letters.get(letter);
    at += size;
    if (!read) {
      out += vowel + (letter < '\u0080' ? letter : /\p{Nd}/u.test(letter) ? '0' : '');
      vowel = '';
      continue;
    }
    switch (read.as) {
      case 'consonant':
        out += vowel + read.text;
        vowel = inherent;
        break;
      case 'medial':
        out += read.text;
        break;
      case 'sign':
        out += read.text;
        vowel = '';
        break;
      case 'end':
        out += vowel === '' ? read.text : read.bare;
        vowel = '';
        break;
      case 'other':
        out += vowel + read.text;
        vowel = '';
    }
  }
  return out + (open ? vowel : '');
}

/** Letters of blocks that are laid out alike, as those of one of them. */
function inBlock(word: string, from: number, to: number, like: number): string {
  let out = '';
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    out += code >= from && code <= to ? String.fromCharCode(like + (code & 0x7f)) : word[i];
  }
  return out;
}
