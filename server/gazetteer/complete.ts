// What could be meant by the beginning of a name: entries with a name, or a word of one, that begins so.

import { keyBytes } from './dictionary';
import type { Completions, Match, Query } from './entity';
import { lightKey } from './fold';
import { KINDS, degrees as latitudeOf, ORIGINS } from './layout';
import { countryShare, kmToNearest, type Surroundings, sizesOf, surroundings, usesIn } from './rank';
import type { Layer } from './read';
import { search } from './search';
import { skeletonOf } from './skeleton';
import { emptySounds, soundsOf } from './sounds';

/** How the beginning was found in the name: the name begins so, a word of it does, it sounds so, or it is only near. */
const HOW = { name: 1, word: 0.9, sound: 0.7, near: 0.5 } as const;
// More names than this begin so by sound or in a later word only for beginnings of one or two letters, where nobody reads so far.
const MOST_TERMS = 1000;
const WORKSPACE = ORIGINS.indexOf('workspace');
const MOST_NEARNESS = 3;
const MOST_USE = 4;
/** A layer with fewer entities than this, such as the workspace's, is gone through whole. */
const SMALL = 5000;
/** With fewer answers than this, names that are only near are listed too. */
const FEW = 5;

/** Stands for the name where none was looked for. */
const NO_TERM = -1;

interface Listed {
  readonly layer: Layer;
  readonly number: number;
  readonly term: number;
  readonly how: number;
  readonly order: number;
}

/** A page of entries for the beginning of a name, best first; 50 unless the query says how many. */
export function complete(layers: readonly Layer[], query: Query): Completions {
  const key = lightKey(query.text);
  const around = surroundings(query);
  const limit = query.limit ?? 50;
  const best = new Best(limit + layers.length);
  const skeleton = skeletonOf(soundsOf(key, emptySounds()));
  for (const layer of layers) fill(layer, key, skeleton, around, best);
  const listed = best.list.filter(({ layer, number }) => !isReplaced(layers, layer, number));
  const matches = listed.slice(0, limit).map(toMatch);
  if (matches.length < FEW && key.length > 2) addNear(layers, query, around, limit, matches);
  return { matches, incomplete: best.more || listed.length > limit };
}

function fill(layer: Layer, key: string, skeleton: string, around: Surroundings, best: Best): void {
  const { of, home } = standings(layer, around);
  const { near, used: usedIds } = around.query;
  const used = usedIds?.size ? usesIn(layer, usedIds) : undefined;
  const most = (used ? MOST_USE : 0) + (near?.length ? MOST_NEARNESS : 0);
  const seen = unseen(layer);
  let how: number = HOW.name;
  const add = (term: number, number: number) => {
    if (seen[number] === 1) return;
    seen[number] = 1;
    let order = 24 * how + of[number]!;
    // Use and nearness take longest to tell: only for those that they could still bring in.
    if (most > 0 && order + most > best.least) {
      order += use(used?.get(number) ?? 0);
      order += nearness(layer, number, around, best.least - order);
    }
    if (order > best.least) best.add({ layer, number, term, how, order });
    else if (order > OTHER_KIND) best.more = true;
  };
  if (key === '') {
    // Everything begins with nothing: no need to go through the names, and those at home and in use come before all others.
    const { countries } = layer.columns;
    for (const number of used?.keys() ?? []) if (number >= 0) add(NO_TERM, number);
    for (let number = 0; number < layer.size; number++) if (home[countries[number]!] === 1) add(NO_TERM, number);
    if (layer.size < SMALL || !best.more) for (let number = 0; number < layer.size; number++) add(NO_TERM, number);
    return;
  }
  const prefix = keyBytes(key);
  layer.terms.walkRange(...layer.terms.range(prefix), add);

  let left = MOST_TERMS;
  const addTerm = (_: number, term: number): boolean => {
    if (--left >= 0) layer.terms.walkRange(term, term + 1, add);
    else best.more = true;
    return left >= 0;
  };
  how = HOW.word;
  layer.words.walkRange(...layer.words.range(prefix), addTerm);
  left = MOST_TERMS;
  how = HOW.sound;
  if (skeleton.length > 1) layer.skeletons.walkRange(...layer.skeletons.range(keyBytes(skeleton)), addTerm);
}

const marks = new WeakMap<Layer, Uint8Array>();

/** A mark for each entity of a layer, none set; the same memory each time. */
function unseen(layer: Layer): Uint8Array {
  const known = marks.get(layer);
  if (known !== undefined) return known.fill(0);
  const made = new Uint8Array(layer.size);
  marks.set(layer, made);
  return made;
}

/** What an entity counts that is not of the kind asked for. */
const OTHER_KIND = Number.NEGATIVE_INFINITY;
// Sets of countries for which it is kept how entities stand: reports of one folder are about a few.
const SETS = 4;

interface Standings {
  /** For each entity, what it counts for its size, its country and for being the workspace's own. */
  readonly of: Float32Array;
  /** For each countries label, 1 when it is the report's. */
  readonly home: Uint8Array;
}
const standingsOf = new WeakMap<Layer, Map<string, Standings>>();

/** How a layer's entities stand for a query, whatever is typed; found once for each kind and set of countries. */
function standings(layer: Layer, around: Surroundings): Standings {
  const name = [around.query.kind, ...(around.query.countries ?? [])].join(' ');
  const sets = standingsOf.get(layer) ?? new Map<string, Standings>();
  standingsOf.set(layer, sets);
  const known = sets.get(name);
  if (known !== undefined) return known;
  const { countries, kind: kinds, origin } = layer.columns;
  const kind = KINDS.indexOf(around.query.kind);
  const sizes = sizesOf(layer);
  const of = new Float32Array(layer.size);
  const home: number[] = [];
  for (let number = 0; number < of.length; number++) {
    const share = countryShare(layer, number, around);
    home[countries[number]!] = share > 0 ? 1 : 0;
    of[number] =
      kinds[number] === kind ? (origin[number] === WORKSPACE ? 5 : 0) + 6 * share + 0.3 * sizes[number]! : OTHER_KIND;
  }
  const [oldest] = sets.keys();
  if (oldest !== undefined && sets.size >= SETS) sets.delete(oldest);
  const made = { of, home: Uint8Array.from(home) };
  sets.set(name, made);
  return made;
}

/** At most `MOST_USE`, for an entity that the workspace uses eight times or more. */
const use = (times: number): number => (times > 0 ? Math.min(MOST_USE, 1 + Math.log2(times)) : 0);

const KM_PER_DEGREE = 111.1;

/** At most `MOST_NEARNESS`, half of it 50 km from the nearest of the event's other places; may be 0 where it is not above `least`. */
function nearness(layer: Layer, number: number, around: Surroundings, least: number): number {
  const near = around.query.near ?? [];
  // Latitude alone tells of most that they lie too far away to matter.
  const degrees = least > 0 ? (50 * (MOST_NEARNESS / least - 1)) / KM_PER_DEGREE : 180;
  const kept = layer.columns.latitude[number]!;
  if (!near.some(({ latitude }) => Math.abs(latitude - latitudeOf(kept)) <= degrees)) return 0;
  const km = kmToNearest(layer, number, around);
  return km === undefined ? 0 : MOST_NEARNESS / (1 + km / 50);
}

function addNear(layers: readonly Layer[], query: Query, around: Surroundings, limit: number, matches: Match[]): void {
  const known = new Set(matches.map(match => match.entity.id));
  for (const { layer, number, term, sureness } of search(layers, query.text, around)) {
    if (matches.length >= Math.min(limit, 2 * FEW)) return;
    if (known.has(layer.id(number)) || isReplaced(layers, layer, number)) continue;
    matches.push({ entity: layer.entity(number), alias: layer.spelling(number, term), score: HOW.near * sureness });
  }
}

/** Whether a later layer has an entity of the same id, which counts instead. */
export function isReplaced(layers: readonly Layer[], layer: Layer, number: number): boolean {
  const at = layers.indexOf(layer);
  if (at === layers.length - 1) return false;
  const id = layer.id(number);
  return layers.some((other, i) => i > at && other.find(id) >= 0);
}

function toMatch({ layer, number, term, how }: Listed): Match {
  if (term === NO_TERM) return { entity: layer.entity(number), alias: layer.name(number), score: how };
  layer.terms.go(term);
  return { entity: layer.entity(number), alias: layer.spelling(number, layer.terms.key), score: how };
}

/** The best of many, in order, without keeping the others. */
class Best {
  readonly list: Listed[] = [];
  /** Whether some were left out. */
  more = false;
  /** What an entry must be above to be listed. */
  least = Number.NEGATIVE_INFINITY;

  constructor(private readonly limit: number) {}

  add(listed: Listed): void {
    const { list } = this;
    let at = list.length;
    while (at > 0 && list[at - 1]!.order < listed.order) at--;
    list.splice(at, 0, listed);
    if (list.length <= this.limit) return;
    list.pop();
    this.more = true;
    this.least = list[list.length - 1]!.order;
  }
}
