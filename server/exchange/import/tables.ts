// The tables of a CSV export of our own, joined to the blocks that they were made of.
import { countryName } from '../../gazetteer/countries';
import { type BlockKind, blockKinds, blockSpec, type FieldSpec } from '../../syntax/vocabulary';
import { withForeign } from '../coded';
import type { Json, JsonObject } from '../document';
import { snake } from '../fieldColumns';
import { listIn } from '../lists';
import { tableOf, tables } from '../tables';
import { type Block, blockOf } from './document';
import type { Row } from './importer';

/** The rows of some tables, by the name of the table. */
export type Tables = ReadonlyMap<string, readonly Row[]>;

/** Every block of the tables, in the order of their rows. Tables that are not there have no rows; columns that are not, no values. */
export function blocksOfTables(read: Tables): Block[] {
  const rowsOf = (table: string) => read.get(table) ?? [];
  const parts = {
    actors: byEvent(rowsOf('actors')),
    figures: byEvent(rowsOf('figures')),
    citations: byEvent(rowsOf('citations')),
  };
  return blockKinds.flatMap(kind => rowsOf(tableOf(kind)).map(row => blockOf(kind, blockIn(kind, row, parts))));
}

const ours: ReadonlySet<string> = new Set(
  tables.find(({ name }) => name === tableOf('event'))!.columns.map(({ name }) => name),
);

type Parts = Readonly<Record<'actors' | 'figures' | 'citations', ReadonlyMap<string, readonly Row[]>>>;

function byEvent(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const events = new Map<string, Row[]>();
  for (const row of rows) {
    const event = row.get('event') ?? '';
    const known = events.get(event);
    if (known) known.push(row);
    else events.set(event, [row]);
  }
  return events;
}

function blockIn(kind: BlockKind, row: Row, parts: Parts): JsonObject {
  const id = row.get('id') ?? '';
  const of = (table: keyof Parts): readonly Row[] => (kind === 'event' && parts[table].get(id)) || [];
  const members: [string, Json][] = ['id', 'name', 'title', 'file'].flatMap((column): [string, Json][] =>
    row.get(column) ? [[column, row.get(column)!]] : [],
  );
  for (const spec of blockSpec(kind).fields) {
    const value =
      spec.value === 'actor'
        ? of('actors').map(actor)
        : spec.value === 'source' && spec.repeats
          ? of('citations').map(one => ({ text: one.get('written') ?? '' }))
          : spec.value === 'count'
            ? counted(row.get(snake(spec.json)) ?? '', snake(spec.json), of('figures'))
            : valueIn(spec, row);
    if (value !== null) members.push([spec.json, value]);
  }
  if (kind === 'event') {
    const coded = withForeign(row.get('coded') ?? '', 'csv', row, ours);
    if (coded) members.push(['coded', coded]);
  }
  return Object.fromEntries(members);
}

const actor = (row: Row): JsonObject => ({
  text: row.get('written') || row.get('name') || '',
  id: row.get('actor') || null,
  role: row.get('role') || null,
});

/** A figure, and those that other sources give instead. */
function counted(text: string, what: string, figures: readonly Row[]): Json {
  if (!text) return null;
  const others = new Map<string, string>();
  for (const one of figures)
    if (one.get('what') === what && one.get('counts') === 'false')
      others.set(one.get('figure') ?? '', one.get('line') ?? '');
  return { text, ...(others.size && { others: [...others.values()].map(line => ({ text: line })) }) };
}

/** What a cell says of a field; null for nothing. */
function valueIn(spec: FieldSpec, row: Row): Json {
  const cell = row.get(snake(spec.json)) ?? '';
  if (cell === '') return null;
  switch (spec.value) {
    case 'date':
    case 'place':
    case 'count':
    case 'source':
    case 'actor':
      return { text: cell };
    case 'names':
      return listIn(cell).map(({ text, date }) => ({ text, date: date === null ? null : { text: date } }));
    case 'countries':
      return listIn(cell).map(({ text }) => ({ text: /^[A-Z]{2}$/.test(text) ? countryName(text) : text }));
    case 'events':
      return listIn(cell).map(({ text }) => text);
    case 'privacy': {
      const fields = listIn(row.get('private_fields') ?? '').map(({ text }) => text);
      return fields.length ? fields : cell === 'true';
    }
    case 'term':
      return spec.repeats ? listIn(cell).map(({ text }) => text) : cell;
    case 'line':
    case 'text':
    case 'language':
    case 'time':
    case 'event':
    case 'url':
    case 'id':
      return cell;
  }
}
