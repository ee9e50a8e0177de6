// Names of months and days of the week that chrono-node does not know: of Turkey, Iran and Afghanistan, and of both Hijri calendars.
import { lightKey } from '../gazetteer/fold';
import type { OtherCalendar } from './otherCalendars';

export type Calendar = OtherCalendar | 'gregorian';

/** A month of a calendar, counted from 1. */
export interface NamedMonth {
  readonly calendar: Calendar;
  readonly month: number;
}

// Turkish; Persian of Iran, then of Afghanistan, and Pashto.
const gregorian = `
ocak|ژانویه|جنوری
şubat|فوریه|فبروری
mart|مارس|مارچ
nisan|آوریل|اپریل
mayıs|مه|می
haziran|ژوئن|جون
temmuz|ژوئیه|جولای
ağustos|اوت|آگوست|آگست|اګست
eylül|سپتامبر|سپتمبر
ekim|اکتبر|اکتوبر
kasım|نوامبر|نومبر
aralık|دسامبر|دسمبر|ډسمبر`;

// Persian of Iran, then of Afghanistan, and Pashto.
const solar = `
فروردین|farvardin|حمل|hamal|وری
اردیبهشت|ordibehesht|ثور|sawr|saur|thawr|غویی
خرداد|khordad|جوزا|jawza|jauza|غبرگولی
تیر|tir|سرطان|saratan|چنګاښ
مرداد|امرداد|mordad|اسد|asad|زمری
شهریور|shahrivar|سنبله|sunbula|sonbola|وږی
مهر|mehr|میزان|mizan|تله
آبان|aban|عقرب|aqrab|لړم
آذر|azar|قوس|qaws|qaus|لیندۍ
دی|dey|جدی|jadi|مرغومی
بهمن|bahman|دلو|dalw|dalwa|سلواغه
اسفند|esfand|حوت|hut|hoot|کب`;

// Arabic, Persian where it differs, and the usual Latin spellings.
const lunar = `
محرم|محرم الحرام|muharram|moharram
صفر|safar
ربيع الأول|rabi awwal|rabi i
ربيع الآخر|ربيع الثاني|rabi akhir|rabi thani|rabi ii
جمادى الأولى|جمادى الأول|jumada ula|jumada awwal|jumada i
جمادى الآخرة|جمادى الثانية|جمادى الثاني|jumada akhira|jumada thani|jumada thaniya|jumada ii
رجب|rajab
شعبان|shaban
رمضان|ramadan|ramadhan|ramazan
شوال|shawwal
ذو القعدة|ذي القعدة|ذیقعده|dhu qada|dhul qada|zul qada|zilqad
ذو الحجة|ذي الحجة|ذیحجه|dhu hijja|dhul hijja|zul hijja|zilhaj`;

const weekdays = `
pazartesi|دوشنبه|الاثنين|monday
salı|سه شنبه|الثلاثاء|tuesday
çarşamba|چهارشنبه|الأربعاء|wednesday
perşembe|پنجشنبه|الخميس|thursday
cuma|جمعه|الجمعة|friday
cumartesi|شنبه|السبت|saturday
pazar|یکشنبه|الأحد|sunday`;

/** One key for the spellings of a name: whatever the articles between its words, doubled letters and an h at its end. */
const keyOf = (name: string): string =>
  lightKey(name)
    .replace(/ (?:al|ul|el|ath|ash)(?= )/g, '')
    .replace(/ (i{1,2})$/, (_, i: string) => ` ${i.length}`)
    .replace(/ ماه$/, '')
    .replace(/ /g, '')
    .replace(/(\p{L})\1+/gu, '$1')
    .replace(/(?<=\p{Script=Latin})h$/u, '');

function byName<Meaning>(lines: string, meaningOf: (line: number) => Meaning): (readonly [string, Meaning])[] {
  const named = lines.trim().split('\n');
  return named.flatMap((line, i) => line.split('|').map(name => [keyOf(name), meaningOf(i)] as const));
}

const months: ReadonlyMap<string, NamedMonth> = new Map(
  Object.entries({ gregorian, solar, lunar } satisfies Record<Calendar, string>).flatMap(([calendar, lines]) =>
    byName(lines, i => ({ calendar: calendar as Calendar, month: i + 1 })),
  ),
);

const english = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const days: ReadonlyMap<string, string> = new Map(byName(weekdays, i => english[i]!));

/** The month of that name, which in Turkish may stand in a case (`Kasım’da`); undefined for any other word. */
export function monthNamed(name: string): NamedMonth | undefined {
  const key = keyOf(name);
  return months.get(key) ?? months.get(key.replace(/[td][ae]n?$/, ''));
}

/** `monday` … `sunday`; undefined for any other word. */
export const weekdayNamed = (name: string): string | undefined => days.get(keyOf(name));
