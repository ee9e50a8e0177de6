// Which columns of another codebook some reports carry in `coded`, for a table that must know its columns before its rows.
import type { Snapshot } from '../semantics/snapshot';
import { fieldsOf, linesOf } from '../syntax/tree';
import { codedOf } from './coded';
import type { CodedColumns, ExportOptions } from './exporter';
import { noSecrets, secretsOf } from './private';

/** Those of events that may show. Nothing is looked at before it is asked for. */
export function codedColumns(
  snapshot: Snapshot,
  uris: readonly string[],
  { includePrivate }: Pick<ExportOptions, 'includePrivate'>,
): CodedColumns {
  return codebook => {
    const carrying = [...new Set(uris)]
      .flatMap(uri => snapshot.files.get(uri)?.tree.blocks ?? [])
      .filter(({ kind }) => kind === 'event')
      .flatMap(block =>
        fieldsOf(block, 'coded')
          .filter(({ value }) => value.includes(codebook))
          .map(field => ({ block, field, text: linesOf(field).join('\n') })),
      )
      .filter(({ text }) => codedOf(text, codebook).size > 0);
    if (!carrying.length) return [];
    const secrets = includePrivate ? noSecrets : secretsOf(snapshot);
    const shown = carrying.filter(
      ({ block, field, text }) => !secrets.hides(block) && !secrets.hidesField(block, field) && !secrets.names(text),
    );
    return [...new Set(shown.flatMap(({ text }) => [...codedOf(text, codebook).keys()]))];
  };
}
