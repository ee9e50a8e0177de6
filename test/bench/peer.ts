// A language server as an editor sees it: started, spoken to over standard input and output, timed.
import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import {
  createMessageConnection,
  type MessageConnection,
  ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

interface Published {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly unknown[];
}

export interface AllOf {
  readonly uri: string;
  readonly resultId: string;
  readonly items?: readonly unknown[];
}

export class Peer {
  readonly connection: MessageConnection;
  readonly process: ChildProcess;
  private readonly listeners = new Set<(published: Published) => void>();

  constructor(command: readonly string[], settings: unknown = null) {
    this.process = spawn(process.execPath, [...command], { stdio: ['pipe', 'pipe', 'ignore'] });
    this.connection = createMessageConnection(
      new StreamMessageReader(this.process.stdout!),
      new StreamMessageWriter(this.process.stdin!),
    );
    this.connection.onNotification('textDocument/publishDiagnostics', (published: Published) => {
      for (const listener of [...this.listeners]) listener(published);
    });
    this.connection.onRequest('workspace/configuration', ({ items }: { items: { section: string }[] }) =>
      items.map(({ section }) => (settings as Record<string, unknown> | null)?.[section] ?? null),
    );
    this.connection.onRequest(() => null);
    this.connection.listen();
  }

  /** Without folders the server tells of open files by itself; with them it is asked, and tells of all. */
  async start(...folders: string[]): Promise<void> {
    await this.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: folders.map(uri => ({ uri, name: uri })),
      capabilities: {
        workspace: { configuration: true, ...(folders.length && { diagnostics: { refreshSupport: true } }) },
        textDocument: {
          completion: { completionItem: { snippetSupport: true } },
          ...(folders.length && { diagnostic: {} }),
        },
      },
    });
    await this.connection.sendNotification('initialized', {});
  }

  open(uri: string, languageId: string, text: string): void {
    void this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  change(uri: string, version: number, line: number, character: number, text: string, removed = 0): void {
    const range = { start: { line, character }, end: { line, character: character + removed } };
    void this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range, text }],
    });
  }

  /** The next diagnostics of a file that satisfy the condition. */
  diagnostics(uri: string, accept: (published: Published) => boolean = () => true): Promise<Published> {
    return new Promise(resolve => {
      const listener = (published: Published) => {
        if (published.uri !== uri || !accept(published)) return;
        this.listeners.delete(listener);
        resolve(published);
      };
      this.listeners.add(listener);
    });
  }

  /** What is found in a file, asked for. */
  diagnosticsOf(uri: string): Promise<unknown> {
    return this.asked('textDocument/diagnostic', { textDocument: { uri } });
  }

  /** What is found in all files: answered when all have been looked at, and then not before something has changed. */
  async allDiagnostics(previous: readonly unknown[] = []): Promise<readonly AllOf[]> {
    const answer = await this.asked('workspace/diagnostic', { previousResultIds: previous });
    return (answer as { items: AllOf[] }).items;
  }

  /** Asks, and asks again when the server says that an edit came between. */
  private async asked(method: string, params: object): Promise<unknown> {
    for (;;) {
      try {
        return await this.connection.sendRequest(method, params);
      } catch (error) {
        if (!(error instanceof ResponseError && error.data?.retriggerRequest)) throw error;
      }
    }
  }

  completion(uri: string, line: number, character: number): Promise<unknown> {
    return this.connection.sendRequest('textDocument/completion', {
      textDocument: { uri },
      position: { line, character },
    });
  }

  /** Resident memory in MB; NaN where the system does not say. */
  megabytes(): number {
    try {
      return Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${this.process.pid}/status`, 'utf8'))?.[1]) / 1024;
    } catch {
      return Number.NaN;
    }
  }

  stop(): void {
    this.connection.dispose();
    this.process.kill('SIGKILL');
  }
}

/** Median and 95th percentile. */
export function quantiles(times: readonly number[]): { p50: number; p95: number } {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95) };
}
