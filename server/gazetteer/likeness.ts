// How well a name fits what was asked, measured in several ways that are weighed against each other.

import { lightKey } from './fold';
import { size } from './rank';
import type { Layer } from './read';
import { skeletonOf } from './skeleton';
import { emptySounds, type Sounds, soundsOf } from './sounds';
import { WEIGHTS } from './weights/likeness';

/** What is measured, in the order of the weights. */
export const MEASURES = [
  'cost',
  'root',
  'perSound',
  'ends',
  'skeleton',
  'first',
  'last',
  'lengths',
  'longer',
  'words',
  'canonical',
  'votes',
  'names',
  'size',
  'unsized',
] as const;

/** A candidate as the search leaves it. */
export interface Candidate {
  readonly layer: Layer;
  readonly number: number;
  /** Its name that costs least, as a light key. */
  readonly term: string;
  readonly cost: number;
  /** Its names that come close, each counting the less the more it costs: the sum of e to the power of −2 times the cost. */
  readonly close: number;
}

const inOrder = (weights: Readonly<Record<string, number>>) => MEASURES.map(name => weights[name] ?? 0);
const weightsOf = { country: inOrder(WEIGHTS.country), world: inOrder(WEIGHTS.world) };

const sounds = emptySounds();

/** How a candidate fits a text, by its light key, sounds and skeleton: a number for each of `MEASURES`, in `into`. */
export function measure(
  { layer, number, term, cost, close }: Candidate,
  asked: { readonly key: string; readonly sounds: Sounds; readonly skeleton: string },
  into: Float64Array,
): Float64Array {
  soundsOf(term, sounds);
  const [wanted, given] = [asked.sounds.length, sounds.length];
  const shorter = Math.min(wanted, given);
  let before = 0;
  while (before < shorter && asked.sounds.codes[before] === sounds.codes[before]) before++;
  let after = 0;
  while (after < shorter - before && asked.sounds.codes[wanted - 1 - after] === sounds.codes[given - 1 - after])
    after++;
  const paid = Math.max(0, cost);
  let i = 0;
  into[i++] = paid;
  into[i++] = Math.sqrt(paid);
  into[i++] = paid / (2 + wanted);
  into[i++] = (before + after) / Math.max(wanted, given, 1);
  into[i++] = skeletonOf(sounds) === asked.skeleton ? 1 : 0;
  into[i++] = before > 0 ? 1 : 0;
  into[i++] = after > 0 ? 1 : 0;
  into[i++] = Math.abs(wanted - given);
  into[i++] = Math.max(0, given - wanted);
  into[i++] = Math.abs(spaces(asked.key) - spaces(term));
  into[i++] = lightKey(layer.name(number)) === term ? 1 : 0;
  into[i++] = Math.log(Math.max(1e-9, close)) + 2 * paid;
  into[i++] = Math.log(1 + namesOf(layer)[number]!);
  into[i++] = size(layer, number);
  into[i++] = layer.columns.population[number] === 0 ? 1 : 0;
  return into;
}

/** What the measures are worth together, on the scale of the costs. */
export function worth(measured: Float64Array, world: boolean): number {
  const weights = world ? weightsOf.world : weightsOf.country;
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += weights[i]! * measured[i]!;
  return sum;
}

function spaces(key: string): number {
  let count = 0;
  for (let i = 0; i < key.length; i++) if (key.charCodeAt(i) === 0x20) count++;
  return count;
}

const counts = new WeakMap<Layer, Uint16Array>();

/** How many names each entity of a layer has; counted when first asked for. */
function namesOf(layer: Layer): Uint16Array {
  let known = counts.get(layer);
  if (known === undefined) {
    const made = new Uint16Array(layer.size);
    layer.terms.walkRange(0, layer.terms.size, (_, number) => {
      made[number]!++;
    });
    counts.set(layer, made);
    known = made;
  }
  return known;
}
