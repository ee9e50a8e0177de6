// Words of Spanish, Portuguese, Turkish and Persian that count from the day of speaking: `hace dos semanas`, `geçen Cuma`, `دیروز`.
import { lightKey } from '../gazetteer/fold';
import { addDays } from './calendar';
import type { DateRule } from './dateRule';
import { weekdayNamed } from './monthWords';
import { ago, type Context, lastWeekday, type Unit, weekAgo } from './relativeDates';

/** Words as light keys have them. In shapes, `N` stands for a number, `U` for a unit and `W` for a day of the week. */
interface Words {
  /** From one on. */
  readonly numbers: string;
  /** Words for a few, which count as three. */
  readonly some: string;
  /** Day, week, month and year. */
  readonly units: readonly [string, string, string, string];
  /** From Monday on; undefined where `weekdayNamed` knows them. */
  readonly weekdays?: string;
  readonly today: string;
  readonly yesterday: string;
  readonly ago: readonly string[];
  readonly last: readonly string[];
}

const languages: readonly Words[] = [
  {
    numbers: 'una? dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince',
    some: 'un[ao]s|vari[ao]s|algun[ao]s',
    units: ['dias?', 'semanas?', 'mes(?:es)?', 'anos?'],
    weekdays: 'lunes martes miercoles jueves viernes sabado domingo',
    today: 'hoy',
    yesterday: 'ayer|anoche',
    ago: ['hace N U', 'N U atras'],
    last: ['(?:el|la) U pasad[ao]', '(?:el )?W pasado', '(?:el )?pasado W'],
  },
  {
    numbers: 'uma? (?:dois|duas) tres quatro cinco seis sete oito nove dez onze doze treze catorze quinze',
    some: 'uns|umas|vari[ao]s|algun?s|algumas',
    units: ['dias?', 'semanas?', 'mes(?:es)?', 'anos?'],
    weekdays: 'segunda terca quarta quinta sexta sabado domingo',
    today: 'hoje',
    yesterday: 'ontem',
    ago: ['ha N U(?: atras)?', 'N U atras'],
    last: ['(?:n?[ao] )?U passad[ao]', '(?:n?[ao] )?W(?: feira)? passad[ao]'],
  },
  {
    numbers: 'bir iki uc dort bes alti yedi sekiz dokuz on',
    some: 'birkac|bir kac',
    units: ['gun', 'hafta', 'ay', 'yil|sene'],
    today: 'bugun',
    yesterday: 'dun',
    ago: ['N U once'],
    last: ['gecen U', 'gecen W(?: gunu)?'],
  },
  {
    numbers: 'يك دو سه چهار پنج شش هفت هشت نه ده',
    some: 'چند',
    units: ['روز', 'هفته', 'ماه', 'سال'],
    today: 'امروز',
    yesterday: 'ديروز|ديشب',
    ago: ['N U (?:پيش|قبل)'],
    last: ['U (?:گذشته|پيش)', 'W (?:گذشته|پيش)'],
  },
];

const UNITS = ['day', 'week', 'month', 'year'] as const satisfies readonly Unit[];
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

type Reader = readonly [shape: RegExp, read: (groups: Record<string, string>, context: Context) => string[]];

function readersOf({ numbers, some, units, weekdays, today, yesterday, ago: before, last }: Words): Reader[] {
  const figures = numbers.split(' ');
  const whole = (pattern: string) => new RegExp(`^(?:${lightPattern(pattern)})$`, 'u');
  const filled = (pattern: string) =>
    whole(
      pattern
        .replace('N', `(?<count>[1-9]\\d{0,2}|${figures.join('|')}|${some})`)
        .replace('U', `(?<unit>${units.join('|')})`)
        .replace('W', `(?<weekday>${weekdays ? weekdays.replaceAll(' ', '|') : '\\p{L}+(?: شنبه)?'})`),
    );
  const countOf = (word: string): number => Number(word) || figures.findIndex(one => whole(one).test(word)) + 1 || 3;
  const unitOf = (word: string): Unit => UNITS[units.findIndex(one => whole(one).test(word))]!;
  const weekdayOf = (word: string): string | undefined =>
    weekdays ? WEEKDAYS[weekdays.split(' ').indexOf(word)] : weekdayNamed(word);
  const isSome = whole(some);
  return [
    [whole(today), (_, { published }) => (published ? [published] : [])],
    [whole(yesterday), (_, { published }) => (published ? [addDays(published, -1)] : [])],
    ...before.map(
      (shape): Reader => [
        filled(shape),
        ({ count = '', unit = '' }, context) => {
          const [times, of] = [countOf(count), unitOf(unit)];
          // What is a week away or more is seldom meant to the day.
          const about = isSome.test(count) || (of === 'day' && times >= 7) ? '~' : '';
          return ago(times, of, context).map(one => (one.endsWith('~') ? one : one + about));
        },
      ],
    ),
    ...last.map(
      (shape): Reader => [
        filled(shape),
        ({ unit, weekday = '' }, context) => {
          if (unit !== undefined) return unitOf(unit) === 'week' ? weekAgo(1, context) : ago(1, unitOf(unit), context);
          const named = weekdayOf(weekday);
          return named ? lastWeekday(named, context) : [];
        },
      ],
    ),
  ];
}

/** A pattern whose words have the letters of light keys. */
const lightPattern = (pattern: string): string => pattern.replace(/\p{Script=Arabic}+/gu, word => lightKey(word));

const readers: readonly Reader[] = languages.flatMap(readersOf);

export const relativeWords: readonly DateRule[] = [
  [
    /\p{L}/u,
    ({ input }, context) => {
      const text = lightKey(input);
      return readers.flatMap(([shape, read]) => {
        const match = shape.exec(text);
        return match ? read({ ...match.groups }, context) : [];
      });
    },
  ],
];
