// `qalam completion`: scripts that let a shell complete commands and options, made from the commands' own help pages.
import type { Command } from './command';
import { Failure } from './failure';

/** An option as a help page lists it. */
interface Option {
  readonly long: string;
  readonly short: string;
  readonly means: string;
  /** What stands after it: a word in capitals as on the page; '' for none. */
  readonly takes: string;
  /** The words it takes, when there are only so many. */
  readonly words: readonly string[];
}

const LISTED = /^ {2}(?:-(\w), )?--([a-z-]+)(?: ([A-Z]+))? +(\S.*)$/gm;

/** The options that a command's help page lists; the words that one takes stand in the first line: `--format text|json`. */
export function optionsOf({ help }: Command): Option[] {
  const usage = help.slice(0, help.indexOf('\n\n'));
  return [...help.matchAll(LISTED)].map(([, short = '', long = '', takes = '', means = '']) => {
    const words = new RegExp(`--${long} ([a-z0-9-]+(?:\\|[a-z0-9-]+)+)`).exec(usage)?.[1]?.split('|') ?? [];
    return { long, short, takes, words, means: means.replace(/[;:.,]?$/, '') };
  });
}

type Script = (commands: readonly Command[]) => string;

/** The command, for a command line that has these others. */
export const completionOf = (commands: () => readonly Command[]): Command => ({
  name: 'completion',
  summary: 'Print a script that completes commands and options in a shell',
  help: `qalam completion bash|zsh|fish

Prints a script for the shell. To have completion in every new shell:

  bash   qalam completion bash > ~/.local/share/bash-completion/completions/qalam
  zsh    qalam completion zsh > a file called _qalam in a folder of $fpath
  fish   qalam completion fish > ~/.config/fish/completions/qalam.fish`,
  takes: ['bash', 'zsh', 'fish'],
  run([shell, ...rest]) {
    const script = scripts.get(shell ?? '');
    if (!script || rest.length) throw new Failure('Name one shell: bash, zsh or fish.', 'completion');
    console.log(script(commands()));
    return 0;
  },
});

const bash: Script = commands => `# Completion of qalam for bash.
_qalam() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]}
  COMPREPLY=()
  if (( COMP_CWORD == 1 )); then
    COMPREPLY=($(compgen -W "${firstWords(commands).join(' ')}" -- "$cur"))
    return
  fi
  case "\${COMP_WORDS[1]} \${COMP_WORDS[2]}" in
${commands.map(bashCommand).join('\n')}${wordsAfter(commands)
  .map(([first, seconds]) => `\n    "${first} "*) COMPREPLY=($(compgen -W "${seconds.join(' ')}" -- "$cur")) ;;`)
  .join('')}
  esac
}
complete -o default -F _qalam qalam`;

function bashCommand(command: Command): string {
  const options = optionsOf(command);
  const values = options
    .filter(({ words }) => words.length)
    .map(({ long, words }) => `        --${long}) COMPREPLY=($(compgen -W "${words.join(' ')}" -- "$cur")); return ;;`);
  const pattern = command.name.includes(' ') ? `"${command.name}"` : `"${command.name} "*`;
  return `    ${pattern})
      case $prev in
${[...values, '        *) ;;'].join('\n')}
      esac
      [[ $cur == -* ]] && COMPREPLY=($(compgen -W "${['--help', ...options.map(({ long }) => `--${long}`)].join(' ')}" -- "$cur"))${
        command.takes
          ? `\n      [[ $cur == -* ]] || COMPREPLY=($(compgen -W "${command.takes.join(' ')}" -- "$cur"))`
          : ''
      }
      ;;`;
}

const zsh: Script = commands => `#compdef qalam
_qalam() {
  local -a commands
  if (( CURRENT == 2 )); then
    commands=(${firstWords(commands)
      .map(word => quoted(`${word}:${summaryOf(commands, word)}`))
      .join(' ')})
    _describe command commands
    return
  fi
  case "$words[2] $words[3]" in
${commands
  .map(command => {
    const pattern = command.name.includes(' ') ? `"${command.name}"` : `"${command.name} "*`;
    const depth = command.name.split(' ').length;
    return `    ${pattern}) shift ${depth} words; (( CURRENT -= ${depth} )); _arguments ${optionsOf(command).map(zshOption).join(' ')} '*:${command.takes ? `word:(${command.takes.join(' ')})` : 'file:_files'}' ;;`;
  })
  .join('\n')}${wordsAfter(commands)
  .map(([first, seconds]) => `\n    "${first} "*) compadd ${seconds.join(' ')} ;;`)
  .join('')}
  esac
}
_qalam "$@"`;

const zshOption = ({ long, means, takes, words }: Option): string =>
  quoted(
    `*--${long}[${means.replace(/[[\]:]/g, ' ')}]${words.length ? `:${long}:(${words.join(' ')})` : takes ? `:${takes}:_files` : ''}`,
  );

const fish: Script = commands =>
  [
    '# Completion of qalam for fish.',
    ...firstWords(commands).map(word => {
      return `complete -c qalam -f -n __fish_use_subcommand -a ${word} -d ${quoted(summaryOf(commands, word))}`;
    }),
    ...wordsAfter(commands).map(
      ([first, seconds]) =>
        `complete -c qalam -f -n '__fish_seen_subcommand_from ${first}; and not __fish_seen_subcommand_from ${seconds.join(' ')}' -a '${seconds.join(' ')}'`,
    ),
    ...commands.flatMap(command => {
      const when = command.name
        .split(' ')
        .map(word => `__fish_seen_subcommand_from ${word}`)
        .join('; and ');
      const words = command.takes
        ? [`complete -c qalam -f -n ${quoted(when)} -a ${quoted(command.takes.join(' '))}`]
        : [];
      const options = optionsOf(command).map(
        ({ long, short, words, takes, means }) =>
          `complete -c qalam -n ${quoted(when)} -l ${long}${short ? ` -s ${short}` : ''}${
            words.length ? ` -x -a ${quoted(words.join(' '))}` : takes ? ' -r' : ''
          } -d ${quoted(means)}`,
      );
      return [...words, ...options];
    }),
  ].join('\n');

const scripts: ReadonlyMap<string, Script> = new Map([
  ['bash', bash],
  ['zsh', zsh],
  ['fish', fish],
]);

const firstWords = (commands: readonly Command[]): string[] => [
  ...new Set(commands.map(({ name }) => name.split(' ')[0]!)),
];

/** What a first word does: a command's summary, or the words that may follow. */
function summaryOf(commands: readonly Command[], word: string): string {
  const [, seconds] = wordsAfter(commands).find(([first]) => first === word) ?? [];
  return seconds?.join(', ') ?? commands.find(({ name }) => name === word)?.summary ?? '';
}

/** First words that need a second, each with those there are. */
function wordsAfter(commands: readonly Command[]): [first: string, seconds: string[]][] {
  const after = new Map<string, string[]>();
  for (const { name } of commands) {
    const [first = '', second] = name.split(' ');
    if (second !== undefined) after.set(first, [...(after.get(first) ?? []), second]);
  }
  return [...after];
}

/** A text as one word of any of the three shells. */
const quoted = (text: string): string => `'${text.replaceAll("'", '’')}'`;
