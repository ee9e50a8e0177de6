// Several indexes as one gazetteer: the shipped one, those the user built, and the workspace's own definitions.

import { complete } from './complete';
import type { Gazetteer } from './entity';
import { nearest } from './nearest';
import { nearestActor } from './nearestActor';
import type { Layer } from './read';
import { resolve } from './resolve';
import { resolveActor } from './resolveActor';

/** One gazetteer over all layers. Where two have an entry with one id, the later layer's counts. */
export function gazetteer(layers: readonly Layer[]): Gazetteer {
  return {
    resolve: query => (query.kind === 'actor' ? resolveActor(layers, query) : resolve(layers, query)),
    nearest: query => (query.kind === 'actor' ? nearestActor(layers, query) : nearest(layers, query)),
    complete: query => complete(layers, query),
    byId(id) {
      for (let i = layers.length - 1; i >= 0; i--) {
        const number = layers[i]!.find(id);
        if (number >= 0) return layers[i]!.entity(number);
      }
      return undefined;
    },
  };
}
