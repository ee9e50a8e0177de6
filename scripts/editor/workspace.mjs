// Makes a copy of examples/ to test on, so that tests may write what they like.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../install.mjs';

const copies = new Set();
process.on('exit', () => {
  for (const folder of copies) fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** Returns the folder: the example as it is and, unless told otherwise, reports for the tests to edit in `drafts` beside it. */
export function copyWorkspace({ drafts = true } = {}) {
  const parent = fs.mkdtempSync(path.join(os.tmpdir(), 'qw-'));
  copies.add(parent);
  const folder = path.join(parent, 'examples'); // the name is in the window's title
  fs.cpSync(path.join(root, 'examples'), folder, { recursive: true });
  if (drafts) {
    fs.cpSync(path.join(root, 'test', 'editor', 'fixtures'), path.join(folder, 'drafts'), { recursive: true });
  }
  return folder;
}
