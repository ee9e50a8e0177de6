// Countries as users give them on the command line, as ISO 3166-1 alpha-2 codes.
import codes from 'i18n-iso-countries/codes.json';
import { countryCode, countryNamesByCode } from '../gazetteer/countries';
import { didYouMean } from './suggest';

const byAlpha3 = new Map((codes as readonly (readonly string[])[]).map(([two, three]) => [three, two]));

/** ` Did you mean Syria?`; '' when no country is called nearly so. */
export const didYouMeanCountry = (word: string): string =>
  didYouMean(word.slice(0, 40), new Set([...countryNamesByCode().values()].flat()));

/** The codes of one country or several: alpha-2, alpha-3 or English names, lists also with commas. A sentence when one is none of these. */
export function countriesFrom(given: unknown): string[] | string {
  const words: string[] = [];
  for (const one of Array.isArray(given) ? given : [given]) {
    if (typeof one !== 'string') return 'A country is an ISO 3166-1 code or a list of them.';
    words.push(...one.split(',').map(word => word.trim()));
  }
  const found: string[] = [];
  for (const word of words.filter(Boolean)) {
    const upper = word.toUpperCase();
    // Codes that ISO has withdrawn or leaves to users stand in older tables, so any two letters pass.
    const code =
      countryCode(upper) ?? byAlpha3.get(upper) ?? countryCode(word) ?? (/^[A-Z]{2}$/.test(upper) ? upper : undefined);
    if (code === undefined)
      return `“${word.slice(0, 40)}” is not a country or an ISO 3166-1 code.${didYouMeanCountry(word)}`;
    if (!found.includes(code)) found.push(code);
  }
  return found;
}

/** Tells, once for each, of codes that ISO 3166-1 does not have; Kosovo's XK, which it leaves to users, is known. */
export class UnknownCodes {
  private readonly told = new Set<string>();

  tell(codes: readonly string[]): void {
    for (const code of codes) {
      if (this.told.has(code) || countryCode(code) !== undefined) continue;
      this.told.add(code);
      console.error(`qalam: ${code} is not a country code of ISO 3166-1; it ranks no name first.`);
    }
  }
}
