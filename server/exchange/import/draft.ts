// Blocks that an import writes: their text, in the layout that the formatter gives.
import type { Position } from '../../semantics/mentions';
import { writable } from '../../semantics/naming';
import { valueOfField } from '../../semantics/values';
import { Field } from '../../syntax/tree';
import { type BlockKind, blockSpec, type FieldSpec, fieldSpec } from '../../syntax/vocabulary';
import { Recent } from '../../text/recent';
import { saysPrivate } from '../private';

/** A block to be written. Fields without a value are left out; those of one key keep their order. */
export interface Draft {
  readonly kind: BlockKind;
  readonly title: string;
  readonly fields: readonly (readonly [key: string, value: string])[];
}

/** The text of a block, with a line end after its last line. What a line of the language cannot hold is written in the nearest way it can. */
export const draftText = (draft: Draft): string => draftAround(draft).join('');

/** The text of a block, divided where a value of the field `coded` would stand. */
export function draftAround({ kind, title, fields }: Draft): readonly [before: string, after: string] {
  const { title: header, fields: specs } = blockSpec(kind);
  let before = '';
  let text = title === '' ? kind : `${kind} ${header.quoted ? quotedTitle(title) : oneLine(title)}`;
  for (const spec of specs) {
    for (const [key, value] of fields) if (key === spec.key) text += fieldText(spec, value);
    if (spec.key !== 'coded') continue;
    before = text;
    text = '';
  }
  return [before, `${text}\n`];
}

/** A field as it stands in a block, with a line end before each of its lines; '' where there is no value. */
export const codedLines = (value: string): string => fieldText(fieldSpec('event', 'coded')!, value);

function fieldText({ key, value: kind }: FieldSpec, value: string): string {
  if (value.trim() === '') return '';
  return kind === 'text' ? textLines(key, value) : `\n  ${key}: ${oneLine(value)}`;
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

const uncommented = (line: string): string => (line.includes('#') ? line.replace(/(^|\s)#/g, '$1＃') : line);

/** A value of several lines, each with a line end before it; blank ones between them begin a paragraph. */
function textLines(key: string, value: string): string {
  const lines: string[] = [];
  for (const written of value.split(/\r\n|[\r\n]/)) {
    const line = uncommented(written.trim());
    if (line !== '' || (lines.length && lines.at(-1) !== '')) lines.push(line);
  }
  while (lines.at(-1) === '') lines.pop();
  // A line that says “private” would keep the whole block out of every export; behind other words it does not.
  for (let i = lines.length - 1; i > 0; i--)
    if (saysPrivate(lines[i]!, true)) lines.splice(i - 1, 2, `${lines[i - 1]} ${lines[i]}`.trim());
  let text = `\n  ${key}: ${lines[0]}`;
  for (let i = 1; i < lines.length; i++) text += lines[i] === '' ? '\n' : `\n    ${lines[i]}`;
  return text;
}

/** A name as it can stand in a position, quoted where it must be; with the signs that no name may have replaced. */
export function nameIn(position: Position, name: string): string {
  const key = `${position} ${name}`;
  let written = named.get(key);
  if (written === undefined) {
    written = freshNameIn(position, name);
    named.set(key, written);
  }
  return written;
}

/** Names by position: a few groups take part in most of a table. */
const named = new Recent<string, string>(2048);

function freshNameIn(position: Position, name: string): string {
  const clean = oneLine(name.replaceAll('"', '’').replace(/[\u202a-\u202e\u2066-\u2069]/g, ''));
  return writable(clean, position) ?? `"${clean}"`;
}
