// What in a workspace's settings file counts for nothing.
import type { Finding, Fix } from '../../semantics/finding';
import type { Settings, SettingsProblem } from '../../semantics/settings';
import { replace } from '../../text/edit';
import type { Span } from '../../text/span';
import type { RuleFacts } from './rule';

export const settingsRules: readonly RuleFacts[] = [
  {
    code: 'settings.json',
    severity: 'error',
    means:
      'The settings file is not JSON. What stands before the fault, and what can be made out behind it, still counts.',
    why: 'A setting that is not read is silently without effect.',
    example: '',
    instead: 'Correct what the finding names: mostly a comma or a double quote.',
    firm: true,
  },
  {
    code: 'settings.unknown',
    severity: 'error',
    means:
      'The settings file names a setting, check, country or codebook that there is not, or gives one a value that it cannot have.',
    why: 'A slip would leave a check on, or off, without anybody’s knowing.',
    example: '',
    instead: 'Correct the word. Editors with Qalam complete it; `qalam explain` lists the checks.',
    firm: true,
  },
];

/** The problems of a settings file as findings, in the order of its text, as grave as the settings have it. */
export const checkSettings = (problems: readonly SettingsProblem[], settings: Settings): readonly Finding[] =>
  problems
    .flatMap(({ span, code, message, meant = [] }) => {
      const rule = settingsRules.find(one => one.code === code)!;
      const severity = settings.checks.get(code) ?? rule.severity;
      return severity === 'off'
        ? []
        : [
            {
              span,
              code,
              severity,
              message,
              fixes: () => meant.map(({ word, json }, i) => fixOf(`Change to “${word}”`, span, json, i === 0)),
            },
          ];
    })
    .sort((a, b) => a.span.start - b.span.start);

const fixOf = (title: string, where: Span, text: string, isNearest: boolean): Fix => ({
  title,
  edits: [replace(where, text)],
  ...(isNearest && { preferred: true }),
});
