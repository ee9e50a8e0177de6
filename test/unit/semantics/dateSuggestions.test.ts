// What people write instead of EDTF, and what they mean by it.
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { suggestDates, suggestReversed } from '../../../server/semantics/dateSuggestions';
import { readDate } from '../../../server/semantics/dates';
import { dateLike, inEveryZone } from '../../support/dates';

/** Each line says a text, and what it means to a source that was published on that day, best first. */
function mean(published: string | undefined, table: string, language?: string): void {
  for (const line of table.trim().split('\n')) {
    const [text = '', meant = ''] = line.split(' → ');
    const expected = meant === 'nothing' ? [] : meant.split(' | ');
    assert.deepEqual(suggestDates(text, { published, language }), expected, text);
  }
}

test('what people write instead', () => {
  mean(
    undefined,
    `
14 Nov 2014 → 2014-11-14
Nov. 14 → nothing
November 14, 2014 → 2014-11-14
14/11/2014 → 2014-11-14
04/05/2014 → 2014-05-04 | 2014-04-05
2014-4-5 → 2014-04-05
20141114 → 2014-11-14
١٤/١١/٢٠١٤ → 2014-11-14
spring of 2014 → 2014-21
since 14 Nov 2014 → 2014-11-14/..
before 2014-05 → [..2014-04]
before 5 June 2014 → [..2014-06-04]
until 5 June 2014 → ../2014-06-05
winter 2013/2014 → 2013-24
the winter of 2013-14 → 2013-24
Monday 5 June 2014 → nothing
Thursday 5 June 2014 → 2014-06-05
a few days before 5 June 2014 → 2014-06-02~
201u → 201X
2014-11/open → 2014-11/..
2014-11/unknown → 2014-11/
2014–2016 → 2014/2016
early November 2014 → [2014-11-01..2014-11-10]
late Feb 2014 → [2014-02-21..2014-02-28]
Q3 2014 → 2014-35
2014-11-14T14:30 → 2014-11-14
2014-11-14..2014-11-16 → [2014-11-14..2014-11-16] | 2014-11-14/2014-11-16
2014-11-14 or 2014-11-15 → [2014-11-14,2014-11-15]
١٤-١١-٢٠١٤ → 2014-11-14
٢٠١٤-١١-١٤ → 2014-11-14
۲۰۱۴-۱۱~ → 2014-11~
2014-11-uu → 2014-11-XX
2014?~ → 2014%
(2014-11)?-14 → 2014-11?-14
2014-(11)~-14 → 2014-~11-14
unknown/2014-11 → /2014-11
2014-21^northern → 2014-21
between 10 Nov 2014 and 2 Dec 2014 → [2014-11-10..2014-12-02]
early 2014 → [2014-01..2014-04]
the 1990s → 199X
`,
  );
  mean(
    '2014-11-20',
    `
Nov. 14 → 2014-11-14
Dec. 24 → 2013-12-24
last winter → 2013-24
about a month ago → 2014-10~
two weeks ago → 2014-11-06~
on Friday → 2014-11-14
next Friday → nothing
between 10 and 14 November → [2014-11-10..2014-11-14]
from 10 to 14 November → 2014-11-10/2014-11-14
14th of November → 2014-11-14
the night of 14 November → 2014-11-14
Friday evening → 2014-11-14
last weekend → [2014-11-15..2014-11-16]
last week → [2014-11-10..2014-11-16]
the week of 10 November → [2014-11-10..2014-11-16]
this summer → 2014-22
this autumn → 2014-23
late last year → [2013-09..2013-12]
since last winter → 2013-24/..
ten days ago → 2014-11-10~
the day before yesterday → 2014-11-18
in three weeks → nothing
whenever → nothing
`,
  );
  mean(
    '2014-03-01',
    `
yesterday → 2014-02-28
`,
  );
});

test('what people write instead, with a source of 20 November 2014', () => {
  mean(
    '2014-11-20',
    `
14. November 2014 → 2014-11-14
14.11. → 2014-11-14
14/11/14 → 2014-11-14
14-Nov-14 → 2014-11-14
Nov '14 → 2014-11
Nov-14 → 2014-11 | 2014-11-14
Friday, Nov. 14 → 2014-11-14
2014-W46 → [2014-11-10..2014-11-16]
2014-W46-5 → 2014-11-14
2014-318 → 2014-11-14
11/2014 → 2014-11
201411 → 2014-11
1950S2 → 19XX
201 → 201X
20 → 20XX
in 2014 → 2014
spring → 2014-21
late last month → [2014-10-21..2014-10-31]
first half of November 2014 → [2014-11-01..2014-11-15]
second half of 2014 → 2014-41
the first week of November → [2014-11-01..2014-11-07]
week 46 of 2014 → [2014-11-10..2014-11-16]
the weekend of 15 November → [2014-11-15..2014-11-16]
third quarter of 2014 → 2014-35
between November 10 and 14 → [2014-11-10..2014-11-14]
10 or 12 November 2014 → [2014-11-10,2014-11-12]
10, 11 and 12 November 2014 → {2014-11-10,2014-11-11,2014-11-12}
14/15 November 2014 → [2014-11-14..2014-11-15] | 2014-11-14/2014-11-15
night of 13 to 14 November → [2014-11-13..2014-11-14]
14-16.11.2014 → 2014-11-14/2014-11-16
2013–14 → 2013/2014
from 14 November onwards → 2014-11-14/..
no later than 14 November 2014 → [..2014-11-14]
after 14 November 2014 → [2014-11-15..]
not before 14 November → [2014-11-14..]
2014-11-14 (?) → 2014-11-14?
probably 14 Nov 2014 → 2014-11-14?
approximately 14 November → 2014-11-14~
[ 2014-11-10 .. 2014-11-14 ] → [2014-11-10..2014-11-14]
unknown → [..2014-11-20]
late October or early November → [2014-10-21..2014-10-31,2014-11-01..2014-11-10]
the past week → [2014-11-13..2014-11-20]
in the last 24 hours → [2014-11-19..2014-11-20]
spring/summer 2014 → 2014-21/2014-22
mid-2013 to early 2014 → 2013-05~/2014-04~
20 December - 5 January 2014 → 2013-12-20/2014-01-05
10 November to 5 December 2012 → 2012-11-10/2012-12-05
Oct. 31-Nov. 2 → 2014-10-31/2014-11-02
2014/11/14 → 2014-11-14
14 2014 November → nothing
5 June 2014 - 3 May 2014 → nothing
du 5 juin au 3 mai 2014 → nothing
del 5 al 10 de junio de 2014 → 2014-06-05/2014-06-10
Y17E7 → nothing
en novembre 2014 → 2014-11
the 14th → 2014-11-14
`,
  );
});

test('dates in the words of other languages', () => {
  mean(
    undefined,
    `
14 novembre 2014 → 2014-11-14
il y a un mois → nothing
14 de noviembre de 2014 → 2014-11-14
14 ноября 2014 года → 2014-11-14
ноябрь 2014 → 2014-11
14 تشرين الثاني 2014 → 2014-11-14
`,
  );
  mean(
    '2014-11-20',
    `
14 novembre → 2014-11-14
14 décembre → 2013-12-14
du 10 au 14 novembre → 2014-11-10/2014-11-14
il y a un mois → 2014-10
14 de novembro → 2014-11-14
в прошлую пятницу → 2014-11-14
14 листопада → 2014-11-14
١٤ نوفمبر → 2014-11-14
منذ شهر → 2014-10
قبل أسبوعين → 2014-11-06~
أمس → 2014-11-19
يوم الجمعة الماضي → 2014-11-14
quelque part → nothing
`,
  );
  mean(
    '2014-03-01',
    `
hier → 2014-02-28
`,
  );
  mean(
    '2011-12-31',
    `
hier → 2011-12-30
`,
  );
});

test('dates in the languages of Turkey, Iran and Afghanistan', () => {
  mean(
    '2014-11-20',
    `
14 Kasım 2014 → 2014-11-14
14 KASIM 2014 → 2014-11-14
14 Kasım 2014 Cuma → 2014-11-14
Cuma, 14 Kasım 2014 → 2014-11-14
Perşembe, 14 Kasım 2014 → nothing
14 Kasım’da → 2014-11-14
14 Aralık → 2013-12-14
14-16 Kasım 2014 → 2014-11-14/2014-11-16
Kasım 2014 → 2014-11
14 Mart 2014 → 2014-03-14
۱۴ نوامبر ۲۰۱۴ → 2014-11-14
جمعه ۱۴ نوامبر ۲۰۱۴ → 2014-11-14
۱۴ نومبر ۲۰۱۴ → 2014-11-14
۱۴ مه ۲۰۱۴ → 2014-05-14
dün → 2014-11-19
üç gün önce → 2014-11-17
iki hafta önce → 2014-11-06~
birkaç gün önce → 2014-11-17~
geçen hafta → [2014-11-10..2014-11-16]
geçen Cuma → 2014-11-14
gelecek hafta → nothing
دیروز → 2014-11-19
دو هفته پیش → 2014-11-06~
۳ روز قبل → 2014-11-17
ماه گذشته → 2014-10
سه‌شنبه گذشته → 2014-11-18
`,
  );
});

test('people count back in Spanish and Portuguese', () => {
  mean(
    '2014-11-20',
    `
hace dos semanas → 2014-11-06~
hace 0 días → nothing
hace 3 días → 2014-11-17
hace quince días → 2014-11-05~
hace un mes → 2014-10
hace dos años → 2012
hace unos días → 2014-11-17~
la semana pasada → [2014-11-10..2014-11-16]
el viernes pasado → 2014-11-14
el pasado viernes → 2014-11-14
há duas semanas → 2014-11-06~
três dias atrás → 2014-11-17
na sexta-feira passada → 2014-11-14
dentro de dos semanas → nothing
`,
  );
  mean(undefined, 'hace dos semanas → nothing');
});

test('people write days of the Solar Hijri calendar, which are exact', () => {
  mean(
    undefined,
    `
12 Hamal 1403 → 2024-03-31
12 Hamal 1403 SH → 2024-03-31
۱۲ فروردین ۱۴۰۳ → 2024-03-31
۱۲ فروردین‌ماه ۱۴۰۳ → 2024-03-31
۱۲ حمل ۱۴۰۳ → 2024-03-31
یکشنبه ۱۲ فروردین ۱۴۰۳ → 2024-03-31
Monday 12 Hamal 1403 → nothing
7 Saur 1357 → 1978-04-27
30 Esfand 1403 → 2025-03-20
30 Esfand 1402 → nothing
12-15 Hamal 1403 → 2024-03-31/2024-04-03
12 Hamal 1403 - 3 Sawr 1403 → 2024-03-31/2024-04-22
since 12 Hamal 1403 → 2024-03-31/..
Hamal 1403 → [2024-03-20..2024-04-19]
1403 هـ ش → [2024-03-20..2025-03-20]
12 Hamal → nothing
12 Hamal 600 → nothing
`,
  );
  mean('2024-11-20', '12 Hamal → 2024-03-31\n12 Dalw → 2024-02-01');
  assert.deepEqual(suggestReversed('15 Hamal 1403 - 12 Hamal 1403'), ['2024-04-03/2024-03-31']);
});

test('people write days by the moon, which are known to within one', () => {
  mean(
    undefined,
    `
15 Ramadan 1445 → 2024-03-25~ | [2024-03-24..2024-03-26]
15 Ramadan 1445 AH → 2024-03-25~ | [2024-03-24..2024-03-26]
15 Ramadan 9999 → nothing
15 Ramadan 2024 → 2024-03-25~ | [2024-03-24..2024-03-26]
Ramadan 15, 1445 → 2024-03-25~ | [2024-03-24..2024-03-26]
١٥ رمضان ١٤٤٥ → 2024-03-25~ | [2024-03-24..2024-03-26]
١٥ رمضان ١٤٤٥هـ → 2024-03-25~ | [2024-03-24..2024-03-26]
Monday 15 Ramadan 1445 → 2024-03-25
Tuesday 15 Ramadan 1445 → 2024-03-26
Friday 15 Ramadan 1445 → nothing
10-12 Ramadan 1445 → 2024-03-20~/2024-03-22~
رمضان 1445 → [2024-03-10..2024-04-10]
1 Rabi‘ al-Awwal 1446 → 2024-09-05~ | [2024-09-04..2024-09-06]
1 Rabi I 1446 → 2024-09-05~ | [2024-09-04..2024-09-06]
1 Rabi II 1446 → 2024-10-05~ | [2024-10-04..2024-10-06]
1 Rabi 1446 → nothing
5 Dhū al-Ḥijjah 1445 → 2024-06-12~ | [2024-06-11..2024-06-13]
5 ذي الحجة 1445 → 2024-06-12~ | [2024-06-11..2024-06-13]
1445 AH → [2023-07-18..2024-07-08]
`,
  );
  for (const published of ['0000-01-01', '0600-01-01', '9999-12-31'])
    assert.deepEqual(suggestDates('12 Hamal', { published }), []);
  mean('2024-02-20', '15 Ramadan → 2023-04-06~ | [2023-04-05..2023-04-07]');
});

test('figures of another calendar are not taken for those of ours', () => {
  mean(
    '2024-11-20',
    `
۱۴۰۳/۰۱/۱۲ → 2024-03-31 | 1982-10-30~
1445/9/15 → 2024-03-25~
15/9/1445 هـ → 2024-03-25~
1403/1/12 foo → nothing
1403-01-12 → 2024-03-31 | 1982-10-30~
۱۴۰۳-۰۱-۱۲ → 2024-03-31 | 1982-10-30~
1403-01 → [2024-03-20..2024-04-19] | [1982-10-18..1982-11-18]
1403 → [2024-03-20..2025-03-20] | [1982-10-18..1983-10-08]
1290/1/12 → 1290-01-12
`,
  );
});

test('a season of the south is over at another time', () => {
  assert.deepEqual(suggestDates('last winter', { published: '2014-11-20', hemisphere: 'south' }), ['2014-24']);
});

test('an interval that ends before it begins is told as one, and never put in order unasked', () => {
  for (const text of ['5 June 2014 - 3 May 2014', '5 juin - 3 mai 2014', 'from 5 June 2014 to 3 May 2014']) {
    assert.deepEqual(suggestDates(text), [], text);
    assert.deepEqual(suggestReversed(text), ['2014-06-05/2014-05-03'], text);
  }
  assert.deepEqual(suggestDates('du 5 juin au 3 mai 2014'), []);
  assert.deepEqual(suggestReversed('between 14 and 10 November 2014'), ['[2014-11-14..2014-11-10]']);
});

test('words that may begin and end a date over and over are given up soon', () => {
  const begun = performance.now();
  for (const word of ['monday', 'cuma', 'around', 'before'])
    assert.deepEqual(suggestDates(Array(14).fill(word).join(' ')), [], word);
  assert.ok(performance.now() - begun < 5000);
  assert.deepEqual(suggestDates('from 10 Kasım to Cuma 14 Kasım 2014'), ['2014-11-10/2014-11-14']);
});

test('every suggestion is a date', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), dateLike, fc.constantFrom('31 Feb 2014', '99/99/2014')), text => {
      for (const edtf of suggestDates(text, { published: '2014-11-20' })) assert.ok(readDate(edtf).ok, edtf);
    }),
  );
});

inEveryZone(__filename, /people|languages|figures|south/, 8);
