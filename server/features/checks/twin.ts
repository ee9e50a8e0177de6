// Events that may be one, written down twice.
import { fieldOf } from '../../syntax/tree';
import { insert } from '../../text/edit';
import type { Problem, Rule } from './rule';

const fileOf = (uri: string): string => decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));

export const twin: Rule = {
  code: 'event.duplicate',
  severity: 'warning',
  blocks: ['event'],
  means: 'Another event of the workspace has the same date, place, actors and sort of type.',
  why: 'Two reports of one event would count its deaths twice.',
  example:
    'source a\n  publisher: A\nsource b\n  publisher: B\nevent hill-taken\n  type: Armed clash\n  date: 2014-11-14\n  place: Dumeir\n  actor: Syrian army as attacker\n  source: a\nevent hill-falls\n  type: Armed clash\n  date: 2014-11-14\n  place: Ad Dumayr\n  actor: Syrian army as attacker\n  source: b',
  instead:
    'If they are one, make them one with both sources, or say `corroborates` or `contradicts` where each source has its own. If they are two, say what tells them apart: the time, the quarter of the town, the actors.',
  *check({ block, uri, alike, isAbove }): Iterable<Problem> {
    // Within a file the later one is told of the earlier.
    const others = alike.filter(other => other.uri !== uri || isAbove(other.block));
    const [first] = others;
    if (!first || !block.title) return;
    const more = others.length > 1 ? ` and ${others.length - 1} more` : '';
    const where = first.uri === uri ? '' : ` in ${fileOf(first.uri)}`;
    const { end } = block;
    const link = (key: 'corroborates' | 'contradicts') => {
      const field = fieldOf(block, key);
      const edit = field?.value.trim()
        ? insert(field.valueSpan.end, `, ${first.id}`)
        : field
          ? insert(field.valueSpan.end, ` ${first.id}`)
          : insert(end, `\n  ${key}: ${first.id}`);
      return { title: `Say that it ${key} “${first.id}”`, edits: [edit] };
    };
    yield {
      span: block.title.span,
      message: `This may be the same event as “${first.id}”${where}${more}: the date, the place and the actors are the same.`,
      related: others.slice(0, 5).map(other => ({ uri: other.uri, block: other.block, message: `“${other.id}”` })),
      fixes: () => [link('corroborates'), link('contradicts')],
    };
  },
};
