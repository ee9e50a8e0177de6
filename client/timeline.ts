// The view of all events of the workspace in the order of their days, by year and month.
import * as vscode from 'vscode';
import type { TimelineEvent, TimelineResult } from '../server/lsp/protocol';
import type { Connection } from './connection';

const view = 'qalam.timeline';

/** How long, in ms, after an edit the view is made anew. */
const REST = 800;

/** A year, a month or an event. */
type Node =
  | { readonly kind: 'span'; readonly label: string; readonly children: readonly Node[]; readonly events: number }
  | { readonly kind: 'event'; readonly event: TimelineEvent };

export class Timeline implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #disposables: vscode.Disposable[];
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(private readonly connection: Connection) {
    const tree = vscode.window.createTreeView(view, { treeDataProvider: this, showCollapseAll: true });
    const watcher = vscode.workspace.createFileSystemWatcher('**/*.qalam');
    const soon = () => {
      if (!tree.visible) return;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.refresh(), REST);
    };
    const later = (document: vscode.TextDocument) => document.languageId === 'qalam' && soon();
    this.#disposables = [
      tree,
      this.#changed,
      watcher,
      watcher.onDidCreate(soon),
      watcher.onDidChange(soon),
      watcher.onDidDelete(soon),
      tree.onDidChangeVisibility(({ visible }) => visible && this.refresh()),
      vscode.workspace.onDidChangeTextDocument(({ document }) => later(document)),
      vscode.workspace.onDidOpenTextDocument(later),
      vscode.workspace.onDidSaveTextDocument(later),
    ];
  }

  refresh(): void {
    this.#changed.fire(undefined);
  }

  /** Opens the view; returns the labels of its years, so that whoever asks can see what is in it. */
  async show(): Promise<string[]> {
    await vscode.commands.executeCommand(`${view}.focus`);
    return (await this.getChildren()).map(node => String(this.getTreeItem(node).label));
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node) return node.kind === 'span' ? [...node.children] : [];
    const { events } = await this.connection.client.sendRequest<TimelineResult>('qalam/timeline');
    return grouped(events, 4).map(({ label, events }) =>
      span(label || 'No day known', label ? grouped(events, 7).map(monthNode) : events.map(eventNode), events.length),
    );
  }

  getTreeItem(node: Node): vscode.TreeItem {
    if (node.kind === 'span') {
      const item = new vscode.TreeItem(node.label, vscode.TreeItemCollapsibleState.Expanded);
      item.description = `${node.events} ${node.events === 1 ? 'event' : 'events'}`;
      return item;
    }
    const { uri, line, character, id, title, date, place } = node.event;
    const item = new vscode.TreeItem([date, title || id].filter(Boolean).map(isolated).join('  '));
    const address = vscode.Uri.parse(uri);
    const at = new vscode.Position(line, character);
    item.description = isolated(place);
    item.tooltip = [id, date, place, vscode.workspace.asRelativePath(address)].filter(Boolean).map(isolated).join('\n');
    item.iconPath = new vscode.ThemeIcon('symbol-event');
    item.command = {
      title: 'Open',
      command: 'vscode.open',
      arguments: [address, { selection: new vscode.Range(at, at) } satisfies vscode.TextDocumentShowOptions],
    };
    return item;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const disposable of this.#disposables) disposable.dispose();
  }
}

const span = (label: string, children: readonly Node[], events: number): Node => ({
  kind: 'span',
  label,
  children,
  events,
});
const eventNode = (event: TimelineEvent): Node => ({ kind: 'event', event });
const monthNode = ({ label, events }: Group): Node => span(label, events.map(eventNode), events.length);

interface Group {
  readonly label: string;
  readonly events: TimelineEvent[];
}

/** Runs of events that share the beginning of their day: 4 letters for the year, 7 for the month. */
function grouped(events: readonly TimelineEvent[], letters: number): Group[] {
  const groups: Group[] = [];
  for (const event of events) {
    const label = event.day.slice(0, letters);
    const last = groups.at(-1);
    if (last?.label === label) last.events.push(event);
    else groups.push({ label, events: [event] });
  }
  return groups;
}

/** Words that may run from right to left, kept from reordering the words around them. */
const isolated = (text: string): string => (text ? `\u2068${text}\u2069` : text);
