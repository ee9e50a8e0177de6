// Keeps the name that a place or group had as another name of it, when it gets a new one.
import { lightKey } from '../gazetteer/fold';
import { placeForField } from '../syntax/placeForField';
import { newlineOf } from '../syntax/print';
import { fieldOf } from '../syntax/tree';
import { type Edit, insert } from '../text/edit';
import { namesOf } from './entries';
import { writable } from './naming';
import type { Occurrence } from './occurrences';
import type { Snapshot } from './snapshot';

/** What adds the present name to the definition's `also`; undefined where it is no definition, or the new name is the same but for accents. */
export function keepOldSpelling(
  { files }: Snapshot,
  { uri, mention, start }: Occurrence,
  name: string,
): { readonly uri: string; readonly edit: Edit } | undefined {
  const { topic, role, text } = mention;
  if (role !== 'definition' || (topic !== 'place' && topic !== 'actor') || lightKey(text) === lightKey(name)) return;
  const { tree } = files.get(uri)!;
  const block = tree.blocks[tree.starts.indexOf(start)]!;
  const names = ['also', 'formerly', 'acronym'].flatMap(key => namesOf(block, key));
  const old = writable(text, 'names');
  if (old === undefined || names.some(one => lightKey(one.text) === lightKey(text))) return;
  const also = fieldOf(block, 'also');
  const edit = also?.value
    ? insert(also.valueSpan.end, `, ${old}`)
    : also
      ? insert(also.valueSpan.end, ` ${old}`)
      : insert(placeForField(block, 'also'), `${newlineOf(tree.text)}  also: ${old}`);
  return { uri, edit: { ...edit, span: { start: edit.span.start + start, end: edit.span.end + start } } };
}
