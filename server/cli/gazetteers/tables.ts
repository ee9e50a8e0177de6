// The places of GeoNames tables on the disk, and what in them could not be read.
import type { Entity } from '../../gazetteer/entity';
import { type BadLine, type DivisionNames, divisionOf, readGeonames } from '../../gazetteer/geonames';
import { linesOf } from '../lines';
import { Progress } from '../progress';
import { counted } from '../text';

/** Bad lines that are printed for one file; the rest are counted. */
const MOST_SHOWN = 20;

/** All places of the tables, in order; lines that cannot be read go to `bad`. Throws `Failure` for a table that cannot be opened. */
export function readTables(tables: readonly string[], divisions: DivisionNames, bad: Pick<BadLines, 'add'>): Entity[] {
  const progress = new Progress();
  const places: Entity[] = [];
  for (const table of tables) {
    const lines = linesOf(table, share => progress.at(`Reading ${table}`, share));
    for (const place of readGeonames(lines, divisions, line => bad.add(table, line))) places.push(place);
  }
  progress.done();
  return places;
}

/** The names of divisions that the tables have themselves, as a country's full table does. */
export function divisionsIn(tables: readonly string[]): DivisionNames {
  const names = new Map<string, string>();
  for (const table of tables) {
    for (const line of linesOf(table)) {
      const division = divisionOf(line);
      if (division) names.set(...division);
    }
  }
  return names;
}

/** What could not be read, for the user to mend. */
export class BadLines {
  private readonly byFile = new Map<string, { shown: BadLine[]; more: number }>();

  add(file: string, line: BadLine): void {
    const list = this.byFile.get(file) ?? { shown: [], more: 0 };
    if (list.shown.length < MOST_SHOWN) list.shown.push(line);
    else list.more++;
    this.byFile.set(file, list);
  }

  print(): void {
    for (const [file, { shown, more }] of this.byFile) {
      for (const { line, message } of shown) console.error(`${file}:${line}: ${message}`);
      if (more) console.error(`${file}: and ${counted(more, 'more such line')}`);
    }
  }
}
