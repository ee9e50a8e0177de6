// The gazetteer that a command looks names up in: the one beside the program, or the one that was asked for.
import fs from 'node:fs';
import path from 'node:path';
import { IndexError } from '../gazetteer/file';
import { type Layer, openIndex } from '../gazetteer/read';
import { Failure, reasonOf } from './failure';

/** Opens an index file. Throws `Failure` when it is missing, damaged or of another version. */
export function openGazetteer(file = path.join(__dirname, 'gazetteer.bin')): Layer {
  let bytes: Uint8Array;
  try {
    bytes = fs.readFileSync(file);
  } catch (error) {
    throw new Failure(`The gazetteer ${file} cannot be read: ${reasonOf(error)}.`);
  }
  try {
    return openIndex(bytes);
  } catch (error) {
    if (error instanceof IndexError) throw new Failure(`The gazetteer ${file} cannot be used. ${error.message}`);
    throw new Failure(`The gazetteer ${file} is damaged.`);
  }
}
