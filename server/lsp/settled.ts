// What holds in this workspace: the editor's settings, and over them what the files at the roots of its folders say.
import type { Connection, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { checkSettings, codes } from '../features/checks';
import type { Finding } from '../semantics/finding';
import {
  over,
  parseSettings,
  plainSettings,
  SETTINGS_FILE,
  type Settings,
  type WrittenSettings,
} from '../semantics/settings';
import { Text } from '../text/text';
import { changed, toDiagnostic } from './convert';
import { textOf } from './files';
import type { Host } from './host';

/** Whether a file is one of those that hold settings, wherever it lies. */
export const isSettings = (uri: string): boolean => uri.endsWith(`/${SETTINGS_FILE}`);

/**
 * Settles which settings hold; the team's file counts more than one author's editor, so that all see the same. A settings
 * file counts as it is saved; while it is open, what stands in it is checked as it is written.
 */
export class Settled {
  private editor: WrittenSettings = { problems: [] };
  private files: readonly WrittenSettings[] = [];
  /** As saved, by address; those at the roots that are there. */
  private saved: ReadonlyMap<string, Text> = new Map();
  private roots: ReadonlySet<string> = new Set();
  private readonly open = new Map<string, { readonly text: Text; readonly version: number }>();
  /** Settings files with findings that the client was told of. */
  private readonly told = new Set<string>();

  constructor(
    private readonly host: Host,
    private readonly connection: Connection,
  ) {}

  /** What the editor says under `qalam`; anything that is none of ours is passed over, as the editor marks it itself. */
  setEditor(written: unknown): void {
    this.editor = parseSettings(JSON.stringify(written ?? {}), codes);
  }

  /** Reads the files at the roots; a folder without one says nothing. Tells what in them counts for nothing, as findings in the file. */
  async readFiles(folders: readonly string[]): Promise<void> {
    const uris = folders.map(folder => `${folder.replace(/\/$/, '')}/${SETTINGS_FILE}`);
    const texts = await Promise.all(uris.map(uri => textOf(uri, this.host, this.connection).catch(() => null)));
    this.roots = new Set(uris);
    this.saved = new Map(uris.flatMap((uri, i) => (texts[i] == null ? [] : [[uri, Text.of(texts[i])]])));
    this.files = [...this.saved.values()].map(text => parseSettings(text.string, codes));
    for (const uri of new Set([...uris, ...this.told])) this.tell(uri);
  }

  edit(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): void {
    const text = changes.reduce(changed, this.open.get(uri)?.text ?? Text.of(''));
    this.open.set(uri, { text, version });
    this.tell(uri);
  }

  close(uri: string): void {
    this.open.delete(uri);
    this.tell(uri);
  }

  /** The text of a settings file at a root and what in it counts for nothing; undefined for any other file. */
  findings(uri: string): { readonly text: Text; readonly findings: readonly Finding[] } | undefined {
    const text = this.roots.has(uri) ? (this.open.get(uri)?.text ?? this.saved.get(uri)) : undefined;
    return text && { text, findings: checkSettings(parseSettings(text.string, codes).problems, this.settings) };
  }

  private tell(uri: string): void {
    const { text, findings = [] } = this.findings(uri) ?? {};
    if (!findings.length && !this.told.delete(uri)) return;
    if (findings.length) this.told.add(uri);
    const version = this.open.get(uri)?.version;
    const diagnostics = findings.map(one => toDiagnostic(text!, one));
    void this.connection.sendDiagnostics({ uri, diagnostics, ...(version !== undefined && { version }) });
  }

  get settings(): Settings {
    return [this.editor, ...this.files].reduce(over, plainSettings);
  }
}
