// The language server in a browser's worker. The client's first message brings the gazetteer's bytes.
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { IndexError } from './gazetteer/file';
import { openIndex } from './gazetteer/read';
import { serve } from './lsp/serve';
import { wellFormed } from './lsp/wellFormed';

const worker = self as unknown as DedicatedWorkerGlobalScope;

worker.onmessage = ({ data }: MessageEvent<{ gazetteer?: ArrayBuffer }>) => {
  worker.onmessage = null; // the connection listens from here on
  const bytes = data.gazetteer;
  const connection = createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker), wellFormed);
  serve(connection, {
    async gazetteer() {
      if (!bytes) throw new IndexError('The gazetteer is missing from this installation.');
      return openIndex(bytes);
    },
    added: async () => ({ layers: [], refused: [] }),
    files: async () => undefined,
    read: async () => undefined,
  });
};
