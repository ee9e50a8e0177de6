// `qalam gazetteer list` and `qalam gazetteer remove`: what has been added to the places that ship.
import fs from 'node:fs';
import { addedFolder, addedIndexes } from '../../lsp/added';
import { readArguments } from '../arguments';
import type { Command } from '../command';
import { type ExitCode, Failure, reasonOf } from '../failure';
import { counted } from '../text';

export const gazetteerList: Command = {
  name: 'gazetteer list',
  summary: 'Show which gazetteers have been added',
  help: `qalam gazetteer list

Shows each gazetteer that "qalam gazetteer add" made: its name, how many places it has, its size, and
whom its data is from.`,
  async run(args): Promise<ExitCode> {
    const { positionals } = readArguments('gazetteer list', args, {});
    if (positionals.length) throw new Failure('list takes no operands.', 'gazetteer list');
    const added = await addedIndexes();
    for (const { name, bytes, layer, refused } of added)
      console.log(
        layer
          ? `${name}: ${counted(layer.size, 'place')}, ${(bytes / 1e6).toFixed(1)} MB. ${layer.about.attribution}`
          : refused,
      );
    if (!added.length) console.log(`Nothing has been added in ${addedFolder()}.`);
    return 0;
  },
};

export const gazetteerRemove: Command = {
  name: 'gazetteer remove',
  summary: 'Remove gazetteers that have been added',
  help: `qalam gazetteer remove NAME…

Removes gazetteers by the names that "qalam gazetteer list" shows. What ships with Qalam stays.`,
  async run(args): Promise<ExitCode> {
    const { positionals } = readArguments('gazetteer remove', args, {});
    if (!positionals.length) throw new Failure('Name what to remove.', 'gazetteer remove');
    const added = await addedIndexes();
    const found = positionals.map(name => {
      const one = added.find(other => other.name.toLowerCase() === name.toLowerCase());
      if (!one)
        throw new Failure(`No added gazetteer is called “${name}”. “qalam gazetteer list” shows those there are.`);
      return one;
    });
    for (const { name, file } of found) {
      try {
        fs.rmSync(file);
      } catch (error) {
        throw new Failure(`${file} cannot be removed: ${reasonOf(error)}.`);
      }
      console.log(`${name} removed.`);
    }
    return 0;
  },
};
