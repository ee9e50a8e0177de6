// `qalam lookup` and `qalam gazetteer build`: questions in, answers out; tables in, an index out.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { TABLE } from '../unit/gazetteer/sample';
import { buildProgram, type Program } from './program';

let program: Program;
let folder: string;
before(async () => {
  program = await buildProgram();
  folder = program.folder({ 'table.txt': TABLE.join('\n') });
});
after(() => program.remove());

interface Answer {
  readonly id: unknown;
  readonly candidates?: readonly Record<string, unknown>[];
  readonly misfit?: string;
  readonly error?: string;
}

function ask(questions: readonly (string | object)[], ...args: string[]) {
  const input = questions.map(one => (typeof one === 'string' ? one : JSON.stringify(one))).join('\n');
  const { code, stdout, stderr } = program.run(folder, ['lookup', ...args], input);
  return {
    code,
    stderr,
    answers: stdout
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line) as Answer),
  };
}

test('a question is answered with candidates, best first', () => {
  const { code, answers } = ask([{ id: 7, query: 'Dumeir', kind: 'place', country: 'SY' }], '--limit', '1');
  assert.equal(code, 0);
  assert.deepEqual(answers, [
    {
      id: 7,
      candidates: [
        {
          id: 'geonames:170589',
          name: 'Aḑ Ḑumayr',
          kind: 'place',
          country: 'SY',
          latitude: 33.6423,
          longitude: 36.6908,
          score: 1,
        },
      ],
    },
  ]);
});

test('answers come in order, also for lines that are no questions', () => {
  const { code, stderr, answers } = ask([
    { id: 'a', query: 'Homs' },
    '{"id": "b", "query": ',
    '',
    '[1]',
    { id: 'c', query: 5 },
    { id: 'd', query: 'Homs', kind: 'river' },
    { id: 'e', query: 'Homs', country: 'Narnia' },
    { id: { any: 'thing' }, query: 'Syrian army', kind: 'actor', country: ['SYR', 'lb'] },
    { query: '', limit: 3 },
  ]);
  assert.equal(code, 1);
  assert.match(stderr, /5 of the lines could not be answered/);
  assert.deepEqual(
    answers.map(({ id, error }) => [id, error]),
    [
      ['a', undefined],
      [null, 'This line is not JSON.'],
      [null, 'A question is a JSON object.'],
      ['c', '“query” must be a text.'],
      ['d', '“kind” is one of place, actor.'],
      ['e', '“Narnia” is not a country or an ISO 3166-1 code.'],
      [{ any: 'thing' }, undefined],
      [null, undefined],
    ],
  );
  assert.equal(answers[6]!.candidates![0]!.name, 'Syrian Arab Army');
});

test('options stand for what a question does not say', () => {
  const nasiriyah = (...args: string[]) => ask([{ id: 1, query: 'Nasiriyah' }], '--limit', '1', ...args).answers[0]!;
  assert.equal(nasiriyah('--country', 'IQ').candidates![0]!.country, 'IQ');
  assert.equal(nasiriyah('--country', 'SY,LB').candidates![0]!.country, 'SY');
  assert.equal(nasiriyah('--kind', 'actor').candidates!.filter(({ kind }) => kind === 'place').length, 0);
  assert.match(String(nasiriyah('--explain').candidates![0]!.explain), /\w/);
});

test('an id or an area behind a name that does not fit is told, with what the name means', () => {
  const table: [query: string, misfit: string | undefined, candidate: string][] = [
    ['Homs [geonames:169577]', undefined, 'geonames:169577'],
    ['Hims [geonames:169577]', undefined, 'geonames:169577'],
    ['Homs [geonames:999]', '“geonames:999” is no id that is known.', 'geonames:169577'],
    ['Homs [geonames:170589]', '“geonames:170589” is Aḑ Ḑumayr, Syria, which is not called “Homs”.', 'geonames:169577'],
    ['Homs (Syria)', undefined, 'geonames:169577'],
    ['Homs (Himz)', undefined, 'geonames:169577'],
    ['Homs (in 2014)', undefined, 'geonames:169577'],
    ['Homs (Atlantis)', 'No “Homs” is known in “Atlantis”.', 'geonames:169577'],
    ['Syrian army (Lebanon)', undefined, 'qalam:syrian-arab-army'],
    ['Syrian army [qalam:syrian-arab-army]', undefined, 'qalam:syrian-arab-army'],
  ];
  const questions = table.map(([query, , id]) => ({ query, kind: id.startsWith('qalam') ? 'actor' : 'place' }));
  const { stderr, answers } = ask(questions, '--country', 'SY');
  assert.deepEqual(
    answers.map(({ misfit, candidates }, i) => [table[i]![0], misfit, candidates![0]!.id]),
    table,
  );
  assert.match(stderr, /does not fit in 2 questions.+\n.+do not fit in 1 question;/);
  const codeOf = (query: string, ...args: string[]) => ask([{ query, kind: 'place' }], ...args).code;
  assert.equal(codeOf('Homs [geonames:999]'), 1);
  assert.equal(codeOf('Homs (Atlantis)'), 0);
  assert.equal(codeOf('Homs (Atlantis)', '--strict'), 1);
});

test('a line that is longer than any question says so', () => {
  const long = (length: number) => JSON.stringify({ query: ''.padEnd(length - 12, 'a') });
  const { code, answers } = ask([long(1_000_000), long(1_000_001), { id: 1, query: 'Homs' }], '--limit', '1');
  assert.equal(code, 1);
  assert.deepEqual(
    answers.map(({ error }) => error),
    [undefined, 'This line is longer than 1,000,000 characters.', undefined],
  );
});

test('lines may end in CRLF, hold line separators, and be cut anywhere', async () => {
  const child = spawn(process.execPath, [program.file, 'lookup'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const bytes = Buffer.from(`${JSON.stringify({ id: 'حمص\u2028', query: 'حمص' })}\r\n{"id":2,"query":"Homs"}`);
  for (let i = 0; i < bytes.length; i += 7) child.stdin.write(bytes.subarray(i, i + 7));
  child.stdin.end();
  let out = '';
  for await (const chunk of child.stdout.setEncoding('utf8')) out += chunk;
  const ids = out
    .trimEnd()
    .split('\n')
    .map(line => (JSON.parse(line) as Answer).id);
  assert.deepEqual(ids, ['حمص\u2028', 2]);
});

test('names on the command line are looked up in place of questions', () => {
  const { code, answers } = ask([{ query: 'Damascus' }], 'Dumeir', 'Homs [geonames:999]', '--kind', 'place');
  assert.equal(code, 1);
  assert.deepEqual(
    answers.map(({ id, candidates }) => [id, candidates![0]!.name]),
    [
      ['Dumeir', 'Aḑ Ḑumayr'],
      ['Homs [geonames:999]', 'Homs'],
    ],
  );
});

test('wrong use exits 2', () => {
  for (const args of [
    ['--limit', '0'],
    ['--limit', 'x'],
    ['--kind', 'river'],
    ['--country', 'Narnia'],
  ])
    assert.equal(ask([], ...args).code, 2, args.join(' '));
});

test('what is wrong is said in plain words', () => {
  for (const [args, why] of [
    [['--limit', '-1'], '--limit is a whole number from 1 to 1000, not “-1”.'],
    [['--limit=-1'], '--limit is a whole number from 1 to 1000, not “-1”.'],
    [['--limit', '--explain'], '--limit needs a value; write --limit=VALUE if it begins with a dash.'],
    [['--limit'], '--limit needs a value.'],
    [['--explain=yes'], '--explain takes no value.'],
    [['--limits', '1'], 'There is no option --limits here. Did you mean --limit?'],
    [['--nonsense'], 'There is no option --nonsense here.'],
    [['--kind', 'plaec'], '--kind is one of place, actor, not “plaec”. Did you mean place?'],
    [['--country', 'Syira'], '“Syira” is not a country or an ISO 3166-1 code. Did you mean Syria?'],
    [['-x'], 'There is no option -x here.'],
  ] as const) {
    const { code, stderr } = ask([], ...args);
    assert.deepEqual([code, stderr], [2, `qalam: ${why}\nTry “qalam lookup --help”.\n`]);
  }
});

test('a country code that ISO 3166-1 does not have is told once, and the question answered', () => {
  const warning = (code: string) => `qalam: ${code} is not a country code of ISO 3166-1; it ranks no name first.\n`;
  const question = { id: 1, query: 'Homs' };
  const { code, stderr, answers } = ask([question, question], '--country', 'zz,SY');
  assert.deepEqual([code, stderr, answers.length], [0, warning('ZZ'), 2]);
  assert.equal(answers[0]!.candidates![0]!.name, 'Homs');
  const each = ['SY', 'XK', 'QQ', 'QQ', 'ZZ'].map(country => ({ ...question, country }));
  assert.deepEqual(ask(each).stderr, warning('QQ') + warning('ZZ'));
  assert.equal(ask([question], '--country', 'XK').stderr, '');
});

test('an index is built, bad lines are told with their numbers, and the same tables give the same bytes', () => {
  const bad = program.folder({
    'table.txt': ['\ufeffnonsense', ...TABLE, 'x\ty', ''].join('\r\n'),
    'places/hills.qalam':
      'place "Umm Ruman"\n  location: 4 km NE of Dumeir\n  %%%\n\nplace "Lost"\n  location: near Nowhere\n',
  });
  const build = (target: string) =>
    program.run(bad, ['gazetteer', 'build', '--geonames', 'table.txt', '--qalam', 'places', '-o', target]);
  const { code, stdout, stderr } = build('a.bin');
  assert.equal(code, 0);
  assert.match(stdout, /^a\.bin: 11 places of GeoNames, 4 further places \(2 shipped with Qalam\), 0 groups; /);
  const lines = ['table.txt:1: .+', 'table.txt:13: .+', 'places/hills.qalam:3: .+', 'places/hills.qalam:5: .+'];
  assert.match(stderr, new RegExp(`^${lines.join('\n')}\n$`));
  build('b.bin');
  assert.deepEqual(fs.readFileSync(path.join(bad, 'a.bin')), fs.readFileSync(path.join(bad, 'b.bin')));
  const input = JSON.stringify({ id: 1, query: 'Umm Ruman' });
  assert.match(program.run(bad, ['lookup', '--gazetteer', 'a.bin'], input).stdout, /"latitude":33\.66/);
});

test('places that ship come into an index of their countries, unless they are left out', () => {
  const own = program.folder({
    'syria.txt': TABLE.filter(line => line.split('\t')[8] === 'SY').join('\n'),
    'own.qalam':
      'place "Mezzeh"\n  kind: quarter\n  location: 33.51, 36.26 ±1 km\n  country: Syria\n  also: El Mezze\n',
  });
  const found = (query: string, ...args: string[]) => {
    const made = program.run(own, ['gazetteer', 'build', '--geonames', 'syria.txt', ...args, '-o', 'a.bin']);
    assert.equal(made.code, 0, made.stderr);
    const asked = program.run(own, ['lookup', '--gazetteer', 'a.bin'], JSON.stringify({ query }));
    const { candidates } = JSON.parse(asked.stdout) as Answer;
    return candidates!.filter(({ score }) => score === 1).map(({ id, latitude }) => [id, latitude]);
  };
  assert.deepEqual(found('Mazzeh'), [['qalam:mezzeh', 33.5]]);
  assert.deepEqual(found('Karrada'), []);
  assert.deepEqual(found('Guerrero'), []);
  assert.deepEqual(found('Mazzeh', '--no-shipped'), []);
  // A definition of the team's own takes the place of the one that ships.
  assert.deepEqual(found('El Mezze', '--qalam', 'own.qalam'), [['qalam:mezzeh', 33.51]]);
  assert.deepEqual(found('Mazzeh', '--qalam', 'own.qalam'), []);
});

test('a place that a table has too stands once, with the names of both', () => {
  const both = program.folder({
    'table.txt': TABLE.join('\n'),
    'own.qalam': `place "Dumayr"
  kind: town
  id: geonames:170589
  also: Damir

place "Nasriyah Camp"
  kind: camp
  location: 33.88, 36.81 ±1 km
  country: Syria
  also: An Nasiriyah, Nasriyah
`,
  });
  const build = [
    'gazetteer',
    'build',
    '--geonames',
    'table.txt',
    '--qalam',
    'own.qalam',
    '--no-shipped',
    '-o',
    'a.bin',
  ];
  assert.deepEqual(program.run(both, build).stderr, '');
  const ask = (query: string) => {
    const { stdout } = program.run(both, ['lookup', '--gazetteer', 'a.bin'], JSON.stringify({ query, country: 'SY' }));
    const { candidates } = JSON.parse(stdout) as Answer;
    return candidates!.filter(({ score }) => score === 1).map(({ id, name, latitude }) => `${id} ${name} ${latitude}`);
  };
  for (const name of ['Damir', 'Dumayr', 'Dumeir', 'الضمير'])
    assert.deepEqual(ask(name), ['geonames:170589 Dumayr 33.6423'], name);
  for (const name of ['Nasriyah', 'An Nasiriyah']) assert.deepEqual(ask(name), ['geonames:1 An Nāşirīyah 33.87'], name);
});

test('an index is not written over what it is made of, nor over a report or a table', () => {
  const files = {
    'table.tsv': TABLE.join('\n'),
    'places/hills.qalam': 'place X\n  location: 33, 36\n',
    'a.txt': 'mine',
  };
  const folder = program.folder(files);
  for (const target of ['table.tsv', 'places/hills.qalam', 'new.qalam', 'a.txt', 'new.txt']) {
    const args = ['gazetteer', 'build', '--geonames', 'table.tsv', '--qalam', 'places', '-o', target];
    const { code, stdout, stderr } = program.run(folder, args);
    assert.deepEqual([code, stdout], [2, ''], target);
    assert.match(stderr, /^qalam: .+; .+ another file\.\n$/);
  }
  assert.deepEqual(fs.readdirSync(folder), ['a.txt', 'places', 'table.tsv']);
  for (const [name, text] of Object.entries(files))
    assert.equal(fs.readFileSync(path.join(folder, name), 'utf8'), text);
});

test('nothing to index, or nothing to read, exits 2 and writes nothing', () => {
  const empty = program.folder({ 'empty.txt': '', 'noise.txt': '\0\u0001\u0002'.repeat(1000) });
  const cases = [
    [],
    ['--geonames', 'gone.txt'],
    ['--geonames', 'empty.txt'],
    ['--geonames', 'noise.txt'],
    ['--geonames', '.'],
  ];
  for (const args of cases) {
    const { code, stdout, stderr } = program.run(empty, ['gazetteer', 'build', ...args, '-o', 'g.bin']);
    assert.deepEqual([code, stdout], [2, ''], args.join(' '));
    assert.match(stderr, /qalam: /);
  }
  assert.deepEqual(fs.readdirSync(empty), ['empty.txt', 'noise.txt']);
});
