// Whether two words are a few slips apart, and which of some words is nearest: for keywords and vocabulary, not for names.

/** Slips (letter missing, added, changed, or two swapped) between two words, counted up to `limit + 1`. */
function slips(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(row[j - 1]! + (same ? 0 : 1), row[j]! + 1, next[j - 1]! + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      next.push(cost);
    }
    before = row;
    row = next;
  }
  return row[b.length]!;
}

export const within = (a: string, b: string, limit: number): boolean => slips(a, b, limit) <= limit;

/** The words nearest to `word`, best first: those that begin with it, then those at most a third of their letters away. */
export function nearestWords(word: string, words: Iterable<string>, most = 3): string[] {
  const wanted = word.toLowerCase();
  const scored: { text: string; cost: number }[] = [];
  for (const text of words) {
    const lower = text.toLowerCase();
    const limit = Math.max(1, Math.floor(Math.max(wanted.length, lower.length) / 3));
    const cost = wanted && lower.startsWith(wanted) ? 0.5 : slips(wanted, lower, limit);
    if (cost <= limit) scored.push({ text, cost });
  }
  return scored
    .sort((a, b) => a.cost - b.cost || a.text.localeCompare(b.text, 'en'))
    .slice(0, most)
    .map(({ text }) => text);
}
