// `qalam schema`: the JSON Schemas of the export and of the settings file.
import { schemaText } from '../exchange/schema';
import { settingsSchema } from '../exchange/settingsSchema';
import { rules } from '../features/checks';
import { readArguments } from './arguments';
import type { Command } from './command';
import { Failure } from './failure';
import { refuseInputs } from './target';
import { writeWhole } from './write';

export const schema: Command = {
  name: 'schema',
  summary: 'Print the JSON Schema of the export, or of settings',
  help: `qalam schema [--settings] [-o FILE]

Prints the JSON Schema (2020-12) that documents of "qalam export --to json" keep to.

  --settings        that of the settings file, .qalam.json, instead
  -o, --output FILE write it to a file`,
  run(args) {
    const { values, positionals } = readArguments('schema', args, {
      output: { type: 'string', short: 'o' },
      settings: { type: 'boolean', default: false },
    });
    const text = values.settings ? `${JSON.stringify(settingsSchema(rules), null, 2)}\n` : schemaText();
    if (positionals.length) throw new Failure('schema takes no paths.', 'schema');
    if (values.output === undefined || values.output === '-') {
      process.stdout.write(text);
      return 0;
    }
    refuseInputs(values.output, []);
    writeWhole(values.output, text);
    return 0;
  },
};
