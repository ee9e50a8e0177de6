// `qalam completion`: what the scripts offer in a real shell, where the machine has it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { buildProgram, type Program } from './program';

let program: Program;
let folder: string;
before(async () => {
  program = await buildProgram();
  folder = program.folder();
});
after(() => program.remove());

const script = (shell: string) => program.run(folder, ['completion', shell]).stdout;
const has = (shell: string) => spawnSync(shell, ['-c', 'true']).status === 0;

/** What bash offers after these words; the last is the one being typed. */
function offered(...words: string[]): string[] {
  fs.writeFileSync(path.join(folder, 'complete'), script('bash'));
  const ask = `source ./complete; COMP_WORDS=(${words.map(word => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _qalam; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', ask], { cwd: folder, encoding: 'utf8' });
  assert.equal(stderr, '');
  return stdout.split('\n').filter(word => word !== '');
}

test('bash completes commands, options and their values', { skip: has('bash') ? false : 'no bash here' }, () => {
  assert.deepEqual(offered('qalam', 'ch'), ['check']);
  assert.deepEqual(offered('qalam', 'gazetteer', 'b'), ['build']);
  assert.deepEqual(offered('qalam', 'check', '--w'), ['--watch']);
  assert.deepEqual(offered('qalam', 'check', '--format', ''), ['text', 'json', 'sarif']);
  assert.deepEqual(offered('qalam', 'gazetteer', 'build', '--geo'), ['--geonames']);
  assert.deepEqual(offered('qalam', 'check', 'rep'), []);
});

for (const shell of ['zsh', 'fish']) {
  test(`${shell} reads its script`, { skip: has(shell) ? false : `no ${shell} here` }, () => {
    const { status, stderr } = spawnSync(shell, ['-n'], { input: script(shell), encoding: 'utf8' });
    assert.deepEqual([status, stderr], [0, '']);
  });
}

test('every option of every command is offered', () => {
  const overview = program.run(folder, ['--help']).stdout;
  const commands = [...overview.matchAll(/^ {2}([a-z]+(?: [a-z]+)?) {2,}\S/gm)].map(([, name]) => name!);
  assert.ok(commands.length > 7);
  const [bash, zsh, fish] = ['bash', 'zsh', 'fish'].map(script);
  for (const name of commands) {
    const { stdout: help } = program.run(folder, ['help', ...name.split(' ')]);
    for (const [, option] of help.matchAll(/(--[a-z-]+)/g)) {
      if (option === '--help') continue;
      assert.ok(bash!.includes(` ${option}`), `${name} ${option} in bash`);
      assert.ok(zsh!.includes(`*${option}[`), `${name} ${option} in zsh`);
      assert.ok(fish!.includes(` -l ${option!.slice(2)}`), `${name} ${option} in fish`);
    }
  }
});

test('an unknown shell exits 2 with a sentence', () => {
  const { code, stderr } = program.run(folder, ['completion', 'tcsh']);
  assert.deepEqual([code, stderr.split('\n')[0]], [2, 'qalam: Name one shell: bash, zsh or fish.']);
});
