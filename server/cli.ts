#!/usr/bin/env node
// The command line's entry: the same code as the language server's, without an editor.
import { reasonOf } from './cli/failure';
import { main } from './cli/main';

// Whoever reads the output may stop early (`qalam check … | head`): that ends the run quietly.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    process.exitCode = 2;
    if (stream === process.stdout) console.error(`qalam: the output cannot be written: ${reasonOf(error)}.`);
  });
}

main(process.argv.slice(2)).then(code => {
  process.exitCode ||= code;
});
