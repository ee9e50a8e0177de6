// What a count adds up to: the least, likeliest and most that the words allow.
import type { CountSyntax } from '../../grammar/qalam.peggy';
import { countWords } from '../syntax/vocabulary';

/** Null where the words give no bound. */
export interface Figures {
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
}

/** One part of a count, with a word (`dozens`) turned into the bounds it stands for. */
export function figuresOf({ low, best, high, word }: CountSyntax): Figures {
  if (word === null) return { low, best, high };
  const meaning = countWords[word];
  const exact = meaning && meaning.low === meaning.high ? meaning.low : null;
  return { low: meaning?.low ?? null, best: exact, high: meaning?.high ?? null };
}

/** The parts of a count added up; a bound that one part lacks, the sum lacks too. */
export function total(parts: readonly CountSyntax[]): Figures {
  const add = (key: keyof Figures) =>
    parts.reduce<number | null>((sum, part) => {
      const figure = figuresOf(part)[key];
      return sum === null || figure === null ? null : sum + figure;
    }, 0);
  return { low: add('low'), best: add('best'), high: add('high') };
}

/** `5`, `3..7`, `3..7, best 5`, `at least 3`, `up to 7`; '' where nothing is known. */
export function figuresInWords({ low, best, high }: Figures): string {
  if (low === null && high === null) return best === null ? '' : `~${best}`;
  if (high === null) return `at least ${low}`;
  if (low === null) return `up to ${high}`;
  if (low === high) return String(low);
  return `${low}..${high}${best === null ? '' : `, best ${best}`}`;
}
