// What the export command asks: in one list which reports, how much of them and in which format; then where to put them.
import * as vscode from 'vscode';
import type { Format } from '../../server/lsp/protocol';
import { reports } from '../files';

/** The open report, all of them, or some by their addresses. */
export type Scope = 'file' | 'workspace' | readonly vscode.Uri[];

export interface Choice {
  readonly scope: Scope;
  readonly format: Format;
  readonly includePrivate: boolean;
  /** Radius in km to which coordinates are blurred; 0 for not at all. */
  readonly redactKm: number;
}

/** What is chosen before anybody is asked: the open report, reports picked in the explorer, a format. */
export interface Given {
  readonly open: vscode.Uri | undefined;
  readonly files: readonly vscode.Uri[] | undefined;
  readonly includePrivate: boolean;
}

/** What the next export begins with. Never that private blocks go out: that is decided each time. */
interface Last {
  readonly format?: string;
  readonly scope?: 'file' | 'workspace' | readonly string[];
  readonly redactKm?: number;
  /** Where it went, when that was not the usual place. */
  readonly folder?: string;
}

const remembered = 'qalam.export';
const lastOf = (memory: vscode.Memento): Last => memory.get<Last>(remembered) ?? {};

/** Keeps a choice, and the folder it was written to, for the next time. */
export async function remember(
  memory: vscode.Memento,
  choice: Choice,
  target: vscode.Uri,
  file: vscode.Uri | undefined,
): Promise<void> {
  const { scope, format, redactKm } = choice;
  const folder = String(vscode.Uri.joinPath(target, '..'));
  const last: Last = {
    format: format.name,
    scope: typeof scope === 'string' ? scope : scope.map(String),
    redactKm,
    ...(folder !== String(usualFolder(file)) && { folder }),
  };
  await memory.update(remembered, last);
}

/** A row of the list; one that is no format changes the choice and leaves the list open. */
type Row = vscode.QuickPickItem & {
  /** The same for the same row of two lists. */
  readonly key?: string;
  readonly format?: Format;
  readonly change?: (chosen: Chosen) => Chosen | undefined | Promise<Chosen | undefined>;
};
type Chosen = Omit<Choice, 'format'>;

/** Undefined when the author turned away. Throws what to do when there is nothing to export. */
export async function choose(
  formats: readonly Format[],
  { open, files, includePrivate }: Given,
  memory: vscode.Memento,
): Promise<Choice | undefined> {
  const found = await reports();
  if (!open && !files && found.length === 0)
    throw new Error('There is no report to export. Open a .qalam file or a folder with some.');
  const last = lastOf(memory);
  const scope = files ?? scopeBefore(last, open, found);
  const rows = (chosen: Chosen): Row[] => [
    ...scopeRows(chosen, open, found, files),
    ...formatRows(formats, last.format),
    ...manners(chosen),
  ];
  return ask({ scope, includePrivate, redactKm: last.redactKm ?? 0 }, rows, last.format);
}

/** Shows the list until a format is chosen; every other row changes it. Undefined when the author turned away. */
function ask(
  first: Chosen,
  rowsOf: (chosen: Chosen) => Row[],
  format: string | undefined,
): Promise<Choice | undefined> {
  const list = vscode.window.createQuickPick<Row>();
  list.title = 'Export Report';
  list.placeholder = 'Choose a format to export; the other rows say what and how much';
  list.matchOnDescription = true;
  list.matchOnDetail = true;
  let chosen = first;
  const fill = (key: string | undefined) => {
    list.items = rowsOf(chosen);
    const active = list.items.find(row => row.key === key) ?? list.items.find(row => row.format);
    list.activeItems = active ? [active] : [];
  };
  fill(format);
  return new Promise(done => {
    let changing = false; // then another question may take the list's place
    list.onDidAccept(async () => {
      const [row] = list.selectedItems;
      if (row?.format) done({ ...chosen, format: row.format });
      if (!row?.change) return list.dispose();
      changing = true;
      chosen = (await row.change(chosen)) ?? chosen;
      changing = false;
      list.value = '';
      fill(row.key);
      list.show();
    });
    list.onDidHide(() => {
      if (changing) return;
      done(undefined);
      list.dispose();
    });
    list.show();
  });
}

/** The scope chosen last as far as there is still such a thing. */
function scopeBefore({ scope }: Last, open: vscode.Uri | undefined, found: readonly vscode.Uri[]): Scope {
  if (scope === 'file' || scope === undefined) return open ? 'file' : 'workspace';
  if (scope === 'workspace') return found.length || !open ? 'workspace' : 'file';
  const still = found.filter(uri => scope.includes(String(uri)));
  return still.length ? still : open ? 'file' : 'workspace';
}

const heading = (label: string): Row => ({ label, kind: vscode.QuickPickItemKind.Separator });

/** Which reports: nothing to choose where the open one is all there is. */
function scopeRows(
  { scope }: Chosen,
  open: vscode.Uri | undefined,
  found: readonly vscode.Uri[],
  files: readonly vscode.Uri[] | undefined,
): Row[] {
  const others = found.filter(uri => String(uri) !== String(open));
  if (!files && (open ? others.length === 0 : found.length === 1)) return [];
  const row = (label: string, description: string, one: 'file' | 'workspace'): Row => ({
    key: `scope ${one}`,
    label: `${scope === one ? '$(circle-filled)' : '$(circle-outline)'} ${label}`,
    description,
    change: chosen => ({ ...chosen, scope: one }),
  });
  const some = typeof scope === 'string' ? undefined : scope;
  return [
    heading('what'),
    ...(open ? [row('This File', vscode.workspace.asRelativePath(open), 'file')] : []),
    row('Whole Workspace', `${found.length} files`, 'workspace'),
    {
      key: 'scope some',
      label: `${some ? '$(circle-filled)' : '$(circle-outline)'} Some Files…`,
      description: some ? namesOf(some) : 'choose which',
      change: async chosen => {
        const answer = await askFiles(found, some ?? (open ? [open] : []));
        return answer && { ...chosen, scope: answer };
      },
    },
  ];
}

const namesOf = (uris: readonly vscode.Uri[]): string =>
  uris.length > 3 ? `${uris.length} files` : uris.map(uri => vscode.workspace.asRelativePath(uri)).join(', ');

const formatRows = (formats: readonly Format[], last: string | undefined): Row[] => [
  heading('in which format'),
  ...formats.map(format => ({
    key: format.name,
    label: format.title,
    description: `${format.folder ? 'folder of ' : ''}.${format.extension}${format.name === last ? ', chosen last' : ''}`,
    detail: format.means,
    format,
  })),
];

/** How much of the reports goes out. */
function manners({ includePrivate, redactKm }: Chosen): Row[] {
  const box = (ticked: boolean) => (ticked ? '$(check)' : '$(circle-slash)');
  return [
    heading('how much'),
    {
      key: 'private',
      label: `${box(includePrivate)} Private Blocks and Fields`,
      description: includePrivate ? 'go out too' : 'stay out',
      change: chosen => ({ ...chosen, includePrivate: !chosen.includePrivate }),
    },
    {
      key: 'blur',
      label: `${box(redactKm > 0)} Blurred Coordinates`,
      description: redactKm > 0 ? `to ${redactKm} km` : 'exact as they are known',
      change: async chosen => {
        const km = chosen.redactKm > 0 ? 0 : await askRadius();
        return km === undefined ? undefined : { ...chosen, redactKm: km };
      },
    },
  ];
}

async function askFiles(
  found: readonly vscode.Uri[],
  before: readonly vscode.Uri[],
): Promise<readonly vscode.Uri[] | undefined> {
  const ticked = new Set(before.map(String));
  const items = found
    .map(uri => ({ label: vscode.workspace.asRelativePath(uri), picked: ticked.has(String(uri)), uri }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
  const answer = await vscode.window.showQuickPick(items, {
    title: 'Export Report',
    placeHolder: 'Which files',
    canPickMany: true,
  });
  return answer?.length ? answer.map(({ uri }) => uri) : undefined;
}

async function askRadius(): Promise<number | undefined> {
  const answer = await vscode.window.showInputBox({
    title: 'Blur Coordinates',
    prompt: 'Radius in km. Every point moves to the middle of a square of about that size.',
    value: '5',
    validateInput: text =>
      Number(text) > 0 && Number(text) <= 500 ? undefined : 'A number of km from above 0 to 500.',
  });
  return answer === undefined ? undefined : Number(answer);
}

const saved = (file: vscode.Uri | undefined) => (file?.scheme === 'untitled' ? undefined : file);

/** Beside the report, or the workspace's folder. */
function usualFolder(file: vscode.Uri | undefined): vscode.Uri | undefined {
  const own = saved(file);
  return own ? vscode.Uri.joinPath(own, '..') : vscode.workspace.workspaceFolders?.[0]?.uri;
}

/** Where to write: where the last export went, or the usual place. A format of several files gets a folder of its own. */
export function askTarget(
  format: Format,
  file: vscode.Uri | undefined,
  memory: vscode.Memento,
): Thenable<vscode.Uri | undefined> {
  const workspace = vscode.workspace.workspaceFolders?.[0];
  const stem =
    saved(file)
      ?.path.replace(/^.*\//, '')
      .replace(/\.qalam$/, '') ??
    workspace?.name ??
    'report';
  const name = format.folder ? `${stem}-${format.extension}` : `${stem}.${format.extension}`;
  const { folder: before } = lastOf(memory);
  const folder = before ? vscode.Uri.parse(before) : usualFolder(file);
  return vscode.window.showSaveDialog({
    title: format.folder ? 'Export Report to a Folder' : 'Export Report',
    saveLabel: 'Export',
    ...(!format.folder && { filters: { [format.title]: [format.extension] } }),
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }),
  });
}
