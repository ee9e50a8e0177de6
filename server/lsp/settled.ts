// What holds in this workspace: the editor's settings, and over them what the files at the roots of its folders say.
import type { Connection } from 'vscode-languageserver';
import { checkSettings, codes } from '../features/checks';
import {
  over,
  parseSettings,
  plainSettings,
  SETTINGS_FILE,
  type Settings,
  type WrittenSettings,
} from '../semantics/settings';
import { Text } from '../text/text';
import { toDiagnostic } from './convert';
import { textOf } from './files';
import type { Host } from './host';

/** Settles which settings hold; the team's file counts more than one author's editor, so that all see the same. */
export class Settled {
  private editor: WrittenSettings = { problems: [] };
  private files: readonly WrittenSettings[] = [];
  /** Settings files with findings that the client was told of. */
  private readonly told = new Set<string>();

  /** What the editor says under `qalam`; anything that is none of ours is passed over, as the editor marks it itself. */
  setEditor(written: unknown): void {
    this.editor = parseSettings(JSON.stringify(written ?? {}), codes);
  }

  /** Reads the files at the roots; a folder without one says nothing. Tells what in them counts for nothing, as findings in the file. */
  async readFiles(folders: readonly string[], host: Host, connection: Connection): Promise<void> {
    const uris = folders.map(folder => `${folder.replace(/\/$/, '')}/${SETTINGS_FILE}`);
    const texts = await Promise.all(uris.map(uri => textOf(uri, host, connection).catch(() => null)));
    const read = texts.map(text => (text === null ? null : parseSettings(text, codes)));
    this.files = read.filter(file => file !== null);
    uris.forEach((uri, i) => {
      const text = Text.of(texts[i] ?? '');
      const found = checkSettings(read[i]?.problems ?? [], this.settings);
      if (!found.length && !this.told.has(uri)) return;
      if (found.length) this.told.add(uri);
      else this.told.delete(uri);
      connection.sendDiagnostics({ uri, diagnostics: found.map(finding => toDiagnostic(text, finding)) });
    });
  }

  get settings(): Settings {
    return [this.editor, ...this.files].reduce(over, plainSettings);
  }
}
