// Languages by their ISO 639-1 codes, with their English names as the runtime knows them (Unicode CLDR).
import type { Item } from './item';

let known: readonly Item[] | undefined;

/** Every code of two letters that names a language and is in use today. */
export function languageItems(): readonly Item[] {
  known ??= codes().map(([label, detail]) => ({ label, detail, kind: 'term' }));
  return known;
}

function codes(): [code: string, name: string][] {
  const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  return Array.from({ length: letters.length ** 2 }, (_, i) => {
    const code = letters[Math.floor(i / letters.length)]! + letters[i % letters.length]!;
    const name = Intl.getCanonicalLocales(code)[0] === code ? names.of(code) : undefined;
    return [code, name ?? ''] satisfies [string, string];
  }).filter(([, name]) => name);
}
