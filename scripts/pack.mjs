// Packs the built extension into out/qalam.vsix, which installs and works without a network.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, root } from './install.mjs';

/** Returns `{file, megabytes, contents}`: the path of the package, its size, and the paths inside it. Wants dist/ to be built. */
export async function pack(file = path.join(root, 'out', 'qalam.vsix')) {
  const { createVSIX, listFiles } = await import('@vscode/vsce');
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const contents = await listFiles({ cwd: root, dependencies: false });
  await createVSIX({
    cwd: root,
    packagePath: file,
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false, // there is no repository to point them to
  });
  return { file, megabytes: fs.statSync(file).size / 1e6, contents };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  ensureInstalled();
  const { file, megabytes } = await pack();
  console.log(`${path.relative(process.cwd(), file)}: ${megabytes.toFixed(1)} MB`);
}
