// One exported block: what the JSON export says of it and, for formats with codes of their own, what it was read as.
import type { Entity } from '../gazetteer/entity';
import { placeKindOf } from '../gazetteer/features';
import type { DateValue } from '../semantics/dates';
import { type BlockReading, readingsOf } from '../semantics/events';
import type { Point } from '../semantics/geodesy';
import { ofEntity, type PlaceReading, readPlace, resolvePlace, roadEnds } from '../semantics/places';
import type { Scope } from '../semantics/scope';
import { type BlockKind, blockSpec } from '../syntax/vocabulary';
import type { ExportedEvent, ExportedPlace, Grade, Json, JsonObject } from './document';
import type { Secrets } from './private';
import type { Redaction } from './redact';

interface Exported {
  /** Only of the fields that are shown. */
  readonly reading: BlockReading;
  readonly scope: Scope;
  readonly secrets: Secrets;
  readonly redaction: Redaction;
  /** The source with an id, as the JSON export has it; undefined when there is none that may be shown. */
  source(id: string): JsonObject | undefined;
  /** Takes note of what the format does not carry. */
  lose(message: string, grade?: Grade): void;
}

export type EventRecord = Exported & { readonly kind: 'event'; readonly json: ExportedEvent };
export type ExportRecord =
  | EventRecord
  | (Exported & { readonly kind: Exclude<BlockKind, 'event'>; readonly json: JsonObject });

/** What the date of an event was read as; null when it has none that can be read. */
export function dateOf({ reading, json }: EventRecord): DateValue | null {
  const date = json.date && readingsOf(reading, 'date', 'date')[0]?.date;
  return date?.ok ? date.value : null;
}

type PlaceKey = 'place' | 'from' | 'to';

/** Tables ask for the place of one event many times. */
const places = new WeakMap<EventRecord, Map<PlaceKey, PlaceReading | null>>();

/** What a place of an event was read as, blurred as the export wants it; null when it may not be shown. */
export function placeOf(record: EventRecord, key: PlaceKey): PlaceReading | null {
  const known = places.get(record) ?? new Map<PlaceKey, PlaceReading | null>();
  places.set(record, known);
  let place = known.get(key);
  if (place === undefined) {
    place = readShown(record, key);
    known.set(key, place);
  }
  return place;
}

function readShown(record: EventRecord, key: PlaceKey): PlaceReading | null {
  const shown = record.json[key] as ExportedPlace | null | undefined;
  const reading = shown ? readingsOf(record.reading, 'place', key)[0] : undefined;
  if (!shown || !reading) return null;
  const { place } = reading;
  const { latitude, longitude, uncertaintyKm, country } = shown;
  const point = latitude === null || longitude === null ? null : { latitude, longitude };
  // What may not show its point does not show its division either.
  const area = (name: string): string => (point && !record.secrets.names(name) ? name : '');
  const discreet = (entity: Entity | null): Entity | null => {
    if (!entity) return null;
    const { division, district = '' } = entity;
    const shown = { division: area(division), district: area(district) };
    // Most entities show all, and a copy would look up all their other names.
    return shown.division === division && shown.district === district ? entity : { ...entity, ...shown };
  };
  const anchor = place.anchor && record.secrets.names(place.anchor.name) ? null : place.anchor;
  return { ...place, entity: discreet(place.entity), anchor: discreet(anchor), point, uncertaintyKm, country };
}

/** The points that a place is told by, if it is told by several: the ends of a road, what it lies between; [] for any other. */
export function cornersOf(record: EventRecord, key: PlaceKey): Point[] {
  const { reading, scope, redaction } = record;
  const place = placeOf(record, key)?.point ? readingsOf(reading, 'place', key)[0]?.value.place : undefined;
  const readings = place?.relation === 'between' ? place.of.map(one => readPlace(one, scope)) : [];
  if (place?.relation === 'along' && resolvePlace(place, scope).kind !== 'resolved')
    for (const end of roadEnds(place.name.text)) {
      const one = scope.resolve('place', end);
      if (one.kind === 'resolved') readings.push(ofEntity(one.entity));
    }
  return readings.flatMap(({ point }) => (point ? redaction.point(point) : []));
}

/** The first-level division and the district a place lies in or is; '' where not known. */
export function divisionsOf(place: PlaceReading | null): readonly [first: string, second: string] {
  const entity = place?.anchor;
  if (!entity) return ['', ''];
  const kind = placeKindOf(entity.type);
  if (kind === 'division') return [entity.name, ''];
  if (kind === 'district') return [entity.division, entity.name];
  return [entity.division, entity.district ?? ''];
}

/** Members that say where a block comes from, or that follow from others. */
const besides: ReadonlySet<string> = new Set(['id', 'file', 'report', 'subEventType', 'family', 'disorder', 'private']);

const isThere = (value: Json | undefined): boolean =>
  value !== undefined && value !== null && !(Array.isArray(value) && !value.length);

/** Whether a source is graded in its line. */
const isGraded = (sources: Json | undefined): boolean =>
  (sources as readonly JsonObject[]).some(
    ({ reliability, credibility }) => isThere(reliability) || isThere(credibility),
  );

/**
 * What an event says and a format with these members does not carry: keys, and `killed.parts` for kinds of people told apart,
 * `killed.others` for other sources, `killed.source` for whose figure it is.
 */
function uncarried({ json }: EventRecord, members: ReadonlySet<string>): string[] {
  return blockSpec('event').fields.flatMap(field => {
    const value = json[field.json];
    if (besides.has(field.json) || !isThere(value)) return [];
    if (!members.has(field.json)) return `“${field.key}”`;
    if (field.json === 'sources')
      return isGraded(value) && !members.has('sources.grades') ? 'the grades of “source”' : [];
    if (field.value !== 'count') return [];
    const lacks = (part: string) => isThere((value as JsonObject)[part]) && !members.has(`${field.json}.${part}`);
    return [
      ...(lacks('parts') ? [`“${field.key}” by kind of people`] : []),
      ...(lacks('source') ? [`whose figure “${field.key}” is`] : []),
      ...(lacks('others') ? [`“${field.key}” according to other sources`] : []),
    ];
  });
}

/** Takes note of what an event says and a format with these members does not carry. */
export function loseUncarried(record: EventRecord, members: ReadonlySet<string>, format: string): void {
  const keys = uncarried(record, members);
  if (!keys.length) return;
  const listed = keys.length === 1 ? keys[0] : `${keys.slice(0, -1).join(', ')} and ${keys.at(-1)}`;
  record.lose(`${format} has no place for ${listed}; left out.`);
}
