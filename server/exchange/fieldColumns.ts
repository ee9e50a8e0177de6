// The columns that fields of the vocabulary make in a table: the words of each, then what they mean.
import { isDay } from '../semantics/dates';
import type { FieldSpec } from '../syntax/vocabulary';
import type { ExportedDate, Json, JsonObject } from './document';
import { listText } from './lists';
import type { ExportRecord } from './record';
import { type Cell, type CellType, type Column, column } from './table';

/** A row: its block, and the part of it that the row is about. */
export interface Row<Part extends JsonObject = JsonObject> {
  readonly record: ExportRecord;
  readonly part: Part;
}

/** `formerNames` → `former_names`. */
export const snake = (name: string): string => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);

/** A member of the part at hand; undefined where it has none. */
export const member = <Type extends Json>({ part }: Row, name: string): Type | undefined =>
  part[name] as Type | undefined;

/** What stands in a list, in one cell. */
function listed(value: Json | undefined): string | null {
  if (!Array.isArray(value)) return typeof value === 'string' ? value : null;
  return listText(
    value.map((one: Json) => {
      if (typeof one !== 'object' || one === null) return { text: String(one), date: null };
      const { text, code, date } = one as { text: string; code?: string | null; date?: ExportedDate | null };
      return { text: code ?? text, date: date?.text ?? null };
    }),
  );
}

/** Of what is private: whether anything is. */
const isThere = (value: Json | undefined): boolean | undefined =>
  Array.isArray(value) ? true : (value as boolean | undefined);

const day = (bound: Cell | undefined): string | null => (typeof bound === 'string' && isDay(bound) ? bound : null);

/** What stands beside the words of a value, in columns that are called after the field and the member. */
const beside = {
  date: [
    ['earliest', 'day', 'First possible day; empty when open or unknown.'],
    ['latest', 'day', 'Last possible day; empty when open or unknown.'],
    ['approximate', 'boolean', 'Marked with ~.'],
    ['uncertain', 'boolean', 'Marked with ?.'],
  ],
  place: [
    ['relation', 'text', 'at, near, offset, between, along or in.'],
    ['id', 'text', 'Id of the entry it is, or is told by.'],
    ['name', 'text', 'Name of that entry.'],
    ['latitude', 'number', 'WGS 84 decimal degrees.'],
    ['longitude', 'number', 'WGS 84 decimal degrees.'],
    ['uncertaintyKm', 'number', 'Radius within which it lies around the point.'],
    ['country', 'text', 'ISO 3166-1 alpha-2.'],
  ],
  count: [
    ['low', 'integer', 'The least; empty when the words give no bound.'],
    ['best', 'integer', 'The likeliest; empty when the words give none.'],
    ['high', 'integer', 'The most; empty when the words give no bound.'],
  ],
} as const satisfies Record<string, readonly (readonly [member: string, type: CellType, says: string])[]>;

/** The columns that a field makes: its words, then what they mean. */
export function columnsOf(spec: FieldSpec): Column<Row>[] {
  const { json, means } = spec;
  const name = snake(json);
  const own = (type: CellType, cell: (row: Row) => Cell | undefined, says = means) =>
    column(name, type, json, says, cell);
  const text = own('text', row => member<JsonObject & { text: string }>(row, json)?.text, `${means} As written.`);
  switch (spec.value) {
    case 'date':
    case 'place':
    case 'count':
      return [
        text,
        ...beside[spec.value].map(([key, type, says]) =>
          column<Row>(`${name}_${snake(key)}`, type, json, says, row => {
            const value = member<JsonObject>(row, json)?.[key] as Cell | undefined;
            return type === 'day' ? day(value) : value;
          }),
        ),
      ];
    case 'names':
    case 'countries':
    case 'events':
      return [own('text', row => listed(member(row, json)), `${means} Separated by semicolons.`)];
    case 'source':
      return [text];
    case 'actor':
      return [];
    case 'privacy':
      return [
        own('boolean', row => isThere(member(row, json))),
        column<Row>(
          `${name}_fields`,
          'text',
          json,
          'Which of its fields are, when not all; separated by semicolons.',
          row => (Array.isArray(member(row, json)) ? listed(member(row, json)) : null),
        ),
      ];
    case 'line':
    case 'text':
    case 'language':
    case 'time':
    case 'event':
    case 'url':
    case 'term':
    case 'id':
      return [own('text', row => listed(member(row, json)))];
  }
}
