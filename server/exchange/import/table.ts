// A table becomes reports: rows are read, written as events, exported again, and what does not come back is kept in `coded`.
import { lightKey } from '../../gazetteer/fold';
import type { Layer } from '../../gazetteer/read';
import { plainSettings } from '../../semantics/settings';
import { type Snapshot, snapshotOf } from '../../semantics/snapshot';
import { parse } from '../../syntax/parse';
import { Recent } from '../../text/recent';
import { codedText } from '../coded';
import { comeBack } from './back';
import { codedLines, type Draft, draftAround } from './draft';
import type { Imported, Row, TableImporter } from './importer';
import { Seen } from './seen';

/** Some text to be added to the end of a file, called without its ending. */
export interface Addition {
  readonly file: string;
  readonly text: string;
}

export interface ImportSummary {
  readonly events: number;
  readonly sources: number;
  readonly places: number;
  readonly actors: number;
  /** What was odd, with how many rows it was true of, and the ids of the first of their events. */
  readonly odd: ReadonlyMap<string, { readonly rows: number; readonly first: readonly string[] }>;
  /** Columns of which something is kept in `coded`, with the number of rows. */
  readonly coded: ReadonlyMap<string, number>;
}

/** Events of one file; the next go into a further one, so that an editor opens each with ease. */
const MOST_EVENTS = 10_000;
/** Odd rows of one sort that are told by name. */
const MOST_NAMED = 3;
/** The file that groups are defined in, for all others. */
const ACTORS = 'actors';

/** One import of a table, some rows at a time. What it remembers of a row is a few bytes, so that millions of them are no matter. */
export class TableImport {
  private readonly seen = new Seen();
  private readonly files = new Map<string, number>();
  private readonly counted = { event: 0, source: 0, place: 0, actor: 0, 'event type': 0, report: 0 };
  private readonly odd = new Map<string, { rows: number; first: string[] }>();
  private readonly coded = new Map<string, number>();
  /** Ids that came more than once, with the last number given to one. */
  private readonly again = new Map<string, number>();
  private number = 0;

  constructor(
    private readonly importer: TableImporter,
    private readonly base: readonly Layer[],
  ) {}

  /** Turns rows into text for the files they belong to, definitions first. */
  take(rows: readonly Row[]): Addition[] {
    const read = rows.map(row => this.unique(this.importer.read(row, ++this.number)));
    const { exportsAs } = this.importer;
    const texts = new Texts();
    const back =
      exportsAs === null ? null : comeBack(this.importer, exportsAs, this.snapshotOf(read, exportsAs, texts));
    const additions: Addition[] = [];
    read.forEach((one, i) => {
      const { file, heading } = this.fileFor(one);
      const lacking = [...(one.kept ?? []), ...(back ? this.lacking(rows[i]!, back.get(one.event.title)) : [])];
      for (const what of one.odd) this.note(what, one.event.title);
      for (const [column] of lacking) count(this.coded, column);
      const blocks = [...heading, ...one.definitions.flatMap(draft => this.definition(draft, additions, texts))];
      this.counted.event++;
      const event = texts.with(one.event, this.codedIn(rows[i]!, lacking));
      additions.push({ file, text: [...blocks.map(draft => texts.of(draft)), event].join('\n') });
    });
    return additions;
  }

  private codedIn(row: Row, cells: readonly (readonly [column: string, text: string])[]): string {
    const { importer } = this;
    const codebooks = [...new Set(cells.flatMap(([column]) => importer.codebook(column) ?? []))];
    const kept = cells.map(([column, text]) => [column, importer.codedAs?.(row, column) ?? text] as const);
    return codebooks
      .map(codebook =>
        codedText(
          codebook,
          kept.filter(([column]) => importer.codebook(column) === codebook),
        ),
      )
      .join('\n');
  }

  /** Takes note of what is odd about a row; `which` tells it from others: the id of its event, or where it stands in the file. */
  note(what: string, which: string): void {
    const known = this.odd.get(what) ?? { rows: 0, first: [] };
    known.rows++;
    if (known.first.length < MOST_NAMED) known.first.push(which);
    this.odd.set(what, known);
  }

  summary(): ImportSummary {
    const { event, source, place, actor } = this.counted;
    return { events: event, sources: source, places: place, actors: actor, odd: this.odd, coded: this.coded };
  }

  /** The row with an id of its own: a second event of one id gets a number. */
  private unique(one: Imported): Imported {
    const { title } = one.event;
    if (this.seen.add(`event ${title}`)) return one;
    let number = this.again.get(title) ?? 1;
    let free: string;
    do free = `${title}-${++number}`;
    while (!this.seen.add(`event ${free}`));
    this.again.set(title, number);
    return { ...one, event: { ...one.event, title: free }, odd: [...one.odd, 'the id stands in an earlier row too'] };
  }

  /** The file of a row, and the report block that opens it when it is new. */
  private fileFor({ file, report }: Imported): { file: string; heading: Draft[] } {
    const before = this.files.get(file) ?? 0;
    this.files.set(file, before + 1);
    const most = this.importer.keepsFiles ? Number.POSITIVE_INFINITY : MOST_EVENTS;
    const part = Math.floor(before / most) + 1;
    const name = part === 1 ? file : `${file}-${part}`;
    return { file: name, heading: before % most === 0 ? [report] : [] };
  }

  /** A definition where it stands for the first time. Groups that the gazetteer knows need none; others stand in a file of their own. */
  private definition(draft: Draft, additions: Addition[], texts: Texts): Draft[] {
    if (!this.seen.add(keyOf(draft))) return [];
    if (draft.kind === 'actor' && this.knows(draft.title)) return [];
    this.counted[draft.kind]++;
    if (draft.kind !== 'actor') return [draft];
    additions.push({ file: ACTORS, text: texts.of(this.firstOf(draft)) });
    return [];
  }

  private readonly actors = new Map<string, Draft>();
  /** A group as the first row had it, which is how it is defined, whichever way later ones spell the same name. */
  private firstOf(draft: Draft): Draft {
    if (draft.kind !== 'actor') return draft;
    const key = keyOf(draft);
    const first = this.actors.get(key) ?? draft;
    this.actors.set(key, first);
    return first;
  }

  private readonly known = new Map<string, boolean>();
  private knows(name: string): boolean {
    let known = this.known.get(name);
    if (known === undefined) {
      known = snapshotOf(new Map(), this.base, plainSettings).scope('').resolve('actor', name).kind === 'resolved';
      this.known.set(name, known);
    }
    return known;
  }

  /** The cells of a row that its event does not give back. */
  private lacking(row: Row, back: Pick<Row, 'get'> | undefined): [string, string][] {
    const cells: [string, string][] = [];
    for (const [column, text] of row) {
      // Where the export would leave the event out, nothing comes back.
      if (this.importer.codebook(column) === null || (back && (back.get(column) ?? '') === text)) continue;
      cells.push([column, text]);
    }
    return cells;
  }

  /** The events of some rows with all that they rest on. */
  private snapshotOf(read: readonly Imported[], exportsAs: string, texts: Texts): Snapshot {
    const byFile = new Map<string, string[]>();
    const defined = new Set<string>();
    for (const { event, definitions, file, report, kept = [] } of read) {
      const blocks = byFile.get(file) ?? [texts.of(report)];
      byFile.set(file, blocks);
      for (const draft of definitions) {
        if (defined.has(keyOf(draft)) || (draft.kind === 'actor' && this.knows(draft.title))) continue;
        defined.add(keyOf(draft));
        blocks.push(texts.of(this.firstOf(draft)));
      }
      blocks.push(texts.with(event, codedText(exportsAs, kept)));
    }
    const files = [...byFile].map(([file, blocks]) => {
      const uri = `import:/${file}`;
      return [uri, { uri, tree: parse(blocks.join('\n')) }] as const;
    });
    return snapshotOf(new Map(files), this.base, plainSettings);
  }
}

/** The texts of drafts, each made once: what is written has been read before. */
class Texts {
  private readonly known = new Map<Draft, readonly [before: string, after: string]>();

  of(draft: Draft): string {
    return this.with(draft, '');
  }

  /** The text of an event with what is coded of it. */
  with(draft: Draft, coded: string): string {
    let around = this.known.get(draft);
    if (!around) {
      around = draftAround(draft);
      this.known.set(draft, around);
    }
    const [before, after] = around;
    return before + codedLines(coded) + after;
  }
}

/** Equal for drafts of one definition: ids of sources and places say all that is in them, and names that only case or accents tell apart are one. */
const keyOf = ({ kind, title, fields }: Draft): string =>
  kind === 'actor' ? `actor ${keyOfName(title)}` : `${kind} ${fields.find(([key]) => key === 'id')?.[1] ?? title}`;

const keys = new Recent<string, string>(2048);

function keyOfName(name: string): string {
  let key = keys.get(name);
  if (key === undefined) {
    // A name of nothing but signs has no key.
    key = lightKey(name) || name;
    keys.set(name, key);
  }
  return key;
}

const count = (counts: Map<string, number>, what: string): void => void counts.set(what, (counts.get(what) ?? 0) + 1);
