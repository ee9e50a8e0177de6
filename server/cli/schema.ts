// `qalam schema`: the JSON Schema of the export.
import { schemaText } from '../exchange/schema';
import { readArguments } from './arguments';
import type { Command } from './command';
import { Failure } from './failure';
import { refuseInputs } from './target';
import { writeWhole } from './write';

export const schema: Command = {
  name: 'schema',
  summary: 'Print the JSON Schema of the export',
  help: `qalam schema [-o FILE]

Prints the JSON Schema (2020-12) that documents of "qalam export --to json" keep to.

  -o, --output FILE write it to a file`,
  run(args) {
    const { values, positionals } = readArguments('schema', args, { output: { type: 'string', short: 'o' } });
    if (positionals.length) throw new Failure('schema takes no paths.', 'schema');
    if (values.output === undefined || values.output === '-') {
      process.stdout.write(schemaText());
      return 0;
    }
    refuseInputs(values.output, []);
    writeWhole(values.output, schemaText());
    return 0;
  },
};
