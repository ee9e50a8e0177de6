// The language server in Node: over IPC from the editor, or over standard input and output.
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeHost, spareMemory } from './lsp/node';
import { serve } from './lsp/serve';
import { wellFormed } from './lsp/wellFormed';

spareMemory();
serve(createConnection(ProposedFeatures.all, wellFormed), nodeHost(__dirname));
