// What an export gives back of imported events: the row of each, by its id.
import type { Snapshot } from '../../semantics/snapshot';
import { type ExportOptions, exported, plainly } from '../exporter';
import { formatOf } from '../formats';
import type { Cell } from '../table';
import { eventsOf } from '../walk';
import type { Row, TableImporter } from './importer';

/** Nothing stays out, and nothing is changed on the way. */
const whole: ExportOptions = { ...plainly, includePrivate: true, keepFormulas: true };

/** The rows of all events of a snapshot in a format; none for an event that it leaves out, or makes several rows of. */
export function comeBack(
  importer: TableImporter,
  exportsAs: string,
  snapshot: Snapshot,
): ReadonlyMap<string, Pick<Row, 'get'>> {
  const format = formatOf(exportsAs)!;
  const rows = new Map<string, Pick<Row, 'get'>>();
  if (format.cells) {
    const places = new Map(format.tables[0]!.columns.map(({ name }, i) => [name, i]));
    const cellsOf = (row: readonly Cell[]): Pick<Row, 'get'> => ({
      get(column) {
        const place = places.get(column);
        return place === undefined ? undefined : String(row[place] ?? '');
      },
    });
    for (const record of eventsOf(snapshot, whole)) {
      const [row, ...more] = format.cells(record);
      if (row && !more.length) rows.set(record.json.id, cellsOf(row));
    }
    return rows;
  }
  const { files } = exported(format, snapshot, [...snapshot.files.keys()], whole);
  const table = importer.whole?.(new TextDecoder().decode([...files.values()][0]));
  if (typeof table === 'object') for (const row of table.rows) rows.set(row.get(importer.key) ?? '', row);
  return rows;
}
