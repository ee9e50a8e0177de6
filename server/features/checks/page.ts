// What is said of a check where someone wants to know more: in the reference and on the command line.
import type { RuleFacts } from './rule';

const severities = { error: 'Error', warning: 'Warning', info: 'Info', hint: 'Hint', off: 'Off' } as const;

/** A page in Markdown, with its heading. */
export const page = ({ code, severity, profile, imported, means, why, example, instead }: RuleFacts): string =>
  [
    `### ${code}`,
    `*${severities[severity]}${profile ? `, with \`profile: ${profile}\`` : ''}${imported ? `; ${imported} in an imported event` : ''}.* ${means} ${why}`,
    ...(example ? [`\`\`\`text\n${example}\n\`\`\``] : []),
    instead,
  ].join('\n\n');
