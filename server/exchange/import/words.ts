// What the columns of any table mean, by the words in their header.

/** What a column says, by the words its header may have. The first that is there and not empty counts; of notes, all. */
const words = {
  id: 'id event_id uid uuid incident_id',
  title: 'title name headline label event_name',
  type: 'type sub_event_type event_type category kind',
  date: 'date event_date day start_date date_start start begin datetime incident_date when',
  end: 'end_date date_end end until',
  time: 'time hour',
  place: 'place location place_name locality village town city site where',
  district: 'admin2 district adm_2',
  division: 'admin1 governorate province state adm_1',
  country: 'country country_name iso2 iso3166',
  latitude: 'latitude lat y',
  longitude: 'longitude lon lng long x',
  attacker: 'attacker perpetrator',
  actor: 'actor actors actor1 group side_a',
  target: 'target victim victims',
  other: 'actor2 side_b',
  killed: 'killed fatalities deaths dead',
  injured: 'injured wounded',
  captured: 'captured abducted arrested',
  displaced: 'displaced',
  weapon: 'weapon weapons',
  source: 'source sources publisher source_name',
  url: 'url link source_url href',
  published: 'published publication_date source_date',
  claim: 'claim',
  credibility: 'credibility',
  note: 'note notes description comment comments summary remarks',
} as const;
export type Meaning = keyof typeof words;

const meanings = new Map(
  Object.entries(words).flatMap(([meaning, all]) => all.split(' ').map(word => [word, meaning as Meaning] as const)),
);

/** What a column means; undefined where its header is none of the words. Case, spaces and hyphens make no difference. */
export const meaningOf = (column: string): Meaning | undefined =>
  meanings.get(
    column
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, '_'),
  );

/** The words of the columns that are understood, for the reference. */
export const columnWords: readonly (readonly [meaning: string, headers: string])[] = Object.entries(words);
