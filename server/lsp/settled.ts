// What holds in this workspace: the editor's settings, and over them what the files at the roots of its folders say.
import type { Connection } from 'vscode-languageserver';
import { codes } from '../features/checks';
import {
  over,
  parseSettings,
  plainSettings,
  readSettings,
  SETTINGS_FILE,
  type Settings,
  type WrittenSettings,
} from '../semantics/settings';
import { textOf } from './files';
import type { Host } from './host';

/** Settles which settings hold; the team's file counts more than one author's editor, so that all see the same. */
export class Settled {
  private editor: WrittenSettings = { problems: [] };
  private files: readonly WrittenSettings[] = [];
  private told = '';

  /** What the editor says under `qalam`; anything that is none of ours is passed over, as the editor marks it itself. */
  setEditor(written: unknown): void {
    this.editor = readSettings(written ?? {}, codes);
  }

  /** Reads the files at the roots; a folder without one says nothing. Tells what in them cannot be read. */
  async readFiles(folders: readonly string[], host: Host, connection: Connection): Promise<void> {
    const uris = folders.map(folder => `${folder.replace(/\/$/, '')}/${SETTINGS_FILE}`);
    const texts = await Promise.all(uris.map(uri => textOf(uri, host, connection).catch(() => null)));
    this.files = texts.flatMap(text => (text === null ? [] : parseSettings(text, codes)));
    const problems = this.files.flatMap(file => file.problems).join('; ');
    if (problems && problems !== this.told) connection.window.showWarningMessage(`In ${SETTINGS_FILE} ${problems}.`);
    this.told = problems;
  }

  get settings(): Settings {
    return [this.editor, ...this.files].reduce(over, plainSettings);
  }
}
