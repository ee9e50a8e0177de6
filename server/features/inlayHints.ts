// What stands for more than its words, told behind them: the usual name, the days of a season, the sum of a count.
import { lightKey } from '../gazetteer/fold';
import { card } from '../semantics/cards';
import { figuresInWords, total } from '../semantics/counts';
import { isDay } from '../semantics/dates';
import { isolated } from '../semantics/direction';
import { type BlockReading, type FieldReading, readBlock } from '../semantics/events';
import { entityOf, mentionsUnder } from '../semantics/meaning';
import { datePrec, geoPrecision, timePrecision, wherePrec } from '../semantics/precision';
import type { Scope } from '../semantics/scope';
import type { Snapshot } from '../semantics/snapshot';
import { type Block, blocksWithin } from '../syntax/tree';
import type { Span } from '../text/span';

/** The kinds of hint, each of which an author can switch on or off, and whether they are on before that. */
export const hintDefaults = { names: true, dates: true, places: true, counts: true, precision: false };
export type HintKind = keyof typeof hintDefaults;
export const hintKinds = Object.keys(hintDefaults) as HintKind[];

export interface Hint {
  readonly kind: HintKind;
  /** Behind which character it stands. */
  readonly at: number;
  readonly label: string;
  /** CommonMark, for whoever points at it. */
  readonly detail?: string;
}

/** The hints of the blocks that a stretch of the file touches, in the order of the text; empty for a file that is not there. */
export function inlayHints(snapshot: Snapshot, uri: string, within: Span, wanted: ReadonlySet<HintKind>): Hint[] {
  const file = snapshot.files.get(uri);
  if (!file) return [];
  const scope = snapshot.scope(uri);
  const hints: Hint[] = [];
  for (const [block, start] of blocksWithin(file.tree, within)) {
    for (const hint of hintsOf(block, scope).sort((a, b) => a.at - b.at)) {
      const at = hint.at + start;
      if (wanted.has(hint.kind) && within.start <= at && at <= within.end) hints.push({ ...hint, at });
    }
  }
  return hints;
}

const hintsOf = (block: Block, scope: Scope): Hint[] => [...names(block, scope), ...values(readBlock(block, scope))];

/** Names whose usual spelling is another, not counting accents and the like. */
function* names(block: Block, scope: Scope): Iterable<Hint> {
  for (const mention of mentionsUnder(block, scope)) {
    // Whoever a figure counts is told beside the actor itself.
    if (mention.role !== 'use' || mention.position === 'people') continue;
    const entity = entityOf(mention, scope);
    if (!entity || lightKey(entity.name) === lightKey(mention.text)) continue;
    yield { kind: 'names', at: mention.whole.end, label: `= ${isolated(entity.name)}`, detail: card(entity) };
  }
}

function* values({ fields }: BlockReading): Iterable<Hint> {
  for (const one of fields) {
    const at = one.field.valueSpan.end;
    const hint = hintOf(one);
    if (hint) yield { ...hint, at };
    const label = codesOf(one);
    if (label) yield { kind: 'precision', label, at };
  }
}

/** How exact a date or place is in the codes of UCDP and ACLED; '' where neither can code it. */
function codesOf(one: FieldReading): string {
  const codes = (ucdp: number | null, acled: number | null) =>
    [ucdp === null ? '' : `UCDP ${ucdp}`, acled === null ? '' : `ACLED ${acled}`].filter(Boolean).join(', ');
  if (one.kind === 'place') return codes(wherePrec(one.place), geoPrecision(one.place));
  if (one.kind === 'date' && one.date.ok) return codes(datePrec(one.date.value), timePrecision(one.date.value));
  return '';
}

function hintOf(one: FieldReading): Omit<Hint, 'at'> | undefined {
  switch (one.kind) {
    case 'date': {
      if (!one.date.ok) return;
      const { edtf, earliest, latest } = one.date.value;
      const hidden = /\d{4}-2[1-4]\b|X/.test(edtf) && (isDay(earliest) || isDay(latest));
      const day = (bound: string) => (isDay(bound) ? bound : '…');
      return hidden ? { kind: 'dates', label: `= ${day(earliest)} to ${day(latest)}` } : undefined;
    }
    case 'place': {
      const { relation, uncertaintyKm, point } = one.place;
      const told = one.value.place.radiusKm != null || relation === 'at' || uncertaintyKm === null || !point;
      if (told) return;
      const { latitude, longitude } = point;
      return {
        kind: 'places',
        label: `±${Number(uncertaintyKm.toPrecision(2))} km`,
        detail: `Within ${uncertaintyKm} km of ${latitude.toFixed(4)}, ${longitude.toFixed(4)}`,
      };
    }
    case 'count': {
      const worth = one.parts.length > 1 || one.parts.some(({ word }) => word !== null && word !== 'unknown');
      const sum = worth ? figuresInWords(total(one.parts)) : '';
      return sum ? { kind: 'counts', label: `= ${sum}` } : undefined;
    }
    case 'actor':
    case 'source':
    case 'other':
      return;
  }
}
