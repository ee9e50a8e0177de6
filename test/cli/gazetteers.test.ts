// `qalam gazetteer add`, `list` and `remove`: against a server on this machine that can be cut off, changed and damaged.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { ZipFile } from 'yazl';
import { buildProgram, clean, type Program, type Result } from './program';

let program: Program;
let server: http.Server;
let address: string;
let home: string;
let folder: string;
/** What the server was asked for: the path, and the range where only a part was wanted. */
let asked: string[];
/** How the server answers. */
let answer: http.RequestListener;

before(async () => {
  program = await buildProgram();
  server = http.createServer((request, response) => {
    asked.push([request.url, request.headers.range].filter(Boolean).join(' '));
    answer(request, response);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/dump`;
});
after(() => {
  server.closeAllConnections();
  server.close();
  program.remove();
});
beforeEach(() => {
  asked = [];
  home = program.folder();
  folder = program.folder();
});

/** Runs the program while this process goes on answering it. */
function run(args: readonly string[], input = '', moreEnv: NodeJS.ProcessEnv = {}): Promise<Result> {
  const env = { ...process.env, QALAM_HOME: home, ...moreEnv };
  const child = spawn(process.execPath, [program.file, ...args], { cwd: folder, env });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', chunk => {
    stdout += chunk;
  });
  child.stderr.on('data', chunk => {
    stderr += chunk;
  });
  child.stdin.end(input);
  return new Promise(resolve => child.once('exit', code => setImmediate(() => resolve({ code, stdout, stderr }))));
}

const row = (id: number, name: string, others: string, type: string, admin1: string, population = 0) =>
  [id, name, name, others, 33.9, 36.7, type[0], type, 'SY', '', admin1, '', '', '', population, '', '', '', ''].join(
    '\t',
  );

const TABLE = [
  row(1, 'Rīf Dimashq', '', 'ADM1', '08'),
  row(2, 'Qarn al Ghazāl', 'Karn al-Ghazal,قرن الغزال', 'HLL', '08'),
  ...Array.from({ length: 4000 }, (_, i) => row(10 + i, `Khirbat Raqm ${i}`, '', 'PPL', '08')),
].join('\n');

function zipped(name: string, content: string): Promise<Buffer> {
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from('from geonames.org'), 'readme.txt');
  zip.addBuffer(Buffer.from(content), name, { mtime: new Date('2024-01-01T00:00:00Z') });
  zip.end();
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    zip.outputStream.on('data', chunk => chunks.push(chunk)).on('end', () => resolve(Buffer.concat(chunks)));
    zip.outputStream.on('error', reject);
  });
}

/** Answers with the bytes from where the asker wants them, when it has the same version. */
const serving =
  (bytes: Buffer, version: string, most = Number.POSITIVE_INFINITY): http.RequestListener =>
  ({ headers }, response) => {
    const same = headers['if-range'] === version;
    const from = same ? Number(/bytes=(\d+)-/.exec(headers.range ?? '')?.[1] ?? 0) : 0;
    const rest = bytes.subarray(from);
    response.writeHead(from ? 206 : 200, { etag: version, 'content-length': rest.length });
    if (rest.length <= most) response.end(rest);
    else response.write(rest.subarray(0, most), () => setTimeout(() => response.destroy(), 20));
  };

const left = () => fs.readdirSync(path.join(home, 'gazetteers')).sort();

test('a country is fetched, checked, indexed, and known to every command', async () => {
  answer = serving(await zipped('SY.txt', TABLE), '"1"');
  const added = await run(['gazetteer', 'add', 'Syria', '--from', address]);
  assert.equal(added.stderr, '');
  assert.match(added.stdout, /^SY: 4,002 places added; 0\.\d MB in .+SY\.bin\.\n$/);
  assert.deepEqual([added.code, asked, left()], [0, ['/dump/SY.zip'], ['SY.bin', 'downloads']]);
  assert.deepEqual(fs.readdirSync(path.join(home, 'gazetteers', 'downloads')), []);

  const looked = await run(['lookup'], '{"id":1,"query":"قرن الغزال"}\n{"id":2,"query":"Dumeir"}\n');
  const [hill, dumeir] = looked.stdout
    .trim()
    .split('\n')
    .map(line => JSON.parse(line).candidates[0]);
  assert.deepEqual([hill.id, hill.score, dumeir.name], ['geonames:2', 1, 'Aḑ Ḑumayr']);

  fs.writeFileSync(path.join(folder, 'a.qalam'), clean.replace('Dumeir', 'Karn al-Ghazal (Rif Dimashq)'));
  const checked = await run(['check', 'a.qalam']);
  assert.deepEqual([checked.code, checked.stdout], [0, '1 file checked: nothing to mend.\n']);

  const listed = await run(['gazetteer', 'list']);
  assert.match(listed.stdout, /^SY: 4,002 places, 0\.\d MB\. Places: GeoNames \(geonames\.org\), CC BY 4\.0\.\n$/);
  assert.equal((await run(['gazetteer', 'remove', 'sy'])).stdout, 'SY removed.\n');
  assert.match((await run(['gazetteer', 'list'])).stdout, /^Nothing has been added in /);
});

test('a transfer that is cut is taken up again in the same run, and in a later one', async () => {
  const archive = await zipped('SY.txt', TABLE);
  const third = Math.ceil(archive.length / 3);
  answer = serving(archive, '"1"', third);
  const added = await run(['gazetteer', 'add', 'SY', '--from', address]);
  assert.deepEqual([added.code, added.stderr], [0, '']);
  assert.deepEqual(asked, ['/dump/SY.zip', `/dump/SY.zip bytes=${third}-`, `/dump/SY.zip bytes=${2 * third}-`]);

  answer = serving(archive, '"1"', 1000);
  const cut = await run(['gazetteer', 'add', 'SY', '--from', address]);
  assert.equal(cut.code, 2);
  assert.match(
    cut.stderr,
    /SY\.zip cannot be fetched: the connection was cut\. What has come so far .+ is kept: the same command goes on there\.\n$/,
  );
  asked = [];
  answer = serving(archive, '"1"');
  assert.equal((await run(['gazetteer', 'add', 'SY', '--from', address])).code, 0);
  assert.deepEqual(asked, ['/dump/SY.zip bytes=4000-']);
});

test('a server that sends on elsewhere is followed, and lines that are bad are told by the name of the table', async () => {
  const archive = await zipped('SY.txt', `${TABLE}\nnonsense`);
  answer = (request, response) =>
    request.url!.startsWith('/dump')
      ? response.writeHead(302, { location: '/elsewhere/SY.zip' }).end()
      : serving(archive, '"1"')(request, response);
  const { code, stderr } = await run(['gazetteer', 'add', 'SY', '--from', address]);
  assert.deepEqual([code, stderr], [0, 'SY.txt:4003: expected 19 columns and found 1\n']);
  answer = (_, response) => response.writeHead(302, { location: '/dump/SY.zip' }).end();
  assert.match(
    (await run(['gazetteer', 'add', 'SY', '--from', address])).stderr,
    /cannot be fetched: the server sends on .+ without end\.\n$/,
  );
});

test('two runs do not fetch one country at the same time, and the mark of a run that was ended is no hindrance', async () => {
  const archive = await zipped('SY.txt', TABLE);
  let other: Result | undefined;
  answer = async (request, response) => {
    answer = serving(archive, '"1"');
    other = await run(['gazetteer', 'add', 'SY', '--from', address]);
    answer(request, response);
  };
  const mark = path.join(home, 'gazetteers', 'downloads', 'SY.zip.lock');
  fs.mkdirSync(path.dirname(mark), { recursive: true });
  fs.writeFileSync(mark, '999999999');
  const { code, stdout } = await run(['gazetteer', 'add', 'SY', '--from', address]);
  assert.deepEqual([code, stdout.slice(0, 3)], [0, 'SY:']);
  assert.equal(other!.code, 2);
  assert.match(other!.stderr, /SY\.zip is being fetched by another run, process \d+\. Wait until it has ended\.\n$/);
  assert.ok(!fs.existsSync(mark));
});

test('an archive that changed in between is fetched from its start', async () => {
  const archive = await zipped('SY.txt', TABLE);
  answer = serving(archive, '"1"', 1000);
  await run(['gazetteer', 'add', 'SY', '--from', address]);
  answer = serving(await zipped('SY.txt', `${TABLE}\n${row(9000, 'Tall Jadid', '', 'HLL', '08')}`), '"2"');
  const { code, stdout } = await run(['gazetteer', 'add', 'SY', '--from', address]);
  assert.deepEqual([code, stdout.slice(0, 16)], [0, 'SY: 4,003 places']);
});

test('what is damaged or missing is told in a sentence, and what was there stays', async () => {
  const archive = await zipped('SY.txt', TABLE);
  answer = serving(archive, '"1"');
  await run(['gazetteer', 'add', 'SY', '--from', address]);
  const before = fs.readFileSync(path.join(home, 'gazetteers', 'SY.bin'));

  const damaged = Buffer.from(archive);
  damaged.fill(0x55, archive.length / 2, archive.length / 2 + 40);
  const answers: [http.RequestListener, RegExp][] = [
    [
      serving(damaged, '"2"'),
      /SY\.zip (is no ZIP archive, or is damaged|is damaged: the checksum of SY\.txt does not fit)\.\n$/,
    ],
    [serving(Buffer.from('<html>sign in first</html>'), '"3"'), /SY\.zip is no ZIP archive, or is damaged\.\n$/],
    [serving(await zipped('LB.txt', TABLE), '"4"'), /SY\.zip has no file SY\.txt in it\.\n$/],
    [serving(await zipped('SY.txt', 'name,latitude'), '"5"'), /SY has no line in GeoNames' format of 19 columns\.\n$/],
    [(_, response) => response.writeHead(404).end(), /^qalam: The server has no http.+SY\.zip\.\n$/],
    [(_, response) => response.writeHead(503).end(), /the server answered 503\. Try again later\.\n$/],
    [request => request.socket.destroy(), /cannot be fetched: the connection was cut\.\n$/],
  ];
  for (const [one, message] of answers) {
    answer = one;
    const { code, stdout, stderr } = await run(['gazetteer', 'add', 'SY', '--from', address]);
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, message);
    assert.doesNotMatch(stderr, /\n\s+at /);
    assert.deepEqual(left(), ['SY.bin', 'downloads']);
    assert.deepEqual(fs.readFileSync(path.join(home, 'gazetteers', 'SY.bin')), before);
  }
});

test('one country that cannot be had does not keep the others out', async () => {
  const archive = await zipped('LB.txt', TABLE.replaceAll('\tSY\t', '\tLB\t'));
  answer = (request, response) =>
    request.url!.includes('LB') ? serving(archive, '"1"')(request, response) : response.writeHead(404).end();
  const { code, stdout } = await run(['gazetteer', 'add', 'SY', 'LB', '--from', address]);
  assert.deepEqual([code, stdout.slice(0, 3)], [2, 'LB:']);
});

test('a table that is there already is added, packed or not', async () => {
  fs.writeFileSync(path.join(folder, 'SY.zip'), await zipped('SY.txt', TABLE));
  fs.writeFileSync(path.join(folder, 'plain.txt'), TABLE);
  const { code, stdout } = await run(['gazetteer', 'add', 'SY.zip', 'plain.txt']);
  assert.deepEqual([code, stdout.replace(/;.*/g, '')], [0, 'SY: 4,002 places added\nplain: 4,002 places added\n']);
  assert.deepEqual(asked, []);
});

test('a list with p-codes gives places that are found by name in any language and by code', async () => {
  const list = `\ufeffADM1_EN;ADM1_AR;ADM1_PCODE;ADM2_EN;ADM2_AR;ADM2_PCODE;Latitude;Longitude
Tishreen;تشرين;SY90;"Al-Zahr; East";الظهر;SY9001;35,1;40.2
Tishreen;تشرين;SY90;Nowhere;;SY9002;;
;;;;;;;
Tishreen;تشرين;SY90;Off the Earth;;SY9003;95;40
`;
  fs.writeFileSync(path.join(folder, 'syr_admin.csv'), list);
  const { code, stdout, stderr } = await run(['gazetteer', 'add', 'syr_admin.csv']);
  assert.equal(code, 0);
  assert.match(stdout, /^syr_admin: 4 places added; .+ 3 of them have no coordinates/);
  assert.equal(stderr, 'syr_admin.csv:4: the row has no p-code\nsyr_admin.csv:5: “95, 40” is not a point on Earth\n');
  const questions = ['SY9001', 'الظهر', 'Tishreen'].map(query => JSON.stringify({ query, country: 'SY' }));
  const answers = (await run(['lookup'], questions.join('\n'))).stdout.trim().split('\n');
  const first = answers.map(line => JSON.parse(line).candidates[0]);
  assert.deepEqual(
    first.map(({ id }) => id),
    ['pcode:SY9001', 'pcode:SY9001', 'pcode:SY90'],
  );
  assert.deepEqual([first[0].latitude, first[0].longitude], [35.1, 40.2]);
});

test('a list in UTF-16 is read where a byte order mark says so, and any other encoding refused', async () => {
  const list = 'ADM1_PCODE\tADM1_EN\tADM1_AR\nSY90\tTishreen\tتشرين\n';
  const little = Buffer.from(`\ufeff${list}`, 'utf16le');
  const files: [name: string, bytes: Uint8Array, isRead: boolean][] = [
    ['little.csv', little, true],
    ['big.csv', Buffer.from(little).swap16(), true],
    ['unmarked.csv', little.subarray(2), false],
    ['latin.csv', Buffer.from('ADM1_PCODE,ADM1_EN\nSY90,Tîchrîn\n', 'latin1'), false],
  ];
  for (const [name, bytes, isRead] of files) {
    fs.writeFileSync(path.join(folder, name), bytes);
    const { code, stdout, stderr } = await run(['gazetteer', 'add', name]);
    const read = stdout.replace(/(added);.+bin\./, '$1.');
    const why = `qalam: ${name} cannot be read: it is not UTF-8 text; save it as UTF-8 first.\n`;
    const told = `${name.slice(0, -4)}: 1 place added. 1 of them has no coordinates: a name, but no point.\n`;
    assert.deepEqual([code, read, stderr], isRead ? [0, told, ''] : [2, '', why], name);
  }
  const { stdout } = await run(['lookup'], '{"query":"تشرين"}');
  assert.equal(JSON.parse(stdout).candidates[0].id, 'pcode:SY90');
});

test('lists and words that cannot be read are told with a way out', async () => {
  fs.writeFileSync(path.join(folder, 'a.csv'), 'name,latitude\nx,1\n');
  fs.writeFileSync(path.join(folder, 'b.csv'), 'ADM1_EN,ADM1_PCODE\n"never closed,SY01\n');
  const cases: [string[], RegExp][] = [
    [
      ['a.csv'],
      /a\.csv cannot be read\. There is no column of p-codes with one of names beside it, such as ADM1_PCODE/,
    ],
    [['b.csv'], /b\.csv cannot be read: a quote that is opened in line 2 or before is never closed\./],
    [['gone.csv'], /gone\.csv cannot be read: there is no such file or folder\./],
    [['Narnia'], /“Narnia” is neither a country nor a file/],
    [['ZZ'], /“ZZ” is neither a country nor a file/],
    [['--from', 'nowhere', 'SY'], /--from is an address, not “nowhere”\./],
    [[], /Name a country or a file\./],
  ];
  for (const [args, message] of cases) {
    const { code, stdout, stderr } = await run(['gazetteer', 'add', ...args]);
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, message);
  }
  const removed = await run(['gazetteer', 'remove', 'SY']);
  assert.match(removed.stderr, /^qalam: No added gazetteer is called “SY”\./);
});

test('an added index that is damaged is told and left out, and the rest goes on', async () => {
  fs.mkdirSync(path.join(home, 'gazetteers'));
  fs.writeFileSync(path.join(home, 'gazetteers', 'XX.bin'), 'no index');
  const { code, stdout, stderr } = await run(['lookup'], '{"query":"Dumeir"}');
  assert.equal(code, 0);
  assert.match(stdout, /Ḑumayr/);
  assert.match(stderr, /^qalam: The added gazetteer XX is left out\. .+\n$/);
});
