// When files are checked: the one just edited at once, the other open ones after it, long files a slice at a time.
import type { Connection, Diagnostic } from 'vscode-languageserver';
import { checking, refreshing, searching } from '../features/checks';
import { type Finding, type Said, said, sameFindings } from '../semantics/finding';
import type { Snapshot } from '../semantics/snapshot';
import { toDiagnostic } from './convert';
import { inSlices, pause, REST, Turn } from './slices';
import type { Workspace } from './workspace';

/** An open file, with what was last said about it. */
interface Open {
  readonly version: number | null;
  said?: { readonly version: number | null; readonly findings: readonly Said[]; readonly twins: number };
}

/** A way of telling findings, which is told what happens to files. */
export interface Telling {
  /** The file is open in this version and wants checking before all others. */
  touch(uri: string, version: number | null): void;
  /** Everything open wants checking: something outside of the open files has changed. */
  touchAll(): void;
  close(uri: string): void;
}

/** Tells a client that does not ask. */
export class Push implements Telling {
  private readonly open = new Map<string, Open>();
  private readonly waiting = new Set<string>();
  private running = false;

  constructor(
    private readonly connection: Connection,
    private readonly workspace: Workspace,
    /** Nothing is checked before. */
    private readonly ready: Promise<void>,
  ) {}

  touch(uri: string, version: number | null): void {
    const said = this.open.get(uri)?.said;
    this.open.set(uri, { version, ...(said && { said }) });
    this.ask(uri, ...this.open.keys());
  }

  touchAll(): void {
    this.ask(...this.open.keys());
  }

  close(uri: string): void {
    this.open.delete(uri);
    this.waiting.delete(uri);
    void this.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  /** Puts files at the front of the queue, in this order. */
  private ask(...uris: string[]): void {
    const rest = [...this.waiting];
    this.waiting.clear();
    for (const uri of [...uris, ...rest]) this.waiting.add(uri);
    if (this.running) return;
    this.running = true;
    // Messages that have already arrived are read first, so that a burst of edits is checked once.
    setTimeout(() => void this.run(), 0);
  }

  private async run(): Promise<void> {
    try {
      await this.ready;
      for (let uri = first(this.waiting); uri !== undefined; uri = first(this.waiting)) {
        this.waiting.delete(uri);
        const snapshot = this.workspace.snapshot();
        const changed = () => !this.workspace.isLatest(snapshot);
        const findings = await inSlices(checking(snapshot, uri), changed);
        if (!findings) this.waiting.add(uri);
        else {
          this.publish(uri, findings);
          // What is wrong is said first; which names may have been meant, when they have been looked for.
          if (!this.waiting.size) await Promise.race([pause(REST), this.workspace.changed()]);
          for (const one of this.waiting.size ? [] : this.open.keys())
            if (await inSlices(searching(snapshot, one), changed)) this.waiting.add(one);
          if (!this.waiting.size) await this.lookAround(snapshot, changed);
        }
      }
    } finally {
      this.running = false;
    }
  }

  /** Looks at the files that are not open, and again at those that are when one of their events turns out to have a twin. */
  private async lookAround(snapshot: Snapshot, changed: () => boolean): Promise<void> {
    const turn = new Turn();
    for (const uri of snapshot.files.keys()) {
      if (turn.over) await turn.next();
      if (this.waiting.size || changed()) return;
      await inSlices(refreshing(snapshot, uri), changed, turn);
    }
    for (const [uri, { said }] of this.open)
      if (said && said.twins !== snapshot.twins.version(uri)) this.waiting.add(uri);
  }

  private publish(uri: string, findings: readonly Finding[]): void {
    const open = this.open.get(uri);
    const snapshot = this.workspace.snapshot();
    const text = snapshot.files.get(uri)?.tree.text;
    if (!open || !text) return;
    if (open.said?.version === open.version && sameFindings(open.said.findings, findings)) {
      open.said = { ...open.said, twins: snapshot.twins.version(uri) };
      return;
    }
    open.said = { version: open.version, findings: findings.map(said), twins: snapshot.twins.version(uri) };
    const diagnostics: Diagnostic[] = findings.map(finding => toDiagnostic(text, finding, snapshot));
    void this.connection.sendDiagnostics({
      uri,
      diagnostics,
      ...(open.version !== null && { version: open.version }),
    });
  }
}

const first = (set: ReadonlySet<string>): string | undefined => set.values().next().value;
