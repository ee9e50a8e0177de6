// The further names within one: `Izz ad-Din (Ezzeddin) village` is Izz ad-Din and Ezzeddin.

import { lightKey } from './fold';
import { WORDS } from './phraseWords';

const BRACKET = /^(.*?\S)\s*\(([^()]*)\)(.*)$/;
const SHORTEST = 3;

/**
 * The names within a name: what stands before a bracket or a comma, on either side of a slash, and without the words for a kind of place, in
 * small letters, that end it (`Tasil town`); `inside` are those in brackets, which may as well say where the place lies. Both are empty for
 * an ordinary name.
 */
export function nameParts(text: string): { readonly names: readonly string[]; readonly inside: readonly string[] } {
  const [, front, within = '', tail = ''] = BRACKET.exec(text) ?? [];
  const outside = front === undefined ? text : `${front} ${tail}`;
  const names = sides(outside).map(withoutKind);
  return {
    names: names.filter(name => isName(name) && name !== text),
    inside: sides(within).map(withoutKind).filter(isName),
  };
}

/** `A/B suburb, C district` as A and B suburb; what follows a comma is where it lies. */
function sides(text: string): string[] {
  const here = (text.split(',')[0] ?? '').trim();
  const parts = here.split(/\s*\/\s*/);
  return parts.every(isName) ? parts : [here];
}

// A kind is written small (`Kansas City` is a name), and is a settlement's or a mountain's: `Aleppo airport` is not Aleppo.
const OTHER_KIND = /\s+(?:mountain|hill|military camp|district cent(?:re|er))$/;

function withoutKind(text: string): string {
  const bare = text.trim().replace(OTHER_KIND, '');
  const space = bare.lastIndexOf(' ');
  const last = bare.slice(space + 1);
  const isKind = last === last.toLowerCase() && Object.hasOwn(WORDS, last) && WORDS[last] === 'place';
  return space > 0 && isKind ? withoutKind(bare.slice(0, space)) : bare;
}

function isName(text: string): boolean {
  return lightKey(text).replace(/[\d ]/g, '').length >= SHORTEST;
}
