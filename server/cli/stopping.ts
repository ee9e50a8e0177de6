// Ends work that is called off half-way, by Ctrl+C or by an editor, with nothing left behind.
import os from 'node:os';

const signals = ['SIGINT', 'SIGTERM'] as const;

/** Does some work; when a signal comes while it waits, undoes it and ends the program with the exit code that shells expect. */
export async function orUndone<Result>(undo: () => void, work: () => Promise<Result>): Promise<Result> {
  const stop = (signal: NodeJS.Signals) => {
    undo();
    process.exit(128 + os.constants.signals[signal]);
  };
  for (const signal of signals) process.once(signal, stop);
  try {
    return await work();
  } finally {
    for (const signal of signals) process.off(signal, stop);
  }
}
