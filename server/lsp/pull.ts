// Findings for clients that ask for them: of one file at once, of the whole workspace in the background.
import {
  type CancellationToken,
  type Connection,
  type DiagnosticServerCancellationData,
  type DocumentDiagnosticReport,
  LSPErrorCodes,
  ResponseError,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { checking, refreshing, searching } from '../features/checks';
import { type Finding, type Said, said, sameFindings } from '../semantics/finding';
import type { Settings } from '../semantics/settings';
import type { Snapshot } from '../semantics/snapshot';
import type { Tree } from '../syntax/tree';
import { toDiagnostic } from './convert';
import { nearestFirst } from './nearestFirst';
import type { Telling } from './push';
import { inSlices, pause, REST, Turn } from './slices';
import type { Workspace } from './workspace';

/** What was last answered for a file, under a number that the client sends back. */
interface Answered {
  readonly number: string;
  readonly findings: readonly Said[];
}

/** The state in which the whole workspace was last told of a file: in the same one it needs no second look. */
interface Seen {
  readonly tree: Tree;
  readonly settings: Settings;
  readonly checked: readonly unknown[];
  readonly twins: number;
  /** Its findings speak of blocks of other files, which may have moved. */
  readonly linked: boolean;
  /** Of what the client has been told; undefined when that is nothing. */
  readonly number: string | undefined;
}

/** Files whose findings go out together, while more are being checked. */
const AT_A_TIME = 50;

/** How long, in ms, after an edit open files are looked at for what it changed in them: nobody looks elsewhere while writing. */
const UNSEEN = 500;

const calledOff = new ResponseError<never>(LSPErrorCodes.RequestCancelled, 'The request was called off.');
const overtaken = new ResponseError<DiagnosticServerCancellationData>(
  LSPErrorCodes.ServerCancelled,
  'The text has changed.',
  { retriggerRequest: true },
);

const whenCancelled = (token: CancellationToken): Promise<void> =>
  new Promise(resume => {
    token.onCancellationRequested(() => resume());
  });

export class Pull implements Telling {
  private readonly answered = new Map<string, Answered>();
  private readonly seen = new Map<string, Seen>();
  /** What open files were found to have when the client last asked, or was last asked to ask again. */
  private readonly shown = new Map<string, readonly Said[]>();
  private rest: ReturnType<typeof setTimeout> | undefined;
  private numbers = 0;
  /** Requests for single files that are being answered: the workspace waits for them. */
  private urgent = 0;
  /** The state of which all findings have been told. */
  private told: Snapshot | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly workspace: Workspace,
    private readonly openFiles: () => readonly string[],
    /** Whether files that are not open are to be told of too. */
    private readonly wantsAll: () => boolean,
    private readonly canRefresh: boolean,
    /** Nothing is checked before. */
    private readonly ready: Promise<void>,
    /** All files have been read; before, to check all of them would be to begin again with each. */
    private readonly complete: Promise<void>,
  ) {
    connection.languages.diagnostics.on(({ textDocument: { uri }, previousResultId }, cancelled) =>
      this.ofFile(uri, previousResultId, cancelled),
    );
    connection.languages.diagnostics.onWorkspace((params, cancelled, _progress, partly) =>
      this.ofWorkspace(params, cancelled, partly && (items => partly.report({ items }))),
    );
  }

  /** The client asks of the file it has edited; of others that are open it may not think. */
  touch(): void {
    clearTimeout(this.rest);
    this.rest = setTimeout(() => void this.lookAgain(), UNSEEN);
  }

  touchAll(): void {
    if (this.canRefresh) this.connection.languages.diagnostics.refresh().catch(() => {}); // a client may turn it down
  }

  close(uri: string): void {
    this.answered.delete(uri);
    this.shown.delete(uri);
  }

  /** Has the client ask again when files that it shows have other findings by now. */
  private async lookAgain(): Promise<void> {
    const snapshot = this.workspace.snapshot();
    let changed = false;
    for (const [uri, shown] of this.shown) {
      const findings = await inSlices(checking(snapshot, uri), () => !this.workspace.isLatest(snapshot));
      if (!findings) return; // the next edit has its own rest
      if (sameFindings(shown, findings) || !this.shown.has(uri)) continue;
      this.shown.set(uri, findings.map(said));
      changed = true;
    }
    if (changed) this.touchAll();
    // An edit calls off the searches of all files.
    for (const uri of this.shown.keys()) await this.search(snapshot, uri);
  }

  private async ofFile(
    uri: string,
    previous: string | undefined,
    cancelled: CancellationToken,
  ): Promise<DocumentDiagnosticReport | ResponseError<DiagnosticServerCancellationData>> {
    this.urgent++;
    try {
      await this.ready;
      const snapshot = this.workspace.snapshot();
      // Whatever else changes meanwhile has the client ask again: now or, where this takes longer than that rest, after another.
      const text = this.workspace.text(uri);
      const findings = await inSlices(
        checking(snapshot, uri),
        () => cancelled.isCancellationRequested || this.workspace.text(uri) !== text,
      );
      if (!findings) return cancelled.isCancellationRequested ? calledOff : overtaken;
      void this.search(snapshot, uri);
      const report = this.report(snapshot, uri, findings, previous);
      if (this.openFiles().includes(uri)) this.shown.set(uri, this.answered.get(uri)!.findings);
      if (!this.workspace.isLatest(snapshot)) this.touch();
      return report;
    } finally {
      this.urgent--;
    }
  }

  /** Looks for the names that messages would like to offer, and has the client ask again when there were any. */
  private async search(snapshot: Snapshot, uri: string): Promise<void> {
    const changed = () => !this.workspace.isLatest(snapshot);
    await pause(REST);
    if (!changed() && (await inSlices(searching(snapshot, uri), changed))) this.touchAll();
  }

  /** Goes on until every file is told of; when nothing has changed since, it waits for a change. */
  private async ofWorkspace(
    { previousResultIds }: WorkspaceDiagnosticParams,
    cancelled: CancellationToken,
    partly: ((items: WorkspaceDocumentDiagnosticReport[]) => void) | undefined,
  ): Promise<WorkspaceDiagnosticReport | ResponseError<DiagnosticServerCancellationData>> {
    await this.complete;
    while (this.told && this.workspace.isLatest(this.told)) {
      await Promise.race([this.workspace.changed(), whenCancelled(cancelled)]);
      if (cancelled.isCancellationRequested) return calledOff;
    }
    const snapshot = this.workspace.snapshot();
    const before = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
    let items: WorkspaceDocumentDiagnosticReport[] = [];
    const stops = () => cancelled.isCancellationRequested || !this.workspace.isLatest(snapshot);
    const files = nearestFirst([...snapshot.files.keys()], this.openFiles());
    const told = new Set<string>();
    // A second time for those whose twins have come to light in a file further on.
    const turn = new Turn();
    for (const uri of [...files, ...files]) {
      if (turn.over) await turn.next();
      while (this.urgent) await pause();
      const { tree } = snapshot.files.get(uri)!;
      const seen = this.seen.get(uri);
      const checked = stops() ? undefined : await inSlices(refreshing(snapshot, uri), stops, turn);
      if (!checked) return cancelled.isCancellationRequested ? calledOff : overtaken;
      const twins = snapshot.twins.version(uri);
      const { settings } = snapshot;
      const same =
        seen?.tree === tree && seen.settings === settings && seen.checked === checked && seen.twins === twins;
      if (!this.wantsAll()) {
        this.seen.delete(uri);
        continue;
      }
      if (same && (told.has(uri) || (!seen.linked && seen.number === before.get(uri)))) {
        before.delete(uri);
        told.add(uri);
        continue;
      }
      const findings = await inSlices(checking(snapshot, uri), stops, turn);
      if (!findings) return cancelled.isCancellationRequested ? calledOff : overtaken;
      const report = this.report(snapshot, uri, findings, before.get(uri));
      // A file without findings of which nothing was ever told is not worth a word.
      const known = before.has(uri) || told.has(uri);
      const worth = report.kind === 'full' && (report.items.length > 0 || known);
      if (worth) items.push({ ...report, uri, version: null });
      told.add(uri);
      const linked = findings.some(({ related }) => related?.some(one => one.uri !== uri));
      this.seen.set(uri, {
        tree,
        settings,
        checked,
        twins,
        linked,
        number: worth || known ? report.resultId : undefined,
      });
      before.delete(uri);
      if (partly && items.length >= AT_A_TIME) {
        partly(items);
        items = [];
      }
    }
    for (const uri of before.keys()) items.push({ kind: 'full', uri, version: null, items: [] });
    for (const uri of this.seen.keys()) if (!snapshot.files.has(uri)) this.seen.delete(uri);
    this.told = snapshot;
    void this.lookAgain(); // files further on may have brought twins of their events to light
    return { items };
  }

  private report(
    snapshot: Snapshot,
    uri: string,
    findings: readonly Finding[],
    previous: string | undefined,
  ): DocumentDiagnosticReport {
    const before = this.answered.get(uri);
    const same = before && sameFindings(before.findings, findings);
    if (same && previous === before.number) return { kind: 'unchanged', resultId: before.number };
    const number = same ? before.number : String(++this.numbers);
    if (!same) this.answered.set(uri, { number, findings: findings.map(said) });
    const text = snapshot.files.get(uri)?.tree.text;
    return {
      kind: 'full',
      resultId: number,
      items: text ? findings.map(finding => toDiagnostic(text, finding, snapshot)) : [],
    };
  }
}
