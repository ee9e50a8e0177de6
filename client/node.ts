// Runs the command line that ships with the extension, in a process of its own.
import { spawn } from 'node:child_process';
import type { Run } from './program';

/** A line of progress, as the program writes it when QALAM_PROGRESS is `lines`. */
const PROGRESS = /^@ ([\d.]+) (.*)$/;

export const program =
  (file: string): Run =>
  (args, heard, cancelled, most = 0) =>
    new Promise((resolve, reject) => {
      // VS Code's own executable is Node when told so.
      const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1', QALAM_PROGRESS: 'lines', NO_COLOR: '1' };
      const child = spawn(process.execPath, [file, ...args], { env, windowsHide: true });
      const stop = cancelled.onCancellationRequested(() => child.kill());
      let [stdout, stderr, rest] = ['', '', ''];
      child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
        stdout += chunk;
      });
      child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
        const lines = (rest + chunk).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) {
          const [, share, what] = PROGRESS.exec(line) ?? [];
          if (share !== undefined && what !== undefined) heard(Number(share), what);
          else stderr += `${line}\n`;
        }
      });
      child.once('error', reject);
      child.once('close', code => {
        stop.dispose();
        if (cancelled.isCancellationRequested) resolve(undefined);
        else if (code !== null && code <= most) resolve({ stdout, stderr: stderr + rest, code });
        else reject(new Error(said(stderr + rest) || 'Qalam’s command line ended before it was done.'));
      });
      child.stdin.end();
    });

/** What the program said, without its own name and its advice for a terminal. */
const said = (stderr: string): string =>
  stderr
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('Try “qalam'))
    .map(line => line.replace(/^qalam: /, ''))
    .join(' ');
