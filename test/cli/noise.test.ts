// Bad input: a clear word and the right exit code, and no good event loses its place.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { buildProgram, clean, type Program } from './program';

let program: Program;
before(async () => {
  program = await buildProgram();
});
after(() => program.remove());

/** Bytes that look random and are the same each time. */
function noise(length: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return state >>> 16;
  });
}

const events = (text: string) => (JSON.parse(text) as { events: { id: string }[] }).events.map(({ id }) => id);

test('binary noise between two events is told, and both are exported', () => {
  const second = clean.slice(clean.indexOf('event')).replace('umm-ruman', 'second');
  const bytes = Buffer.concat([Buffer.from(`${clean}\n`), noise(20_000), Buffer.from(`\n\n${second}`)]);
  const folder = program.folder({ 'a.qalam': bytes });
  const checked = program.run(folder, ['check', 'a.qalam']);
  assert.equal(checked.code, 1);
  assert.match(checked.stdout, /error This file is not UTF-8 from here on/);
  const { code, stdout, stderr } = program.run(folder, ['export', '--to', 'json', 'a.qalam']);
  assert.equal(code, 1);
  assert.match(stderr, /a\.qalam: This file is not UTF-8 from here on/);
  const ids = events(stdout);
  assert.ok(ids.includes('umm-ruman') && ids.includes('second'), String(ids));
  for (const text of [checked.stdout, stderr]) assert.doesNotMatch(text, /[^\P{Cc}\n]/u);
});

test('an export from which characters are lost exits 1, unless that is allowed', () => {
  const folder = program.folder({ 'a.qalam': Buffer.from(`${clean}  note: caf\xe9\n`, 'latin1') });
  const { code, stderr } = program.run(folder, ['export', '--to', 'json', 'a.qalam']);
  assert.equal(code, 1);
  assert.match(stderr, /exported\. Characters lost in 1 file: exit code 1; --allow-loss makes it 0\.\n$/);
  assert.equal(program.run(folder, ['export', '--to', 'json', 'a.qalam', '--allow-loss']).code, 0);
});

test('nothing but noise is told, and not written over by the formatter', () => {
  const folder = program.folder({ 'a.qalam': noise(100_000), 'nul.qalam': 'event a\n  note:  \0\n' });
  assert.equal(program.run(folder, ['check', '.']).code, 1);
  const { code, stdout, stderr } = program.run(folder, ['format', '.']);
  assert.deepEqual([code, stdout], [2, '']);
  assert.match(stderr, /a\.qalam is left as it is\. This file is not UTF-8[\s\S]*nul\.qalam is left as it is/);
  assert.deepEqual(new Uint8Array(fs.readFileSync(path.join(folder, 'a.qalam'))), noise(100_000));
});

test('a line of 500,000 characters costs only itself', () => {
  const long = 'x'.repeat(500_000);
  const lines = [long, `  place: ${long}`, `  note: ${long}`, `  source: ${'a, '.repeat(166_000)}`, `event ${long}`];
  for (const line of lines) {
    const folder = program.folder({ 'a.qalam': `event first\n${line}\n\n${clean}` });
    const started = performance.now();
    assert.ok([0, 1].includes(program.run(folder, ['check', 'a.qalam']).code!));
    const { code, stdout } = program.run(folder, ['export', '--to', 'json', 'a.qalam']);
    assert.ok([0, 1].includes(code!));
    assert.ok(events(stdout).includes('first') && events(stdout).includes('umm-ruman'));
    assert.equal(program.run(folder, ['format', 'a.qalam']).code, 0);
    assert.ok(performance.now() - started < 60_000);
  }
});

test('a byte order mark and CRLF are no mistake', () => {
  const text = `\ufeff${clean.replaceAll('\n', '\r\n')}`;
  const folder = program.folder({ 'a.qalam': text, 'b/a.qalam': clean });
  assert.equal(program.run(folder, ['check', 'a.qalam']).code, 0);
  const json = (file: string) => program.run(folder, ['export', '--to', 'json', file]).stdout;
  assert.equal(json('a.qalam'), json('b/a.qalam'));
});

test('an empty file is clean, and exports as nothing', () => {
  const folder = program.folder({ 'a.qalam': '', 'b.qalam': '\ufeff' });
  assert.equal(program.run(folder, ['check', '.']).code, 0);
  assert.equal(program.run(folder, ['format', '--check', 'a.qalam']).code, 0);
  assert.deepEqual(events(program.run(folder, ['export', '--to', 'json', '.']).stdout), []);
});

test('a file that is missing costs the others nothing but the exit code', () => {
  const folder = program.folder({ 'a.qalam': clean });
  const checked = program.run(folder, ['check', 'gone.qalam', 'a.qalam']);
  assert.deepEqual([checked.code, checked.stdout], [2, '1 file checked: nothing to mend.\n']);
  assert.equal(checked.stderr, 'qalam: gone.qalam cannot be read: there is no such file or folder.\n');
  const { code, stdout } = program.run(folder, ['export', '--to', 'json', 'gone.qalam', 'a.qalam']);
  assert.deepEqual([code, events(stdout)], [2, ['umm-ruman']]);
  assert.equal(program.run(folder, ['format', 'gone.qalam', 'a.qalam']).code, 2);
});

test('links that lead nowhere or in a circle are no reports', { skip: process.platform === 'win32' }, () => {
  const folder = program.folder({ 'a.qalam': clean });
  fs.symlinkSync('gone', path.join(folder, 'b.qalam'));
  fs.symlinkSync('c.qalam', path.join(folder, 'c.qalam'));
  fs.symlinkSync('.', path.join(folder, 'd.qalam'));
  for (const what of ['.', 'a.qalam'])
    assert.match(program.run(folder, ['check', what]).stdout, /^1 file checked: nothing/);
  assert.match(program.run(folder, ['check', 'c.qalam']).stderr, /c\.qalam cannot be read: its links run in a circle/);
});

test('a file in another encoding is told by name', () => {
  const folder = program.folder({
    'latin.qalam': Buffer.from(clean.replace('As-Safir', 'Café'), 'latin1'),
    'wide.qalam': Buffer.from(
      `\ufeff${clean.replaceAll('umm-ruman', 'wide').replaceAll('as-safir', 'x').replace('2014-11-14', '2014-11-15')}`,
      'utf16le',
    ),
  });
  const { code, stdout } = program.run(folder, ['check', '.']);
  assert.equal(code, 1);
  assert.match(stdout, /^latin\.qalam:5:17 error This file is not UTF-8 from here on/m);
  assert.match(
    stdout,
    /^wide\.qalam:1:1 error This file is in UTF-16\. Save it as UTF-8\. \[file\.encoding\]\n2 files/m,
  );
});

test('a gazetteer that is missing, foreign, cut short or damaged is told', () => {
  const whole = fs.readFileSync(path.join(path.dirname(program.file), 'gazetteer.bin'));
  const damaged = Buffer.from(whole);
  damaged[whole.length >> 1]! ^= 255;
  const folder = program.folder({
    'a.qalam': clean,
    'cut.bin': whole.subarray(0, 1000),
    'empty.bin': '',
    'foreign.bin': noise(5000),
    'damaged.bin': damaged,
  });
  for (const name of ['gone.bin', 'cut.bin', 'empty.bin', 'foreign.bin', 'damaged.bin', '.']) {
    for (const command of [['lookup'], ['check', 'a.qalam'], ['export', '--to', 'json', 'a.qalam']]) {
      const { code, stdout, stderr } = program.run(folder, [...command, '--gazetteer', name]);
      assert.deepEqual([code, stdout], [2, ''], name);
      assert.match(stderr, /^qalam: The gazetteer .+ (cannot be (read|used)|is damaged)/);
    }
  }
});
