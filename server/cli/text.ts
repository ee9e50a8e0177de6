// Findings and counts as lines for people, in colour where a terminal shows it.
import type { LocatedFinding } from '../exchange/findings';
import type { Severity } from '../semantics/finding';
import { counted } from '../text/counted';

export { counted } from '../text/counted';

const colours: Readonly<Record<Severity | 'faint', string>> = {
  error: '31',
  warning: '33',
  info: '34',
  hint: '36',
  faint: '2',
};

const { FORCE_COLOR = '', NO_COLOR, TERM } = process.env;
/** Colours on a terminal, or where FORCE_COLOR (force-color.org) asks for them, and never where NO_COLOR (no-color.org) is set. */
const coloured =
  !NO_COLOR &&
  (FORCE_COLOR === '' ? process.stdout.isTTY === true && TERM !== 'dumb' : !/^(?:0|false)$/.test(FORCE_COLOR));

const paint = (colour: keyof typeof colours, text: string): string =>
  coloured ? `\x1b[${colours[colour]}m${text}\x1b[0m` : text;

/** `path:line:column severity message [code]`. */
export function findingLine({ path, line, column, severity, message, code }: LocatedFinding): string {
  const plain = printable(message);
  return `${path}:${line}:${column} ${paint(severity, severity)} ${plain} ${paint('faint', `[${code}]`)}`;
}

/** One line of text that no terminal can take for a command: control characters are shown as U+FFFD. */
export const printable = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');

export function summaryLine(files: number, { error, warning, info, hint }: Record<Severity, number>): string {
  const parts = [
    ...(error ? [paint('error', counted(error, 'error'))] : []),
    ...(warning ? [paint('warning', counted(warning, 'warning'))] : []),
    ...(info ? [paint('info', counted(info, 'info', 'info'))] : []),
    ...(hint ? [paint('hint', counted(hint, 'hint'))] : []),
  ];
  return `${counted(files, 'file')} checked: ${parts.join(', ') || 'nothing to mend'}.`;
}
