// Dates in figures that are no EDTF: `14/11/2014`, `14.11.`, `2014-W46`, `2014-318`, `14-16.11.2014`.
import { addDays, daysInMonth, isoDay, partsOf, weekdayOf } from './calendar';
import { type DateRule, dayOf, two } from './dateRule';
import { shortYear, yearOf } from './relativeDates';

/** The Monday of a week of ISO 8601: its first week is the one with the 4th of January. */
function mondayOf(year: number, week: number): string {
  let day = isoDay(year, 1, 4);
  while (weekdayOf(day) !== 'monday') day = addDays(day, -1);
  return addDays(day, 7 * (week - 1));
}

function weekOf(year: number, week: number): string[] {
  if (week < 1 || week > 53) return [];
  const monday = mondayOf(year, week);
  // The 53rd week of most years is the first of the next.
  return partsOf(addDays(monday, 3))[0] === year ? [`[${monday}..${addDays(monday, 6)}]`] : [];
}

export const numericDates: readonly DateRule[] = [
  // 14/11/2014, day first as most of the world writes it, then month first
  [/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/, m => [dayOf(m[3]!, m[2]!, m[1]!), dayOf(m[3]!, m[1]!, m[2]!)]],
  [
    /^(\d{1,2})([/.-])(\d{1,2})\2(\d\d)$/,
    (m, { published }) => {
      const year = shortYear(m[4]!, published);
      return [dayOf(year, m[3]!, m[1]!), dayOf(year, m[1]!, m[3]!)];
    },
  ],
  // 14/11, of the year in which it last came
  [
    /^(\d{1,2})[/.](\d{1,2})\.?$/,
    (m, context) =>
      [
        [m[1]!, m[2]!],
        [m[2]!, m[1]!],
      ].flatMap(([date, month]) =>
        yearOf(Number(month), Number(date), context).map(year => dayOf(year, month!, date!)),
      ),
  ],
  // 14-16.11.2014
  [
    /^(\d{1,2})\.? ?[-–] ?(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/,
    m => [`${dayOf(m[4]!, m[3]!, m[1]!)}/${dayOf(m[4]!, m[3]!, m[2]!)}`],
  ],
  [/^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/, m => [dayOf(m[1]!, m[2]!, m[3]!)]],
  [/^(\d{4})[/.-](\d{1,2})$/, m => [`${m[1]}-${two(m[2]!)}`]],
  [/^(\d{1,2})[/.-](\d{4})$/, m => [`${m[2]}-${two(m[1]!)}`]],
  [/^(\d{4})(\d\d)(\d\d)?$/, m => [m[3] ? dayOf(m[1]!, m[2]!, m[3]) : `${m[1]}-${m[2]}`]],
  // 2013–2014 · 2013–14, where that is no month
  [/^(\d{4}) ?(?:–|to|-|\/) ?(\d{4})$/, m => [`${m[1]}/${m[2]}`]],
  [
    /^(\d\d)(\d\d) ?[-–/] ?(\d\d)$/,
    m => (Number(m[3]) > 12 && Number(m[3]) === Number(m[2]) + 1 ? [`${m[1]}${m[2]}/${m[1]}${m[3]}`] : []),
  ],
  [/^(?:in )?(?:the )?(\d{3})0s$/, m => [`${m[1]}X`]],
  // The decade, the century and the significant digits of level 2
  [/^((?:1[5-9]|20)\d)$/, m => [`${m[1]}X`]],
  [/^(19|20)$/, m => [`${m[1]}XX`]],
  [/^(\d{4})s([1-3])$/, m => [m[1]!.slice(0, Number(m[2])).padEnd(4, 'X')]],
  // 2014-W46 · 2014-W46-5 · week 46 of 2014 · 2014-318
  [/^(\d{4})-?w(\d\d)$/, m => weekOf(Number(m[1]), Number(m[2]))],
  [/^(?:calendar )?week (\d{1,2})(?: of|,)? (\d{4})$/, m => weekOf(Number(m[2]), Number(m[1]))],
  [
    /^(\d{4})-?w(\d\d)-?([1-7])$/,
    m => weekOf(Number(m[1]), Number(m[2])).map(() => addDays(mondayOf(Number(m[1]), Number(m[2])), Number(m[3]) - 1)),
  ],
  [
    /^(\d{4})-?(\d{3})$/,
    m => {
      const [year, count] = [Number(m[1]), Number(m[2])];
      return count >= 1 && count <= 337 + daysInMonth(year, 2) ? [addDays(isoDay(year, 1, 1), count - 1)] : [];
    },
  ],
  // 2014-11-14T14:30 · 2014-11-14..2014-11-16 · [ 2014-11-14 ... 2014-11-16 ]
  [/^(\d{4}-\d\d-\d\d)(?:t|,? )\d\d:?\d\d.*$/, m => [m[1]!]],
  [
    /^([\dx~?%-]+) ?\.\.+ ?([\dx~?%-]+)$/,
    m => [`[${m[1]!.toUpperCase()}..${m[2]!.toUpperCase()}]`, `${m[1]!.toUpperCase()}/${m[2]!.toUpperCase()}`],
  ],
  [
    /^[[{].*[\]}]$/,
    m => [
      m[0]
        .toUpperCase()
        .replace(/ /g, '')
        .replace(/\.{3,}|…/g, '..'),
    ],
  ],
  [/^\[(\d{4}-\d\d-\d\d) ?[-–] ?(\d{4}-\d\d-\d\d)\]$/, m => [`[${m[1]}..${m[2]}]`]],
  [/^(\d{4}-\d\d-\d\d)--(\d{4}-\d\d-\d\d)$/, m => [`${m[1]}/${m[2]}`]],
  [/^(\d{4}-\d\d-)(\d\d)\/(\d\d)$/, m => [`${m[1]}${m[2]}/${m[1]}${m[3]}`]],
];
