// The report that every format is shown with, as an export of it, and the files that say what must come out.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { lossText } from '../../../server/exchange/document';
import { type Exporter, type ExportOptions, exported, plainly } from '../../../server/exchange/exporter';
import { snapshot, uri } from './sample';

const folder = 'test/unit/exchange/golden';

export const text = fs.readFileSync(path.join(folder, 'report.qalam'), 'utf8');

export const world = () => snapshot({ 'report.qalam': text });

/** An export of the report: its files as text, and its losses a line each. */
export function exportOf(format: Exporter, options: Partial<ExportOptions> = {}) {
  const { files, losses, ...counts } = exported(format, world(), [uri('report.qalam')], { ...plainly, ...options });
  const decoded = new Map([...files].map(([file, bytes]) => [file, new TextDecoder().decode(bytes)]));
  return {
    ...counts,
    files: decoded,
    bytes: files,
    losses: losses.map(loss => `${loss.line + 1} ${loss.grade}: ${lossText(loss)}`),
  };
}

/** Compares with a file of the golden folder; `UPDATE=1` writes it anew. */
export function golden(name: string, actual: string): void {
  const file = path.join(folder, name);
  if (process.env.UPDATE === '1') {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, actual);
  }
  assert.ok(fs.existsSync(file), `${file} is missing: run UPDATE=1 and read it`);
  assert.equal(actual, fs.readFileSync(file, 'utf8'), `${file}: run UPDATE=1 and read what changes`);
}
