// `qalam export`: reports in another format.
import { setImmediate } from 'node:timers/promises';
import { type Loss, lossText } from '../exchange/document';
import { type Exporter, type ExportOptions, exporting, type Summary } from '../exchange/exporter';
import { formatOf, formats } from '../exchange/formats';
import { oneOf, readArguments } from './arguments';
import type { Command } from './command';
import { Complaints, Failure } from './failure';
import { askedFor, layersFrom, reportOptions, reportOptionsHelp, somePaths, tellIfNone } from './options';
import { pathFromHere } from './paths';
import { Progress } from './progress';
import { refuseProblems } from './settings';
import { orUndone } from './stopping';
import { refuseInputs } from './target';
import { counted, printable } from './text';
import { openWorkspace, type Report } from './workspace';
import { type Whole, wholeFile, wholeFolder } from './write';

/** Losses that are printed; the rest are counted. */
const MOST_SHOWN = 50;

const names = formats.map(({ name }) => name);

const described = formats
  .map(({ name, title, folder }) => `                    ${name.padEnd(10)}${title}${folder ? ', a folder' : ''}`)
  .join('\n');

export const exportReports: Command = {
  name: 'export',
  summary: 'Write reports in a format that others read, with every name, date and place resolved',
  help: `qalam export --to ${names.join('|')}
             PATH… [-o FILE]

Exports files, every .qalam file below folders, and for "-" standard input. What is left out, or only carried as it was
written, is listed on standard error. docs/exchange.md says what each format has and lacks.

  --to FORMAT       one of
${described}
  -o, --output FILE write to a file or, for a format of several files, to a folder; whole or not at
                    all, and never over a report (default: standard output)
  --allow-loss      exit with 0 also when something that is written has no place in the format
  --all-losses      list every loss, not only the first ${MOST_SHOWN}
  --include-private carry private blocks too
  --redact DISTANCE blur every coordinate to a radius: 5km, 500m
  --partition       divide the tables by country and year (csv, parquet)
  --bom             begin CSV with a byte order mark, so that Excel reads it as UTF-8
  --keep-formulas   leave cells as they are that a spreadsheet would run as formulas; by default
                    they get an apostrophe
${reportOptionsHelp}

Exit code 0: exported. 1: exported, and something was dropped. 2: wrong use, or a file that cannot be
read (the others are exported) or written.`,
  async run(args) {
    const { values, positionals } = readArguments('export', args, {
      ...reportOptions,
      to: { type: 'string' },
      output: { type: 'string', short: 'o' },
      redact: { type: 'string' },
      'allow-loss': { type: 'boolean', default: false },
      'all-losses': { type: 'boolean', default: false },
      'include-private': { type: 'boolean', default: false },
      'keep-formulas': { type: 'boolean', default: false },
      partition: { type: 'boolean', default: false },
      bom: { type: 'boolean', default: false },
    });
    if (values.to === undefined) throw new Failure(`Say which format to export --to: ${names.join(', ')}.`, 'export');
    oneOf('export', 'to', values.to, names);
    const format = formatOf(values.to)!;
    if (values.partition && !format.partitions)
      throw new Failure(`${format.title} cannot be divided; --partition goes with csv and parquet.`, 'export');
    if (values.bom && format.extension !== 'csv')
      throw new Failure(`${format.title} has no byte order mark; --bom goes with CSV.`, 'export');
    const options: ExportOptions = {
      includePrivate: values['include-private'],
      redactKm: values.redact === undefined ? 0 : distance(values.redact),
      keepFormulas: values['keep-formulas'],
      partition: values.partition,
      byteOrderMark: values.bom,
    };
    const asked = askedFor('export', values.country);
    const paths = somePaths('export', positionals);
    const output = values.output === undefined || values.output === '-' ? undefined : values.output;
    if (format.folder && output === undefined)
      throw new Failure(`${format.title} are several files: name a folder for them with -o.`, 'export');
    const complaints = new Complaints();
    const { snapshot, reports, settingsFile } = openWorkspace(
      paths,
      await layersFrom(values.gazetteer),
      asked,
      complaints,
    );
    refuseProblems(settingsFile);
    tellIfNone(reports, paths, complaints);
    if (!reports.length && complaints.any) return 2;
    if (output !== undefined)
      refuseInputs(output, [...paths, ...reports.map(({ path }) => path), ...(values.gazetteer ?? [])]);
    const uris = reports.map(({ uri }) => uri);
    const target = targetOf(format, output);
    const work = exporting(format, snapshot, uris, options);
    const summary = await orUndone(target.abandon, () => written(work, target));
    printLosses(summary.losses, reports, values['all-losses'] ? Number.POSITIVE_INFINITY : MOST_SHOWN);
    const { events, sources, losses } = summary;
    const what = `${counted(events, 'event')} and ${counted(sources, 'source')} exported`;
    const lost = losses.length ? `; ${counted(losses.length, 'thing')} left out or not resolved` : '';
    const dropped = losses.filter(({ grade }) => grade === 'dropped').length;
    const unread = reports.filter(({ undecoded }) => undecoded?.lossy).length;
    const refused = dropped + unread > 0 && !values['allow-loss'];
    const causes = [
      ...(dropped ? [`${counted(dropped, 'line')} dropped`] : []),
      ...(unread ? [`characters lost in ${counted(unread, 'file')}`] : []),
    ];
    const why = refused ? ` ${sentence(causes.join(', '))}: exit code 1; --allow-loss makes it 0.` : '';
    console.error(`${what}${lost}.${why}`);
    return complaints.exitCode(refused ? 1 : 0);
  },
};

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Kilometres. Throws `Failure` for what is no distance. */
function distance(text: string): number {
  const [, figure, unit] = /^(\d+(?:\.\d+)?)\s*(km|m)$/i.exec(text.trim()) ?? [];
  const km = Number(figure) * (unit?.toLowerCase() === 'm' ? 0.001 : 1);
  if (!(km > 0 && km <= 1000))
    throw new Failure(`--redact takes a distance such as 5km or 500m, not “${text}”.`, 'export');
  return km;
}

const standardOutput: Whole = {
  write: (_, data) => void process.stdout.write(data),
  finish: () => {},
  abandon: () => {},
};

function targetOf(format: Exporter, output: string | undefined): Whole {
  if (output === undefined) return standardOutput;
  if (!format.folder) return wholeFile(output);
  return wholeFolder(
    output,
    files => files.includes('about.json') && files.every(file => /(^about\.json|\.(?:csv|parquet))$/.test(file)),
  );
}

/** Waits between steps, so that a signal to stop is heard. */
async function written(work: ReturnType<typeof exporting>, target: Whole): Promise<Summary> {
  const progress = new Progress();
  try {
    for (;;) {
      const step = work.next();
      if (step.done) {
        target.finish();
        progress.done();
        return step.value;
      }
      const { done, total, pieces } = step.value;
      for (const { file, data } of pieces) target.write(file, data);
      progress.at('Exporting', done / Math.max(1, total));
      await setImmediate();
    }
  } catch (error) {
    target.abandon();
    throw error;
  }
}

function printLosses(losses: readonly Loss[], reports: readonly Report[], most: number): void {
  const paths = new Map(reports.map(({ uri, path }) => [uri, pathFromHere(path)]));
  for (const { path, undecoded } of reports)
    if (undecoded) console.error(`${pathFromHere(path)}: ${undecoded.message}`);
  for (const [i, loss] of losses.entries()) {
    if (i >= most) break;
    console.error(`${paths.get(loss.uri)}:${loss.line + 1} ${printable(lossText(loss))}`);
  }
  if (losses.length > most) console.error(`… and ${counted(losses.length - most, 'more', 'more')}`);
}
