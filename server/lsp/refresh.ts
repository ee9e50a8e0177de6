// Has the client draw anew what an edit elsewhere has changed: hints, colours and lenses are otherwise asked for by file.
import {
  CodeLensRefreshRequest,
  type Connection,
  InlayHintRefreshRequest,
  SemanticTokensRefreshRequest,
  type WorkspaceClientCapabilities,
} from 'vscode-languageserver';
import type { Workspace } from './workspace';

/** How long, in ms, after an edit the client is asked: nobody looks elsewhere while writing. */
const REST = 500;

export class Refresh {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private drawn: Pick<ReturnType<Workspace['snapshot']>, 'gazetteer' | 'definitions'>;

  constructor(
    private readonly connection: Connection,
    private readonly workspace: Workspace,
    private readonly capabilities: WorkspaceClientCapabilities = {},
  ) {
    this.drawn = workspace.snapshot();
  }

  /** Everything may have changed. */
  all(): void {
    clearTimeout(this.timer);
    this.drawn = this.workspace.snapshot();
    const { semanticTokens, inlayHint } = this.capabilities;
    if (semanticTokens?.refreshSupport) this.ask(SemanticTokensRefreshRequest.method);
    if (inlayHint?.refreshSupport) this.ask(InlayHintRefreshRequest.method);
    this.lenses();
  }

  /** A file was edited: what others count may have changed, and what names mean if it was a definition. */
  afterEdit(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const { gazetteer, definitions } = this.workspace.snapshot();
      if (gazetteer !== this.drawn.gazetteer || definitions !== this.drawn.definitions) this.all();
      else this.lenses();
    }, REST);
  }

  private lenses(): void {
    if (this.capabilities.codeLens?.refreshSupport) this.ask(CodeLensRefreshRequest.method);
  }

  /** A client that turns it down, or has gone, is left alone. */
  private ask(method: string): void {
    this.connection.sendRequest(method).catch(() => {});
  }
}
