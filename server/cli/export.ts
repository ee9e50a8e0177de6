// `qalam export`: reports as one document in another format.
import type { Loss } from '../exchange/document';
import { exporting, type JsonExport, jsonText } from '../exchange/json';
import { oneOf, readArguments } from './arguments';
import type { Command } from './command';
import { Complaints, Failure } from './failure';
import { countryOption, layersFrom, reportOptions, reportOptionsHelp, somePaths } from './options';
import { pathFromHere } from './paths';
import { Progress } from './progress';
import { refuseInputs } from './target';
import { counted, printable } from './text';
import { openWorkspace, type Report } from './workspace';
import { writeWhole } from './write';

/** Losses that are printed; the rest are counted. */
const MOST_SHOWN = 50;

const formats = ['json'] as const;

export const exportReports: Command = {
  name: 'export',
  summary: 'Write reports as JSON, with every name, date and place resolved',
  help: `qalam export --to json PATH… [-o FILE]

Exports files, and every .qalam file below folders, as one document. "qalam schema" prints its
JSON Schema. What is left out, or only carried as it was written, is listed on standard error.

  --to FORMAT       json
  -o, --output FILE write the document to a file, whole or not at all (default: standard output);
                    never over a report
  --include-private carry private blocks too
${reportOptionsHelp}

Exit code 0: exported. 2: wrong use, or a file that cannot be read (the others are exported) or written.`,
  async run(args) {
    const { values, positionals } = readArguments('export', args, {
      ...reportOptions,
      to: { type: 'string' },
      output: { type: 'string', short: 'o' },
      'include-private': { type: 'boolean', default: false },
    });
    if (values.to === undefined) throw new Failure('Say which format to export --to: json.', 'export');
    oneOf('export', 'to', values.to, formats);
    const countries = countryOption('export', values.country);
    const paths = somePaths('export', positionals);
    const complaints = new Complaints();
    const { snapshot, reports } = openWorkspace(paths, await layersFrom(values.gazetteer), countries, complaints);
    if (!reports.length && complaints.exitCode(0)) return 2;
    const toFile = values.output === undefined || values.output === '-' ? undefined : values.output;
    if (toFile !== undefined)
      refuseInputs(toFile, [...paths, ...reports.map(({ path }) => path), ...(values.gazetteer ?? [])]);
    const uris = reports.map(({ uri }) => uri);
    const { document, losses } = watched(exporting(snapshot, uris, { includePrivate: values['include-private'] }));
    const text = jsonText(document);
    if (toFile === undefined) process.stdout.write(text);
    else writeWhole(toFile, text);
    printLosses(losses, reports);
    const { events, sources } = document;
    const what = `${counted(events.length, 'event')} and ${counted(sources.length, 'source')} exported`;
    const lost = losses.length ? `; ${counted(losses.length, 'thing')} left out or not resolved` : '';
    console.error(`${what}${lost}.`);
    return complaints.exitCode(0);
  },
};

function watched(work: ReturnType<typeof exporting>): JsonExport {
  const progress = new Progress();
  for (;;) {
    const step = work.next();
    if (step.done) {
      progress.done();
      return step.value;
    }
    progress.at('Exporting', step.value.done / step.value.total);
  }
}

function printLosses(losses: readonly Loss[], reports: readonly Report[]): void {
  const paths = new Map(reports.map(({ uri, path }) => [uri, pathFromHere(path)]));
  for (const { path, undecoded } of reports)
    if (undecoded) console.error(`${pathFromHere(path)}: ${undecoded.message}`);
  for (const { uri, line, message } of losses.slice(0, MOST_SHOWN))
    console.error(`${paths.get(uri)}:${line + 1} ${printable(message)}`);
  if (losses.length > MOST_SHOWN) console.error(`… and ${counted(losses.length - MOST_SHOWN, 'more', 'more')}`);
}
