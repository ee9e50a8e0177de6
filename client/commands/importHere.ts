// An import without the command line: the server makes the reports in memory, and they are written through VS Code, wherever that is.
import * as vscode from 'vscode';
import type { ImportFormat, ImportParams, ImportResult } from '../../server/lsp/protocol';
import type { Connection } from '../connection';
import type { Written } from '../program';
import { writeFolder } from '../write';
import { requestWithProgress } from './progress';

/** Largest file in MB: its text and its reports are in memory together. */
const LARGEST = 32;

/** Imports, and gives what is said of it; undefined when the author called it off. Nothing is written before all of it is made. */
export async function importHere(
  { client }: Connection,
  format: ImportFormat,
  table: vscode.Uri,
  folder: vscode.Uri,
): Promise<Written | undefined> {
  const [name, target] = [table, folder].map(uri => vscode.workspace.asRelativePath(uri)) as [string, string];
  const params: ImportParams = { format: format.name, name, text: await textOf(table, name), target };
  const title = `Importing ${name}`;
  const result = await requestWithProgress<ImportResult>(client, 'qalam/import', params, title);
  if (!result || !(await mayWrite(folder, target, result))) return undefined;
  const { files, told, oddities } = result;
  await writeFolder(folder, new Map(files.map(({ path, text }) => [path, new TextEncoder().encode(text)])), true);
  return { stdout: `${told}\n`, stderr: oddities.map(line => `${line}\n`).join(''), code: 0 };
}

/** The text of a file: UTF-8, or UTF-16 where a byte order mark says so. */
async function textOf(file: vscode.Uri, name: string): Promise<string> {
  const { size } = await vscode.workspace.fs.stat(file);
  if (size > LARGEST << 20)
    throw new Error(
      `${name} is larger than ${LARGEST} MB. Import it in VS Code on a computer, or with “qalam import” on the command line.`,
    );
  const bytes = await vscode.workspace.fs.readFile(file);
  const [first, second] = bytes;
  const marked =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(marked, { fatal: true }).decode(bytes);
  } catch {
    throw new Error(`${name} is not UTF-8 text. Save it as UTF-8 first.`);
  }
}

/** Reports of the same names are written over only if the author says so. */
async function mayWrite(folder: vscode.Uri, target: string, { files }: ImportResult): Promise<boolean> {
  const there = await Promise.all(
    files.map(({ path }) =>
      vscode.workspace.fs.stat(vscode.Uri.joinPath(folder, path)).then(
        () => [path],
        () => [],
      ),
    ),
  );
  const taken = there.flat();
  if (!taken.length) return true;
  const which = taken.slice(0, 3).join(', ') + (taken.length > 3 ? ` and ${taken.length - 3} more` : '');
  const over = 'Write Over Them';
  return (await vscode.window.showWarningMessage(`${target} has ${which} already.`, { modal: true }, over)) === over;
}
