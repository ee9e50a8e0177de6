// Which places of a large table the locations of some blocks may rest on, so that only these need an index to be found in.
import type { Entity } from '../gazetteer/entity';
import { lightKey } from '../gazetteer/fold';
import type { EntryBlock } from '../semantics/entries';
import { mentionsIn } from '../semantics/mentions';
import { roadEnds } from '../semantics/places';

/** The places one of whose names, or whose id, a location uses. A name resolves to the same place among these as among all. */
export function anchorsOf(blocks: readonly EntryBlock[], places: readonly Entity[]): Entity[] {
  const wanted = new Set<string>();
  const ids = new Set<string>();
  for (const block of blocks) {
    for (const { topic, role, text, qualifier, id } of mentionsIn(block)) {
      if (topic !== 'place' || role !== 'use') continue;
      for (const name of [text, ...roadEnds(text), ...(qualifier ? [`${text} ${qualifier}`] : [])])
        wanted.add(lightKey(name));
      if (id !== undefined) ids.add(id);
    }
  }
  const isWanted = (name: string) => wanted.has(lightKey(name));
  return places.filter(
    ({ id, name, aliases }) => ids.has(id) || isWanted(name) || aliases.some(({ text }) => isWanted(text)),
  );
}
