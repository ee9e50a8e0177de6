// How each kind of value is written, and which closed lists there are.
import type { TermList, ValueKind } from './spec';
import { actorKinds, eventTypes, grades, placeKinds, profiles, roles, sourceKinds } from './terms';

/** Named lists of terms; a field of kind `term` names one of them. */
export const termLists = {
  'event type': { one: 'event type', terms: eventTypes },
  role: { one: 'role', terms: roles },
  'actor kind': { one: 'kind of actor', terms: actorKinds },
  'place kind': { one: 'kind of place', terms: placeKinds },
  'source kind': { one: 'kind of source', terms: sourceKinds },
  profile: { one: 'profile', terms: profiles },
  reliability: { one: 'reliability', terms: grades.reliability },
  credibility: { one: 'credibility', terms: grades.credibility },
} satisfies Record<string, TermList>;

/** What a kind of value is, in a sentence, and each form it can take with what that form means. */
export interface ValueSpec {
  readonly means: string;
  readonly forms: readonly (readonly [form: string, means: string])[];
}

export const valueKinds: Readonly<Record<ValueKind, ValueSpec>> = {
  line: { means: 'Words on one line.', forms: [['Desk 3', 'as it stands']] },
  text: {
    means: 'Words over as many lines as needed, each indented deeper than the field.',
    forms: [['The hill overlooks the road.', 'as it stands; a blank line starts a paragraph']],
  },
  names: {
    means:
      'Names separated by commas. A name with a comma goes in double quotes; an interval in brackets says when it was in use.',
    forms: [
      ['Army of Islam, جيش الإسلام', 'two names'],
      ['Liwa al-Islam (2011/2013-09)', 'a name and when it was in use'],
    ],
  },
  countries: {
    means: 'Countries by English name or ISO 3166-1 code, separated by commas.',
    forms: [
      ['Syria, Lebanon', 'two countries'],
      ['SY', 'a country by its code'],
    ],
  },
  language: {
    means: 'A language as an ISO 639 code, with a script or region if it matters.',
    forms: [['ar', 'Arabic']],
  },
  date: {
    means: 'A date in the Extended Date/Time Format (EDTF, ISO 8601-2).',
    forms: [
      ['2014-11-14', 'that day'],
      ['2014-11', 'some time in that month'],
      ['2014-11-14~', 'about that day'],
      ['2014-11-14?', 'that day, but the source is not sure'],
      ['2014-24', 'winter 2014 (21 spring, 22 summer, 23 autumn, 24 winter)'],
      ['201X', 'some year of the 2010s'],
      ['2013-12/2014-04', 'on every day from December 2013 to April 2014'],
      ['2014-11-14/..', 'from that day on, still going on'],
      ['../2014-05', 'up to May 2014, start not known'],
      ['[2014-11-10..2014-11-14]', 'one day between the 10th and the 14th'],
      ['[2014-11-10,2014-11-12]', 'either the 10th or the 12th'],
      ['{2014-11-10,2014-11-12}', 'both on the 10th and on the 12th'],
    ],
  },
  time: { means: 'A local time of day on the 24-hour clock.', forms: [['14:30', 'half past two in the afternoon']] },
  place: {
    means:
      'A place by name in any spelling or script, or in relation to other places. Add `±5 km` to say how exact it is.',
    forms: [
      ['Ad Dumayr', 'a named place'],
      ['Ad Dumayr (Rif Dimashq)', 'the one in that division or country, where several share a name'],
      ['Ad Dumayr [geonames:170589]', 'the one with that id'],
      ['near An Nabk', 'close to it'],
      ['4 km NE of Dumeir', 'at that distance and direction'],
      ['NE of Dumeir', 'in that direction, distance not known'],
      ['10 to 15 km N of Dumeir', 'at a distance between the two'],
      ['10 km from Dumeir', 'at that distance, direction not known'],
      ['within 5 km of Dumeir', 'no further away than that'],
      [
        'on the outskirts of Dumeir',
        'also `vicinity`, `surroundings`, `countryside`; `close to`, `next to`, `outside`, `overlooking`',
      ],
      ['between Jayrud, An Nasiriyah and Ar Ruhaybah', 'somewhere between them'],
      ['along Damascus–Baghdad road', 'somewhere on a road, river or border'],
      ['the road between Damascus and Homs', 'somewhere on the way from one to the other'],
      ['in Rif Dimashq', 'somewhere in an area'],
      ['33.644, 36.694 ±5 km', 'at coordinates (WGS 84, latitude first)'],
      ['33°38\'41"N 36°41\'38"E', 'the same in degrees, minutes and seconds'],
      ['Umm Ruman, 4 km NE of Dumeir', 'a name that the source uses, and where it lies'],
      ['the farms near An Nabk', 'the same without a comma'],
    ],
  },
  actor: {
    means: 'A group, a force or a kind of people, by any of their names, and the role they play.',
    forms: [
      ['Syrian army as attacker', 'a known group and its role'],
      ['unidentified armed group as defender', 'someone the source does not name'],
      ['Civilians (Syria) as target', 'a kind of people'],
      ['SDF [qalam:syrian-democratic-forces] as party', 'the group with that id'],
    ],
  },
  count: {
    means: 'A figure as exact as the source is, split by group or kind of people if the source does.',
    forms: [
      ['3', 'three'],
      ['3..7', 'from three to seven'],
      ['3..7, best 5', 'from three to seven, most likely five'],
      ['~20', 'about twenty'],
      ['at least 5', 'five or more'],
      ['up to 9', 'nine or fewer'],
      ['dozens', 'a word instead of a figure'],
      ['unknown', 'not stated'],
      ['2 civilians, 5..9 Syrian army', 'two figures, added up'],
      ['12 according to as-safir', 'whose figure it is, where sources differ: a line for each'],
      ['12 according to as-safir, field commander', 'whose it is, and whom that source cites'],
      ['12 (as-safir)', 'the same in brackets'],
    ],
  },
  source: {
    means:
      'The id of a source and, after a comma, whom that source cites; last, in brackets, the grade of what it says here.',
    forms: [
      ['as-safir', 'the source itself says so'],
      ['as-safir, field commander', 'the source quotes someone'],
      ['as-safir, field commander (C3)', 'the source is fairly reliable here, and what it says possibly true'],
      ['as-safir (3)', 'what it says is possibly true; how reliable the source is stands in its block'],
    ],
  },
  event: { means: 'The id of another event.', forms: [['battle-of-qalamoun', 'that event']] },
  events: {
    means: 'Ids of other events, separated by commas.',
    forms: [['umm-ruman-sana, umm-ruman-afp', 'two events']],
  },
  url: { means: 'A web address, with https:// or http://.', forms: [['https://example.org/a#b', 'an address']] },
  term: { means: 'One word or phrase of a list.', forms: [['Presence', 'a term']] },
  privacy: {
    means: '`yes`, or the fields of the block that stay private, separated by commas.',
    forms: [
      ['yes', 'the whole block'],
      ['note', 'the note, and nothing else'],
      ['no', 'nothing'],
    ],
  },
  id: {
    means: 'An id: where it comes from, a colon, and the id there.',
    forms: [['geonames:170589', 'a place of GeoNames']],
  },
};
