// How fast each export format is and how much memory it takes, at 100,000 events. Each is measured in a process of its own.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { exporting, plainly } from '../../server/exchange/exporter';
import { formatOf, formats } from '../../server/exchange/formats';
import { openIndex } from '../../server/gazetteer/read';
import { plainSettings } from '../../server/semantics/settings';
import { snapshotOf } from '../../server/semantics/snapshot';
import { parse } from '../../server/syntax/parse';
import { reportOf } from './report';

const EVENTS = 100_000;
/** A file has as many events as a desk writes in some months. */
const A_FILE = 1000;

const places = [
  'Damascus',
  'Homs',
  'Dumeir',
  'An Nabk',
  'Palmyra',
  'Aleppo',
  'Idlib',
  'Yabrud',
  'Raqqa',
  'Deir ez-Zor',
];

interface Measured {
  /** Of processor time, which other programs on the machine do not change much. */
  readonly seconds: number;
  readonly events: number;
  readonly losses: number;
  readonly megabytes: number;
  /** Of the process: with all reports read, and at the most. */
  readonly before: number;
  readonly peak: number;
}

const megabytes = (): number => Math.round(process.resourceUsage().maxRSS / 1024);

/** Exports in this process, as the command line does: pieces are counted and let go. */
export function measure(root: string, name: string): Measured {
  const bytes = fs.readFileSync(path.join(root, 'dist/gazetteer.bin'));
  const base = [openIndex(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length))];
  const text = reportOf(A_FILE, places);
  const files = new Map(
    Array.from({ length: EVENTS / A_FILE }, (_, i) => {
      const uri = `file:///bench/${i}.qalam`;
      const own = text.replaceAll('event event-', `event event-${i}-`);
      return [uri, { uri, tree: parse(own) }] as const;
    }),
  );
  const snapshot = snapshotOf(files, base, plainSettings);
  const before = megabytes();
  const started = process.cpuUsage();
  let size = 0;
  const work = exporting(formatOf(name)!, snapshot, [...files.keys()], plainly);
  for (;;) {
    const { done, value } = work.next();
    if (done) {
      const { user, system } = process.cpuUsage(started);
      const seconds = (user + system) / 1e6;
      const { events, losses } = value;
      return { seconds, events, losses: losses.length, megabytes: size / 1e6, before, peak: megabytes() };
    }
    for (const { data } of value.pieces) size += typeof data === 'string' ? Buffer.byteLength(data) : data.length;
  }
}

export async function run(root: string): Promise<void> {
  console.log(`${EVENTS.toLocaleString('en')} events in ${EVENTS / A_FILE} files; seconds of processor time\n`);
  console.log('format      events/s   seconds        MB   lines of loss   memory: read   at the most');
  const bundle = path.join(root, 'out/bench/exchange.js');
  for (const { name } of formats) {
    const script = `console.log(JSON.stringify(require(${JSON.stringify(bundle)}).measure(${JSON.stringify(root)}, ${JSON.stringify(name)})))`;
    const { stdout, stderr, status } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    const { seconds, events, losses, megabytes: size, before, peak } = JSON.parse(stdout) as Measured;
    const cells = [
      Math.round(events / seconds)
        .toLocaleString('en')
        .padStart(10),
      seconds.toFixed(1).padStart(10),
      size.toFixed(1).padStart(10),
      losses.toLocaleString('en').padStart(16),
      `${before} MB`.padStart(15),
      `${peak} MB`.padStart(14),
    ];
    console.log(name.padEnd(10) + cells.join(''));
  }
}
