// The numbers by which names are compared. The tables beside this file are fitted on the alternate names of GeoNames by scripts/fit-weights.mjs.

/** For each sound (see `SOUNDS`), the cost of writing it as others. */
export type Changes = Readonly<Record<string, Readonly<Record<string, number>>>>;
/** For each sound, a cost by where it stands (see `PLACES`). */
export type ByPlace = Readonly<Record<string, readonly [inside: number, first: number, last: number, beside: number]>>;

/** Cost of any two sounds that the tables do not list: of two vowels, and of any others. */
export const CHANGE_OTHER = { vowels: 0.7, others: 1.2 } as const;

/**
 * Cost of a whole word that the name has and the query leaves out, and of one that the query has more: so much for the word, and so much
 * for each of its sounds.
 */
export const WORD = { name: [0.5, 0.06], query: [0.6, 0.2] } as const;

/** Cost of leaving out a word for a kind of place, which sources translate, add and leave out. */
export const TYPE_WORD = 0.6;
export const TYPE_WORDS =
  'qaryah qaryat qarya muthallath qada qadaa imeni dasht goth chak rujm tepe qalat qalaat qala qalah qaleh tall tell tal tel jabal jebel djebel mount mt mountain koh kuh wadi oued kotal kalay kali kalai kaley kelay kili kelai kala mazraat mazraa farm farms dam sadd camp mukhayyam hayy nahr river khirbat kherbet bandar sheher shahr gharbi gharbiyah sharqi sharqiyah shamali janubi kabir saghir fawqani tahtani ulya sufla kalan khurd';

/** Cost of each vowel of a Latin query that is compared with a name in Arabic or Hebrew script, where it may be any. */
export const UNWRITTEN_VOWEL = 0.2;

/** What speaks for an entity besides its name, on the scale of the costs. */
export const CONTEXT = {
  /** The report's first country. */
  country: 2,
  /** Each power of ten of inhabitants (see `size`). */
  size: 0.04,
  /** The name that matched is the canonical one. */
  canonical: 0.15,
  /** It exists on the day of the event. */
  active: 0.5,
  /** It lies beside another place of the event; half as much 50 km away. */
  near: 0.6,
  /** The workspace uses it. */
  used: 0.3,
} as const;
