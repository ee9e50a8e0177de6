// `qalam format`: puts reports into the one layout, and touches no file that has it already.
import { parse } from '../syntax/parse';
import { print } from '../syntax/print';
import { readArguments } from './arguments';
import type { Command } from './command';
import { Complaints, type ExitCode, Failure } from './failure';
import { somePaths, tellIfNone } from './options';
import { pathFromHere } from './paths';
import { findReports, readReport, STDIN } from './reports';
import { counted } from './text';
import { writeWhole } from './write';

export const format: Command = {
  name: 'format',
  summary: 'Put reports into the one layout',
  help: `qalam format [--check] PATH…

Rewrites files, and every .qalam file below folders, in the one layout: fields indented by two spaces,
one blank line between blocks. Each file that changes is written whole or not at all, and listed.
For "-", standard input is put in that layout onto standard output.

  --check           write nothing, list what would change

Exit code 0: done, or nothing to do. 1: --check found files to change. 2: wrong use, or a file that
cannot be read or written, or is not text.`,
  run(args) {
    const { values, positionals } = readArguments('format', args, { check: { type: 'boolean', default: false } });
    const complaints = new Complaints();
    const paths = somePaths('format', positionals);
    if (paths.includes(STDIN)) {
      if (paths.length > 1) throw new Failure('“-”, for standard input, goes with no other path.', 'format');
      return formatStandardInput(values.check);
    }
    const files = findReports(paths, work => complaints.attempt(work));
    tellIfNone(files, paths, complaints);
    let changed = 0;
    for (const file of files) {
      complaints.attempt(() => {
        if (!formatFile(file, values.check)) return;
        changed++;
        console.log(pathFromHere(file));
      });
    }
    const to = values.check ? 'to be formatted' : 'formatted';
    if (files.length) console.error(`${counted(changed, 'file')} of ${files.length.toLocaleString('en')} ${to}.`);
    return complaints.exitCode(values.check && changed ? 1 : 0);
  },
};

/** The text of a report, and how it looks in the one layout. Throws `Failure` when it is no text, or cannot be read. */
function formatting(file: string): { readonly text: string; readonly formatted: string } {
  const { text, undecoded } = readReport(file);
  // What is no text would be damaged by being written back.
  if (undecoded || text.includes('\0'))
    throw new Failure(`${pathFromHere(file)} is left as it is. ${undecoded?.message ?? 'It is not a text file.'}`);
  return { text, formatted: print(parse(text)) };
}

/** Whether the file changes. Throws `Failure` when it is no text, or cannot be read or written. */
function formatFile(file: string, dry: boolean): boolean {
  const { text, formatted } = formatting(file);
  if (formatted === text) return false;
  if (!dry) writeWhole(file, formatted);
  return true;
}

function formatStandardInput(dry: boolean): ExitCode {
  const { text, formatted } = formatting(STDIN);
  if (!dry) {
    process.stdout.write(formatted);
    return 0;
  }
  if (formatted !== text) console.error('Standard input is to be formatted.');
  return formatted === text ? 0 : 1;
}
