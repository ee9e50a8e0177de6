// What a misspelt word on the command line may have been meant to be.
import { nearestWords } from '../syntax/within';

/** ` Did you mean --format?`, to stand behind a sentence; `otherwise`, by default nothing, when no word is near. */
export function didYouMean(word: string, words: Iterable<string>, otherwise = ''): string {
  const near = nearestWords(word, words, 2);
  return near.length ? ` Did you mean ${near.join(' or ')}?` : otherwise;
}
