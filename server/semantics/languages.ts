// Languages by their ISO 639 codes, with their English names as the runtime knows them (Unicode CLDR).
let names: Intl.DisplayNames | undefined;

/** What a code such as `ar` or `zh-Hans` is called in English; undefined where it names no language that is in use. */
export function languageName(code: string): string | undefined {
  names ??= new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  try {
    return names.of(code);
  } catch {
    return;
  }
}

/** Every code of two letters that names a language and is in use today (ISO 639-1), with its name. */
export function languages(): readonly (readonly [code: string, name: string])[] {
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  return Array.from({ length: letters.length ** 2 }, (_, i) => {
    const code = letters[Math.floor(i / letters.length)]! + letters[i % letters.length]!;
    const name = Intl.getCanonicalLocales(code)[0] === code ? languageName(code) : undefined;
    return [code, name ?? ''] as const;
  }).filter(([, name]) => name);
}
