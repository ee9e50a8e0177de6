// Runs the suite in the extension host that is a web worker.
import 'mocha/mocha';
import { runAndTell, Silent } from './report';

export async function runSuite(load: () => void): Promise<void> {
  const started = mocha.setup({ ui: 'tdd', timeout: 20_000, reporter: Silent as unknown as Mocha.ReporterConstructor });
  load();
  await runAndTell(started, line => console.log(line));
}
