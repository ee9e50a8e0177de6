// The reports a command is about, read as one workspace together with the files beside them, whose definitions count too.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Layer } from '../gazetteer/read';
import { type Snapshot, type SourceFile, snapshotOf } from '../semantics/snapshot';
import { parse } from '../syntax/parse';
import { Progress } from './progress';
import { findReports, type ReportFile, readReport } from './reports';

/** A report that was asked for, and what it is called in the snapshot. */
export interface Report extends ReportFile {
  readonly uri: string;
}

export interface Workspace {
  readonly snapshot: Snapshot;
  /** Those that were asked for, without the files beside them. */
  readonly reports: readonly Report[];
}

const uriOf = (file: string): string => pathToFileURL(path.resolve(file)).href;

/** Reads the files that the paths stand for. `countries` (ISO 3166-1) rank first in reports that name none. Throws `Failure`. */
export function openWorkspace(
  paths: readonly string[],
  base: readonly Layer[],
  countries: readonly string[],
): Workspace {
  const files = findReports(paths);
  const given = new Set(files.map(uriOf));
  const beside = besides(paths).filter(file => !given.has(uriOf(file)));
  const sources = new Map<string, SourceFile>();
  const reports: Report[] = [];
  const progress = new Progress();
  const all = [...files, ...beside];
  for (const [i, file] of all.entries()) {
    progress.at('Reading', i / all.length);
    const uri = uriOf(file);
    const report = i < files.length ? readReport(file) : quietly(file);
    if (!report) continue;
    sources.set(uri, { uri, tree: parse(report.text) });
    if (given.has(uri)) reports.push({ ...report, uri });
  }
  progress.done();
  return { snapshot: snapshotOf(sources, base, countries), reports };
}

/** The reports in the folders of the files among the paths. */
function besides(paths: readonly string[]): string[] {
  const folders = new Set(paths.filter(file => fs.statSync(file).isFile()).map(file => path.dirname(file)));
  return [...folders].flatMap(folder =>
    fs
      .readdirSync(folder)
      .filter(name => name.endsWith('.qalam'))
      .sort()
      .map(name => path.join(folder, name))
      .filter(file => fs.statSync(file, { throwIfNoEntry: false })?.isFile()),
  );
}

/** A file that nobody asked for says nothing when it cannot be read. */
function quietly(file: string): ReportFile | undefined {
  try {
    return readReport(file);
  } catch {
    return;
  }
}
