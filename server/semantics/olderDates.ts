// The Extended Date/Time Format as its draft of 2012 had it, rewritten to ISO 8601-2: `201u`, `2014-11-14/unknown`, `2014?~`, `(2014-11)?-14`.

const rewrites: readonly (readonly [draft: RegExp, now: string])[] = [
  // Unknown digits and masked precision.
  [/(?<=[\dx-])u|u(?=[\dux-]|$)/g, 'X'],
  [/(?<=\d)x/g, 'X'],
  // A doubt about some parts, in brackets, stands before each of them or behind the last.
  [/^\(([\dX-]+)\)([?~]+)/g, '$1$2'],
  [/-\(([\dX]{2})\)([?~]+)/g, '-$2$1'],
  [/\?~|~\?/g, '%'],
  // Ends of intervals.
  [/^(?:unknown)?\/(?=[\dX])/g, '/'],
  [/^open\/(?=[\dX])/g, '../'],
  [/(?<=[\dX~?%])\/(?:unknown|\?)$/g, '/'],
  [/(?<=[\dX~?%])\/(?:open|now|present|ongoing)$/g, '/..'],
  // A season with whose season it is.
  [/-(2[1-4])\^[a-z]+$/g, '-$1'],
];

/** The text in today's spelling; the same text when nothing in it is of the draft. */
export function fromDraft(text: string): string {
  let now = text;
  for (const [draft, replacement] of rewrites) now = now.replace(draft, replacement);
  return now;
}
