// Tells whoever started the editor how each test went, one marked line of JSON each; the last proves that all of them ran.

export type Said = { pass: string; ms: number } | { fail: string; why: string } | { done: Counts };
export interface Counts {
  passed: number;
  failed: number;
}

/** Runs what mocha has loaded. Rejects when a test failed or none ran, so that the editor's exit code says so too. */
export function runAndTell(mocha: Mocha, say: (line: string) => void): Promise<void> {
  const tell = (said: Said) => say(`[suite] ${JSON.stringify(said)}`);
  return new Promise((resolve, reject) => {
    let passed = 0;
    const runner = mocha.run(failed => {
      tell({ done: { passed, failed } });
      if (failed > 0 || passed === 0) reject(new Error(`${passed} passed, ${failed} failed`));
      else resolve();
    });
    runner.on('pass', test => {
      passed++;
      tell({ pass: test.fullTitle(), ms: test.duration ?? 0 });
    });
    runner.on('fail', (test, error: Error) => tell({ fail: test.fullTitle(), why: error.stack ?? error.message }));
  });
}

/** Mocha's own words are not wanted: they would mix with the editor's log. */
export class Silent {}
