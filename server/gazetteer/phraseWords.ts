// The words that stand around place names in English, French, Spanish, Arabic and Russian sources, each with what it does.

import { lightKey } from './fold';

/**
 * What a word does: it names a kind of place (`place` a settlement, `quarter` a part of one or a building, `area` a division or landscape,
 * `near` what is around a place), it relates (`in`, `near`, `of`, `and`), belongs to a name only beside one (`particle`), or says nothing.
 */
export type WordUse = 'place' | 'quarter' | 'area' | 'near' | 'away' | 'in' | 'of' | 'and' | 'particle' | 'skip';

const TABLE: Readonly<Record<Exclude<WordUse, 'away'>, string>> = {
  place: `village villages town towns city cities settlement settlements locality localities hamlet hamlets community communities area areas
    site municipality commune barangay suburb suburbs zone sector sectors village's
    ville localite bourg hameau localidad pueblo ciudad aldea poblado comunidad municipio corregimiento vereda
    qaryat qarya qaryah baldat madinat nahiyat
    قرية قريه بلدة بلده مدينة مدينه بلدات قرى منطقة منطقه ناحية ناحيه
    село селище город деревня поселок місто с смт г п`,
  quarter: `neighborhood neighborhoods neighbourhood neighbourhoods neighb neigh quarter quarters street streets avenue road highway market
    hospital school university mosque church station headquarters hq checkpoint checkpoints base barracks square roundabout bridge airport prison
    building house hotel factory factories purok zona colonia barrio fraccionamiento calle carretera mercado quartier rue marche
    حي شارع سوق مستشفى مدرسة جامع مسجد حاجز دوار جسر مطار район улица`,
  area: `district districts province provinces governorate region regions department state county territory tehsil taluka cercle division
    subdistrict prefecture wilaya wilayat oblast raion sub-district subdivision council groupement group countryside rif desert mountains front
    region's departement departamento estado provincia distrito
    محافظة محافظه قضاء ريف مديرية مديريه بادية ولاية область района области области`,
  near: `outskirts vicinity surroundings surrounding proximity outside approaches side border periphery suburbs' environs farmlands`,
  in: `in at on inside within en dans a au aux على في`,
  of: 'of de du des del da do dos das',
  and: 'and or y et و for with was were who which while when where after before during against because',
  particle: `al el la le las los les ad ar as ash az ul e i ye bin ben ibn abu umm um`,
  skip: `the an this that north south east west northern southern eastern western northeast northwest southeast southwest north-east north-west
    south-east south-west northeastern northwestern southeastern southwestern central main rural urban upper lower greater centre center
    kilometers kilometres km miles metres meters about some several two three unknown unspecified located evacuated`,
};

const NEAR = `near around between from to towards toward off behind opposite along outside overlooking surrounding beyond past via by cerca pres
  hacia قرب بين جنوب شمال شرق غرب возле около`;

const listed = (words: string) => words.split(/\s+/).map(lightKey);

/** Every such word by its light key. */
export const WORDS: Readonly<Record<string, WordUse>> = Object.fromEntries<WordUse>([
  ...Object.entries(TABLE).flatMap(([use, words]) => listed(words).map(word => [word, use as WordUse] as const)),
  ...listed(NEAR).map(word => [word, 'near'] as const),
]);
