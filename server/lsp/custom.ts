// The requests of our own: export, import, and a look at how a file was read.
import {
  type CancellationToken,
  type Connection,
  LSPErrorCodes,
  ResponseError,
  WorkDoneProgress,
} from 'vscode-languageserver';
import { lossText } from '../exchange/document';
import { exporting, Gathered, plainly } from '../exchange/exporter';
import { formatOf, formats } from '../exchange/formats';
import { importerOf, importers } from '../exchange/import/formats';
import { odditiesOf, toldOf } from '../exchange/import/told';
import { importing } from '../exchange/import/whole';
import { timeline } from '../features/timeline';
import { readBlock } from '../semantics/events';
import { meaningOf } from '../semantics/meaning';
import { mentionsIn } from '../semantics/mentions';
import type { Snapshot } from '../semantics/snapshot';
import type {
  ExportedFile,
  ExportParams,
  ExportResult,
  FormatsResult,
  ImportParams,
  ImportResult,
  TimelineResult,
  TreeParams,
  TreeResult,
} from './protocol';
import { inSlices } from './slices';
import type { Workspace } from './workspace';

export function answerCustom(connection: Connection, workspace: Workspace, ready: Promise<void>): void {
  /** Does long work that tells how many per cent are done, to whoever has given a token for that. */
  async function telling<Answer>(
    title: string,
    token: string | number | undefined,
    work: (progress: (percentage: number) => void) => Promise<Answer>,
  ): Promise<Answer> {
    const report = (value: object) => {
      if (token !== undefined) void connection.sendProgress(WorkDoneProgress.type, token, value as never);
    };
    report({ kind: 'begin', title, percentage: 0, cancellable: true });
    try {
      return await work(percentage => report({ kind: 'report', percentage }));
    } finally {
      report({ kind: 'end' });
    }
  }

  connection.onRequest('qalam/export', (params: ExportParams, cancelled: CancellationToken) =>
    telling('Exporting', params.workDoneToken, async progress => {
      await ready;
      return exportAll(workspace.snapshot(), params, cancelled, progress);
    }),
  );

  connection.onRequest('qalam/import', (params: ImportParams, cancelled: CancellationToken) =>
    telling('Importing', params.workDoneToken, async progress => {
      await ready;
      return importAll(workspace.snapshot().base, params, cancelled, progress);
    }),
  );

  connection.onRequest(
    'qalam/formats',
    (): FormatsResult => ({
      formats: formats.map(({ name, title, means, extension, folder }) => ({ name, title, means, extension, folder })),
      imports: importers.map(({ name, title, means, extensions }) => ({ name, title, means, extensions })),
    }),
  );

  connection.onRequest('qalam/timeline', async (): Promise<TimelineResult> => {
    await ready;
    const snapshot = workspace.snapshot();
    const events = timeline(snapshot).map(({ span, ...event }) => ({
      ...event,
      ...snapshot.files.get(event.uri)!.tree.text.positionAt(span.start),
    }));
    return { events };
  });

  connection.onRequest('qalam/tree', async ({ uri }: TreeParams): Promise<TreeResult> => {
    await ready;
    return { text: describe(workspace.snapshot(), uri) };
  });
}

/** The snapshot stays as it was when the export began. */
async function exportAll(
  snapshot: Snapshot,
  { format: name, uris, includePrivate, partition = false, byteOrderMark = false, redactKm = 0 }: ExportParams,
  cancelled: CancellationToken,
  progress: (percentage: number) => void,
): Promise<ExportResult | ResponseError<void>> {
  const format = formatOf(name);
  if (!format) return new ResponseError(LSPErrorCodes.RequestFailed, `There is no export format “${name}”.`);
  const options = { ...plainly, includePrivate, partition, byteOrderMark, redactKm };
  const gathered = new Gathered();
  const work = exporting(format, snapshot, uris ?? [...snapshot.files.keys()].sort(), options);
  const done = await inSlices(watched(work, gathered), step => {
    progress(Math.floor((100 * step.done) / Math.max(1, step.total)));
    return cancelled.isCancellationRequested;
  });
  if (!done) return new ResponseError(LSPErrorCodes.RequestCancelled, 'The export was called off.');
  const files = [...gathered.whole()].map(([path, bytes]) => fileOf(path, bytes));
  return { files, events: done.events, losses: done.losses.map(loss => ({ ...loss, message: lossText(loss) })) };
}

/** Names are looked up in what lies below the workspace: an import does not rest on what happens to be open. */
async function importAll(
  base: Snapshot['base'],
  { format, name, text, target }: ImportParams,
  cancelled: CancellationToken,
  progress: (percentage: number) => void,
): Promise<ImportResult | ResponseError<void>> {
  const importer = importerOf(format);
  if (!importer) return new ResponseError(LSPErrorCodes.RequestFailed, `There is no import format “${format}”.`);
  const done = await inSlices(importing(importer, text, base), share => {
    progress(Math.floor(100 * share));
    return cancelled.isCancellationRequested;
  });
  if (done === undefined) return new ResponseError(LSPErrorCodes.RequestCancelled, 'The import was called off.');
  if (typeof done === 'string') return new ResponseError(LSPErrorCodes.RequestFailed, `${name} ${done}`);
  const { files, summary, losses } = done;
  return {
    files: [...files].map(([path, text]) => ({ path, text })),
    told: toldOf(summary, files.size, target),
    oddities: [...losses, ...odditiesOf(summary)],
  };
}

/** Gathers what is written on the way. */
function* watched(work: ReturnType<typeof exporting>, gathered: Gathered): typeof work {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    for (const piece of step.value.pieces) gathered.add(piece);
    yield step.value;
  }
}

const fileOf = (path: string, bytes: Uint8Array): ExportedFile =>
  path.endsWith('.parquet')
    ? { path, base64: base64Of(bytes) }
    : { path, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) };

/** Base64 (RFC 4648), in pieces that fit on the stack; the same in Node and in a browser. */
function base64Of(bytes: Uint8Array): string {
  let binary = '';
  for (let from = 0; from < bytes.length; from += 8192)
    binary += String.fromCharCode(...bytes.subarray(from, from + 8192));
  return btoa(binary);
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
