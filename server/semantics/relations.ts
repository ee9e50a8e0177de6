// How events stand to each other: larger ones and their parts, those that support each other, those that cannot both be true.
import type { Block } from '../syntax/tree';
import { mentionsIn } from './mentions';
import type { Snapshot } from './snapshot';

/** What one event says of others, and others say of it: ids in the order of the files. */
export interface Relations {
  readonly partOf: readonly string[];
  readonly parts: readonly string[];
  readonly corroborates: readonly string[];
  readonly corroboratedBy: readonly string[];
  readonly contradicts: readonly string[];
  readonly contradictedBy: readonly string[];
}

const from = { 'part of': 'partOf', corroborates: 'corroborates', contradicts: 'contradicts' } as const;
const back = { 'part of': 'parts', corroborates: 'corroboratedBy', contradicts: 'contradictedBy' } as const;

/** The relations of an event, from its own block and from all others of the workspace. */
export function relationsOf({ files }: Snapshot, event: Block): Relations {
  const id = event.title?.text;
  const found = {
    partOf: [] as string[],
    parts: [] as string[],
    corroborates: [] as string[],
    corroboratedBy: [] as string[],
    contradicts: [] as string[],
    contradictedBy: [] as string[],
  };
  for (const { tree } of files.values()) {
    for (const block of tree.blocks) {
      if (block.kind !== 'event') continue;
      for (const { topic, role, text, field } of mentionsIn(block)) {
        const key = field?.key.text as keyof typeof from | undefined;
        if (topic !== 'event' || role !== 'use' || !key || !(key in from)) continue;
        if (block === event) found[from[key]].push(text);
        else if (text === id && block.title?.text) found[back[key]].push(block.title.text);
      }
    }
  }
  return found;
}
