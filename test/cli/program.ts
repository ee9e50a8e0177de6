// The command line as it ships, bundled into a folder of its own with a small gazetteer beside it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { TABLE } from '../unit/gazetteer/sample';

export interface Result {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Program {
  readonly file: string;
  /** A new folder holding these files, by name. */
  folder(files?: Record<string, string | Uint8Array>): string;
  /** Runs the program in a folder. Fails the test when a stack is shown. */
  run(folder: string, args: readonly string[], input?: string | Uint8Array, env?: NodeJS.ProcessEnv): Result;
  remove(): void;
}

interface Bundling {
  readonly esbuild: { build(options: object): Promise<unknown> };
  readonly forNode: object;
}

const groups = `actor "Syrian Arab Army"
  kind: state forces
  also: Syrian army
  country: Syria

place "Mezzeh"
  kind: quarter
  location: 33.50, 36.25 ±1 km
  also: Mazzeh, المزة
  country: Syria
  in: Damascus, Damascus

place "Karrada"
  kind: quarter
  location: 33.30, 44.42 ±1 km
  country: Iraq
  in: Baghdad, Baghdad

place "Guerrero"
  kind: quarter
  location: 19.44, -99.15 ±1 km
  country: Mexico
`;

export async function buildProgram(): Promise<Program> {
  const out = path.join(process.cwd(), 'out');
  fs.mkdirSync(out, { recursive: true });
  const home = fs.mkdtempSync(path.join(out, 'cli-'));
  const { esbuild, forNode } = (await import(String(pathToFileURL(path.resolve('scripts/bundle.mjs'))))) as Bundling;
  await esbuild.build({ ...forNode, entryPoints: { cli: path.resolve('server/cli.ts') }, outdir: home });
  const file = path.join(home, 'cli.js');
  let folders = 0;
  const program: Program = {
    file,
    folder(files = {}) {
      const folder = path.join(home, `folder-${folders++}`);
      fs.mkdirSync(folder);
      for (const [name, content] of Object.entries(files)) {
        fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
        fs.writeFileSync(path.join(folder, name), content);
      }
      return folder;
    },
    run(folder, args, input = '', env = {}) {
      const options = {
        cwd: folder,
        input,
        encoding: 'utf8',
        env: { ...process.env, QALAM_HOME: home, ...env },
        maxBuffer: 1 << 28,
      } as const;
      const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], options);
      assert.doesNotMatch(stderr, /\n\s+at |something went wrong inside/, stderr);
      return { code: status, stdout, stderr };
    },
    remove: () => fs.rmSync(home, { recursive: true, force: true }),
  };
  const data = program.folder({ 'table.txt': TABLE.join('\n'), 'groups.qalam': groups });
  const index = path.join(home, 'gazetteer.bin');
  const made = program.run(data, [
    'gazetteer',
    'build',
    '--geonames',
    'table.txt',
    '--qalam',
    '.',
    '--no-shipped',
    '-o',
    index,
  ]);
  assert.equal(made.code, 0, made.stderr);
  return program;
}

/** A report in which there is nothing to mend. */
export const clean = `report "Eastern Qalamoun"
  country: Syria

source as-safir
  publisher: As-Safir
  published: 2014-11-20

event umm-ruman
  type: Armed clash
  date: 2014-11-14
  place: Dumeir
  actor: Syrian army as attacker
  source: as-safir
`;
