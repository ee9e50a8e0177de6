// What can be written next: classifies the caret, then asks the source of that kind of value.
import { lightKey } from '../../gazetteer/fold';
import type { Caret, Spot } from '../../semantics/caret';
import { suggestDates } from '../../semantics/dateSuggestions';
import { readDate } from '../../semantics/dates';
import { dateContext, readBlock } from '../../semantics/events';
import type { Position } from '../../semantics/mentions';
import type { Snapshot } from '../../semantics/snapshot';
import { countWords } from '../../syntax/vocabulary';
import { type Span, span } from '../../text/span';
import type { Completion, Item } from './item';
import { eventItems, nameItems, sourceAbove, sourceItems } from './names';
import { earlierCites, earlierValues, undefinedNames } from './used';
import {
  accordingTo,
  blockItems,
  countItems,
  countryItems,
  dateForms,
  eventTypeItems,
  fieldItems,
  genericItems,
  languageItems,
  peopleItems,
  placePhrases,
  privacyItems,
  termItems,
} from './words';
import { isInWord, restOf, type Zone, zoneOf } from './zone';

export type { Completion, Item } from './item';

type ValueZone = Zone & { zone: 'value' };
type Source = (zone: ValueZone, snapshot: Snapshot) => Completion | undefined;

/** Undefined where nothing can be completed. Items come in their order; the protocol keeps it. */
export function complete(caret: Caret): Completion | undefined {
  const zone = zoneOf(caret);
  const found = zone && completeZone(zone, caret.snapshot);
  return found && { ...found, rest: restOf(zone, found) };
}

function completeZone(zone: Zone, snapshot: Snapshot): Completion | undefined {
  switch (zone.zone) {
    case 'block':
      return page(rest(zone), blockItems(sourceAbove(zone.spot), hasReport(zone.spot)));
    case 'field':
      return page(rest(zone), fieldItems(zone.spot.block));
    case 'title':
      return completeTitle(zone, snapshot);
    case 'value':
      return sources[zone.spec.value]?.(zone, snapshot);
  }
}

const hasReport = ({ file }: Spot): boolean => file.tree.blocks.some(({ kind }) => kind === 'report');

/** Names that wait for a definition; a report’s title is its author’s own. */
function completeTitle(zone: Zone & { zone: 'title' }, snapshot: Snapshot): Completion | undefined {
  if (zone.kind === 'report') return;
  const begun = lightKey(zone.written);
  const waiting = undefinedNames(snapshot, zone.kind).filter(({ label }) => lightKey(label).includes(begun));
  return page(withClosingQuote(rest(zone), zone), waiting, true);
}

const page = (where: Span, items: readonly Item[], incomplete = false): Completion => ({
  span: where,
  items,
  incomplete,
});

/** From where the written text begins to the caret. */
const rest = ({ from, written }: Zone): Span => span(from, from + written.length);

/** The quote that an editor closes by itself goes with the one that was written. */
const withClosingQuote = (where: Span, { from, written, spot: { block, at } }: Zone): Span =>
  written[where.start - from] === '"' && block.source[at] === '"' ? span(where.start, where.end + 1) : where;

/** The part of a list value that the caret is in. */
function lastPart({ from, written }: Zone, separator = /[,;،]\s*/g): { where: Span; written: string } {
  let at = 0;
  for (const match of written.matchAll(separator)) at = match.index + match[0].length;
  return { where: span(from + at, from + written.length), written: written.slice(at) };
}

const listOf =
  (items: (zone: ValueZone) => readonly Item[]): Source =>
  zone =>
    page(lastPart(zone).where, items(zone));
const wholeOf =
  (items: (zone: ValueZone) => readonly Item[]): Source =>
  zone =>
    page(rest(zone), items(zone));

/** Which source completes which kind of value; kinds that are free text have none. */
const sources: Partial<Record<ValueZone['spec']['value'], Source>> = {
  place: completePlace,
  actor: completeActor,
  names: (zone, snapshot) => (zone.spec.key === 'part of' ? completeGroup(lastPart(zone), zone, snapshot) : undefined),
  source: completeCitation,
  line: completeEarlier,
  language: zone => page(rest(zone), languageItems()),
  event: wholeOf(({ spot }) => eventItems(spot)),
  events: listOf(({ spot }) => eventItems(spot)),
  countries: listOf(({ spot }) => countryItems(spot.scope.countries)),
  term: wholeOf(({ spec, spot }) =>
    spec.terms === 'event type' && spot.block.kind === 'event'
      ? eventTypeItems(spot.scope.definitions)
      : termItems(spec.terms!),
  ),
  count: completeCount,
  privacy: listOf(({ spot, written }) => privacyItems(spot.block, written)),
  date: completeDate,
};

/** From the comma on, behind the white space. */
function afterComma({ from, written }: Zone): Span {
  const lead = /^[^,]*,\s*/.exec(written)![0].length;
  return span(from + lead, from + written.length);
}

function completeCitation(zone: ValueZone, snapshot: Snapshot): Completion {
  const { written, spot, spec, from } = zone;
  // Behind the bracket of a grade: a letter for the source, a digit for the claim.
  const [, letter] = /\S\s*\(([A-F]?)$/.exec(written) ?? [];
  const caret = from + written.length;
  if (letter !== undefined)
    return page(span(caret, caret), [...(letter ? [] : termItems('reliability')), ...termItems('credibility')]);
  return written.includes(',')
    ? page(afterComma(zone), earlierCites(snapshot, spot.block, spec.key))
    : page(rest(zone), sourceItems(spot));
}

/** Lines that are another in every block. */
const own = ['title', 'hash', 'population'];

function completeEarlier(zone: ValueZone, snapshot: Snapshot): Completion | undefined {
  const { key } = zone.spec;
  return own.includes(key) ? undefined : page(rest(zone), earlierValues(snapshot, zone.spot.block, key));
}

/** Words after which a new place name begins. */
const placeBreak =
  /(?:\b(?:near|of|from|between|and|along(?: the)?|in|at|to|overlooking|outside|around|opposite|off)\s+|[,(]\s*)/gi;

function completePlace(zone: ValueZone, snapshot: Snapshot): Completion {
  // The longest stretch that some name begins with: `Isle of M` is one name, `5 km NE of M` is not. Names that only sound
  // alike do not count as long as a shorter stretch is left.
  const starts = [0, ...Array.from(zone.written.matchAll(placeBreak), match => match.index + match[0].length)];
  for (const at of starts) {
    const written = zone.written.slice(at);
    const { items, sure } = nameItems('place', written, positionAfter(zone.written.slice(0, at)), zone.spot, snapshot);
    if ((!sure || onlyPhrase.test(written)) && written && at !== starts.at(-1)) continue;
    const phrases = zone.written ? [] : placePhrases;
    return page(
      withClosingQuote(span(zone.from + at, zone.from + zone.written.length), zone),
      [...asWritten('place', written, sure, zone), ...items, ...phrases],
      true,
    );
  }
  return page(rest(zone), [], true);
}

/** Words that begin a phrase, and no name behind them yet. */
const onlyPhrase = /^(?:near|between|along(?: the)?|in|at|overlooking|outside|around|opposite|off)\s+$/i;

/**
 * The author’s own words, before names that only sound like them: who writes a name that nobody knows to its end and goes on
 * with the return key keeps it.
 */
function asWritten(kind: 'place' | 'actor', written: string, sure: boolean, { written: all, spot }: Zone): Item[] {
  const label = written.trim();
  const isBegun = isInWord(all, spot.block.source.slice(spot.at));
  return sure || !label || all.includes('"') || isBegun ? [] : [{ label, detail: 'as written', kind }];
}

/** Where a place name stands that follows these words of its phrase. */
function positionAfter(words: string): Position {
  if (/\(\s*$/.test(words)) return 'brackets';
  if (/\bbetween\s(?!.*[()[])/is.test(words)) return 'between';
  if (/,\s*$/.test(words)) return 'area';
  return /\balong\s+(?:the\s+)?$/i.test(words) ? 'along' : 'place';
}

/** A figure, or a word for one, and the people behind it as far as they are written. */
const counted = new RegExp(
  String.raw`^(.*(?:[\p{N}+]|\b(?:${Object.keys(countWords).join('|')}))\s+(?:of\s+)?)([^\p{N}]*)$`,
  'isu',
);

function completeCount(zone: ValueZone): Completion {
  const caret = zone.from + zone.written.length;
  const [lead = ''] = /^.*\baccording\s+to\s+(?=[^,]*$)/is.exec(zone.written) ?? [];
  if (lead) return page(span(zone.from + lead.length, caret), sourceItems(zone.spot));
  if (/\baccording\s+to\b/i.test(zone.written)) return page(rest(zone), []);
  const { where, written } = lastPart(zone);
  const [, figure, people = ''] = counted.exec(written) ?? [];
  if (figure === undefined) return page(where, countItems());
  if (/^best\b/i.test(figure) || /\S\s+$/.test(people)) return page(span(caret, caret), [accordingTo]);
  return page(span(caret - people.length, caret), [...peopleItems(zone.spot.block), accordingTo]);
}

function completeActor(zone: ValueZone, snapshot: Snapshot): Completion {
  const role = /^(.+\sas\s+)([A-Za-z -]*)$/is.exec(zone.written);
  if (role) return page(span(zone.from + role[1]!.length, zone.from + zone.written.length), termItems('role'));
  return completeGroup({ where: rest(zone), written: zone.written }, zone, snapshot);
}

function completeGroup(
  { where, written }: { where: Span; written: string },
  zone: ValueZone,
  snapshot: Snapshot,
): Completion {
  const { spot, spec } = zone;
  const { items, sure } = nameItems('actor', written, spec.value === 'names' ? 'names' : 'actor', spot, snapshot);
  const generic = genericItems(written, spot.scope.countries);
  const own = asWritten('actor', written, sure || generic.length > 0, zone);
  return page(withClosingQuote(where, zone), [...own, ...items, ...generic], true);
}

/** What the written words may mean as EDTF, then the forms a date can take. */
function completeDate(zone: ValueZone): Completion {
  const { block, scope } = zone.spot;
  const meant = suggestDates(zone.written, dateContext(readBlock(block, scope), scope)).map(label => ({
    label,
    detail: `“${zone.written}”`,
    kind: 'date' as const,
  }));
  // A date that can be read is finished: none of the forms may take its place.
  const begun = dateForms(zone.spec).filter(({ label }) => label.startsWith(zone.written));
  return page(rest(zone), [...meant, ...(meant.length || readDate(zone.written).ok ? [] : begun)], true);
}
