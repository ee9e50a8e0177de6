// The Admiralty code behind a source: a letter for the source, a digit for what it claims.
import type { Named } from '../../grammar/qalam.peggy';
import { grades } from '../syntax/vocabulary';

const isOf = (list: keyof typeof grades, word: string): boolean => grades[list].some(({ term }) => term === word);

/** The letter and the digit of a grade that are in their lists; null for one that is not, or not written. */
export interface Graded {
  readonly reliability: string | null;
  readonly credibility: string | null;
}

/** What a grade says. `null` where none is written. */
export function gradeOf(grade: Named | null): Graded {
  const [, letter = '', digit = ''] = /^([A-Za-z]?)([0-9])$/.exec(grade?.text ?? '') ?? [];
  return {
    reliability: isOf('reliability', letter) ? letter : null,
    credibility: isOf('credibility', digit) ? digit : null,
  };
}

/** Whether all that is written of a grade is in the lists. */
export function isGrade(grade: Named): boolean {
  const { reliability, credibility } = gradeOf(grade);
  return `${reliability ?? ''}${credibility ?? ''}` === grade.text;
}
