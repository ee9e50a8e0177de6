// Ids and file names made of whatever a table calls something.
import { lightKey } from '../../gazetteer/fold';
import { fnv1a } from '../ids';

/** Letters and digits with hyphens between, at most `most` characters; '' for a name that has none of the Latin alphabet. */
export const slug = (name: string, most = 40): string =>
  lightKey(name)
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, most)
    .replace(/^-|-$/g, '');

/** An id of some 13 letters and digits that is the same for the same text (64-bit FNV-1a, in base 36). */
export function digest(text: string): string {
  const [high, low] = fnv1a(text);
  return ((BigInt(high) << 32n) | BigInt(low)).toString(36);
}
