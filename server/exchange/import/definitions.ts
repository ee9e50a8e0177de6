// Blocks that rows of any table rest on: the place with its coordinates, the source by its publisher.
import { countryName } from '../../gazetteer/countries';
import { type Draft, nameIn, oneLine } from './draft';
import { digest, slug } from './names';

export interface PlaceParts {
  /** The codebook, which begins the id. */
  readonly of: string;
  readonly name: string;
  /** A kind of the vocabulary; '' where the table does not say. */
  readonly kind: string;
  /** Latitude and longitude as the table has them. */
  readonly point: string;
  /** ISO 3166-1 alpha-2. */
  readonly home: string | undefined;
  /** Divisions it lies in, the smallest first; empty ones are passed over. */
  readonly within: readonly string[];
}

/** A place and how events name it: with its id, for one name can stand for several places, and one place in different years be in different divisions. */
export function placeBlock({ of, name: given, kind, point, home, within: areas }: PlaceParts): {
  called: string;
  definition: Draft;
} {
  const name = oneLine(given).replaceAll('"', '');
  const within = areas.filter(Boolean);
  const readable = slug(name, 30);
  const all = digest([name, point, kind, home, ...within].join('\n'));
  // Thousands of places may share a name, and all that are not written in Latin letters share none.
  const id = `${of}:${readable ? `${readable}-${all.slice(-8)}` : `place-${all}`}`;
  return {
    called: `${nameIn('place', name)} [${id}]`,
    definition: {
      kind: 'place',
      title: name,
      fields: [
        ['kind', kind],
        ['location', point],
        ['country', home ? countryName(home) : ''],
        ['in', within.some(one => one.includes(',')) ? '' : within.join(', ')],
        ['id', id],
      ],
    },
  };
}

/** A source; `date` is left out when it is no day. Its id speaks where the publisher is all there is. */
export function sourceBlock(of: string, publisher: string, date = '', title = '', url = ''): Draft {
  const all = digest([publisher, date, title, ...(url ? [url] : [])].join('\n'));
  const readable = date || title || url ? '' : slug(publisher, 30);
  const id = readable ? `${readable}-${all.slice(-6)}` : all;
  return {
    kind: 'source',
    title: `${of}-${id}`,
    fields: [
      ['publisher', publisher],
      ['title', shortened(title)],
      ['published', /^\d{4}-\d\d-\d\d$/.test(date) ? date : ''],
      ['url', url],
    ],
  };
}

/** Letters of a title. Older tables have whole lists of citations where it should stand. */
const LONGEST_TITLE = 500;

const shortened = (title: string): string =>
  title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE).replace(/\s+\S*$/, '')} …` : title;

/** The table itself as the source of rows that name none. */
export const tableAsSource = (of: string): Draft => ({
  kind: 'source',
  title: `${of}-table`,
  fields: [
    ['kind', 'dataset'],
    ['publisher', 'The imported table'],
  ],
});
