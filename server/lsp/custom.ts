// The requests of our own: export, and a look at how a file was read.
import {
  type CancellationToken,
  type Connection,
  LSPErrorCodes,
  ResponseError,
  WorkDoneProgress,
} from 'vscode-languageserver';
import { exporting, jsonText } from '../exchange/json';
import { readBlock } from '../semantics/events';
import { meaningOf } from '../semantics/meaning';
import { mentionsIn } from '../semantics/mentions';
import type { Snapshot } from '../semantics/snapshot';
import type { ExportParams, ExportResult, TreeParams, TreeResult } from './protocol';
import { inSlices } from './slices';
import type { Workspace } from './workspace';

export function answerCustom(connection: Connection, workspace: Workspace, ready: Promise<void>): void {
  connection.onRequest('qalam/export', async (params: ExportParams, cancelled: CancellationToken) => {
    const { workDoneToken: token } = params;
    const report = (value: object) => {
      if (token !== undefined) void connection.sendProgress(WorkDoneProgress.type, token, value as never);
    };
    report({ kind: 'begin', title: 'Exporting', percentage: 0, cancellable: true });
    try {
      await ready;
      return await exportAll(workspace.snapshot(), params, cancelled, percentage =>
        report({ kind: 'report', percentage }),
      );
    } finally {
      report({ kind: 'end' });
    }
  });

  connection.onRequest('qalam/tree', async ({ uri }: TreeParams): Promise<TreeResult> => {
    await ready;
    return { text: describe(workspace.snapshot(), uri) };
  });
}

/** The snapshot stays as it was when the export began. */
async function exportAll(
  snapshot: Snapshot,
  { uris, includePrivate }: ExportParams,
  cancelled: CancellationToken,
  progress: (percentage: number) => void,
): Promise<ExportResult | ResponseError<void>> {
  const work = exporting(snapshot, uris ?? [...snapshot.files.keys()].sort(), { includePrivate });
  const done = await inSlices(work, step => {
    progress(Math.floor((100 * step.done) / Math.max(1, step.total)));
    return cancelled.isCancellationRequested;
  });
  if (!done) return new ResponseError(LSPErrorCodes.RequestCancelled, 'The export was called off.');
  const { document, losses } = done;
  return { text: jsonText(document), events: document.events.length, losses };
}

/** The blocks of a file with their fields, faults and what each name resolved to; for whoever works on Qalam itself. */
function describe(snapshot: Snapshot, uri: string): string {
  const file = snapshot.files.get(uri);
  if (!file) return `There is no ${uri} in the workspace.\n`;
  const scope = snapshot.scope(uri);
  const { blocks, starts } = file.tree;
  return blocks
    .map((block, i) => {
      const { fields } = readBlock(block, scope);
      return [
        `${starts[i]}–${starts[i]! + block.end} ${block.kind} ${block.title ? JSON.stringify(block.title.text) : '(no title)'}`,
        ...block.faults.map(({ code, span }) => `  ${span.start}–${span.end} ${code}`),
        ...fields.map(
          ({ field, value }) => `  ${field.key.span.start}–${field.valueSpan.end} ${field.key.text}: ${value.kind}`,
        ),
        ...mentionsIn(block).map(mention => {
          const known = mention.topic === 'place' || mention.topic === 'actor';
          const meaning = known ? meaningOf(mention, scope) : undefined;
          const id = meaning?.kind === 'resolved' ? meaning.entity.id : (meaning?.kind ?? '');
          return `  ${mention.span.start}–${mention.span.end} ${mention.role} of ${mention.topic} “${mention.text}” ${id}`.trimEnd();
        }),
      ].join('\n');
    })
    .join('\n\n')
    .concat('\n');
}
