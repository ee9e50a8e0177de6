// Events that are said to go on after their last source was published.

import { isDay } from '../../semantics/dates';
import { dayInWords } from '../../semantics/dateWords';
import { readingsOf } from '../../semantics/events';
import { replace } from '../../text/edit';
import { published } from './published';
import type { Rule } from './rule';

export const beyond: Rule = {
  blocks: ['event'],
  code: 'date.beyond',
  severity: 'warning',
  means: 'An interval, which means every day in it, ends after the last of the sources was published.',
  why: 'The source cannot know of those days. A whole month often says more than the article did.',
  example:
    'source as-safir\n  published: 2014-11-20\nevent hill-held\n  type: Presence\n  date: 2014-11-01/2014-11\n  source: as-safir',
  instead: 'End the interval on the day of publication; the fix does. `2014-11-01/..` says that it went on.',
  *check(subject) {
    const last = published(subject);
    if (!last || subject.block.kind !== 'event') return;
    for (const { field, date } of readingsOf(subject.reading, 'date', 'date')) {
      if (!date.ok || date.value.syntax.kind !== 'interval') continue;
      const { earliest, latest, edtf } = date.value;
      if (!isDay(latest) || latest <= last || (isDay(earliest) && earliest > last)) continue;
      const capped = `${edtf.slice(0, edtf.indexOf('/'))}/${last}`;
      yield {
        span: field.valueSpan,
        message: `This goes on until ${dayInWords(latest)}, but the last of its sources was published on ${dayInWords(last)}.`,
        fixes: () => [{ title: `Change to ${capped}`, edits: [replace(field.valueSpan, capped)] }],
      };
    }
  },
};
