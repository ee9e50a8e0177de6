// What the server needs of the place it runs in: Node, or a worker in a browser.
import type { Layer } from '../gazetteer/read';

export interface Host {
  /** The shipped index. Rejects with a plain sentence when it is missing or damaged; the server then goes on without names. */
  gazetteer(): Promise<Layer>;
  /** The indexes that the user added, and a sentence for each that cannot be used. */
  added(): Promise<{ readonly layers: readonly Layer[]; readonly refused: readonly string[] }>;
  /** URIs of the reports below a folder; undefined when the host cannot look there and the client must be asked. */
  files(folder: string): Promise<string[] | undefined>;
  /** The text of a file, null when there is none; undefined when the host cannot read it and the client must be asked. */
  read(uri: string): Promise<string | null | undefined>;
}
