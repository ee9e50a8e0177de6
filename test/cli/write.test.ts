// Files are written whole or not at all, by export, format, schema and gazetteer build alike.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { buildProgram, clean, type Program } from './program';

let program: Program;
before(async () => {
  program = await buildProgram();
});
after(() => program.remove());

const exportTo = (target: string) => ['export', '--to', 'json', 'a.qalam', '-o', target];

test('an export is written to its file, the same each time, with nothing beside it', () => {
  const folder = program.folder({ 'a.qalam': clean });
  const { code, stdout, stderr } = program.run(folder, exportTo('out.json'));
  assert.deepEqual([code, stdout, stderr], [0, '', '1 event and 1 source exported.\n']);
  const first = fs.readFileSync(path.join(folder, 'out.json'), 'utf8');
  assert.equal(program.run(folder, exportTo('-')).stdout, first);
  program.run(folder, exportTo('out.json'));
  assert.equal(fs.readFileSync(path.join(folder, 'out.json'), 'utf8'), first);
  assert.deepEqual(fs.readdirSync(folder), ['a.qalam', 'out.json']);
});

test('a target that cannot be written exits 2 and leaves everything as it was', () => {
  const folder = program.folder({ 'a.qalam': clean, file: 'mine', 'folder/x': '' });
  const before = fs.readdirSync(folder);
  for (const [target, why] of [
    ['gone/out.json', /gone\/out\.json cannot be written: there is no such file or folder\./],
    ['folder', /folder cannot be written: it is a folder\./],
    ['file/out.json', /file\/out\.json cannot be written: a part of its path is a file/],
    [`${'n'.repeat(300)}.json`, /cannot be written: the name is too long/],
  ] as const) {
    const { code, stdout, stderr } = program.run(folder, exportTo(target));
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, why);
  }
  assert.deepEqual(fs.readdirSync(folder), before);
  assert.equal(fs.readFileSync(path.join(folder, 'file'), 'utf8'), 'mine');
});

test('no report is written over, nor what else the run reads', () => {
  const folder = program.folder({ 'a.qalam': clean, 'b.qalam': clean, 'plain.txt': clean, 'more/c.qalam': clean });
  const at = (name: string) => path.join(folder, name);
  fs.copyFileSync(path.join(path.dirname(program.file), 'gazetteer.bin'), at('own.bin'));
  fs.linkSync(at('plain.txt'), at('twin.txt'));
  fs.symlinkSync('a.qalam', at('link.json'));
  const before = new Map(fs.readdirSync(folder).map(name => [name, fs.statSync(at(name)).mtimeMs]));
  for (const [target, ...paths] of [
    ['a.qalam', 'a.qalam'],
    ['./more/../a.qalam', 'a.qalam'],
    ['b.qalam', 'a.qalam'],
    ['new.QALAM', 'a.qalam'],
    ['more/c.qalam', '.'],
    ['link.json', 'b.qalam'],
    ['plain.txt', 'plain.txt'],
    ['twin.txt', 'plain.txt'],
    ['own.bin', 'a.qalam', '--gazetteer', 'own.bin'],
  ] as const) {
    const { code, stdout, stderr } = program.run(folder, ['export', '--to', 'json', ...paths, '-o', target]);
    assert.deepEqual([code, stdout], [2, ''], target);
    assert.match(stderr, /^qalam: .+ is (?:a report|one of the files read); .+\n$/, target);
  }
  assert.equal(program.run(folder, ['schema', '-o', 'a.qalam']).code, 2);
  const after = new Map(fs.readdirSync(folder).map(name => [name, fs.statSync(at(name)).mtimeMs]));
  assert.deepEqual(after, before);
});

test('a target without permission stays as it was', {
  skip: process.getuid?.() === 0 || process.platform === 'win32',
}, () => {
  const folder = program.folder({ 'a.qalam': clean, 'out.json': 'mine', 'closed/out.json': 'mine' });
  fs.chmodSync(path.join(folder, 'out.json'), 0o444);
  fs.chmodSync(path.join(folder, 'closed'), 0o555);
  for (const target of ['out.json', 'closed/out.json']) {
    const { code, stderr } = program.run(folder, exportTo(target));
    assert.equal(code, 2);
    assert.match(stderr, /cannot be written: permission denied/);
    assert.equal(fs.readFileSync(path.join(folder, target), 'utf8'), 'mine');
  }
  assert.deepEqual(fs.readdirSync(path.join(folder, 'closed')), ['out.json']);
  fs.chmodSync(path.join(folder, 'closed'), 0o755);
});

test('a disk that is full leaves nothing behind', { skip: !fs.existsSync('/dev/full') }, () => {
  const { code, stderr } = program.run(program.folder({ 'a.qalam': clean }), exportTo('/dev/full'));
  assert.equal(code, 2);
  assert.match(stderr, /\/dev\/full cannot be written: the disk is full/);
});

test('standard output that is full is told in plain words', { skip: !fs.existsSync('/dev/full') }, () => {
  const full = fs.openSync('/dev/full', 'w');
  const { status, stderr } = spawnSync(process.execPath, [program.file, 'schema'], {
    stdio: ['ignore', full, 'pipe'],
    encoding: 'utf8',
  });
  fs.closeSync(full);
  assert.deepEqual([status, stderr], [2, 'qalam: the output cannot be written: the disk is full.\n']);
});

test('a link stays a link, and a file keeps its permissions', { skip: process.platform === 'win32' }, () => {
  const folder = program.folder({ 'a.qalam': clean, 'real/out.json': '' });
  fs.chmodSync(path.join(folder, 'real/out.json'), 0o640);
  fs.symlinkSync('real/out.json', path.join(folder, 'link.json'));
  assert.equal(program.run(folder, exportTo('link.json')).code, 0);
  assert.ok(fs.lstatSync(path.join(folder, 'link.json')).isSymbolicLink());
  const { mode, size } = fs.statSync(path.join(folder, 'real/out.json'));
  assert.equal(mode & 0o777, 0o640);
  assert.ok(size > 100);
});

test('format writes only what changes; --check writes nothing', () => {
  const untidy = clean.replace('  country: Syria', '\tcountry:   Syria   ');
  const folder = program.folder({ 'a.qalam': untidy, 'b.qalam': clean });
  const time = fs.statSync(path.join(folder, 'b.qalam')).mtimeMs;
  const checked = program.run(folder, ['format', '--check', '.']);
  assert.deepEqual([checked.code, checked.stdout], [1, 'a.qalam\n']);
  assert.equal(fs.readFileSync(path.join(folder, 'a.qalam'), 'utf8'), untidy);
  const written = program.run(folder, ['format', '.']);
  assert.deepEqual([written.code, written.stdout, written.stderr], [0, 'a.qalam\n', '1 file of 2 formatted.\n']);
  assert.equal(fs.readFileSync(path.join(folder, 'a.qalam'), 'utf8'), clean);
  assert.equal(fs.statSync(path.join(folder, 'b.qalam')).mtimeMs, time);
  assert.equal(program.run(folder, ['format', '--check', '.']).code, 0);
});

test('private blocks are exported only when asked for', () => {
  const folder = program.folder({ 'a.qalam': clean.replace('  publisher', '  private: yes\n  publisher') });
  const { stdout, stderr } = program.run(folder, ['export', '--to', 'json', 'a.qalam']);
  assert.doesNotMatch(stdout, /as-safir/i);
  assert.match(stderr, /a\.qalam:4 This source is private; left out\./);
  assert.match(program.run(folder, ['export', '--to', 'json', '--include-private', 'a.qalam']).stdout, /as-safir/);
});

test('export needs a format that there is', () => {
  const folder = program.folder({ 'a.qalam': clean });
  assert.match(
    program.run(folder, ['export', 'a.qalam']).stderr,
    /Say which format to export --to: json, ndjson, geojson/,
  );
  assert.match(
    program.run(folder, ['export', '--to', 'xls', 'a.qalam']).stderr,
    /--to is one of json, ndjson, .*, not “xls”/,
  );
});

test('the schema is printed or written', () => {
  const folder = program.folder();
  const { stdout } = program.run(folder, ['schema']);
  assert.equal((JSON.parse(stdout) as { title: string }).title, 'Qalam export');
  assert.equal(program.run(folder, ['schema', '-o', 's.json']).code, 0);
  assert.equal(fs.readFileSync(path.join(folder, 's.json'), 'utf8'), stdout);
});

test('a reader that stops early ends the run quietly', { skip: process.platform === 'win32' }, () => {
  const many = Array.from({ length: 3000 }, (_, i) => `event e${i}\n  foo: bar\n`).join('');
  const folder = program.folder({ 'a.qalam': many });
  for (const args of ['check .', 'export --to json .', 'check --format json .']) {
    const script = `"${process.execPath}" "${program.file}" ${args} | head -n 1`;
    const shell = execFileSync('sh', ['-c', `{ ${script}; } 2>&1`], { cwd: folder, encoding: 'utf8' });
    assert.doesNotMatch(shell, /EPIPE|\n\s+at /);
  }
});

test('what a run that was killed has left is cleared by the next to the same place, and nothing else', () => {
  const { pid: ended = 0 } = spawnSync(process.execPath, ['-e', '']);
  const machine = os
    .hostname()
    .replace(/[^\w-]/g, '')
    .slice(0, 40);
  const left = (target: string, id: number, of = machine) => `.${target}.${of}.${id}.tmp`;
  const stays = [left('out.json', process.pid), left('out.json', ended, 'another'), left('other.json', ended)];
  const folder = program.folder({
    'a.qalam': clean,
    [left('out.json', ended)]: '',
    [`${left('tables', ended)}/events.csv`]: '',
    ...Object.fromEntries(stays.map(name => [name, ''])),
  });
  assert.equal(program.run(folder, exportTo('out.json')).code, 0);
  assert.equal(program.run(folder, ['export', '--to', 'csv', 'a.qalam', '-o', 'tables']).code, 0);
  assert.deepEqual(fs.readdirSync(folder).sort(), ['a.qalam', 'out.json', 'tables', ...stays].sort());
});
