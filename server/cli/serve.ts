// `qalam serve`: the language server over standard input and output, for any editor that speaks its protocol.
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeHost, spareMemory } from '../lsp/node';
import { serve as serveConnection } from '../lsp/serve';
import { wellFormed } from '../lsp/wellFormed';
import { readArguments } from './arguments';
import type { Command } from './command';
import { Failure } from './failure';

export const serve: Command = {
  name: 'serve',
  summary: 'Run the language server for an editor',
  help: `qalam serve --stdio

Speaks the Language Server Protocol on standard input and output until the editor ends it.

  --stdio           the way to talk to it, which editors name themselves`,
  run(args) {
    const { values, positionals } = readArguments('serve', args, { stdio: { type: 'boolean', default: false } });
    if (!values.stdio || positionals.length) throw new Failure('Say how to talk to the server: --stdio.', 'serve');
    spareMemory();
    serveConnection(
      createConnection(ProposedFeatures.all, process.stdin, process.stdout, wellFormed),
      nodeHost(__dirname),
    );
    return new Promise(() => {}); // The connection ends the process.
  },
};
