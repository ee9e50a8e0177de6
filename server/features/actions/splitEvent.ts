// Makes of an event that lasted several days one event for each day.
import { addDays, daysFromTo } from '../../semantics/calendar';
import { locate } from '../../semantics/caret';
import { readDate } from '../../semantics/dates';
import { valueOfField } from '../../semantics/values';
import { newlineOf } from '../../syntax/print';
import type { Block, Field } from '../../syntax/tree';
import { fieldOf } from '../../syntax/tree';
import { fieldSpec } from '../../syntax/vocabulary';
import { applyEdits, type Edit, insert, replace } from '../../text/edit';
import { span } from '../../text/span';
import type { Action, Asked } from './action';

/** More days than this make no event anyone would write out. */
const MOST_DAYS = 31;

/** Offered on the header or the date of an event that is dated to every day of an interval, or to several days of a list. */
export function splitEvent({ snapshot, uri, span: asked }: Asked): Action[] {
  const spot = locate({ snapshot, uri, offset: asked.start });
  if (spot?.block.kind !== 'event' || !spot.block.title?.text) return [];
  const { block, start, field, scope, file } = spot;
  const date = fieldOf(block, 'date');
  if (!date || (field && field !== date)) return [];
  const days = daysOf(date.value.trim());
  if (days.length < 2 || days.length > MOST_DAYS) return [];
  const newline = newlineOf(file.tree.text);
  const copies = days.slice(1).map((day, i) => copyOf(block, date, day, freeId(block.title!.text, i + 2)));
  const counts = countsOf(block);
  const edits: Edit[] = [
    replace(date.valueSpan, days[0]!),
    ...(counts[0] ? [insert(lineOf(block, counts[0]).start, `  # ${remark(days)}${newline}`)] : []),
    insert(block.end, copies.map(copy => newline + newline + copy).join('')),
  ].map(edit => ({ ...edit, span: { start: edit.span.start + start, end: edit.span.end + start } }));
  return [
    {
      title: `Split into ${days.length} events, one a day`,
      kind: 'refactor.rewrite',
      edits: () => new Map([[uri, edits]]),
    },
  ];

  /** The first that no event has. */
  function freeId(id: string, number: number): string {
    const wanted = `${id}-${number}`;
    return scope.definitions.events.has(wanted) ? freeId(`${id}-day`, number) : wanted;
  }
}

const remark = (days: readonly string[]): string =>
  `Figures of all ${days.length} days together: share them out among the events that follow.`;

/** The days on which an event happened again and again or all the time; none where the date says less than that. */
function daysOf(edtf: string): string[] {
  const date = readDate(edtf);
  if (!date.ok || date.value.approximate || date.value.uncertain) return [];
  const { syntax } = date.value;
  if (syntax.kind !== 'interval' && syntax.kind !== 'list') return [];
  const parts = syntax.kind === 'interval' ? [syntax] : syntax.members;
  const days = parts.flatMap(({ from, to }) => {
    const [first, last] = [from, to].map(one =>
      typeof one === 'object' ? edtf.slice(one.span.start, one.span.end) : '',
    );
    if (![first, last].every(one => /^\d{4}-\d\d-\d\d$/.test(one!))) return [''];
    const length = daysFromTo(first!, last!);
    return length > MOST_DAYS ? [''] : Array.from({ length }, (_, i) => addDays(first!, i));
  });
  return days.includes('') ? [] : [...new Set(days)].sort();
}

/** The block with another id and day, and without the figures: those are of all days together. */
function copyOf(block: Block, date: Field, day: string, id: string): string {
  const edits = [
    replace(block.title!.span, id),
    replace(date.valueSpan, day),
    ...countsOf(block).map(field => replace(lineOf(block, field), '')),
  ];
  return applyEdits(block.source.slice(0, block.end), edits).trimEnd();
}

const countsOf = (block: Block): Field[] =>
  block.fields.filter(field => valueOfField(field, fieldSpec(block.kind, field.key.text)).kind === 'count');

/** The lines of a field, with the line break behind them. */
function lineOf({ source }: Block, { key, valueSpan }: Field) {
  const before = source.slice(0, key.span.start);
  const after = /^[^\r\n]*(?:\r\n|\r|\n)?/.exec(source.slice(valueSpan.end))![0];
  return span(key.span.start - /[^\r\n]*$/.exec(before)![0].length, valueSpan.end + after.length);
}
