// `qalam check`: exit codes, formats, and which files count.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { buildProgram, clean, type Program } from './program';

let program: Program;
before(async () => {
  program = await buildProgram();
});
after(() => program.remove());

const broken = `${clean}  killed: a lot of\n  foo: bar\n`;
const warned = clean.replace('Dumeir', 'Dumeyrr');

test('a clean report says so and exits 0', () => {
  const { code, stdout, stderr } = program.run(program.folder({ 'a.qalam': clean }), ['check', 'a.qalam']);
  assert.deepEqual([code, stdout, stderr], [0, '1 file checked: nothing to mend.\n', '']);
});

test('errors exit 1, one line each with path, line, column, severity, message and code', () => {
  const { code, stdout } = program.run(program.folder({ 'a.qalam': broken }), ['check', '.']);
  assert.equal(code, 1);
  const [first, second, summary] = stdout.split('\n');
  assert.match(first!, /^a\.qalam:14:\d+ error .+ \[value\.unreadable\]$/);
  assert.match(second!, /^a\.qalam:15:3 error .+ \[field\.unknown\]$/);
  assert.equal(summary, '1 file checked: 2 errors.');
});

test('warnings alone exit 0', () => {
  const { code, stdout } = program.run(program.folder({ 'a.qalam': warned }), ['check', 'a.qalam']);
  assert.equal(code, 0);
  assert.match(stdout, /^a\.qalam:11:10 warning .+ \[place\.unknown\]\n1 file checked: 1 warning\.\n$/);
});

test('no colours in a pipe, nor with NO_COLOR', () => {
  const folder = program.folder({ 'a.qalam': broken });
  const { stdout } = program.run(folder, ['check', 'a.qalam'], '', { NO_COLOR: '1', FORCE_COLOR: '' });
  assert.ok(!stdout.includes('\x1b'));
});

test('FORCE_COLOR colours a pipe too, unless it is 0', () => {
  const folder = program.folder({ 'a.qalam': broken });
  const coloured = (FORCE_COLOR: string) =>
    program.run(folder, ['check', 'a.qalam'], '', { FORCE_COLOR, NO_COLOR: '' }).stdout.includes('\x1b');
  assert.deepEqual([coloured('1'), coloured('0')], [true, false]);
});

test('standard input is read as a report of the folder', () => {
  const folder = program.folder({ 'beside.qalam': 'place "Old Quarry"\n  location: 33.6, 36.7\n' });
  const report = clean.replace('Dumeir', 'Old Quarry');
  const untidy = report.replaceAll('\n  ', '\n    ');
  const run = (input: string, ...args: string[]) => program.run(folder, args, input);
  assert.deepEqual(run(report, 'check', '-'), { code: 0, stdout: '1 file checked: nothing to mend.\n', stderr: '' });
  assert.match(run(broken, 'check', '-').stdout, /^-:14:\d+ error /);
  assert.deepEqual(run(untidy, 'format', '-'), { code: 0, stdout: report, stderr: '' });
  assert.deepEqual(run(report, 'format', '--check', '-').code, 0);
  assert.deepEqual(run(untidy, 'format', '--check', '-').code, 1);
  assert.equal(run(report, 'export', '--to', 'json', '-').code, 0);
  for (const args of [
    ['format', '-', '.'],
    ['check', '--watch', '-'],
    ['check', ''],
    ['format', ''],
  ])
    assert.deepEqual([run('', ...args).code, run('', ...args).stdout], [2, ''], args.join(' '));
});

test('a folder without a report says so', () => {
  for (const command of [['check'], ['format'], ['export', '--to', 'json']]) {
    const { code, stderr } = program.run(program.folder({ 'a.txt': '' }), [...command, '.']);
    assert.equal(code, 0);
    assert.match(stderr, /^qalam: There is no \.qalam file in \.\.\n/);
  }
});

test('json lists findings and sums them up', () => {
  const { code, stdout } = program.run(program.folder({ 'a.qalam': broken }), ['check', '--format', 'json', '.']);
  assert.equal(code, 1);
  const { findings, summary } = JSON.parse(stdout) as { findings: Record<string, unknown>[]; summary: unknown };
  assert.deepEqual(Object.keys(findings[0]!), [
    'path',
    'line',
    'column',
    'endLine',
    'endColumn',
    'severity',
    'code',
    'message',
  ]);
  assert.deepEqual(summary, { files: 1, errors: 2, warnings: 0, infos: 0, hints: 0 });
});

test('sarif names every rule that a result has', () => {
  const { code, stdout } = program.run(program.folder({ 'a.qalam': broken }), ['check', '--format=sarif', '.']);
  assert.equal(code, 1);
  const [run] = (JSON.parse(stdout) as { runs: Record<string, never>[] }).runs;
  const { tool, results } = run as unknown as {
    tool: { driver: { rules: { id: string }[] } };
    results: { ruleId: string; ruleIndex: number }[];
  };
  assert.equal(results.length, 2);
  for (const { ruleId, ruleIndex } of results) assert.equal(tool.driver.rules[ruleIndex]?.id, ruleId);
});

test('folders are searched, also one that is called like a report; hidden ones are not', () => {
  const files = { 'x.qalam/deep/a.qalam': broken, 'x.qalam/notes.txt': 'foo', '.git/b.qalam': broken };
  const folder = program.folder(files);
  assert.match(program.run(folder, ['check', '.']).stdout, /^x\.qalam\/deep\/a\.qalam:14[\s\S]*\n1 file checked/);
  assert.match(program.run(folder, ['check', 'x.qalam']).stdout, /1 file checked/);
  assert.match(program.run(folder, ['check', 'x.qalam', '.', 'x.qalam/deep/a.qalam']).stdout, /1 file checked: 2/);
});

test('a pattern stands for the reports it matches, in folders too', () => {
  const folder = program.folder({ '2014/nov/a.qalam': broken, '2014/b.qalam': clean, '2015/c.qalam': broken });
  assert.match(program.run(folder, ['check', '2014/**']).stdout, /\n2 files checked/);
  assert.match(program.run(folder, ['check', '*/[bc].qalam']).stdout, /2015\/c[\s\S]*\n2 files checked/);
  const { code, stderr } = program.run(folder, ['check', '2016/**']);
  assert.deepEqual([code, stderr], [2, 'qalam: No report matches 2016/**.\n']);
});

test('--watch checks again after a change, and ends with the last exit code', async () => {
  const folder = program.folder({ 'a.qalam': broken, 'notes.txt': '' });
  const child = spawn(process.execPath, [program.file, 'check', '--watch', 'a.qalam'], { cwd: folder });
  let out = '';
  child.stdout.on('data', chunk => {
    out += chunk;
  });
  const waits = () => new Promise<void>(resolve => child.stderr.once('data', () => resolve()));
  await waits();
  assert.match(out, /1 file checked: 2 errors\.\n$/);
  // The system tells of changes only some time after it was asked to.
  const again = waits();
  const saving = setInterval(() => fs.writeFileSync(path.join(folder, 'a.qalam'), clean), 500);
  await again;
  clearInterval(saving);
  assert.match(out, /1 file checked: nothing to mend\.\n$/);
  const ended = new Promise(resolve => child.once('exit', resolve));
  child.kill('SIGINT');
  assert.equal(await ended, 0);
});

test('--watch follows files and folders that come, go and come back, and the settings', async t => {
  const folder = program.folder({ 'in/a.qalam': broken });
  const child = spawn(process.execPath, [program.file, 'check', '--watch', 'in'], { cwd: folder });
  t.after(() => child.kill('SIGKILL'));
  let out = '';
  child.stdout.on('data', chunk => {
    out += chunk;
  });
  const at = (name: string) => path.join(folder, 'in', name);
  const until = async (what: RegExp) => {
    for (let tries = 0; !what.test(out) && tries < 300; tries++) await setTimeout(50);
    assert.match(out, what);
    out = '';
  };
  await until(/1 file checked: 2 errors/);
  await setTimeout(1000); // The system tells of changes only some time after it was asked to.
  const steps: [work: () => void, what: RegExp][] = [
    [() => fs.renameSync(at('a.qalam'), at('b.qalam')), /in\/b\.qalam[\s\S]+1 file checked: 2 errors/],
    [() => fs.mkdirSync(at('new')), /^$/],
    [() => fs.writeFileSync(at('new/c.qalam'), clean), /2 files checked/],
    [() => fs.writeFileSync(at('.qalam.json'), '{"checks":{"field.unknown":"off","id.duplicate":"off"}}'), /: 1 error/],
    [() => fs.rmSync(at('b.qalam')), /1 file checked: nothing to mend/],
    [() => fs.rmSync(at(''), { recursive: true }), /^$/],
    [() => fs.cpSync(path.join(folder, 'other'), at(''), { recursive: true }), /1 file checked: nothing to mend/],
    [() => fs.writeFileSync(at('a.qalam'), broken), /1 file checked: 2 errors/],
  ];
  fs.mkdirSync(path.join(folder, 'other'));
  fs.writeFileSync(path.join(folder, 'other', 'a.qalam'), clean);
  for (const [work, what] of steps) {
    work();
    await until(what);
  }
  const ended = new Promise(resolve => child.once('exit', resolve));
  child.kill('SIGINT');
  assert.equal(await ended, 1);
});

test('a folder without reports is clean', () => {
  const { code, stdout } = program.run(program.folder(), ['check', '.']);
  assert.deepEqual([code, stdout], [0, '0 files checked: nothing to mend.\n']);
});

test('what the files beside a file define counts, but only the file itself is reported', () => {
  const [definitions, event] = [clean.slice(0, clean.indexOf('event')), clean.slice(clean.indexOf('event'))];
  const folder = program.folder({ 'shared.qalam': `${definitions}foo\n`, 'a.qalam': event });
  const { code, stdout } = program.run(folder, ['check', 'a.qalam'], '');
  assert.deepEqual([code, stdout], [0, '1 file checked: nothing to mend.\n']);
});

test('wrong use exits 2 with a sentence and nothing on standard output', () => {
  const folder = program.folder({ 'a.qalam': clean });
  const cases: [string[], RegExp][] = [
    [['check'], /^qalam: Name at least one file or folder\.\nTry “qalam check --help”\.\n$/],
    [['check', 'gone.qalam'], /^qalam: gone\.qalam cannot be read: there is no such file or folder\.\n$/],
    [['check', '--format', 'xml', '.'], /--format is one of text, json, sarif, not “xml”/],
    [['check', '--colour', '.'], /There is no option --colour here/],
    [['check', '--format'], /^qalam: --format needs a value\.\n/],
    [['check', '--country', 'Narnia', '.'], /“Narnia” is not a country/],
    [['chek', '.'], /^qalam: There is no command “chek”\. Did you mean check\?\nTry “qalam --help”\.\n$/],
    [['help', 'chek'], /There is no command “chek”\. Did you mean check\?/],
    [['gazetteer', 'ad'], /There is no command “gazetteer ad”; there are gazetteer add, .*gazetteer build\./],
    [['explain', 'nonsense'], /There is no check “nonsense”\. “qalam explain” lists them\./],
    [['check', '--severity', 'place.unknwon=off', '.'], /no check “place\.unknwon”\. Did you mean place\.unknown\?/],
    [['gazetteer'], /“qalam gazetteer” needs one more word: .*gazetteer build/],
    [['--colour'], /There is no option --colour here/],
    [[], /^Qalam: structured reports/],
  ];
  for (const [args, message] of cases) {
    const { code, stdout, stderr } = program.run(folder, args);
    assert.deepEqual([code, stdout], [2, ''], args.join(' '));
    assert.match(stderr, message);
  }
});

test('help and version exit 0', () => {
  const folder = program.folder();
  assert.match(program.run(folder, ['--version']).stdout, /^\d+\.\d+\.\d+\n$/);
  for (const args of [['--help'], ['help'], ['help', 'check'], ['check', '--help'], ['gazetteer', 'build', '-h']]) {
    const { code, stdout, stderr } = program.run(folder, args);
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(stdout, /qalam /);
  }
  for (const args of [
    ['gazetteer', '--help'],
    ['help', 'gazetteer'],
  ]) {
    const { code, stdout } = program.run(folder, args);
    assert.deepEqual(
      [code, stdout.split('\n')[0]],
      [0, '  gazetteer add     Add all places of a country, or a list with p-codes'],
    );
  }
});

test('a settings file above the reports says how grave a check is, and the command line counts more', () => {
  const settings = JSON.stringify({ country: ['Syria'], checks: { 'place.unknown': 'error' } });
  const folder = program.folder({ 'team/reports/a.qalam': warned, 'team/.qalam.json': settings });
  const check = (...args: string[]) => program.run(folder, ['check', 'team/reports', ...args]);
  assert.equal(check().code, 1);
  assert.match(check().stdout, /:11:10 error /);
  assert.match(check('--severity', 'place.unknown=info').stdout, /:11:10 info .+\n1 file checked: 1 info\.\n$/);
  assert.equal(check('--severity=place.unknown=off').stdout, '1 file checked: nothing to mend.\n');
});

test('a setting that is none is told in a sentence', () => {
  const folder = program.folder({ 'a.qalam': clean, '.qalam.json': '{ "checks": { "place.unknwon": "off" } }' });
  const { code, stdout } = program.run(folder, ['check', '.']);
  const finding =
    '.qalam.json:1:15 error There is no check “place.unknwon”. Did you mean “place.unknown”? [settings.unknown]';
  assert.deepEqual([code, stdout], [1, `${finding}\n1 file checked: 1 error.\n`]);
  const exported = program.run(folder, ['export', '--to', 'json', '.']);
  assert.deepEqual(
    [exported.code, exported.stderr.split('\n')[0]],
    [2, 'qalam: .qalam.json cannot be used. There is no check “place.unknwon”. Did you mean “place.unknown”?'],
  );
  const level = program.run(program.folder({ 'a.qalam': clean }), ['check', '--severity', 'place.unknown=loud', '.']);
  assert.equal(level.code, 2);
  assert.match(level.stderr, /one of off, hint, info, warning, error/);
});

test('explain prints the page of a check, and which there are', () => {
  const run = (...args: string[]) => program.run(program.folder({}), ['explain', ...args]);
  assert.match(run('place.unknown').stdout, /^### place\.unknown\n\n\*Warning\.\* .+\n\n```text\n/);
  assert.match(run().stdout, /^count\.order +error /m);
  assert.match(run('place.unknwon').stderr, /Did you mean place\.unknown/);
  assert.equal(run('nothing.such').code, 2);
});
