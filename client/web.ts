// The extension's entry in a browser: the server is a web worker, which is handed the gazetteer before it is asked anything.
import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import type { Connection } from './connection';
import { start } from './extension';

let connection: Connection | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const shipped = (...parts: string[]) =>
    vscode.workspace.fs.readFile(vscode.Uri.joinPath(context.extensionUri, 'dist', ...parts));
  let worker: Worker | undefined;
  context.subscriptions.push({ dispose: () => worker?.terminate() });

  connection = await start(context, async options => {
    worker?.terminate();
    const [code, index] = await Promise.all([shipped('web', 'server.js'), shipped('gazetteer.bin')]);
    worker = workerFrom(code);
    const gazetteer = index.slice().buffer;
    worker.postMessage({ gazetteer }, [gazetteer]);
    return new LanguageClient('qalam', 'Qalam', worker, options);
  });
}

export async function deactivate(): Promise<void> {
  await connection?.stop();
}

/** VS Code refuses a worker whose script lies on a remote machine, and never one made from a Blob. */
function workerFrom(code: Uint8Array): Worker {
  const url = URL.createObjectURL(new Blob([code.slice()], { type: 'text/javascript' }));
  try {
    return new Worker(url, { name: 'Qalam' });
  } finally {
    setTimeout(() => URL.revokeObjectURL(url), 30_000);
  }
}
