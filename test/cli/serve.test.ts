// `qalam serve --stdio`: an editor can talk to it.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { after, before, test } from 'node:test';
import { buildProgram, type Program } from './program';

let program: Program;
before(async () => {
  program = await buildProgram();
});
after(() => program.remove());

const message = (content: object): string => {
  const text = JSON.stringify({ jsonrpc: '2.0', ...content });
  return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
};

test('it answers, and ends when the editor says so', async () => {
  const child = spawn(process.execPath, [program.file, 'serve', '--stdio']);
  const ended = new Promise<number | null>(resolve => child.on('close', resolve));
  let out = '';
  const answered = new Promise<void>(resolve => {
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      out += chunk;
      if (out.includes('"id":1')) resolve();
    });
  });
  child.stdin.write(
    message({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } }),
  );
  await answered;
  assert.match(out, /"capabilities":\{/);
  child.stdin.write(message({ id: 2, method: 'shutdown' }) + message({ method: 'exit' }));
  assert.equal(await ended, 0);
});

test('it says how it wants to be called', () => {
  const { code, stderr } = program.run(program.folder(), ['serve']);
  assert.equal(code, 2);
  assert.match(stderr, /Say how to talk to the server: --stdio/);
});
