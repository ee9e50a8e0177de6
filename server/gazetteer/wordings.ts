// The name within what a source or a codebook writes of a group: without years, abbreviations, units and words like “suspected”.

/** A name to look up, and what the words around it say. */
export interface Wording {
  readonly text: string;
  /** A unit written behind the name of its force: `4th Armored Division`. */
  readonly unit?: string;
  /** A day (ISO 8601) within the years that stand in brackets. */
  readonly day?: string;
}

const YEARS = /^(.*\S)\s*\(\s*(\d{4})?\s*[-–—]\s*(\d{4}|present|now)?\s*\)[\s:,–-]*(.*)$/s;
const ABBREVIATED = /^([\p{L}\d][\p{L}\d./-]{1,11}):\s*(\S.*)$/su;
const ACRONYM = /^(.*\S)\s*\(([^()]{2,14})\)$/s;
const DOUBTED =
  /^(?:suspected|alleged|presumed|reported|possible|probable|[\p{L}.]+-(?:backed|led|allied|aligned|linked|affiliated|supported))\s+(\S.*)$/isu;
const PEOPLE_OF =
  /^(?:the\s+)?(?:fighters|militants|members|elements|insurgents|gunmen|forces|troops|soldiers|units|rebels)\s+(?:of|from|belonging to)\s+(?:the\s+)?(\S.*)$/is;

/** The wordings to try, the most literal first; the text itself is always the first. */
export function wordings(text: string): Wording[] {
  const whole = text.trim();
  const found: Wording[] = [{ text: whole }];
  const years = YEARS.exec(whole);
  if (years) {
    const [, name, from, to, unit] = years;
    const day = dayWithin(from, to);
    // The years tell namesakes apart, so they are read before the text as it stands.
    found.unshift({ text: name!, ...(unit && { unit }), ...(day && { day }) });
  }
  const abbreviated = ABBREVIATED.exec(whole);
  if (abbreviated) found.push({ text: abbreviated[2]! }, { text: abbreviated[1]! });
  const acronym = ACRONYM.exec(whole);
  if (acronym && !years) found.push({ text: acronym[1]! });
  for (const pattern of [DOUBTED, PEOPLE_OF]) {
    const inner = pattern.exec(whole);
    if (inner) found.push(...wordings(inner[1]!));
  }
  return found;
}

/** The middle of a government's years; the end of the first one where they are open. */
function dayWithin(from: string | undefined, to: string | undefined): string | undefined {
  if (from === undefined) return to !== undefined && /^\d/.test(to) ? `${to}-01-01` : undefined;
  if (to === undefined || !/^\d/.test(to)) return `${from}-12-31`;
  return from === to ? `${from}-07-01` : `${Math.floor((Number(from) + Number(to)) / 2)}-07-01`;
}
