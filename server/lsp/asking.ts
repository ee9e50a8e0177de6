// What every answer needs: the caret or file that a request speaks of, and places and edits in the protocol's words.
import {
  type CancellationToken,
  type Location,
  LSPErrorCodes,
  type Position,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Caret } from '../semantics/caret';
import type { Snapshot } from '../semantics/snapshot';
import type { Tree } from '../syntax/tree';
import type { Edit } from '../text/edit';
import type { Span } from '../text/span';
import type { Text } from '../text/text';
import type { CompletionStyle } from './convert';
import { toRange, toTextEdit } from './convert';
import type { Settings } from './settings';
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
}

export class Asking {
  constructor(
    private readonly workspace: Workspace,
    readonly settings: () => Settings,
    readonly client: () => Client,
    /** Comes true once the gazetteer and the folders have been read. */
    private readonly ready: Promise<void>,
    /** The same, or after a while in which nobody should have to wait any longer. */
    private readonly readyOrLate: Promise<void>,
  ) {}

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
