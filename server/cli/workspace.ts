// The reports a command is about, read as one workspace together with the files beside them, whose definitions count too.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Layer } from '../gazetteer/read';
import { type Snapshot, type SourceFile, snapshotOf } from '../semantics/snapshot';
import { parse } from '../syntax/parse';
import type { Complaints } from './failure';
import { Progress } from './progress';
import { type Attempt, findReports, type ReportFile, readReport, reportsIn } from './reports';
import { type Asked, type SettingsFile, settingsFor } from './settings';

/** A report that was asked for, and what it is called in the snapshot. */
export interface Report extends ReportFile {
  readonly uri: string;
}

export interface Workspace {
  readonly snapshot: Snapshot;
  /** Those that were asked for, without the files beside them. */
  readonly reports: readonly Report[];
  /** Undefined where none holds for them. */
  readonly settingsFile: SettingsFile | undefined;
}

const uriOf = (file: string): string => pathToFileURL(path.resolve(file)).href;

/**
 * Reads the files that the paths stand for, and tells of those that cannot be read. `asked` is what the
 * command line says, which counts more than the settings file.
 */
export function openWorkspace(
  paths: readonly string[],
  base: readonly Layer[],
  asked: Asked,
  complaints: Complaints,
): Workspace {
  const attempt: Attempt = work => complaints.attempt(work);
  const files = findReports(paths, attempt);
  const given = new Set(files.map(uriOf));
  const beside = besides(files).filter(file => !given.has(uriOf(file)));
  const sources = new Map<string, SourceFile>();
  const reports: Report[] = [];
  const progress = new Progress();
  const all = [...files, ...beside];
  for (const [i, file] of all.entries()) {
    progress.at('Reading', i / all.length);
    const uri = uriOf(file);
    const report = i < files.length ? attempt(() => readReport(file)) : quietly(() => readReport(file));
    if (!report) continue;
    sources.set(uri, { uri, tree: parse(report.text) });
    if (given.has(uri)) reports.push({ ...report, uri });
  }
  progress.done();
  const { settings, file: settingsFile } = settingsFor(paths, asked);
  return { snapshot: snapshotOf(sources, base, settings), reports, settingsFile };
}

/** The reports in the folders of some files; none of a folder that cannot be listed. */
function besides(files: readonly string[]): string[] {
  const folders = new Set(files.map(file => path.dirname(file)));
  return [...folders].flatMap(folder => quietly(() => reportsIn(folder)) ?? []);
}

/** What nobody asked for says nothing when it cannot be read. */
function quietly<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return;
  }
}
