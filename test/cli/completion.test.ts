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

/** Lines as far as they are typed, with what may stand in place of their last word. */
const completed: readonly [line: string, ...words: string[]][] = [
  ['qalam chec', 'check'],
  ['qalam gazetteer bu', 'build'],
  ['qalam gazetteer ', 'add', 'build', 'list', 'remove'],
  ['qalam check --wa', '--watch'],
  ['qalam check --format sa', 'sarif'],
  ['qalam check --format ', 'json', 'sarif', 'text'],
  ['qalam gazetteer build --geo', '--geonames'],
  ['qalam completion fi', 'fish'],
  ['qalam explain alias.rep', 'alias.repeated'],
];

test('bash completes commands, options and their values', { skip: has('bash') ? false : 'no bash here' }, () => {
  assert.deepEqual(offered('qalam', 'ch'), ['check']);
  assert.deepEqual(offered('qalam', 'gazetteer', 'b'), ['build']);
  assert.deepEqual(offered('qalam', 'check', '--w'), ['--watch']);
  assert.deepEqual(offered('qalam', 'check', '--format', ''), ['text', 'json', 'sarif']);
  assert.deepEqual(offered('qalam', 'gazetteer', 'build', '--geo'), ['--geonames']);
  assert.deepEqual(offered('qalam', 'check', 'rep'), []);
  for (const [line, ...words] of completed) assert.deepEqual(offered(...line.split(' ')).sort(), words, line);
});

test('fish completes commands, options and their values', { skip: has('fish') ? false : 'no fish here' }, () => {
  fs.writeFileSync(path.join(folder, 'qalam.fish'), script('fish'));
  const offers = (line: string) => {
    const ask = ['--no-config', '-c', `source ./qalam.fish; complete -C '${line}'`];
    const { stdout, stderr } = spawnSync('fish', ask, { cwd: folder, encoding: 'utf8' });
    assert.equal(stderr, '');
    return stdout.split('\n').flatMap(word => word.split('\t')[0] || []);
  };
  for (const [line, ...words] of completed) assert.deepEqual(offers(line), words, line);
});

/** Types a line and a tab into a real zsh, and gives what it shows within some seconds, or as soon as the whole line is there. */
const typed = (line: string, whole: string) => `zmodload zsh/zpty
zpty z zsh -f -i
zpty -w z "PS1='> '; fpath=($PWD \\$fpath); autoload -U compinit; compinit -u -D; echo rea''dy"
zpty -r z out '*ready*'
zpty -w -n z '${line}'$'\\t'
for i in {1..200}; do zpty -r -t z out && shown+=$out; [[ $shown == *'${whole}'* ]] && break; sleep 0.05; done
zpty -d z
print -r -- $shown
`;

test('zsh completes commands, options and their values', { skip: has('zsh') ? false : 'no zsh here' }, () => {
  fs.writeFileSync(path.join(folder, '_qalam'), script('zsh'));
  for (const [line, word, ...more] of completed) {
    if (more.length) continue;
    const whole = line.replace(/\S*$/, '') + word;
    const { stdout } = spawnSync('zsh', ['-f', '-c', typed(line, whole)], { cwd: folder, encoding: 'utf8' });
    assert.ok(withoutControls(stdout).includes(whole), `${line}: ${withoutControls(stdout)}`);
  }
});

// biome-ignore lint/suspicious/noControlCharactersInRegex: what a terminal takes for commands.
const withoutControls = (shown: string) => shown.replace(/\x1b\[[0-9;?]*[A-Za-z]|[\r\x08]/g, '');

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
