// Takes one table out of a ZIP archive, and makes sure that it came whole.
import fs from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { Failure } from '../failure';

/**
 * Writes the archive's file of that name to `target`. Throws `Failure` when the archive, which is `called` so, is damaged, lacks it, or its
 * checksum (CRC-32) is another.
 */
export async function unpack(archive: string, name: string, target: string, called = archive): Promise<void> {
  let zip: ZipFile | undefined;
  try {
    zip = await openPromise(archive, { lazyEntries: true });
    const entry = await find(zip, name);
    if (!entry) throw new Failure(`${called} has no file ${name} in it.`);
    let sum = 0;
    await pipeline(
      await zip.openReadStreamPromise(entry),
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          sum = crc32(chunk, sum);
          yield chunk;
        }
      },
      fs.createWriteStream(target),
    );
    if (sum !== entry.crc32) throw new Failure(`${called} is damaged: the checksum of ${name} does not fit.`);
  } catch (error) {
    fs.rmSync(target, { force: true });
    throw error instanceof Failure ? error : new Failure(`${called} is no ZIP archive, or is damaged.`);
  } finally {
    zip?.close();
  }
}

const find = (zip: ZipFile, name: string): Promise<Entry | undefined> =>
  new Promise((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      if (entry.fileName === name) resolve(entry);
      else zip.readEntry();
    });
    zip.once('end', () => resolve(undefined));
    zip.once('error', reject);
    zip.readEntry();
  });
