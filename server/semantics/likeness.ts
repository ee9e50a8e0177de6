// What of an event tells whether another one may be the same: when, where, who, and what sort of thing.
import { lightKey } from '../gazetteer/fold';
import { type Block, fieldOf, fieldsOf } from '../syntax/tree';
import { eventTypes } from '../syntax/vocabulary';
import { ordinal } from './calendar';
import { figuresOf } from './counts';
import { isDay } from './dates';
import { type BlockReading, readingsOf } from './events';
import { distanceKm, type Point } from './geodesy';

export interface Likeness {
  readonly uri: string;
  readonly block: Block;
  readonly id: string;
  /** ACLED's event type, or the type itself where it has none. */
  readonly sort: string;
  /** First and last day, counted from a fixed one. */
  readonly first: number;
  readonly last: number;
  readonly time: string;
  /** The entry the place is, or its name; '' where it is told by another. */
  readonly place: string;
  readonly point: Point | null;
  /** In km. */
  readonly uncertainty: number;
  readonly actors: readonly string[];
  /** Whether one of the actors has a name. */
  readonly named: boolean;
  /** Ids, each on a line. */
  readonly sources: string;
  /** Ids of the events it speaks of. */
  readonly links: readonly string[];
  /** Exact deaths; null where the figure is not exact. */
  readonly killed: number | null;
}

/** In a larger area than this, in km, two events are seldom one. */
const LARGEST = 25;
/** A place as large as this, in km, sees several events of the same kind a day. */
const CITY = 5;
/** Longer events than this, in days, are the same only when most of their days are. */
const SHORT = 7;

const sorts = new Map(eventTypes.map(({ term, family }) => [term, family || term]));

/** Undefined for what is no event, and for one whose date, place or actors are too vague to tell. */
export function likenessOf(uri: string, { block, fields }: BlockReading): Likeness | undefined {
  const id = block.kind === 'event' ? block.title?.text : undefined;
  if (!id) return;
  const reading = { block, fields };
  const date = readingsOf(reading, 'date', 'date')[0]?.date;
  const where = readingsOf(reading, 'place', 'place')[0];
  const who = readingsOf(reading, 'actor');
  if (!date?.ok || !isDay(date.value.earliest) || !isDay(date.value.latest) || !where || !who.length) return;
  const { place, value } = where;
  const uncertainty = place.uncertaintyKm ?? 0;
  if (uncertainty > LARGEST) return;
  const name = value.place.relation === 'named' && !value.place.at ? lightKey(value.place.name.text) : '';
  if (!place.point && !name) return;
  const actors = new Set(who.map(({ actor, value: { actor: written } }) => actor.id ?? lightKey(written.name.text)));
  const named = who.some(({ actor }) => actor.resolution !== undefined);
  if (!named && uncertainty >= CITY) return;
  const type = fieldOf(block, 'type')?.value.replace(/\s+/g, ' ').trim() ?? '';
  const [dead] = readingsOf(reading, 'count', 'killed')[0]?.parts.map(figuresOf) ?? [];
  return {
    uri,
    block,
    id,
    sort: sorts.get(type) ?? type,
    first: ordinal(date.value.earliest),
    last: ordinal(date.value.latest),
    time: fieldOf(block, 'time')?.value.trim() ?? '',
    place: place.relation === 'at' ? (place.entity?.id ?? name) : '',
    point: place.point,
    uncertainty,
    actors: [...actors].sort(),
    named,
    sources: readingsOf(reading, 'source')
      .map(({ value: { source } }) => source.id.text)
      .sort()
      .join('\n'),
    links: ['part of', 'corroborates', 'contradicts'].flatMap(key =>
      fieldsOf(block, key).flatMap(field => field.value.split(/[,،;]/).map(link => link.trim())),
    ),
    killed: dead && dead.low === dead.high ? dead.low : null,
  };
}

/** Whether two events may be one that was written down twice. */
export function alike(a: Likeness, b: Likeness): boolean {
  return (
    a.block !== b.block &&
    a.id !== b.id &&
    a.sort === b.sort &&
    sameTime(a, b) &&
    sameActors(a, b) &&
    samePlace(a, b) &&
    !a.links.includes(b.id) &&
    !b.links.includes(a.id) &&
    !toldApart(a, b)
  );
}

function sameTime(a: Likeness, b: Likeness): boolean {
  if (a.time && b.time && a.time !== b.time) return false;
  const common = Math.min(a.last, b.last) - Math.max(a.first, b.first) + 1;
  const longer = Math.max(a.last - a.first, b.last - b.first) + 1;
  return common > 0 && (longer <= SHORT || common * 2 >= longer);
}

/** Two names are two places, however near they lie. */
function samePlace(a: Likeness, b: Likeness): boolean {
  if (a.place && b.place) return a.place === b.place;
  return !!a.point && !!b.point && distanceKm(a.point, b.point) <= Math.min(10, Math.max(a.uncertainty, b.uncertainty));
}

/** The same actors; or those of one and more, where a name is among them. */
function sameActors(a: Likeness, b: Likeness): boolean {
  const [fewer, more] = a.actors.length <= b.actors.length ? [a, b] : [b, a];
  return (
    fewer.actors.every(actor => more.actors.includes(actor)) &&
    (fewer.actors.length === more.actors.length || (fewer.named && fewer.actors.length > 1))
  );
}

/** One author who took two events from one source, or gave them other deaths from it, means two. */
const toldApart = (a: Likeness, b: Likeness): boolean =>
  a.sources !== '' &&
  a.sources === b.sources &&
  (a.uri === b.uri || (a.killed !== null && b.killed !== null && a.killed !== b.killed));
