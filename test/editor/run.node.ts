// Runs the suite in the extension host that is a Node process; the words also go to the file that QALAM_EDITOR_REPORT names.
import { appendFileSync } from 'node:fs';
import { runAndTell, Silent } from './report';

export async function runSuite(load: () => void): Promise<void> {
  process.setSourceMapsEnabled(true);
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({ ui: 'tdd', timeout: 20_000, reporter: Silent as unknown as Mocha.ReporterConstructor });
  mocha.suite.emit('pre-require', globalThis as unknown as Mocha.MochaGlobals, null, mocha);
  load();
  const file = process.env.QALAM_EDITOR_REPORT;
  await runAndTell(mocha, line => {
    console.log(line);
    if (file) appendFileSync(file, `${line}\n`);
  });
}
