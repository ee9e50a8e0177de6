// When two spellings are one name: the light key, equal for spellings that differ only in case, accents, punctuation or letter variants.

/** Letters that Unicode does not take apart into a base and a mark, each with the letters it stands for. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ə: 'a',
  ǝ: 'a',
  ɛ: 'e',
  ɔ: 'o',
  ŋ: 'ng',
  ɓ: 'b',
  ɗ: 'd',
  ƙ: 'k',
  ƴ: 'y',
  ґ: 'г',
  ך: 'כ',
  ם: 'מ',
  ן: 'נ',
  ף: 'פ',
  ץ: 'צ',
  ς: 'σ',
  // Arabic letters that writers and keyboards use for one another.
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ۍ: 'ي',
  ے: 'ي',
  ة: 'ه',
  ۀ: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ە: 'ه',
  ۃ: 'ه',
  ک: 'ك',
  ڪ: 'ك',
  ګ: 'گ',
  ۆ: 'و',
  ۇ: 'و',
  ء: '',
  ـ: '',
  // Signs for ayn, hamza, soft sign and the apostrophe: they join what stands on either side.
  "'": '',
  '’': '',
  '‘': '',
  '`': '',
  '´': '',
  ʹ: '',
  ʺ: '',
  ʻ: '',
  ʼ: '',
  ʽ: '',
  ʾ: '',
  ʿ: '',
  ˈ: '',
  '′': '',
  '″': '',
  '‛': '',
  '"': '',
  '“': '',
  '”': '',
};

// Accents, Hebrew points and Arabic vowel signs. Vowel signs of the Indic scripts are letters and stay.
const MARKS =
  /[\u0300-\u036f]|[\u0591-\u05c7]|[\u0610-\u061a]|[\u064b-\u065f]|\u0670|[\u06d6-\u06ed]|\u200b|\u200d|\u200e|\u200f|[\u202a-\u202e]|[\u2066-\u2069]|\ufeff/g;
const LETTER_OR_NUMBER = /[\p{L}\p{N}\p{M}]/u;

/**
 * The light key of a name: lower case, no accents, no punctuation, one space between words, letter variants made one. Two spellings with
 * one light key are one name. '' when the text has no letter or digit.
 */
export function lightKey(text: string): string {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7e) return foldWide(text);
  return foldAscii(text);
}

// ASCII names are most of what is looked up, and need no Unicode tables.
function foldAscii(text: string): string {
  let out = '';
  let gap = false;
  let plain = true;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x27 || c === 0x60 || c === 0x22) {
      plain = false;
    } else if ((c >= 0x61 && c <= 0x7a) || (c >= 0x30 && c <= 0x39)) {
      if (gap && out !== '') out += ' ';
      gap = false;
      out += text[i];
    } else if (c >= 0x41 && c <= 0x5a) {
      if (gap && out !== '') out += ' ';
      gap = false;
      plain = false;
      out += String.fromCharCode(c + 32);
    } else {
      if (c !== 0x20 || gap) plain = false;
      gap = true;
    }
  }
  return plain && !gap ? text.trimStart() : out;
}

function foldWide(text: string): string {
  // The breve of й is part of the letter.
  const bare = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\u0438\u0306/g, 'й')
    .replace(MARKS, '')
    .normalize('NFC');
  let out = '';
  let gap = false;
  for (const letter of bare) {
    // Scripts beyond the basic plane are no one's today, and would sort differently as text and as bytes.
    if (letter.length > 1) continue;
    const known = Object.hasOwn(LETTERS, letter) ? LETTERS[letter] : undefined;
    if (known === '') continue;
    const put = known ?? letter;
    const c = put.charCodeAt(0);
    const word = c < 0x80 ? (c >= 0x61 && c <= 0x7a) || (c >= 0x30 && c <= 0x39) : LETTER_OR_NUMBER.test(put);
    if (!word) {
      gap = true;
      continue;
    }
    if (gap && out !== '') out += ' ';
    gap = false;
    out += put;
  }
  return out;
}

const ARTICLE = /^(?:(?:al|el|ul|il|as|ash|at|ad|an|ar|az|es|esh|et|ed|en|er|ez|the|la|le|las|los|les) |l |ال)(?=..)/;

/** A light key without the article that opens it (`ad dumayr` → `dumayr`); the same key when it opens with none. */
export function withoutArticle(key: string): string {
  return key.replace(ARTICLE, '');
}
