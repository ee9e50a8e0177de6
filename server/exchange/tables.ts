// Reports as tables for R, pandas and databases: the columns follow from the vocabulary.
import { datePrec, geoPrecision, timePrecision, wherePrec } from '../semantics/precision';
import { type BlockKind, blockSpec } from '../syntax/vocabulary';
import type { ExportedCount, JsonObject } from './document';
import { columnsOf, member, type Row, snake } from './fieldColumns';
import { dateOf, divisionsOf, type EventRecord, type ExportRecord, placeOf } from './record';
import { type Cell, type CellType, type Column, column } from './table';

export interface Table {
  readonly name: string;
  readonly means: string;
  readonly columns: readonly Column<Row>[];
  /** The rows of a block. */
  rows(record: ExportRecord): readonly Row[];
  /** Its rows belong to events, which have a country and a year. */
  readonly ofEvents: boolean;
}

const plain = (name: string, type: CellType, means: string, cell: (row: Row) => Cell | undefined) =>
  column<Row>(name, type, '', means, cell);
const said = (name: string, means: string, json = name) =>
  column<Row>(name, 'text', json, means, row => member<string>(row, json));

const event = ({ record }: Row): EventRecord => record as EventRecord;

/** What follows from an event, beside what is written of it. */
const derived: readonly Column<Row>[] = [
  plain(
    'sub_event_type',
    'text',
    'ACLED’s sub-event type that the type is or belongs to; empty for a posture.',
    ({ part }) => part.subEventType as string | null,
  ),
  plain('family', 'text', 'ACLED’s event type; empty for a posture.', ({ part }) => part.family as string | null),
  plain(
    'disorder',
    'text',
    'ACLED’s disorder type; empty for a posture.',
    ({ part }) => part.disorder as string | null,
  ),
  plain('date_prec', 'integer', 'UCDP’s code.', row => codeOf(dateOf(event(row)), datePrec)),
  plain('time_precision', 'integer', 'ACLED’s code.', row => codeOf(dateOf(event(row)), timePrecision)),
  plain('where_prec', 'integer', 'UCDP’s code.', row => codeOf(placeOf(event(row), 'place'), wherePrec)),
  plain('geo_precision', 'integer', 'ACLED’s code.', row => codeOf(placeOf(event(row), 'place'), geoPrecision)),
  plain(
    'admin1',
    'text',
    'The first-level division the place lies in.',
    row => divisionsOf(placeOf(event(row), 'place'))[0],
  ),
  plain('admin2', 'text', 'The district it lies in.', row => divisionsOf(placeOf(event(row), 'place'))[1]),
];

const codeOf = <Value>(value: Value | null, code: (value: Value) => number | null): number | null =>
  value && code(value);

/** The table of a kind of block. That of groups is not called after their member, for who took part has that name. */
export const tableOf = (kind: BlockKind): string => (kind === 'actor' ? 'groups' : snake(blockSpec(kind).json));

/** A table of one kind of block, a row each. */
function blocks(kind: BlockKind, head: readonly Column<Row>[], more: readonly Column<Row>[] = []): Table {
  const fields = blockSpec(kind).fields.filter(field => !(kind === 'event' && field.repeats));
  const own = fields.flatMap(field =>
    head.some(({ name: taken }) => taken === snake(field.json)) ? [] : columnsOf(field),
  );
  return {
    name: tableOf(kind),
    means: blockSpec(kind).means,
    columns: [
      ...head,
      plain('file', 'text', 'The file it stands in.', ({ part }) => part.file as string),
      ...own,
      ...more,
    ],
    rows: record => (record.kind === kind ? [{ record, part: record.json }] : []),
    ofEvents: kind === 'event',
  };
}

const id = plain('id', 'text', 'Unique among them.', ({ part }) => part.id as string | null);
const name = plain('name', 'text', 'Its name.', ({ part }) => part.name as string | null);
const ofEvent = plain('event', 'text', 'Id of the event.', ({ record }) => record.json.id as string);

/** A table of the parts of events, a row each. */
const parts = (
  table: string,
  means: string,
  columns: readonly Column<Row>[],
  of: (record: EventRecord) => readonly JsonObject[],
): Table => ({
  name: table,
  means,
  columns: [ofEvent, ...columns],
  rows: record => (record.kind === 'event' ? of(record).map(part => ({ record, part })) : []),
  ofEvents: true,
});

interface Count extends ExportedCount {
  readonly parts?: readonly JsonObject[];
  readonly others?: readonly Count[];
  readonly source?: { readonly text: string } & JsonObject;
}

/** The figures of an event: those of kinds of people one by one, and what other sources say instead. */
function figuresOf({ json }: EventRecord): JsonObject[] {
  return counts.flatMap(({ json: what }) => {
    const count = json[what] as Count | undefined;
    return count ? [count, ...(count.others ?? [])].flatMap((one, i) => rowsOfCount(one, what, i + 1)) : [];
  });
}

const rowsOfCount = ({ parts, source, text, low, best, high }: Count, what: string, figure: number): JsonObject[] =>
  (parts ?? [{ text, low, best, high, category: null }]).map(part => ({
    ...part,
    what,
    figure,
    line: text,
    source: source?.text ?? null,
  }));

const counts = blockSpec('event').fields.filter(({ value }) => value === 'count');

const number = (key: string, means: string) =>
  column<Row>(
    key,
    'integer',
    counts.map(({ json }) => `${json}.parts ${json}.others ${json}.source`).join(' '),
    means,
    row => member<number>(row, key),
  );

/** Every table, those of events first. `event` in the others is the `id` of the first. */
export const tables: readonly Table[] = [
  blocks(
    'event',
    [id, plain('report', 'text', 'Title of the report.', ({ part }) => part.report as string | null)],
    derived,
  ),
  parts(
    'actors',
    'Who took part in each event, a row for each.',
    [
      column<Row>(
        'actor',
        'text',
        'actors',
        'Id of its entry, or of a generic actor; empty when not known.',
        ({ part }) => part.id as string | null,
      ),
      said('name', 'Its canonical name; empty when not known.'),
      said('written', 'The name as written.', 'text'),
      said('role', 'The role it plays.'),
      said('kind', 'What sort of actor it is.'),
    ],
    ({ json }) => json.actors,
  ),
  parts(
    'figures',
    'People killed, injured, captured and displaced in each event, a row for each kind of people told apart.',
    [
      plain('what', 'text', 'killed, injured, captured or displaced.', ({ part }) => part.what as string),
      plain(
        'counts',
        'boolean',
        'It is the one that events has; false for what another source says instead.',
        row => member<number>(row, 'figure') === 1,
      ),
      plain('figure', 'integer', '1 for the one that events has, and on for those of other sources.', row =>
        member<number>(row, 'figure'),
      ),
      plain('line', 'text', 'The figure with all its kinds of people, as written.', row => member<string>(row, 'line')),
      plain('source', 'text', 'Whose figure it is, where the line says so.', row => member<string>(row, 'source')),
      said('category', 'The kind of people; empty for a figure that is not split.'),
      said('written', 'The figure as written.', 'text'),
      number('low', 'The least; empty when the words give no bound.'),
      number('best', 'The likeliest; empty when the words give none.'),
      number('high', 'The most; empty when the words give no bound.'),
    ],
    figuresOf,
  ),
  parts(
    'citations',
    'Which sources each event cites, a row for each.',
    [
      column<Row>(
        'source',
        'text',
        'sources',
        'Id of the source; empty when it is not defined.',
        ({ part }) => part.id as string | null,
      ),
      said('attribution', 'Whom the source cites.'),
      said('reliability', 'The letter of its grade, where the line has one.'),
      said('credibility', 'The digit of its grade, where the line has one.'),
      said('written', 'The line as written.', 'text'),
    ],
    ({ json }) => json.sources,
  ),
  blocks('source', [id]),
  blocks('place', [id, name]),
  blocks('actor', [id, name]),
  blocks('event type', [name]),
  blocks('report', [plain('title', 'text', 'The title of the report.', ({ part }) => part.title as string | null)]),
];
