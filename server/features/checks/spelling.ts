// Names that resolve, but are not the usual ones: for desks that want one spelling.
import { lightKey } from '../../gazetteer/fold';
import { writeName } from '../../semantics/naming';
import { replace } from '../../text/edit';
import type { Rule } from './rule';

export const spelling: Rule = {
  code: 'name.usual',
  severity: 'off',
  means: 'A place or group is called by another than its usual name, or spelt without its accents.',
  why: 'A desk may want one spelling for each name. Others keep the source’s, which is what the language is for.',
  example: 'event hill-taken\n  place: Dumeir',
  instead: 'Take the usual name; the fix does.',
  *check({ scope, uses }) {
    for (const { mention, meaning } of uses) {
      if (mention.partOf || meaning.kind !== 'resolved' || meaning.entity.name === mention.text) continue;
      const { entity } = meaning;
      const how = lightKey(entity.name) === lightKey(mention.text) ? 'spelt' : 'called';
      yield {
        span: mention.span,
        message: `This is usually ${how} ${entity.name}.`,
        fixes: () => [
          {
            title: `Change to “${entity.name}”`,
            edits: [replace(mention.whole, writeName(entity, scope, mention.position))],
          },
        ],
      };
    }
  },
};
