// What someone who wrote `Nov. 14`, `14/11/2014` or `last winter` meant, as EDTF, given when their source was published.
import { boundedDates } from './boundedDates';
import { addDays, partsOf, weekdayOf } from './calendar';
import { calendarDates } from './calendarDates';
import { type DateRule, dayOf, type Inner, two } from './dateRule';
import { readDate } from './dates';
import { westernDigits } from './digits';
import { naturalDate, type SaidDay } from './naturalDates';
import { numericDates } from './numericDates';
import { fromDraft } from './olderDates';
import { ago, type Context, lastWeekday, shortYear, yearOf } from './relativeDates';
import { relativeWords } from './relativeWords';
import { wordDates } from './wordDates';

export { isLunar } from './calendarDates';
export type { Context } from './relativeDates';

/** A longer text is a sentence, not a date. */
const LONGEST = 200;

/** EDTF forms that the text may mean, best first; empty when it means none, or one that ends before it begins. */
export const suggestDates = (text: string, context: Context = {}): string[] => suggested(text, context, 0);

function suggested(text: string, context: Context, depth: number): string[] {
  const meant = meantBy(text, context, depth);
  const readable = meant.filter(one => readDate(one).ok);
  // Others would put two ends in order without a word.
  if (readable.length || meant.some(isReversed) || text.length > LONGEST) return readable;
  return valid(natural(text.trim(), context));
}

/** What the text means in EDTF where that ends before it begins; empty for any other text. */
export const suggestReversed = (text: string, context: Context = {}): string[] =>
  suggestDates(text, context).length ? [] : meantBy(text, context, 0).filter(isReversed);

/** Whether the first fault of a date is that it ends before it begins. */
export function isReversed(text: string): boolean {
  const reading = readDate(text);
  return !reading.ok && reading.problem === 'reversed';
}

/** What our own rules make of the text, possible or not. */
function meantBy(text: string, context: Context, depth: number): string[] {
  if (text.length > LONGEST) return [];
  const plain = westernDigits(text.trim())
    .replace(/(?<![\d\p{L}])[’'](\d\d)(?!\d)/u, (_, figures: string) => shortYear(figures, context.published))
    .replace(/[’']/g, '')
    .toLowerCase()
    .replace(/\s+/g, ' ');
  const respelt = [plain.toUpperCase(), fromDraft(plain)].filter(edtf => edtf !== text);
  const inner = innerAt(depth);
  const found = rules.flatMap(([shape, read]) => {
    const match = shape.exec(plain);
    return match ? read(match, context, inner) : [];
  });
  const all = [...new Set([...respelt, ...found])];
  const ofToday = all.filter(one => !isHijriYear(one));
  return ofToday.some(one => readDate(one).ok) ? ofToday : all;
}

/** Whether a date in EDTF lies in years that are of today only in another calendar. */
export const isHijriYear = (edtf: string): boolean => /^\D{0,3}1[34]\d\d(?!\d)/.test(edtf);

/** In the order in which their readings are offered. */
const rules: readonly DateRule[] = [...wordDates, ...calendarDates, ...numericDates, ...boundedDates, ...relativeWords];

const valid = (edtf: readonly string[]): string[] => [...new Set(edtf)].filter(one => readDate(one).ok);

/** How often a date may have another within. Nobody writes more, and each may be read in several ways, which multiply. */
const DEEPEST = 4;

const innerAt =
  (depth: number): Inner =>
  (text, context) => {
    if (readDate(text.toUpperCase()).ok) return [text.toUpperCase()];
    return depth < DEEPEST ? suggested(text, context, depth + 1) : [];
  };

/** What the other languages say, and English in words that no rule has. */
function natural(text: string, context: Context): string[] {
  // What was still to come when it was written has not happened yet.
  if (TO_COME.test(text)) return [];
  const said = naturalDate(text.replace(/^(?:en|em|im|в|у) (?=\p{L})/iu, ''), context.language);
  if (!said) return [];
  if (said.kind === 'ago') {
    // What is a week away or more is seldom meant to the day.
    const about = said.unit === 'day' && said.count <= -7 ? '~' : '';
    return said.count > 0 ? [] : ago(-said.count, said.unit, context).map(edtf => edtf + about);
  }
  const to = said.to && edtfOf(said.to, context);
  const about = BESIDE.test(text) ? '~' : '';
  return edtfOf(said.from, context).flatMap(from => (to ? to.map(end => `${from}/${end}`) : [from + about]));
}

const TO_COME = /\b(?:next|coming|upcoming|tomorrow)\b|prochain|pr[oó]xim|следующ|наступн|القادم|المقبل|قادم/iu;
/** A day told by another one: `a few days before 5 June`. */
const BESIDE =
  /\b(?:before|after|avant|apr[eè]s|antes|despu[eé]s|depois)\b|(?<!\p{L})(?:до|после|після|перед)(?!\p{L})|قبل|بعد/iu;

function edtfOf({ year, month, day: date, weekday: name }: SaidDay, context: Context): string[] {
  if (name && month === undefined) return lastWeekday(name, context);
  if (month === undefined) return date === undefined && year !== undefined ? [String(year)] : lastDayOf(date, context);
  const years = year === undefined ? yearOf(month, date ?? 1, context) : [String(year)];
  const found = years.map(said => (date === undefined ? `${said}-${two(month)}` : dayOf(said, month, date)));
  // A day of the week that it was not: one of the two is wrong, and nobody can tell which.
  return found.filter(one => !name || date === undefined || !readDate(one).ok || weekdayOf(one) === name);
}

/** `the 14th`: the last such day before publication. */
function lastDayOf(date: number | undefined, { published }: Context): string[] {
  if (!published || date === undefined) return [];
  for (let back = 0; back <= 62; back++) {
    const one = addDays(published, -back);
    if (partsOf(one)[2] === date) return [one];
  }
  return [];
}
