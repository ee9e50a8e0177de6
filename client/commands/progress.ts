// A request to the server that may take long: a notification shows how far it is and lets the author call it off.
import * as vscode from 'vscode';
import { type BaseLanguageClient, LSPErrorCodes, ResponseError, WorkDoneProgress } from 'vscode-languageclient';

let asked = 0;

/** The answer, or undefined when it was called off. */
export async function requestWithProgress<Answer>(
  client: BaseLanguageClient,
  method: string,
  params: object,
  title: string,
): Promise<Answer | undefined> {
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, async (progress, cancelled) => {
    const workDoneToken = `${method}-${++asked}`;
    let shown = 0;
    const listening = client.onProgress(WorkDoneProgress.type, workDoneToken, step => {
      if (step.kind === 'end') return;
      const increment = step.percentage === undefined ? 0 : step.percentage - shown;
      shown += increment;
      progress.report({ increment, ...(step.message !== undefined && { message: step.message }) });
    });
    try {
      const answer = await client.sendRequest<Answer>(method, { ...params, workDoneToken }, cancelled);
      return cancelled.isCancellationRequested ? undefined : answer;
    } catch (error) {
      if (cancelled.isCancellationRequested && isCancellation(error)) return undefined;
      throw error;
    } finally {
      listening.dispose();
    }
  });
}

function isCancellation(error: unknown): boolean {
  return error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled;
}
