// The language server: what each message of the protocol does to the workspace, or asks of it.
import {
  type Connection,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { IndexError } from '../gazetteer/file';
import { SETTINGS_FILE } from '../semantics/settings';
import { answerEdits } from './answers/edits';
import { answerNames } from './answers/names';
import { answerViews } from './answers/views';
import { Asking, type Client, clientOf, plainClient } from './asking';
import { capabilitiesFor, registerSettings, registersSettings } from './capabilities';
import { toSpan } from './convert';
import { answerCustom } from './custom';
import { readFile, readFolders } from './files';
import type { Host } from './host';
import type { Options } from './protocol';
import { Pull } from './pull';
import { Push, type Telling } from './push';
import { Refresh } from './refresh';
import { defaults, readSettings, type Settings } from './settings';
import { isSettings, Settled } from './settled';
import { answerMalformed } from './wellFormed';
import { Workspace } from './workspace';

/** Longest time in ms that findings wait for the workspace to be read. */
const PATIENCE = 2000;

/** Answers on the connection until it closes. Nothing that arrives makes it throw. */
export function serve(connection: Connection, host: Host): void {
  const workspace = new Workspace();
  let folders: string[] = [];
  let client: Client = plainClient;
  let settings: Settings = defaults;
  const settled = new Settled(host, connection);
  let watches = false;
  let takesSettings = false;
  let showsProgress = false;
  let followsFolders = false;
  let refresh = new Refresh(connection, workspace);
  let begin = () => {};
  const initialized = new Promise<void>(done => {
    begin = done;
  });
  let settle = () => {};
  /** Comes true once the gazetteer and the folders have been read, or could not be. */
  const ready = new Promise<void>(done => {
    settle = done;
  });
  // Without the other files and the gazetteer there would be false alarms; a large workspace does not make anyone wait for long.
  const patience = new Promise<void>(done => setTimeout(done, PATIENCE));
  const readyOrLate = Promise.race([ready, patience]);
  let diagnostics: Telling = new Push(connection, workspace, readyOrLate);
  const open = new Set<string>();
  const isOpen = (uri: string) => open.has(uri);
  const index = host.gazetteer();
  index.catch(() => {}); // told below, when there is someone to tell

  function take(given: unknown): void {
    const before = settings.problems;
    settings = readSettings(given);
    // Before the answer to `initialize` nothing may be shown.
    void initialized.then(() => {
      for (const problem of settings.problems)
        if (!before.includes(problem)) connection.window.showWarningMessage(problem);
    });
  }

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    folders = (params.workspaceFolders ?? []).map(({ uri }) => uri);
    const { workspace: inWorkspace } = params.capabilities;
    const options = (params.initializationOptions ?? {}) as Options;
    client = clientOf(params, options);
    take(options);
    settled.setEditor(options);
    watches = inWorkspace?.didChangeWatchedFiles?.dynamicRegistration ?? false;
    followsFolders = inWorkspace?.workspaceFolders ?? false;
    takesSettings = registersSettings(params.capabilities);
    const pulls = inWorkspace?.diagnostics?.refreshSupport ?? false;
    if (params.capabilities.textDocument?.diagnostic)
      diagnostics = new Pull(
        connection,
        workspace,
        () => [...open],
        () => settings.allFiles,
        pulls,
        readyOrLate,
        ready,
      );
    showsProgress = params.capabilities.window?.workDoneProgress ?? false;
    refresh = new Refresh(connection, workspace, inWorkspace);
    return { capabilities: capabilitiesFor(params.capabilities), serverInfo: { name: 'Qalam' } };
  });

  connection.onInitialized(async () => {
    begin();
    if (watches)
      void connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: '**/*.qalam' }, { globPattern: `**/${SETTINGS_FILE}` }],
      });
    if (followsFolders) followFolders();
    if (takesSettings) void registerSettings(connection);
    await settled.readFiles(folders);
    await loadGazetteer();
    await read(folders);
    settle();
    diagnostics.touchAll();
    refresh.all();
  });

  const read = (some: readonly string[]): Promise<void> =>
    readFolders(some, workspace, open, host, connection, showsProgress).catch(error =>
      connection.console.warn(`The workspace cannot be read: ${error}`),
    );

  const applySettings = (): void => workspace.configure(workspace.snapshot().base, settled.settings);

  const readSettingsFiles = async (): Promise<void> => {
    await settled.readFiles(folders);
    applySettings();
  };

  /** Folders come into the workspace and leave it while the server runs. */
  function followFolders(): void {
    connection.workspace.onDidChangeWorkspaceFolders(async ({ added, removed }) => {
      const [come, gone] = [added, removed].map(list => list.map(({ uri }) => uri));
      folders = [...new Set([...folders.filter(uri => !gone!.includes(uri)), ...come!])];
      await ready;
      await readSettingsFiles();
      const within = (uri: string) => folders.some(folder => uri.startsWith(`${folder.replace(/\/$/, '')}/`));
      for (const uri of workspace.snapshot().files.keys()) if (!isOpen(uri) && !within(uri)) workspace.delete(uri);
      await read(come!);
      diagnostics.touchAll();
      refresh.all();
    });
  }

  async function loadGazetteer(): Promise<void> {
    const { layers, refused } = await host.added();
    for (const why of refused) connection.window.showWarningMessage(why);
    try {
      workspace.configure([await index, ...layers], settled.settings);
    } catch (error) {
      workspace.configure(layers, settled.settings);
      const why = error instanceof IndexError || error instanceof Error ? error.message : String(error);
      connection.window.showErrorMessage(
        `${why} Names of places and groups are not checked. Installing Qalam anew brings the gazetteer back.`,
      );
    }
  }

  connection.onDidOpenTextDocument(({ textDocument: { uri, version, text } }) => {
    if (isSettings(uri)) return settled.edit(uri, version, [{ text }]);
    open.add(uri);
    workspace.set(uri, text);
    diagnostics.touch(uri, version);
    refresh.afterEdit();
  });

  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    if (isSettings(uri)) return settled.edit(uri, version, contentChanges);
    for (const change of contentChanges) {
      const text = workspace.text(uri);
      if (!('range' in change && change.range)) workspace.set(uri, change.text);
      else if (text) workspace.edit(uri, { span: toSpan(text, change.range), text: change.text });
    }
    diagnostics.touch(uri, version);
    refresh.afterEdit();
  });

  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    if (isSettings(uri)) return settled.close(uri);
    open.delete(uri);
    diagnostics.close(uri);
    // The file counts from now on as it is saved; one that never was leaves the workspace.
    if (/^untitled:/.test(uri)) workspace.delete(uri);
    else void readFile(uri, workspace, isOpen, host, connection).then(() => diagnostics.touchAll());
  });

  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    if (changes.some(({ uri }) => isSettings(uri))) await readSettingsFiles();
    for (const { uri, type } of changes) {
      if (isOpen(uri) || isSettings(uri)) continue;
      if (type === FileChangeType.Deleted) workspace.delete(uri);
      else await readFile(uri, workspace, isOpen, host, connection);
    }
    diagnostics.touchAll();
  });

  connection.onDidChangeConfiguration(({ settings: changed }) => {
    if (changed?.qalam) {
      take(changed.qalam);
      settled.setEditor(changed.qalam);
      applySettings();
    }
    diagnostics.touchAll();
    refresh.all();
  });

  const asking = new Asking(
    workspace,
    () => settings,
    () => client,
    () => folders,
    ready,
    readyOrLate,
    settled,
  );
  answerMalformed(connection);
  answerNames(connection, asking);
  answerViews(connection, asking);
  answerEdits(connection, asking);
  answerCustom(connection, workspace, ready);
  connection.listen();
}
