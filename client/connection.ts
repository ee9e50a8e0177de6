// The running language server, in whichever host: how it is started, stopped and started afresh.
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';

/** Starts one server and returns the client that is connected to it, not yet started. */
export type Connect = (options: LanguageClientOptions) => Promise<BaseLanguageClient>;

export class Connection {
  #client: BaseLanguageClient | undefined;

  constructor(
    private readonly connect: Connect,
    private readonly options: LanguageClientOptions,
    private readonly onReady: (client: BaseLanguageClient) => void,
  ) {}

  /** The client to ask; throws a message for the user when there is none. */
  get client(): BaseLanguageClient {
    if (!this.#client)
      throw new Error('The Qalam language server is not running. Run “Qalam: Restart Language Server”.');
    return this.#client;
  }

  async start(): Promise<void> {
    const client = await this.connect(this.options);
    this.#client = client;
    this.onReady(client);
    await client.start();
  }

  /** Stops the server, waiting no longer than the client's own limit; a server that is already gone is no error. */
  async stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    await client?.dispose().catch(() => undefined);
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }
}
