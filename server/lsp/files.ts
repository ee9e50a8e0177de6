// Which reports the workspace has and what stands in them: from the host where it can look, from the client where it cannot.
import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { Host } from './host';
import { nearestFirst } from './nearestFirst';
import type { FilesResult, ReadResult } from './protocol';
import type { Workspace } from './workspace';

/** How long reading takes, in ms, before an author is shown how far it is. */
const WORTH_TELLING = 500;

/** Reads all reports below the folders into the workspace, those nearest to what is open first, but for the open ones. */
export async function readFolders(
  folders: readonly string[],
  workspace: Workspace,
  open: ReadonlySet<string>,
  host: Host,
  connection: Connection,
  showsProgress: boolean,
): Promise<void> {
  const listed = await Promise.all(folders.map(folder => host.files(folder)));
  const uris = listed.every(list => list !== undefined)
    ? listed.flat()
    : (await connection.sendRequest<FilesResult>('qalam/files')).uris;
  const isOpen = (uri: string) => open.has(uri);
  const started = performance.now();
  let progress: WorkDoneProgressServerReporter | undefined;
  let done = 0;
  for (const uri of nearestFirst(uris, [...open])) {
    if (!isOpen(uri)) await readFile(uri, workspace, isOpen, host, connection);
    done++;
    if (!progress && showsProgress && performance.now() - started > WORTH_TELLING) {
      progress = await connection.window.createWorkDoneProgress();
      progress.begin('Qalam: reading reports', 0);
    }
    progress?.report(Math.floor((100 * done) / uris.length), `${done} of ${uris.length}`);
  }
  progress?.done();
}

/** The text of a file, from the host or else from the client; null when there is none. */
export async function textOf(uri: string, host: Host, connection: Connection): Promise<string | null> {
  const own = await host.read(uri);
  if (own !== undefined) return own;
  const answer = await connection.sendRequest<ReadResult | null>('qalam/read', { uri });
  return answer?.text ?? null;
}

/** Reads one report anew. One that cannot be read, or is gone, leaves the workspace. */
export async function readFile(
  uri: string,
  workspace: Workspace,
  isOpen: (uri: string) => boolean,
  host: Host,
  connection: Connection,
): Promise<void> {
  try {
    const text = await textOf(uri, host, connection);
    if (isOpen(uri)) return;
    if (text === null) workspace.delete(uri);
    else workspace.set(uri, text);
  } catch (error) {
    if (!isOpen(uri)) workspace.delete(uri);
    connection.console.warn(`${uri} cannot be read and is left out: ${reasonOf(error)}.`);
  }
}

/** What a system says of a file, without its own code and the path. */
function reasonOf(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  return /^[A-Z]+: ([^,]+),/.exec(said)?.[1] ?? said.replace(/\.$/, '');
}
