// The add-a-gazetteer command: asks for countries, has the command line fetch their tables, and lets the server take them up.
import * as vscode from 'vscode';
import type { Connection } from '../connection';
import type { Run } from '../program';

/** Adds the gazetteers of some countries; `given` are their names or codes where code, rather than a person, asks. */
export async function addGazetteer(connection: Connection, run: Run | undefined, given: unknown): Promise<void> {
  if (!run) throw new Error('Gazetteers can be added in VS Code on a computer, not in a browser.');
  const countries = Array.isArray(given) ? given.map(String) : await askCountries();
  if (!countries?.length) return;
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: `Adding the gazetteer of ${countries.join(', ')}`,
    cancellable: true,
  };
  const written = await vscode.window.withProgress(options, (progress, cancelled) => {
    let before = 0;
    return run(
      ['gazetteer', 'add', ...countries],
      (share, what) => {
        progress.report({ message: what, increment: 100 * Math.max(0, share - before) });
        before = share;
      },
      cancelled,
    );
  });
  if (!written) return;
  await connection.restart();
  const added = written.stdout
    .trim()
    .split('\n')
    .map(line => line.replace(/;.*$/, '.'));
  void vscode.window.showInformationMessage(added.join(' '));
}

/** Undefined when the author turned away. */
async function askCountries(): Promise<string[] | undefined> {
  const answer = await vscode.window.showInputBox({
    title: 'Add a Country’s Gazetteer',
    prompt:
      'Every village, hill and checkpoint of a country, fetched from geonames.org (CC BY 4.0). Names or ISO 3166-1 codes, with commas between.',
    placeHolder: 'Syria, LB',
    validateInput: text => (/[/\\]|\.(csv|txt|zip)$/i.test(text) ? 'Name countries, not files.' : undefined),
  });
  return answer
    ?.split(',')
    .map(word => word.trim())
    .filter(Boolean);
}
