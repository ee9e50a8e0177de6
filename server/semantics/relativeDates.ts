// Days counted back from the day a source was published: the last such month, season or weekday, and so long ago.
import { addDays, addMonths, daysInMonth, isoDay, partsOf, weekdayOf } from './calendar';
import { type Hemisphere, readDate } from './dates';

/** What a date may be understood by. */
export interface Context {
  /** The day its source was published (ISO 8601): gives the year, and what relative words count from. */
  readonly published?: string | undefined;
  /** Of the source (ISO 639), tried before others. */
  readonly language?: string | undefined;
  /** Of the place, for seasons; north when not given. */
  readonly hemisphere?: Hemisphere | undefined;
}

/** The year in which a month and day last came before the publication; without one there is no answer. */
export function yearOf(month: number, day: number, { published }: Context): string[] {
  if (!published || month < 1 || month > 12) return [];
  const [year] = partsOf(published);
  return [String(isoDay(year, month, Math.min(day, daysInMonth(year, month))) <= published ? year : year - 1)];
}

/** A year of two figures, as late as it can be before publication; without one no later than 2050. */
export function shortYear(figures: string, published: string | undefined): string {
  const now = published ? partsOf(published)[0] : 2050;
  const year = Math.floor(now / 100) * 100 + Number(figures);
  return String(year > now ? year - 100 : year);
}

/** The last season of that code (21–24) that was over by then, or the one under way where `current`. */
export function lastSeason(code: number, { published, hemisphere }: Context, current = false): string[] {
  if (!published) return [];
  const [year] = partsOf(published);
  const over = [year, year - 1, year - 2].find(y => {
    const season = readDate(`${y}-${code}`, hemisphere);
    return season.ok && (current ? season.value.earliest : season.value.latest) <= published;
  });
  return over === undefined ? [] : [`${over}-${code}`];
}

/** The last day of that name, `monday` … `sunday`, before the publication. */
export function lastWeekday(name: string, { published }: Context): string[] {
  if (!published) return [];
  for (let back = 1; back <= 7; back++)
    if (weekdayOf(addDays(published, -back)) === name) return [addDays(published, -back)];
  return [];
}

/** The week from Monday to Sunday that lies so many weeks before the publication, as one day among its days. */
export function weekAgo(weeks: number, { published }: Context): string[] {
  if (!published) return [];
  let monday = addDays(published, -7 * weeks);
  while (weekdayOf(monday) !== 'monday') monday = addDays(monday, -1);
  return [`[${monday}..${addDays(monday, 6)}]`];
}

export type Unit = 'day' | 'week' | 'month' | 'year';

/** So many units before the publication, as exact as the unit: a day, about a day, a month, a year. */
export function ago(count: number, unit: Unit, { published }: Context): string[] {
  if (!published) return [];
  switch (unit) {
    case 'day':
      return [addDays(published, -count)];
    case 'week':
      return [`${addDays(published, -7 * count)}~`];
    case 'month':
      return [addMonths(published, -count).slice(0, 7)];
    case 'year':
      return [String(partsOf(published)[0] - count)];
  }
}
