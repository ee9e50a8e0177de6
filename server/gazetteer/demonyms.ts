// What belongs to a country is called by: `Syrian`, `Congolese`, `Burkinabe`.
import { countryName } from './countries';
import { lightKey } from './fold';

/** Adjectives by ISO 3166-1 alpha-2, the usual one first. Where there is none, the country's own name does. */
const table = `
AD Andorran|AE Emirati,UAE|AF Afghan|AG Antiguan|AL Albanian|AM Armenian|AO Angolan|AR Argentine,Argentinian|AT Austrian|AU Australian
AZ Azerbaijani,Azeri|BA Bosnian|BB Barbadian|BD Bangladeshi|BE Belgian|BF Burkinabe,Burkinabé|BG Bulgarian|BH Bahraini|BI Burundian
BJ Beninese|BN Bruneian|BO Bolivian|BR Brazilian|BS Bahamian|BT Bhutanese|BW Botswanan|BY Belarusian,Belarussian|BZ Belizean|CA Canadian
CD Congolese,DRC,DR Congo|CF Central African,CAR|CG Congolese|CH Swiss|CI Ivorian,Ivoirian|CL Chilean|CM Cameroonian|CN Chinese|CO Colombian
CR Costa Rican|CU Cuban|CV Cape Verdean|CY Cypriot|CZ Czech|DE German|DJ Djiboutian|DK Danish|DO Dominican|DZ Algerian
EC Ecuadorian,Ecuadorean|EE Estonian|EG Egyptian|EH Sahrawi|ER Eritrean|ES Spanish|ET Ethiopian|FI Finnish|FJ Fijian|FR French|GA Gabonese
GB British,UK|GE Georgian|GH Ghanaian|GM Gambian|GN Guinean|GQ Equatorial Guinean,Equatoguinean|GR Greek|GT Guatemalan
GW Bissau-Guinean,Guinea-Bissauan|GY Guyanese|HN Honduran|HR Croatian,Croat|HT Haitian|HU Hungarian|ID Indonesian|IE Irish|IL Israeli
IN Indian|IQ Iraqi|IR Iranian|IS Icelandic|IT Italian|JM Jamaican|JO Jordanian|JP Japanese|KE Kenyan|KG Kyrgyz|KH Cambodian|KM Comorian
KP North Korean|KR South Korean|KW Kuwaiti|KZ Kazakh,Kazakhstani|LA Lao,Laotian|LB Lebanese|LK Sri Lankan|LR Liberian|LS Basotho
LT Lithuanian|LU Luxembourgish|LV Latvian|LY Libyan|MA Moroccan|MC Monegasque|MD Moldovan|ME Montenegrin|MG Malagasy,Madagascan
MK Macedonian,North Macedonian|ML Malian|MM Burmese,Myanmar|MN Mongolian|MR Mauritanian|MT Maltese|MU Mauritian|MV Maldivian|MW Malawian
MX Mexican|MY Malaysian|MZ Mozambican|NA Namibian|NE Nigerien|NG Nigerian|NI Nicaraguan|NL Dutch|NO Norwegian|NP Nepali,Nepalese
NZ New Zealand|OM Omani|PA Panamanian|PE Peruvian|PG Papua New Guinean|PH Philippine,Filipino|PK Pakistani|PL Polish|PS Palestinian
PT Portuguese|PY Paraguayan|QA Qatari|RO Romanian|RS Serbian,Serb|RU Russian|RW Rwandan|SA Saudi,Saudi Arabian|SC Seychellois|SD Sudanese
SE Swedish|SG Singaporean|SI Slovenian,Slovene|SK Slovak|SL Sierra Leonean|SN Senegalese|SO Somali|SR Surinamese|SS South Sudanese
SV Salvadoran,Salvadorian|SY Syrian|SZ Swazi|TD Chadian|TG Togolese|TH Thai|TJ Tajik,Tajikistani|TL Timorese,East Timorese|TM Turkmen
TN Tunisian|TR Turkish|TT Trinidadian|TW Taiwanese|TZ Tanzanian|UA Ukrainian|UG Ugandan|US American,US,U.S.|UY Uruguayan|UZ Uzbek,Uzbekistani
VE Venezuelan|VN Vietnamese|VU Vanuatuan|XK Kosovar,Kosovan,Kosovo|YE Yemeni|ZA South African|ZM Zambian|ZW Zimbabwean`;

const byCountry = new Map(
  table
    .trim()
    .split(/[|\n]/)
    .map(entry => [entry.slice(0, 2), entry.slice(3).split(',')] as const),
);

/** Every country that has an adjective, by ISO 3166-1 alpha-2: the states of the world, and no dependent territory. */
export const states: readonly string[] = [...byCountry.keys()];

/** The adjectives of a country, the usual one first; its name when it has none. */
export const demonyms = (code: string): readonly string[] => byCountry.get(code) ?? [countryName(code)];

const byWord = new Map<string, string>();
for (const [code, words] of byCountry)
  for (const word of words) if (!byWord.has(lightKey(word))) byWord.set(lightKey(word), code);

/** The country that an adjective belongs to, given as a light key; undefined when it is none. `congolese` is taken for the larger one. */
export const countryOfDemonym = (key: string): string | undefined => byWord.get(key);
