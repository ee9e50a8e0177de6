// Dates that say less than a month.

import { readingsOf } from '../../semantics/events';
import { eventTypeOf } from '../../semantics/eventTypes';
import { datePrec, timePrecision } from '../../semantics/precision';
import { fieldOf } from '../../syntax/tree';
import type { Rule } from './rule';

export const vague: Rule = {
  blocks: ['event'],
  code: 'date.vague',
  severity: 'hint',
  means: 'One event is dated by a season, a year or more, rather than by a month or a day.',
  why: 'Such an event can be in no table by month, and ACLED does not code it at all.',
  example: 'event hill-taken\n  type: Armed clash\n  date: 2014',
  instead:
    'Look for a closer date: not before what the source says of the time before, not after its publication (`[2014-09..2014-11-20]`). What went on all the time has an interval, `2013-12/2014-04`.',
  *check({ block, reading, scope }) {
    // A presence or a campaign is seldom of a day.
    const type = block.kind === 'event' ? fieldOf(block, 'type')?.value.trim() : undefined;
    if (!type || !eventTypeOf(type, scope.definitions)?.base?.family) return;
    for (const { field, date } of readingsOf(reading, 'date', 'date')) {
      if (!date.ok || date.value.syntax.kind === 'interval') continue;
      if (timePrecision(date.value) !== null || (datePrec(date.value) ?? 5) < 5) continue;
      yield { span: field.valueSpan, message: 'This date is vaguer than a month. Does the source allow a closer one?' };
    }
  },
};
