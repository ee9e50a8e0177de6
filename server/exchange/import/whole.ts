// A file that is imported as a whole, in memory: the texts of the reports it becomes.
import type { Layer } from '../../gazetteer/read';
import { cellsLacking, columnsOf, recordsOf, rowOf } from './csv';
import { importBlocks } from './document';
import type { Importer } from './formats';
import type { Row, TableImporter } from './importer';
import { type Addition, type ImportSummary, TableImport } from './table';

/** Texts by the paths of their files, and what is told of them. */
export interface WholeImport {
  readonly files: ReadonlyMap<string, string>;
  readonly summary: ImportSummary;
  /** What the file has and the language does not: one line each. */
  readonly losses: readonly string[];
}

/** Rows between two steps. */
const STRIDE = 50;

/** Where a report is written, within a folder whatever the file says of it: `/`-separated, with its ending. */
export function reportPath(name: string): string {
  const parts: string[] = [];
  for (const part of name.split(/[/\\]/)) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return (parts.join('/') || 'reports').replace(/(\.qalam)?$/i, '.qalam');
}

/** Texts that grow, a blank line between what is added. */
class Growing {
  readonly files = new Map<string, string[]>();

  add(additions: readonly Addition[]): void {
    for (const { file, text } of additions) {
      const path = reportPath(file);
      const known = this.files.get(path);
      if (known) known.push(text);
      else this.files.set(path, [text]);
    }
  }

  whole(): Map<string, string> {
    return new Map([...this.files].map(([path, texts]) => [path, texts.join('\n')]));
  }
}

/** Imports a text; steps tell the share that is done, from 0 to 1. A sentence behind the name of the file, when it cannot be imported. */
export function* importing(
  importer: Importer,
  text: string,
  base: readonly Layer[],
): Generator<number, WholeImport | string> {
  if ('blocks' in importer) {
    const blocks = importer.blocks(text);
    if (typeof blocks === 'string') return `cannot be imported. ${blocks}`;
    yield 0;
    const { files, counted, losses } = importBlocks(blocks, base);
    const growing = new Growing();
    growing.add([...files].map(([file, text]) => ({ file, text })));
    const { event: events, source: sources, place: places, actor: actors } = counted;
    const summary = { events, sources, places, actors, odd: new Map(), coded: new Map() };
    return { files: growing.whole(), summary, losses };
  }
  const table = importer.whole ? wholeTable(importer, text) : csvTable(importer, text);
  if (typeof table === 'string') return table;
  const { rows, odd } = table;
  const work = new TableImport(table.importer, base);
  for (const [what, which] of odd) work.note(what, which);
  const growing = new Growing();
  for (let i = 0; i < rows.length; i += STRIDE) {
    growing.add(work.take(rows.slice(i, i + STRIDE)));
    yield Math.min(1, (i + STRIDE) / rows.length);
  }
  return { files: growing.whole(), summary: work.summary(), losses: [] };
}

interface Table {
  readonly importer: TableImporter;
  readonly rows: readonly Row[];
  readonly odd: readonly (readonly [what: string, which: string])[];
}

function wholeTable(importer: TableImporter, text: string): Table | string {
  const table = importer.whole!(text);
  return typeof table === 'string' ? `cannot be imported. ${table}` : { ...table, odd: [] };
}

function csvTable(importer: TableImporter, text: string): Table | string {
  const records = recordsOf(text);
  if (typeof records === 'string') return `cannot be read: ${records}.`;
  const [header, ...rows] = records;
  if (!header) return 'is empty: it has no line with the names of columns.';
  const columns = columnsOf(importer, header);
  if (typeof columns === 'string') return columns;
  const odd = rows.flatMap((cells, i): [string, string][] => {
    const what = cellsLacking(columns, cells);
    return what ? [[what, `row ${(i + 1).toLocaleString('en')}`]] : [];
  });
  return {
    importer: importer.variant?.(columns) ?? importer,
    rows: rows.map(cells => rowOf(columns, cells)),
    odd,
  };
}
