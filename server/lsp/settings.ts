// What an author can set, read from what the editor sends; whatever is missing or of another kind has its default.
import { type HintKind, hintKinds } from '../features/inlayHints';

export interface Settings {
  /** Country names that rank first where a report names none. */
  readonly countries: readonly string[];
  /** Kinds of inlay hint to show. */
  readonly hints: ReadonlySet<HintKind>;
  readonly codeLens: boolean;
}

export const defaults: Settings = { countries: [], hints: new Set(hintKinds), codeLens: true };

/** Reads the `qalam` part of an editor's settings. */
export function readSettings(given: unknown): Settings {
  const { country, inlayHints, codeLens } = objectOf(given);
  const hints = objectOf(inlayHints);
  return {
    countries: Array.isArray(country) ? country.map(String) : defaults.countries,
    hints: new Set(hintKinds.filter(kind => flag(hints[kind], defaults.hints.has(kind)))),
    codeLens: flag(codeLens, defaults.codeLens),
  };
}

const objectOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

const flag = (value: unknown, otherwise: boolean): boolean => (typeof value === 'boolean' ? value : otherwise);
