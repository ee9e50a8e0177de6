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

/** A short id that is the same for the same text, in base 36. */
export const digest = (text: string): string => fnv1a(text).toString(36);
