// What every answer needs: the caret or file that a request speaks of, and places and edits in the protocol's words.
import {
  type CancellationToken,
  type InitializeParams,
  type Location,
  LSPErrorCodes,
  type Position,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Renaming } from '../features/rename';
import type { Caret } from '../semantics/caret';
import type { Snapshot } from '../semantics/snapshot';
import type { Tree } from '../syntax/tree';
import type { Edit } from '../text/edit';
import type { Span } from '../text/span';
import type { Text } from '../text/text';
import type { CompletionStyle } from './convert';
import { toRange, toTextEdit } from './convert';
import type { Options } from './protocol';
import type { Settings } from './settings';
import type { Settled } from './settled';
import type { Workspace } from './workspace';

/** A request about a file. */
export interface InFile {
  readonly textDocument: { readonly uri: string };
}
/** A request about a position in a file. */
export interface At extends InFile {
  readonly position: Position;
}

/** What a client said it can do, or wants, in so far as answers depend on it. */
export interface Client {
  readonly completion: CompletionStyle;
  /** The command that shows what speaks of a definition; where there is none, a code lens is only read. */
  readonly showReferences: string | undefined;
  /** Whether it asks for the edit of an action when that is chosen. */
  readonly resolvesActions: boolean;
  /** Whether an edit may make a file. */
  readonly createsFiles: boolean;
  /** Whether an edit may have parts that a person is asked about. */
  readonly confirmsEdits: boolean;
}

/** A client that can do no more than the protocol demands. */
export const plainClient: Client = {
  completion: { snippets: false, again: undefined },
  showReferences: undefined,
  resolvesActions: false,
  createsFiles: false,
  confirmsEdits: false,
};

export function clientOf({ capabilities, clientInfo }: InitializeParams, { showReferences }: Options): Client {
  const { textDocument, workspace } = capabilities;
  return {
    completion: {
      snippets: textDocument?.completion?.completionItem?.snippetSupport ?? false,
      again: /code/i.test(clientInfo?.name ?? '') ? 'editor.action.triggerSuggest' : undefined,
    },
    showReferences,
    resolvesActions: textDocument?.codeAction?.resolveSupport?.properties.includes('edit') ?? false,
    createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') ?? false,
    confirmsEdits: Boolean(
      workspace?.workspaceEdit?.documentChanges && workspace.workspaceEdit.changeAnnotationSupport,
    ),
  };
}

const startOfFile = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

export class Asking {
  constructor(
    private readonly workspace: Workspace,
    readonly settings: () => Settings,
    readonly client: () => Client,
    private readonly folders: () => readonly string[],
    /** Comes true once the gazetteer and the folders have been read. */
    private readonly ready: Promise<void>,
    /** The same, or after a while in which nobody should have to wait any longer. */
    private readonly readyOrLate: Promise<void>,
    private readonly settled: Settled,
  ) {}

  /** A settings file of the workspace with its findings; undefined for any other file. */
  settingsFile(uri: string): ReturnType<Settled['findings']> {
    return this.settled.findings(uri);
  }

  get snapshot(): Snapshot {
    return this.workspace.snapshot();
  }

  /** Undefined for a file that the workspace does not have. */
  tree({ textDocument: { uri } }: InFile): Tree | undefined {
    return this.snapshot.files.get(uri)?.tree;
  }

  /** Undefined for a file that the workspace does not have. */
  caret({ textDocument, position }: At): Caret | undefined {
    const text = this.tree({ textDocument })?.text;
    return text && { snapshot: this.snapshot, uri: textDocument.uri, offset: text.offsetAt(position) };
  }

  /** The text of a file that is there. */
  text(uri: string): Text {
    return this.snapshot.files.get(uri)!.tree.text;
  }

  location({ uri, span }: { uri: string; span: Span }): Location {
    return { uri, range: toRange(this.text(uri), span) };
  }

  changes(edits: ReadonlyMap<string, readonly Edit[]>): WorkspaceEdit {
    return {
      changes: Object.fromEntries(
        [...edits].map(([uri, list]) => [uri, list.map(edit => toTextEdit(this.text(uri), edit))]),
      ),
    };
  }

  /** A renaming. Whether the old spelling stays as an alias is for the settings to say or, where the client can, for the author. */
  renaming({ edits, keep }: Renaming & { ok: true }): WorkspaceEdit {
    const { oldSpelling } = this.settings();
    if (!keep || oldSpelling === 'never') return this.changes(edits);
    if (oldSpelling === 'always')
      return this.changes(new Map([...edits, [keep.uri, [...(edits.get(keep.uri) ?? []), keep.edit]]]));
    if (!this.client().confirmsEdits) return this.changes(edits);
    const { changes = {} } = this.changes(edits);
    const kept = { ...toTextEdit(this.text(keep.uri), keep.edit), annotationId: 'keep' };
    return {
      documentChanges: Object.entries(changes).map(([uri, list]) => ({
        textDocument: { uri, version: null },
        edits: uri === keep.uri ? [...list, kept] : list,
      })),
      changeAnnotations: {
        keep: {
          label: `Keep “${keep.old}” as another name`,
          description: 'Reports that use the old spelling then still mean the same.',
          needsConfirmation: true,
        },
      },
    };
  }

  /** Edits of which some go into a file that is made first. */
  creation(created: string, edits: ReadonlyMap<string, readonly Edit[]>): WorkspaceEdit {
    const changes = [...edits].map(([uri, list]) => ({
      textDocument: { uri, version: null },
      edits:
        uri === created
          ? list.map(({ text }) => ({ range: startOfFile, newText: text }))
          : list.map(edit => toTextEdit(this.text(uri), edit)),
    }));
    return { documentChanges: [{ kind: 'create', uri: created, options: { ignoreIfExists: true } }, ...changes] };
  }

  /** The workspace folder that a file lies in, or else the file's own folder; undefined for a file that lies nowhere yet. */
  folderOf(uri: string): string | undefined {
    const roots = this.folders().map(root => root.replace(/\/$/, ''));
    const around = roots.filter(root => uri.startsWith(`${root}/`)).sort((a, b) => b.length - a.length)[0];
    return around ?? (/^untitled:/.test(uri) ? roots[0] : uri.replace(/\/[^/]*$/, ''));
  }

  /** A handler that speaks of the whole workspace: it waits until all of that is known, unless it is called off. */
  whenReady = <Params, Answer>(answer: (params: Params) => Answer) => this.after(this.ready, answer);

  /** A handler whose answer is better once all is known, but not worth a long wait. */
  whenReadyOrLate = <Params, Answer>(answer: (params: Params) => Answer) => this.after(this.readyOrLate, answer);

  private after<Params, Answer>(moment: Promise<void>, answer: (params: Params) => Answer) {
    return async (params: Params, cancelled: CancellationToken): Promise<Answer | ResponseError<void>> => {
      await moment;
      if (cancelled.isCancellationRequested)
        return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was called off.');
      return answer(params);
    };
  }
}
