// An editor and the server in one process, joined by two streams: for tests that want the whole protocol and nothing around it.
import { PassThrough } from 'node:stream';
import {
  createConnection,
  createMessageConnection,
  type Diagnostic,
  type InitializeResult,
  type MessageConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { Host } from '../../server/lsp/host';
import { serve } from '../../server/lsp/serve';
import { REST } from '../../server/lsp/slices';
import { wellFormed } from '../../server/lsp/wellFormed';
import { world } from './world';

export interface Session {
  readonly client: MessageConnection;
  readonly initialized: InitializeResult;
  /** Messages the server showed or logged. */
  readonly said: string[];
  open(uri: string, text: string): void;
  change(uri: string, changes: readonly object[]): void;
  /** What was last published for a file, once the server has nothing more to say. */
  diagnostics(uri: string): Promise<readonly Diagnostic[]>;
  stop(): Promise<void>;
}

/** A session over some files on an imagined disk. */
export async function session(
  files: Readonly<Record<string, string>> = {},
  host: Partial<Host> = {},
  /** What the client can do and wants, beyond the usual. */
  more: { readonly capabilities?: object; readonly options?: object } = {},
): Promise<Session> {
  const [up, down] = [new PassThrough(), new PassThrough()];
  serve(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down), wellFormed), {
    gazetteer: async () => world(),
    added: async () => ({ layers: [], refused: [] }),
    files: async folder => Object.keys(files).filter(uri => uri.startsWith(folder) && uri.endsWith('.qalam')),
    read: async uri => files[uri] ?? null,
    ...host,
  });
  const client = createMessageConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  const published = new Map<string, { version: number | undefined; diagnostics: readonly Diagnostic[] }>();
  const said: string[] = [];
  client.onNotification(
    'textDocument/publishDiagnostics',
    ({ uri, version, diagnostics }: PublishDiagnosticsParams) => {
      published.set(uri, { version, diagnostics });
    },
  );
  client.onNotification('window/logMessage', ({ message }: { message: string }) => void said.push(message));
  client.onRequest('window/showMessageRequest', ({ message }: { message: string }) => {
    said.push(message);
    return null;
  });
  client.onRequest('client/registerCapability', () => null);
  client.listen();
  const initialized = await client.sendRequest<InitializeResult>('initialize', {
    processId: null,
    capabilities: more.capabilities ?? { textDocument: { completion: { completionItem: { snippetSupport: true } } } },
    initializationOptions: more.options ?? {},
    workspaceFolders: [{ uri: 'file:///w', name: 'w' }],
  });
  await client.sendNotification('initialized', {});
  const versions = new Map<string, number>();
  return {
    client,
    initialized,
    said,
    open(uri, text) {
      versions.set(uri, 1);
      void client.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'qalam', version: 1, text },
      });
    },
    change(uri, contentChanges) {
      const version = versions.get(uri)! + 1;
      versions.set(uri, version);
      void client.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
    },
    async diagnostics(uri) {
      // A request is answered after the notifications before it; near names are looked for after a rest.
      for (let quiet = 0; quiet < 3; ) {
        const before = published.get(uri);
        await client.sendRequest('textDocument/foldingRange', { textDocument: { uri } });
        await new Promise(resume => setTimeout(resume, REST / 2));
        quiet = before && before === published.get(uri) && before.version === versions.get(uri) ? quiet + 1 : 0;
      }
      return published.get(uri)!.diagnostics;
    },
    async stop() {
      await client.sendRequest('shutdown');
      await new Promise(resume => setTimeout(resume, 50)); // what the server was about to say is said
      client.dispose();
    },
  };
}
