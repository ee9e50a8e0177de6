// `qalam export` as it ships: formats, folders, exit codes, and what is said of losses.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { optionsOf } from '../../server/cli/completion';
import { exportReports } from '../../server/cli/export';
import { formats } from '../../server/exchange/formats';
import { buildProgram, clean, type Program } from './program';

let program: Program;
before(async () => {
  program = await buildProgram();
});
after(() => program.remove());

test('every format is written, the same each time, and nothing is left beside it', () => {
  const folder = program.folder({ 'a.qalam': clean });
  for (const { name, folder: several } of formats) {
    const to = `out-${name}`;
    const args = ['export', '--to', name, '--allow-loss', 'a.qalam', '-o', to];
    const { code, stdout, stderr } = program.run(folder, args);
    assert.deepEqual([code, stdout], [0, ''], stderr);
    const read = () =>
      several
        ? fs
            .readdirSync(path.join(folder, to))
            .sort()
            .map(file => [file, fs.readFileSync(path.join(folder, to, file))])
        : fs.readFileSync(path.join(folder, to));
    const first = read();
    assert.ok(first.length > 0);
    assert.equal(program.run(folder, args).code, 0);
    assert.deepEqual(read(), first);
    if (!several)
      assert.deepEqual(
        Buffer.from(program.run(folder, ['export', '--to', name, '--allow-loss', 'a.qalam']).stdout),
        first,
      );
  }
  assert.deepEqual(fs.readdirSync(folder), ['a.qalam', ...formats.map(({ name }) => `out-${name}`).sort()]);
});

test('a shell is told of every format', () => {
  assert.deepEqual(
    optionsOf(exportReports).find(({ long }) => long === 'to')?.words,
    formats.map(({ name }) => name),
  );
});

test('what is dropped makes the exit code 1, unless that is allowed', () => {
  const folder = program.folder({ 'a.qalam': `${clean}  corroborates: other\n` });
  const run = (...more: string[]) => program.run(folder, ['export', '--to', 'hxl', 'a.qalam', ...more]);
  const strict = run();
  assert.equal(strict.code, 1);
  assert.match(strict.stderr, /a\.qalam:8 umm-ruman: HXL has no place for “corroborates”; left out\./);
  assert.match(strict.stderr, /1 line dropped: exit code 1; --allow-loss makes it 0\./);
  const allowed = run('--allow-loss');
  assert.deepEqual([allowed.code, allowed.stdout], [0, strict.stdout]);
});

test('a loss of meaning or of what is private is told, and is no failure', () => {
  const folder = program.folder({
    'a.qalam': `${clean.replace('Dumeir', 'Nowhereville')}\nevent b\n  private: yes\n`,
  });
  const { code, stderr } = program.run(folder, ['export', '--to', 'json', 'a.qalam']);
  assert.equal(code, 0);
  assert.match(stderr, /a\.qalam:11 umm-ruman: “Nowhereville” is not known; exported as written/);
  assert.match(stderr, /This event is private; left out/);
});

test('all losses are listed on request', () => {
  const many = Array.from({ length: 60 }, (_, i) => `event e${i}\n  foo: bar\n`).join('');
  const folder = program.folder({ 'a.qalam': many });
  const lines = (...more: string[]) =>
    program
      .run(folder, ['export', '--to', 'json', 'a.qalam', ...more])
      .stderr.split('\n')
      .filter(line => /^a\.qalam:/.test(line));
  assert.equal(lines().length, 50);
  assert.equal(lines('--all-losses').length, 60);
});

test('a folder takes the place of an earlier export and of nothing else', () => {
  const folder = program.folder({ 'a.qalam': clean, 'mine/notes.csv': 'mine', 'a file': '' });
  fs.mkdirSync(path.join(folder, 'empty'));
  const to = (target: string, ...more: string[]) =>
    program.run(folder, ['export', '--to', 'csv', 'a.qalam', '-o', target, ...more]);
  assert.equal(to('empty').code, 0);
  assert.equal(to('empty', '--partition').code, 0);
  assert.ok(fs.existsSync(path.join(folder, 'empty/events/country=SY/year=2014/part-0.csv')));
  assert.ok(!fs.existsSync(path.join(folder, 'empty/events.csv')));
  assert.match(to('mine').stderr, /mine holds other files; name an empty or a new folder, or an earlier export\./);
  assert.match(to('a file').stderr, /a file cannot be written: it is a file, not a folder\./);
  assert.match(to('gone/out').stderr, /gone\/out cannot be written: there is no such file or folder\./);
  assert.equal(fs.readFileSync(path.join(folder, 'mine/notes.csv'), 'utf8'), 'mine');
  assert.deepEqual(fs.readdirSync(folder), ['a file', 'a.qalam', 'empty', 'mine']);
});

test('an export that is called off leaves nothing behind', async () => {
  const many = Array.from({ length: 20_000 }, (_, i) => clean.replace('umm-ruman', `e${i}`)).join('\n');
  for (const format of ['geojson', 'csv']) {
    const folder = program.folder({ 'a.qalam': many });
    const child = spawn(process.execPath, [program.file, 'export', '--to', format, 'a.qalam', '-o', 'out'], {
      cwd: folder,
      stdio: 'ignore',
    });
    const ended = new Promise<number | null>(resolve => child.once('close', resolve));
    const growing = () => fs.readdirSync(folder).some(name => name.endsWith('.tmp'));
    while (!growing() && child.exitCode === null) await new Promise(resolve => setTimeout(resolve, 5));
    child.kill('SIGINT');
    assert.equal(await ended, 130);
    assert.deepEqual(fs.readdirSync(folder), ['a.qalam']);
  }
});

test('wrong use is told in a sentence', () => {
  const folder = program.folder({ 'a.qalam': clean });
  for (const [args, why] of [
    [['--to', 'csv', 'a.qalam'], /CSV tables are several files: name a folder for them with -o\./],
    [['--to', 'json', '--partition', 'a.qalam'], /JSON cannot be divided; --partition goes with csv and parquet\./],
    [['--to', 'json', '--bom', 'a.qalam'], /JSON has no byte order mark; --bom goes with CSV\./],
    [['--to', 'json', '--redact', 'far', 'a.qalam'], /--redact takes a distance such as 5km or 500m, not “far”\./],
    [['--to', 'json', '--redact', '0km', 'a.qalam'], /--redact takes a distance/],
  ] as const) {
    const { code, stderr } = program.run(folder, ['export', ...args]);
    assert.equal(code, 2);
    assert.match(stderr, why);
  }
});

test('coordinates are blurred on request', () => {
  const folder = program.folder({ 'a.qalam': clean });
  const { stdout } = program.run(folder, ['export', '--to', 'json', '--redact', '5km', 'a.qalam']);
  assert.doesNotMatch(stdout, /33\.6423/);
  assert.match(stdout, /"uncertaintyKm": 7\b/);
});
