// `qalam check`: everything that is wrong in some reports, for people, for programs, or for code scanning.
import { version } from '../../package.json';
import { type LocatedFinding, regionOf, tally } from '../exchange/findings';
import { MOST_RESULTS, sarif } from '../exchange/sarif';
import { check as checkFile, checkSettings, encoding, levelOf, rules } from '../features/checks';
import type { Layer } from '../gazetteer/read';
import type { Settings } from '../semantics/settings';
import { span } from '../text/span';
import { Text } from '../text/text';
import { oneOf, readArguments } from './arguments';
import type { Command } from './command';
import { Complaints, type ExitCode, Failure } from './failure';
import { askedFor, layersFrom, reportOptions, reportOptionsHelp, somePaths, tellIfNone } from './options';
import { pathFromHere } from './paths';
import { Progress } from './progress';
import { STDIN } from './reports';
import { type Asked, levelsFrom, type SettingsFile } from './settings';
import { findingLine, summaryLine } from './text';
import { watching } from './watch';
import { openWorkspace, type Workspace } from './workspace';

const formats = ['text', 'json', 'sarif'] as const;

export const check: Command = {
  name: 'check',
  summary: 'Check reports and say what is wrong in them',
  help: `qalam check PATH… [--format text|json|sarif] [--watch]

Checks files, every .qalam file below folders, what a quoted pattern such as "2014/**" matches, and
for "-" standard input.
Definitions in any of them count, and so do those in the files beside a file that is named.

  --format FORMAT   text (default), json, or sarif (SARIF 2.1.0, for code scanning)
  --severity CODE=LEVEL
                    how grave a check is: off, hint, info, warning or error; may be given several
                    times. "qalam explain" lists the checks
  --watch           check again whenever a report changes, until Ctrl+C
${reportOptionsHelp}

A file .qalam.json beside the reports, or in a folder above, says the same for a whole team and its
editors: { "country": ["Syria"], "checks": { "place.abroad": "off" } }

Exit code 0: no errors (warnings may be there). 1: errors. 2: wrong use or an unreadable file.`,
  async run(args) {
    const { values, positionals } = readArguments('check', args, {
      ...reportOptions,
      format: { type: 'string', default: 'text' },
      severity: { type: 'string', multiple: true },
      watch: { type: 'boolean', default: false },
    });
    const format = oneOf('check', 'format', values.format, formats);
    const asked = { ...askedFor('check', values.country), checks: levelsFrom(values.severity) };
    const paths = somePaths('check', positionals);
    const layers = await layersFrom(values.gazetteer);
    const once = () => checkOnce(paths, layers, asked, format);
    if (!values.watch) return once();
    if (format !== 'text') throw new Failure('--watch goes with --format text.', 'check');
    if (paths.includes(STDIN))
      throw new Failure('--watch goes with files and folders, not with standard input.', 'check');
    return watching(paths, once);
  },
};

function checkOnce(
  paths: readonly string[],
  layers: readonly Layer[],
  asked: Asked,
  format: (typeof formats)[number],
): ExitCode {
  const complaints = new Complaints();
  const workspace = openWorkspace(paths, layers, asked, complaints);
  tellIfNone(workspace.reports, paths, complaints);
  if (!workspace.reports.length && complaints.any) return 2;
  const findings = findingsOf(workspace);
  const { error, warning, info, hint } = tally(findings);
  switch (format) {
    case 'text':
      for (const finding of findings) console.log(findingLine(finding));
      console.log(summaryLine(workspace.reports.length, { error, warning, info, hint }));
      break;
    case 'json': {
      const summary = { files: workspace.reports.length, errors: error, warnings: warning, infos: info, hints: hint };
      console.log(JSON.stringify({ findings, summary }, null, 2));
      break;
    }
    case 'sarif':
      console.log(JSON.stringify(sarif(findings, rules, version), null, 2));
      if (findings.length > MOST_RESULTS)
        console.error(`qalam: only the first ${MOST_RESULTS} of ${findings.length} findings are given.`);
  }
  return complaints.exitCode(error ? 1 : 0);
}

/** The findings of all reports, in the order of the files and their text. */
function findingsOf({ snapshot, reports, settingsFile }: Workspace): LocatedFinding[] {
  const progress = new Progress();
  const found = inSettings(settingsFile, snapshot.settings);
  const inReports = reports.flatMap(({ path, uri, undecoded }, i) => {
    progress.at('Checking', i / reports.length);
    const { text } = snapshot.files.get(uri)!.tree;
    const name = pathFromHere(path);
    const own = checkFile(snapshot, uri).map(({ span, severity, code, message }) => ({
      path: name,
      ...regionOf(text, span),
      severity,
      code,
      message,
    }));
    if (!undecoded) return own;
    const { code } = encoding;
    const severity = levelOf(encoding, snapshot.settings);
    if (severity === 'off') return own;
    const at = regionOf(text, span(undecoded.offset, undecoded.offset + 1));
    return [{ path: name, ...at, severity, code, message: undecoded.message }, ...own];
  });
  progress.done();
  return [...found, ...inReports];
}

function inSettings(file: SettingsFile | undefined, settings: Settings): LocatedFinding[] {
  if (!file) return [];
  const text = Text.of(file.text);
  return checkSettings(file.problems, settings).map(({ span, severity, code, message }) => ({
    path: pathFromHere(file.path),
    ...regionOf(text, span),
    severity,
    code,
    message,
  }));
}
