// A small world to export from: a few places and groups, and reports given as text.
import type { ExportedDocument } from '../../../server/exchange/document';
import { toJson } from '../../../server/exchange/json';
import { readGeonames } from '../../../server/gazetteer/geonames';
import { type Layer, openIndex } from '../../../server/gazetteer/read';
import { writeIndex } from '../../../server/gazetteer/write';
import { plainSettings } from '../../../server/semantics/settings';
import { type Snapshot, snapshotOf } from '../../../server/semantics/snapshot';
import { parse } from '../../../server/syntax/parse';
import { entity, TABLE } from '../gazetteer/sample';

const groups = [
  { id: 'qalam:syrian-arab-army', name: 'Syrian Arab Army', aliases: [{ text: 'Syrian army' }], type: 'state forces' },
  { id: 'qalam:jaysh-al-islam', name: 'Jaysh al-Islam', aliases: [{ text: 'جيش الإسلام' }], type: 'rebel group' },
].map(group => entity({ ...group, kind: 'actor', countries: ['SY'] }));

const attribution = 'Places: GeoNames (geonames.org), CC BY 4.0.';

export const base: readonly Layer[] = [openIndex(writeIndex([...readGeonames(TABLE), ...groups], { attribution }))];

/** The workspace of some files, by name. */
export function snapshot(files: Record<string, string>): Snapshot {
  const sources = Object.entries(files).map(([name, text]) => {
    const uri = `file:///work/${name}`;
    return [uri, { uri, tree: parse(text) }] as const;
  });
  return snapshotOf(new Map(sources), base, plainSettings);
}

export const uri = (name: string): string => `file:///work/${name}`;

/** An event with all that every format wants; the title may be ''. */
export const clash = (title: string): string => `event ${title}
  type: Armed clash
  date: 2014-11-14
  place: Dumeir
  actor: Syrian army as attacker
  actor: Jaysh al-Islam as defender
  killed: 7
`;

/** The text of a document, as the export is to have it: indented by two spaces, with LF line ends. */
export const jsonText = (document: ExportedDocument): string => `${JSON.stringify(document, null, 2)}\n`;

/** A report of one country with a source, to begin a text with: seven lines. */
export const report = `report "Eastern Qalamoun"
  country: Syria

source as-safir
  publisher: As-Safir
  published: 2014-11-20

`;

/** The JSON export of a text behind that beginning, and what it leaves out. */
export const documentOf = (text: string, includePrivate = false) =>
  toJson(snapshot({ 'a.qalam': report + text }), [uri('a.qalam')], { includePrivate });
