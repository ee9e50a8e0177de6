// CSV files: their rows, some at a time.
import fs from 'node:fs';
import { type Parser, parse } from 'csv-parse';
import { csvOptions, delimiterOf } from '../exchange/import/csv';
import { encodingOf } from './encoding';

/** Bytes that are read at once. */
const CHUNK = 1 << 18;

/** What `csvRecords` throws for bytes that are no text of an encoding. */
export class NotText extends Error {}

/** Some rows of a table in the order of the file, the header first, and the share of the file that has been read by then. */
export interface Records {
  readonly records: readonly (readonly string[])[];
  readonly share: number;
}

/**
 * The rows of a CSV file, in the stretches that it is read in. Without an encoding it is UTF-8, or UTF-16 where a byte order mark says so;
 * letters that are lost could not be brought back, so what is neither is refused with `NotText`.
 */
export async function* csvRecords(file: string, encoding: string | undefined): AsyncGenerator<Records> {
  const size = fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  const chunks = fs.createReadStream(file, { highWaterMark: CHUNK });
  let parser: Parser | undefined;
  let failed: Error | undefined;
  try {
    for await (const text of textOf(chunks, encoding)) {
      if (!parser) {
        parser = parse(csvOptions(delimiterOf(text)));
        parser.on('error', error => {
          failed = error;
        });
      }
      parser.write(text);
      const records: string[][] = [];
      for (let record = parser.read(); record !== null; record = parser.read()) records.push(record as string[]);
      if (failed) throw failed;
      yield { records, share: chunks.bytesRead / Math.max(1, size) };
    }
    if (!parser) return;
    parser.end();
    const records: string[][] = [];
    for await (const record of parser as AsyncIterable<string[]>) records.push(record);
    if (failed) throw failed;
    yield { records, share: 1 };
  } finally {
    chunks.destroy();
  }
}

async function* textOf(chunks: AsyncIterable<Uint8Array>, encoding: string | undefined): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  try {
    for await (const chunk of chunks) {
      decoder ??= new TextDecoder(encoding ?? encodingOf(chunk), { fatal: true, ignoreBOM: true });
      yield decoder.decode(chunk, { stream: true });
    }
    const rest = decoder?.decode();
    if (rest) yield rest;
  } catch (error) {
    throw (error as { code?: string }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? new NotText() : error;
  }
}
