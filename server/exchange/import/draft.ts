// Blocks that an import writes: their text, in the layout that the formatter gives.
import type { Position } from '../../semantics/mentions';
import { writable } from '../../semantics/naming';
import { valueOfField } from '../../semantics/values';
import { Field } from '../../syntax/tree';
import { type BlockKind, blockSpec, fieldSpec } from '../../syntax/vocabulary';
import { saysPrivate } from '../private';

/** A block to be written. Fields without a value are left out; those of one key keep their order. */
export interface Draft {
  readonly kind: BlockKind;
  readonly title: string;
  readonly fields: readonly (readonly [key: string, value: string])[];
}

/** The text of a block, with a line end after its last line. What a line of the language cannot hold is written in the nearest way it can. */
export function draftText({ kind, title, fields }: Draft): string {
  const { title: header, fields: specs } = blockSpec(kind);
  const lines = [title === '' ? kind : `${kind} ${header.quoted ? quotedTitle(title) : oneLine(title)}`];
  for (const spec of specs) {
    for (const [key, value] of fields) {
      if (key !== spec.key || value.trim() === '') continue;
      if (spec.value === 'text') lines.push(...textLines(key, value));
      else lines.push(`  ${key}: ${oneLine(value)}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

const quotedTitle = (title: string): string => `"${oneLine(title).replaceAll('"', '’')}"`;

/** Some words on one line, none of which begins a comment. Control characters stay, for a check to find. */
export const oneLine = (text: string): string =>
  odd.test(text) ? uncommented(text.replace(/\s+/g, ' ').trim()) : text;

/** Whatever may have to change; most cells have nothing of it. */
const odd = /[^ -~\u00a1-\u024f]| {2}|#|^ | $/;

/** A line that cites a source and whom it cites in turn; `(x2)` at its end would be read as a grade, and gets other brackets. */
export const citation = (id: string, whom: string): string =>
  [id, oneLine(whom).replace(/\(\s*([A-Za-z]?\d)\s*\)$/, '[$1]')].filter(Boolean).join(', ');

/** Whether the language can read a value of a field as what it should be. */
export const canBeRead = (kind: BlockKind, key: string, value: string): boolean =>
  valueOfField(new Field(key, 0, 0, value, 0, value.length, undefined), fieldSpec(kind, key)).kind !== 'unreadable';

const uncommented = (line: string): string => line.replace(/(^|\s)#/g, '$1＃');

/** Lines stay lines; blank ones between them begin a paragraph. */
function textLines(key: string, value: string): string[] {
  const lines = value
    .split(/\r\n|[\r\n]/)
    .map(line => uncommented(line.trim()))
    .filter((line, i, all) => line !== '' || (i > 0 && all[i - 1] !== ''));
  while (lines.at(-1) === '') lines.pop();
  // A line that says “private” would keep the whole block out of every export; behind other words it does not.
  for (let i = lines.length - 1; i > 0; i--)
    if (saysPrivate(lines[i]!, true)) lines.splice(i - 1, 2, `${lines[i - 1]} ${lines[i]}`.trim());
  return lines.map((line, i) => (line === '' ? '' : i ? `    ${line}` : `  ${key}: ${line}`));
}

/** A name as it can stand in a position, quoted where it must be; with the signs that no name may have replaced. */
export function nameIn(position: Position, name: string): string {
  const key = `${position} ${name}`;
  let written = named.get(key);
  if (written === undefined) {
    written = freshNameIn(position, name);
    if (named.size >= MOST_NAMED) named.clear();
    named.set(key, written);
  }
  return written;
}

/** Names by position: a few groups take part in most of a table. Emptied when full. */
const named = new Map<string, string>();
const MOST_NAMED = 2048;

function freshNameIn(position: Position, name: string): string {
  const clean = oneLine(name.replaceAll('"', '’').replace(/[\u202a-\u202e\u2066-\u2069]/g, ''));
  return writable(clean, position) ?? `"${clean}"`;
}
