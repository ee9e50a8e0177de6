// The five blocks of the language and their fields.
import type { BlockSpec, FieldSpec } from './spec';

const field = (
  key: string,
  value: FieldSpec['value'],
  json: string,
  means: string,
  example: string,
  more: Partial<FieldSpec> = {},
): FieldSpec => ({
  key,
  value,
  json,
  means,
  example,
  ...more,
});
const required = { required: true } as const;
const repeats = { repeats: true } as const;
const perSource = { perSource: true } as const;

const note = field(
  'note',
  'text',
  'note',
  'Anything a reader should know. May run over several indented lines; a blank line starts a paragraph.',
  'The hill overlooks the road.',
);
const hidden = field(
  'private',
  'privacy',
  'private',
  'Keeps the whole block, or the fields it names (`private: note`), out of every export that does not ask for private material.',
  'yes',
);
const also = field(
  'also',
  'names',
  'aliases',
  'Other names and spellings, in any script, separated by commas. A date interval in brackets says when a name was in use.',
  'Umm Rumman, أم رمان',
);
const formerly = field(
  'formerly',
  'names',
  'formerNames',
  'Names no longer in use, each with the interval in which it was, if known.',
  'Liwa al-Islam (2011/2013-09)',
);
const countries = field(
  'country',
  'countries',
  'countries',
  'Countries, home first, as English names or ISO 3166-1 codes.',
  'Syria, Lebanon',
);
const id = field(
  'id',
  'id',
  'id',
  'A lasting id of your own or of a gazetteer, so that exports stay the same when the name changes.',
  'geonames:170589',
);

export const blocks = {
  report: {
    json: 'reports',
    means: 'What the file is about, and who wrote it. One a file.',
    title: { means: 'the title of the report', example: '"Armed groups regroup in eastern Qalamoun"', quoted: true },
    fields: [
      {
        ...countries,
        means:
          'Countries the report is about. Their places and groups rank first in completion and decide between namesakes.',
      },
      field('profile', 'term', 'profiles', 'A codebook whose rules the checks hold the report to.', 'acled', {
        terms: 'profile',
        ...repeats,
      }),
      field('author', 'line', 'author', 'Who coded the report: a person, a desk, a pseudonym.', 'Desk 3'),
      field('written', 'date', 'written', 'The day the report was coded.', '2014-11-24'),
      note,
      hidden,
    ],
  },
  source: {
    json: 'sources',
    means: 'Where a claim was read or heard. Events cite it by its id.',
    title: { means: 'a short id, used in `source:` lines', example: 'as-safir', quoted: false },
    fields: [
      field('kind', 'term', 'kind', 'What sort of source it is.', 'newspaper', { terms: 'source kind' }),
      field(
        'publisher',
        'line',
        'publisher',
        'The newspaper, agency, channel, organisation or account that published it.',
        'As-Safir',
        required,
      ),
      field('author', 'line', 'author', 'Who wrote or recorded it.', 'A. Correspondent'),
      field('title', 'line', 'title', 'The headline or title.', 'Armed groups are gathering in eastern Qalamoun'),
      field(
        'published',
        'date',
        'published',
        'When it was published. No event that cites only this source can be later.',
        '2014-11-20',
      ),
      field('language', 'language', 'language', 'The language of the text, as an ISO 639 code.', 'ar'),
      field('translation of', 'source', 'translationOf', 'The source this one is a translation of.', 'as-safir-arabic'),
      field('url', 'url', 'url', 'Where it can be read.', 'https://example.org/as-safir/2014/11/20'),
      field('archive', 'url', 'archive', 'A copy that will stay.', 'https://example.org/archive/1'),
      field('accessed', 'date', 'accessed', 'The day it was read.', '2014-11-24'),
      field('archived', 'date', 'archived', 'The day the copy was made.', '2014-11-24'),
      field('hash', 'line', 'hash', 'Algorithm and checksum of the archived copy.', 'sha256:9f86d0…'),
      field(
        'reliability',
        'term',
        'reliability',
        'The Admiralty code’s letter: how far the source itself can be relied on.',
        'C',
        { terms: 'reliability' },
      ),
      note,
      hidden,
    ],
  },
  place: {
    json: 'places',
    means:
      'A place that no gazetteer knows, or knows under another name. From then on it is completed and checked like any other.',
    title: { means: 'the name', example: '"Umm Ruman"', quoted: true },
    fields: [
      field('kind', 'term', 'kind', 'What sort of place it is.', 'hill', { terms: 'place kind' }),
      field(
        'location',
        'place',
        'location',
        'Where it lies: coordinates, or relative to known places, with ± km when that is not exact.',
        '4 km NE of Dumeir ±3 km',
        required,
      ),
      also,
      formerly,
      countries,
      field(
        'in',
        'line',
        'division',
        'The first-level division (governorate, state, province) it lies in; before it, if you like, the town or district.',
        'Tijuana, Baja California',
      ),
      field('population', 'line', 'population', 'Inhabitants, as digits.', '2500'),
      id,
      note,
      hidden,
    ],
  },
  actor: {
    json: 'actors',
    means: 'A group or force that the gazetteer lacks, or knows under another name.',
    title: { means: 'the name', example: '"Jaysh al-Islam"', quoted: true },
    fields: [
      field('kind', 'term', 'kind', 'What sort of actor it is.', 'rebel group', { terms: 'actor kind', ...required }),
      field('acronym', 'names', 'acronyms', 'Short forms, in any language.', 'SDF, QSD'),
      also,
      formerly,
      countries,
      field(
        'active',
        'date',
        'active',
        'From when to when it existed under this name or a former one, as an EDTF interval.',
        '2013-09/2018',
      ),
      field('part of', 'names', 'partOf', 'Larger groups or alliances it belongs to.', 'Islamic Front'),
      field(
        'leader',
        'names',
        'leaders',
        'People who led it, each with the interval, if known.',
        'Zahran Alloush (2011/2015-12)',
      ),
      field('ucdp', 'names', 'ucdp', 'The name that UCDP uses.', 'Taleban'),
      id,
      note,
      hidden,
    ],
  },
  'event type': {
    json: 'eventTypes',
    means: 'A type of event that the list lacks. From then on it is completed and checked like those of the list.',
    title: { means: 'the type as events write it', example: '"Kidnapping for ransom"', quoted: true },
    fields: [
      field(
        'within',
        'term',
        'within',
        'The type of the list that it is a kind of, and as which other codebooks count it; none for one that stands by itself.',
        'Abduction/forced disappearance',
        { terms: 'event type' },
      ),
      { ...note, means: 'What counts as one.', example: 'Someone is held until money is paid.' },
      hidden,
    ],
  },
  event: {
    json: 'events',
    means: 'Something that happened, or was the case, at a place and time, as a source has it.',
    title: { means: 'a short id, unique in the workspace', example: 'umm-ruman', quoted: false },
    fields: [
      field('title', 'line', 'title', 'A headline for lists and maps.', 'Army takes Umm Ruman'),
      field('type', 'term', 'type', 'What kind of event it is.', 'Government regains territory', {
        terms: 'event type',
        ...required,
      }),
      field(
        'date',
        'date',
        'date',
        'When, in EDTF. `A/B` means on every day from A to B; `[A..B]` one day among them.',
        '2014-11-14',
        required,
      ),
      field('time', 'time', 'time', 'Local time of day, if the source gives it.', '14:30'),
      field('place', 'place', 'place', 'Where.', 'Ad Dumayr', required),
      field('from', 'place', 'from', 'Where a movement began.', 'Adra'),
      field('to', 'place', 'to', 'Where a movement went, or was headed.', 'Jayrud'),
      field('actor', 'actor', 'actors', 'Who took part, and in which role.', 'Syrian army as attacker', repeats),
      field('killed', 'count', 'killed', 'People killed.', '3..7, best 5', perSource),
      field('injured', 'count', 'injured', 'People injured.', 'at least 5', perSource),
      field('captured', 'count', 'captured', 'People captured, arrested or abducted.', '~20', perSource),
      field('displaced', 'count', 'displaced', 'People who had to leave.', 'dozens', perSource),
      field('weapon', 'line', 'weapon', 'Means used.', 'barrel bomb'),
      field(
        'claim',
        'text',
        'claim',
        'What the source says, in your own words, where it is a claim rather than a thing seen.',
        'The farms served as an aid base.',
      ),
      field(
        'source',
        'source',
        'sources',
        'Which source says so and, after a comma, whom it cites; in brackets, how far to believe it there: `(C3)`.',
        'as-safir, field commander',
        { ...repeats, ...required },
      ),
      field(
        'credibility',
        'term',
        'credibility',
        'The Admiralty code’s digit: how far this claim can be believed, all sources taken together.',
        '3',
        { terms: 'credibility' },
      ),
      field('part of', 'event', 'partOf', 'A larger event that this one belongs to.', 'battle-of-qalamoun'),
      field(
        'corroborates',
        'events',
        'corroborates',
        'Events of other sources that this one supports.',
        'umm-ruman-sana',
      ),
      field(
        'contradicts',
        'events',
        'contradicts',
        'Events of other sources that cannot be true together with this one.',
        'umm-ruman-denial',
      ),
      field(
        'coded',
        'text',
        'coded',
        'What a codebook has for this event and this language does not say: its name, then `column=value`, a line each. Exports to it write that back.',
        'ucdp-ged',
      ),
      note,
      hidden,
    ],
  },
} satisfies Record<string, BlockSpec>;
