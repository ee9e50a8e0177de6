// Which reports the workspace has and what stands in them: from the host where it can look, from the client where it cannot.
import type { Connection } from 'vscode-languageserver';
import type { Host } from './host';
import type { FilesResult, ReadResult } from './protocol';
import type { Workspace } from './workspace';

/** Reads all reports below the folders into the workspace, but for those the editor has open. */
export async function readFolders(
  folders: readonly string[],
  workspace: Workspace,
  isOpen: (uri: string) => boolean,
  host: Host,
  connection: Connection,
): Promise<void> {
  const listed = await Promise.all(folders.map(folder => host.files(folder)));
  const uris = listed.every(list => list !== undefined)
    ? listed.flat()
    : (await connection.sendRequest<FilesResult>('qalam/files')).uris;
  for (const uri of uris) if (!isOpen(uri)) await readFile(uri, workspace, isOpen, host, connection);
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
    const text = (await host.read(uri)) ?? (await connection.sendRequest<ReadResult>('qalam/read', { uri })).text;
    if (!isOpen(uri)) workspace.set(uri, text);
  } catch (error) {
    if (!isOpen(uri)) workspace.delete(uri);
    connection.console.warn(`${uri} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}
