// The value of a field as JSON: what was written, and beside it what it was read and resolved to.
import type { SourceSyntax } from '../../grammar/qalam.peggy';
import { countryCode } from '../gazetteer/countries';
import { figuresOf, total } from '../semantics/counts';
import { type DateReading, readDate } from '../semantics/dates';
import type { Definition } from '../semantics/definitions';
import type { FieldReading } from '../semantics/events';
import { gradeOf } from '../semantics/grades';
import { meaningOf } from '../semantics/meaning';
import type { Mention } from '../semantics/mentions';
import type { PlaceReading } from '../semantics/places';
import { meansWholeBlock, privateFields } from '../semantics/privacy';
import type { Scope } from '../semantics/scope';
import { type Block, linesOf } from '../syntax/tree';
import { type FieldSpec, termLists } from '../syntax/vocabulary';
import type {
  ExportedActor,
  ExportedCitation,
  ExportedDate,
  ExportedPlace,
  ExportedPoint,
  Json,
  JsonObject,
} from './document';

/** Of one field: what it means, the names it mentions that may be shown, and where to note what is lost. */
export interface Written {
  readonly reading: FieldReading;
  readonly spec: FieldSpec;
  readonly scope: Scope;
  readonly block: Block;
  mentions(): readonly Mention[];
  /** Where the place lies is told by something private. */
  readonly told: boolean;
  /** Whether a name of a list may be shown. */
  shows(name: string): boolean;
  lose(message: string): void;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The value of a field that is not empty. What cannot be read stays as text, with nulls beside it. */
export function valueToJson(written: Written): Json {
  const { reading, spec } = written;
  if (reading.value.kind === 'unreadable')
    written.lose(`The value of “${reading.field.key.text}” could not be read; exported as written.`);
  switch (spec.value) {
    case 'date':
      return writtenDate(written);
    case 'place':
      return place(written);
    case 'actor':
      return actor(written);
    case 'count':
      return count(written);
    case 'source':
      return citation(written);
    case 'countries':
      return countries(written);
    case 'names':
      return names(written);
    case 'events':
      return events(written);
    case 'event':
      return event(written);
    case 'term':
      return term(written);
    case 'privacy':
      return privacy(written);
    case 'text':
      return linesOf(reading.field).join('\n');
    case 'line':
    case 'language':
    case 'time':
    case 'url':
    case 'id':
      return oneLine(reading.field.value);
  }
}

/** A date that was read; what it says when it could not be. */
function dateToJson(text: string, reading: DateReading): ExportedDate {
  if (!reading.ok)
    return { text, edtf: null, earliest: 'unknown', latest: 'unknown', approximate: false, uncertain: false };
  const { edtf, earliest, latest, approximate, uncertain } = reading.value;
  return { text, edtf, earliest, latest, approximate, uncertain };
}

function writtenDate({ reading, lose }: Written): ExportedDate {
  const text = oneLine(reading.field.value);
  const date = reading.kind === 'date' ? reading.date : readDate(text);
  if (!date.ok && reading.value.kind !== 'unreadable') lose(`${date.message} Exported as written, without days.`);
  return dateToJson(text, date);
}

/** The members of a place besides its text; all null for one that is not resolved. */
function placeToJson(reading: PlaceReading | undefined): ExportedPoint {
  return {
    relation: reading?.relation ?? null,
    name: reading?.entity?.name ?? null,
    id: reading?.entity?.id ?? null,
    latitude: reading?.point?.latitude ?? null,
    longitude: reading?.point?.longitude ?? null,
    uncertaintyKm: reading?.point ? round(reading.uncertaintyKm) : null,
    country: reading?.country ?? null,
  };
}

const round = (km: number | null): number | null => (km === null ? null : Math.round(km * 10) / 10);

function place({ reading, mentions, told, scope, lose }: Written): ExportedPlace {
  const text = oneLine(reading.field.value);
  if (reading.kind !== 'place') return { text, ...placeToJson(undefined) };
  if (told) {
    lose('Where this lies is told by something private; exported without coordinates.');
    return { text, ...placeToJson({ ...reading.place, point: null, uncertaintyKm: null, country: null }) };
  }
  if (!reading.place.point) {
    const unresolved = mentions().filter(mention => meaningOf(mention, scope).kind !== 'resolved');
    for (const mention of unresolved) lose(`${whyNot(mention, scope)}; exported as written, without coordinates.`);
    if (!unresolved.length) lose(`“${text}” has no coordinates; exported without them.`);
  }
  return { text, ...placeToJson(reading.place) };
}

/** Why a name does not stand for one entry. */
function whyNot(mention: Mention, scope: Scope): string {
  const meaning = meaningOf(mention, scope);
  return meaning.kind === 'ambiguous'
    ? `“${mention.text}” could be any of ${meaning.candidates.length} ${mention.topic}s`
    : `“${mention.text}” is not known`;
}

function actor({ reading, mentions, scope, lose }: Written): ExportedActor {
  const text = oneLine(reading.field.value);
  if (reading.kind !== 'actor') return { text, name: null, id: null, role: null, kind: null };
  const { name, id, role, kind } = reading.actor;
  if (id === null) for (const one of mentions()) lose(`${whyNot(one, scope)}; exported as written, without an id.`);
  const as = role === null ? null : word('role', role, lose);
  return { text: reading.value.actor.name.text, name, id, role: as, kind };
}

function count({ reading, lose }: Written): JsonObject {
  const text = oneLine(reading.field.value);
  if (reading.kind !== 'count') return { text, low: null, best: null, high: null };
  const parts = reading.parts.map(part => {
    const { start, end } = part.span;
    const { low, best, high } = figuresOf(part);
    const category = part.category?.text ?? null;
    return { text: oneLine(reading.field.value.slice(start, end)), category, low, best, high };
  });
  const split = parts.length > 1 || parts.some(({ category }) => category !== null);
  const { claimed } = reading;
  const said = claimed && oneLine([claimed.id.text, claimed.cites?.text].filter(Boolean).join(', '));
  const source = claimed && said && cited(said, claimed, reading.source, lose);
  return { text, ...total(reading.parts), ...(split && { parts }), ...(source && { source }) };
}

function citation({ reading, lose }: Written): ExportedCitation {
  const text = oneLine(reading.field.value);
  if (reading.kind !== 'source') return { text, id: null, attribution: null };
  const { reliability, credibility } = gradeOf(reading.value.source.grade);
  return {
    ...cited(text, reading.value.source, reading.source, lose),
    ...(reliability !== null && { reliability }),
    ...(credibility !== null && { credibility }),
  };
}

function cited(
  text: string,
  { id, cites }: SourceSyntax,
  source: Definition | undefined,
  lose: Written['lose'],
): ExportedCitation {
  if (!source) lose(`The source “${id.text}” is not defined; exported as written.`);
  return { text, id: source ? id.text : null, attribution: cites ? oneLine(cites.text) : null };
}

function countries({ reading, shows, lose }: Written): Json {
  if (reading.value.kind !== 'names') return [{ text: oneLine(reading.field.value), code: null }];
  const shown = reading.value.names.map(({ name }) => name.text).filter(shows);
  return shown.map(text => {
    const code = countryCode(text) ?? null;
    if (code === null) lose(`“${text}” is not the name of a country; exported as written, without a code.`);
    return { text, code };
  });
}

/** Whether the whole block is private, or which of its fields are. */
function privacy({ reading, block }: Written): Json {
  if (meansWholeBlock(block, reading.field)) return true;
  const fields = [...privateFields(block)];
  return fields.length ? fields : false;
}

function names({ reading, shows }: Written): Json {
  if (reading.value.kind !== 'names') return [{ text: oneLine(reading.field.value), date: null }];
  return reading.value.names
    .filter(({ name }) => shows(name.text))
    .map(({ name, validity }) => ({
      text: name.text,
      date: validity && dateToJson(validity.text, readDate(validity.text)),
    }));
}

function event({ reading, scope, lose }: Written): Json {
  const id = oneLine(reading.field.value);
  if (!scope.definitions.events.has(id)) lose(`The event “${id}” is not defined; exported as written.`);
  return id;
}

function events({ reading, scope, shows, lose }: Written): Json {
  const ids =
    reading.value.kind === 'names' ? reading.value.names.map(({ name }) => name.text) : [oneLine(reading.field.value)];
  const shown = ids.filter(shows);
  for (const id of shown)
    if (!scope.definitions.events.has(id)) lose(`The event “${id}” is not defined; exported as written.`);
  return shown;
}

const term = ({ reading, spec, scope, lose }: Written): string =>
  spec.terms === 'event type' && scope.definitions.types.has(oneLine(reading.field.value))
    ? oneLine(reading.field.value)
    : word(spec.terms as keyof typeof termLists, oneLine(reading.field.value), lose);

/** A word as its list has it; one that is not in the list as it was written. */
function word(list: keyof typeof termLists, text: string, lose: (message: string) => void): string {
  const { one, terms } = termLists[list];
  const found = terms.find(({ term }) => term.toLowerCase() === text.toLowerCase());
  if (!found) lose(`“${text}” is not a known ${one}; exported as written.`);
  return found?.term ?? text;
}
