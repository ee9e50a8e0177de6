// What other datasets call countries: ISO 3166-1 alpha-3 and numeric, Gleditsch–Ward numbers, the regions of UCDP and ACLED.
import codes from 'i18n-iso-countries/codes.json';
import { countryName } from '../gazetteer/countries';

const iso = new Map((codes as [string, string, string][]).map(([two, three, number]) => [two, { three, number }]));

/** ISO 3166-1 alpha-3; '' for a code that ISO has not assigned, or none. */
export const alpha3 = (code: string | null): string => (code && iso.get(code)?.three) || '';

/** ISO 3166-1 numeric; null for a code that ISO has not assigned, or none. */
export const numeric = (code: string | null): number | null => Number((code && iso.get(code)?.number) || 0) || null;

/** Gleditsch–Ward numbers of today's states, by region of UCDP. Events in Gaza and the West Bank are Israel's in UCDP. */
const gleditschWard = {
  Americas: `US2 CA20 BS31 CU40 HT41 DO42 JM51 TT52 BB53 DM54 GD55 LC56 VC57 AG58 KN60 MX70 BZ80 GT90 HN91 SV92 NI93 CR94 PA95 CO100
    VE101 GY110 SR115 EC130 PE135 BR140 BO145 PY150 CL155 AR160 UY165`,
  Europe: `GB200 IE205 NL210 BE211 LU212 FR220 MC221 LI223 CH225 ES230 AD232 PT235 DE260 PL290 AT305 HU310 CZ316 SK317 IT325 SM331 MT338
    AL339 ME341 MK343 HR344 RS345 BA346 XK347 SI349 GR350 CY352 BG355 MD359 RO360 RU365 EE366 LV367 LT368 UA369 BY370 AM371 GE372 AZ373
    FI375 SE380 NO385 DK390 IS395`,
  Africa: `CV402 ST403 GW404 GQ411 GM420 ML432 SN433 BJ434 MR435 NE436 CI437 GN438 BF439 LR450 SL451 GH452 TG461 CM471 NG475 GA481 CF482
    TD483 CG484 CD490 UG500 KE501 TZ510 BI516 RW517 SO520 DJ522 ET530 ER531 AO540 MZ541 ZM551 ZW552 MW553 ZA560 NA565 LS570 BW571 SZ572
    MG580 KM581 MU590 SC591 MA600 DZ615 TN616 LY620 SD625 SS626`,
  'Middle East': 'IR630 TR640 IQ645 EG651 SY652 LB660 JO663 IL666 PS666 SA670 YE678 KW690 BH692 QA694 AE696 OM698',
  Asia: `AF700 TM701 TJ702 KG703 UZ704 KZ705 CN710 MN712 TW713 KP731 KR732 JP740 IN750 BT760 PK770 BD771 MM775 LK780 MV781 NP790 TH800
    KH811 LA812 VN816 MY820 SG830 BN835 PH840 ID850 TL860 AU900 PG910 NZ920 VU935 SB940 FJ950 KI970 NR971 TO972 TV973 MH983 PW986 FM987
    WS990`,
} as const;

/** Names under which UCDP lists countries, where those are not the everyday ones. */
const ucdpNames: Readonly<Record<string, string>> = {
  BA: 'Bosnia-Herzegovina',
  CD: 'DR Congo (Zaire)',
  CG: 'Congo',
  KH: 'Cambodia (Kampuchea)',
  MG: 'Madagascar (Malagasy)',
  MK: 'Macedonia, FYR',
  MM: 'Myanmar (Burma)',
  PS: 'Israel',
  RO: 'Rumania',
  RS: 'Serbia (Yugoslavia)',
  RU: 'Russia (Soviet Union)',
  SZ: 'Kingdom of eSwatini (Swaziland)',
  TL: 'East Timor',
  US: 'United States of America',
  VN: 'Vietnam (North Vietnam)',
  YE: 'Yemen (North Yemen)',
  ZW: 'Zimbabwe (Rhodesia)',
};

const ucdp = new Map(
  Object.entries(gleditschWard).flatMap(([region, list]) =>
    list.split(/\s+/).map(one => [one.slice(0, 2), { number: Number(one.slice(2)), region }] as const),
  ),
);

/** A country as UCDP lists it; nulls and the everyday name for one that it lacks. */
export function ucdpCountry(code: string): { name: string; number: number | null; region: string | null } {
  const known = ucdp.get(code);
  return { name: ucdpNames[code] ?? countryName(code), number: known?.number ?? null, region: known?.region ?? null };
}

/** ACLED's regions. */
const regions = {
  'Northern Africa': 'DZ EG EH LY MA SD TN',
  'Western Africa': 'BF BJ CI CV GH GM GN GW LR ML MR NE NG SH SL SN TG',
  'Middle Africa': 'AO CD CF CG CM GA GQ ST TD',
  'Eastern Africa': 'BI DJ ER ET KE KM MG MU MW MZ RE RW SC SO SS TZ UG YT ZM ZW',
  'Southern Africa': 'BW LS NA SZ ZA',
  'Middle East': 'AE BH IL IQ IR JO KW LB OM PS QA SA SY TR YE',
  'Caucasus and Central Asia': 'AF AM AZ GE KG KZ TJ TM UZ',
  'South Asia': 'BD BT IN LK MV NP PK',
  'Southeast Asia': 'BN ID KH LA MM MY PH SG TH TL VN',
  'East Asia': 'CN HK JP KP KR MN MO TW',
  Europe: `AD AL AT AX BA BE BG BY CH CY CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC MD ME MK MT NL NO PL PT RO
    RS RU SE SI SJ SK SM UA VA XK`,
  'North America': 'BM CA GL PM US',
  'Central America': 'BZ CR GT HN MX NI PA SV',
  Caribbean: 'AG AI AW BB BL BQ BS CU CW DM DO GD GP HT JM KN KY LC MF MQ MS PR SX TC TT VC VG VI',
  'South America': 'AR BO BR CL CO EC FK GF GY PE PY SR UY VE',
  Oceania: 'AS AU CK FJ FM GU KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV VU WF WS',
} as const;

const acled = new Map(
  Object.entries(regions).flatMap(([region, list]) => list.split(/\s+/).map(code => [code, region])),
);

/** The region ACLED counts a country to; null for one it does not cover, or none. */
export const acledRegion = (code: string | null): string | null => (code && acled.get(code)) || null;
