// What an author can set of what is shown, read from what the editor sends; whatever is missing or of another kind has its default.
import { type HintKind, hintDefaults, hintKinds } from '../features/inlayHints';

export interface Settings {
  /** Kinds of inlay hint to show. */
  readonly hints: ReadonlySet<HintKind>;
  readonly codeLens: boolean;
  /** Whether findings are told of files that are not open, too. */
  readonly allFiles: boolean;
  /** Where the workspace keeps its own places and groups, below its folder. */
  readonly gazetteerFile: string;
  /** Whether a place or group that gets another name keeps the old one as an alias. */
  readonly oldSpelling: OldSpelling;
  /** What of the settings cannot be, in a sentence each. */
  readonly problems: readonly string[];
}

const oldSpellings = ['ask', 'always', 'never'] as const;
export type OldSpelling = (typeof oldSpellings)[number];

export const defaults: Settings = {
  hints: new Set(hintKinds.filter(kind => hintDefaults[kind])),
  codeLens: true,
  allFiles: true,
  gazetteerFile: 'gazetteer.qalam',
  oldSpelling: 'ask',
  problems: [],
};

/** Reads the `qalam` part of an editor's settings. */
export function readSettings(given: unknown): Settings {
  const { inlayHints, codeLens, gazetteerFile = defaults.gazetteerFile, rename, diagnostics } = objectOf(given);
  const isElsewhere = !isPath(gazetteerFile);
  const { keepOldSpelling } = objectOf(rename);
  const hints = objectOf(inlayHints);
  return {
    hints: new Set(hintKinds.filter(kind => flag(hints[kind], hintDefaults[kind]))),
    codeLens: flag(codeLens, defaults.codeLens),
    allFiles: flag(objectOf(diagnostics).allFiles, defaults.allFiles),
    gazetteerFile: isElsewhere ? defaults.gazetteerFile : gazetteerFile,
    oldSpelling: oldSpellings.find(one => one === keepOldSpelling) ?? defaults.oldSpelling,
    problems: isElsewhere
      ? [
          `The setting qalam.gazetteerFile names “${gazetteerFile}”. Name a .qalam file below the workspace folder, such as shared/gazetteer.qalam; until then names go into ${defaults.gazetteerFile}.`,
        ]
      : [],
  };
}

const objectOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

const flag = (value: unknown, otherwise: boolean): boolean => (typeof value === 'boolean' ? value : otherwise);

/** A path below the folder; one that leads out of it counts as none. */
const isPath = (value: unknown): value is string =>
  typeof value === 'string' && /\.qalam$/i.test(value) && !/^[/\\]|\\|(?:^|\/)\.\.(?:\/|$)/.test(value);
