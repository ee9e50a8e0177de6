// What is said of an import when it is done.
import { counted } from '../../text/counted';
import type { ImportSummary } from './table';

/** How much has come in, in one line; `files` is the number of files that were written. */
export function toldOf({ events, sources, places, actors }: ImportSummary, files: number, target: string): string {
  if (!files) return 'There is nothing in it to import. No file was written.';
  return `${[
    counted(events, 'event'),
    counted(sources, 'source'),
    counted(places, 'place'),
    counted(actors, 'group'),
  ].join(', ')} in ${counted(files, 'file')} of ${target}.`;
}

/** What was odd, the most frequent first, and what the language does not say: a line each. */
export function odditiesOf({ odd, coded }: ImportSummary): string[] {
  const lines = [...odd]
    .sort(([, a], [, b]) => b.rows - a.rows)
    .map(([what, { rows, first }]) => {
      const more = rows > first.length ? ` and ${(rows - first.length).toLocaleString('en')} more` : '';
      return `${counted(rows, 'row')}: ${what}; kept as they are (${first.join(', ')}${more}).`;
    });
  if (!coded.size) return lines;
  const columns = [...coded]
    .sort(([, a], [, b]) => b - a)
    .map(([column, rows]) => `${column} (${rows.toLocaleString('en')})`);
  return [...lines, `Kept in “coded”, for the language does not say it: ${columns.join(', ')}.`];
}
