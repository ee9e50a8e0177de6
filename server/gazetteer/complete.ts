// What could be meant by the beginning of a name: entries with a name, or a word of one, that begins so.

import { keyBytes } from './dictionary';
import type { Completions, Match, Query } from './entity';
import { lightKey } from './fold';
import { KINDS, ORIGINS } from './layout';
import { search } from './nearest';
import { countryShare, kmToNearest, type Surroundings, sizesOf, surroundings, usesOf } from './rank';
import type { Layer } from './read';
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
  const kind = KINDS.indexOf(around.query.kind);
  const kinds = layer.columns.kind;
  const sizes = sizesOf(layer);
  const seen = new Uint8Array(layer.size);
  let how: number = HOW.name;
  const add = (term: number, number: number) => {
    if (seen[number] === 1 || kinds[number] !== kind) return;
    seen[number] = 1;
    let order = orderOf(layer, number, how, around) + 0.3 * sizes[number]!;
    // Use and nearness take longest to tell: only for those that they could still bring in.
    if (order + MOST_USE + MOST_NEARNESS > best.least)
      order += use(layer, number, around) + nearness(layer, number, around);
    if (order > best.least) best.add({ layer, number, term, how, order });
    else best.more = true;
  };
  if (key === '') {
    // Everything begins with nothing: no need to go through the names, and those at home and in use come before all others.
    for (const number of atHome(layer, around)) add(NO_TERM, number);
    const small = layer.size < SMALL;
    if (small || !best.more) for (let number = 0; number < layer.size; number++) add(NO_TERM, number);
    return;
  }
  const prefix = keyBytes(key);
  layer.terms.walkRange(...layer.terms.range(prefix), add);

  let left = MOST_TERMS;
  const addTerm = (term: number) => {
    if (left-- <= 0) return;
    layer.terms.go(term);
    layer.terms.each(number => add(term, number));
  };
  how = HOW.word;
  layer.words.walkRange(...layer.words.range(prefix), (_, term) => addTerm(term));
  left = MOST_TERMS;
  how = HOW.sound;
  if (skeleton.length > 1)
    layer.skeletons.walkRange(...layer.skeletons.range(keyBytes(skeleton)), (_, term) => addTerm(term));
  if (left < 0) best.more = true;
}

const byCountry = new WeakMap<Layer, readonly number[][]>();

/** The entities of the report's countries, and those that the workspace uses. */
function* atHome(layer: Layer, around: Surroundings): Iterable<number> {
  let lists = byCountry.get(layer);
  if (lists === undefined) {
    const made: number[][] = [];
    layer.columns.countries.forEach((label, number) => {
      made[label] ??= [];
      made[label].push(number);
    });
    lists = made;
    byCountry.set(layer, lists);
  }
  for (const id of around.query.used?.keys() ?? []) {
    const number = layer.find(id);
    if (number >= 0) yield number;
  }
  for (const list of lists) if (list !== undefined && countryShare(layer, list[0]!, around) > 0) yield* list;
}

function orderOf(layer: Layer, number: number, how: number, around: Surroundings): number {
  const own = layer.columns.origin[number] === WORKSPACE ? 5 : 0;
  return 24 * how + own + 6 * countryShare(layer, number, around);
}

/** At most `MOST_USE`, for an entity that the workspace uses eight times or more. */
function use(layer: Layer, number: number, around: Surroundings): number {
  const used = usesOf(layer, number, around);
  return used > 0 ? Math.min(MOST_USE, 1 + Math.log2(used)) : 0;
}

/** At most `MOST_NEARNESS`, half of it 50 km from the nearest of the event's other places. */
function nearness(layer: Layer, number: number, around: Surroundings): number {
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
